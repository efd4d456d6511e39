package uk.onevoice.vault;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the vault is kept clean. */
@ConfigMapping(prefix = "onevoice.vault")
public interface VaultSettings {
  /** How often words that have expired, or that no event names, are deleted. */
  @WithDefault("1h")
  Duration sweptEvery();

  /** For so long words may wait for the event that names them. */
  @WithDefault("24h")
  Duration orphansAfter();
}
