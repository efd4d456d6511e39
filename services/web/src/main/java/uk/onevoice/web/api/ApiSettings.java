package uk.onevoice.web.api;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where the public APIs are. */
@ConfigMapping(prefix = "onevoice.api")
public interface ApiSettings {
  /** The origin of the public APIs, without a path. */
  URI url();

  /** A view waits up to 5 s for what its reader has just written; this must be longer. */
  @WithDefault("15s")
  Duration timeout();

  /** How long the upload of a large file may take. */
  @WithDefault("10m")
  Duration uploadTimeout();
}
