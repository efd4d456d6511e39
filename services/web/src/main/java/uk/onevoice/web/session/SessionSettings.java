package uk.onevoice.web.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a sign-in lasts. */
@ConfigMapping(prefix = "onevoice.session")
interface SessionSettings {
  /** After so long without the identity provider renewing it, a session is over. */
  @WithDefault("8h")
  Duration lifetime();
}
