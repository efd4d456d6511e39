package uk.onevoice.feeds;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.Optional;
import java.util.Set;

/** The partner feed. */
@ConfigMapping(prefix = "onevoice.feeds")
public interface FeedSettings {
  /** What each reader's ids and cursors are made with; it has no default outside a local stack. */
  @Size(min = 32) String secret();

  /** How often an event says nothing but that the feed goes on. */
  @WithDefault("15m")
  Duration heartbeatEvery();

  /** How many subscriptions a system may have. */
  @WithDefault("20")
  int mostSubscriptions();

  /** Where people's own registry is asked who they are: the origin of the public APIs. */
  @WithDefault("http://localhost:8080")
  URI registry();

  /** Where the public language is heard. */
  @WithDefault("partner.events")
  String topic();

  /** How long events are kept. */
  @WithDefault("P13M")
  Period keptFor();

  /** How often older ones are deleted. */
  @WithDefault("1h")
  Duration sweptEvery();

  /** How hosts of webhooks have to end; others are never rung. */
  @WithDefault(".nhs.uk,.gov.uk")
  Set<@Pattern(regexp = "(\\.[a-z0-9-]+)+") String> webhookHosts();

  /** Whether webhooks may be on this machine too, at any free port; to try things out. */
  @WithDefault("false")
  boolean webhookThisMachine();

  /** A file of certificates of those who vouch for webhooks' hosts, where not those known here. */
  Optional<Path> webhookAuthorities();

  /** Who rings, as whoever is asked whether they want to be rung is told. */
  @WithDefault("onevoice.localhost")
  String webhookOrigin();

  /** How long the delivery log says what was told. */
  @WithDefault("30d")
  Duration webhookLogKeptFor();

  /** Where data platforms of partners reach Kafka, as they are told. */
  @WithDefault("127.0.0.1:8122")
  String kafkaServers();

  /** How long events stay on the topic of a partner. */
  @WithDefault("30d")
  Duration kafkaKeptFor();
}
