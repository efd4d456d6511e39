package uk.onevoice.feeds;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Period;

/** The partner feed. */
@ConfigMapping(prefix = "onevoice.feeds")
public interface FeedSettings {
  /** What each reader's ids and cursors are made with; it has no default outside a local stack. */
  @Size(min = 32) String secret();

  /** Where the public language is heard. */
  @WithDefault("partner.events")
  String topic();

  /** How long events are kept. */
  @WithDefault("P13M")
  Period keptFor();

  /** How often older ones are deleted. */
  @WithDefault("1h")
  Duration sweptEvery();

  /** Where data platforms of partners reach Kafka, as they are told. */
  @WithDefault("127.0.0.1:8122")
  String kafkaServers();

  /** How long events stay on the topic of a partner. */
  @WithDefault("30d")
  Duration kafkaKeptFor();
}
