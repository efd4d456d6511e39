package uk.onevoice.service.wiring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** For how long a repeated request is recognised. */
@ConfigMapping(prefix = "onevoice.requests")
public interface RequestSettings {
  /** Age at which the answer to a request is forgotten; a repeat then counts as a new request. */
  @WithDefault("48h")
  Duration keptFor();

  /** How often this replica looks for answers to forget. */
  @WithDefault("10m")
  Duration sweptEvery();
}
