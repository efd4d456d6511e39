package uk.onevoice.service.wiring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The copy of who is who. */
@ConfigMapping(prefix = "onevoice.directory")
public interface DirectorySettings {
  /** Where organisations' events are heard. */
  @WithDefault("organisations.events")
  String topic();

  /**
   * Without hearing all there is for so long, commands are refused: who may do what is not known.
   */
  @WithDefault("60s")
  Duration staleAfter();
}
