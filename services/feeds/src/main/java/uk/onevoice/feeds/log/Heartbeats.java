package uk.onevoice.feeds.log;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import uk.onevoice.feeds.FeedSettings;
import uk.onevoice.service.wiring.Rounds;

/**
 * An event now and then that says nothing but that the feed goes on, so that a reader can tell
 * silence from a break. It is told to who asks for its type, and to nobody else. Of several
 * replicas, one adds it.
 */
@ApplicationScoped
public class Heartbeats {
  /** No service can tell one: the public language has no such type. */
  public static final String TYPE = "heartbeat-1";

  public static final String SAYS = "The feed goes on. Told every now and then to who asks for it.";

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

  private final FeedSettings settings;
  private final Clock clock;
  private final Rounds rounds;

  Heartbeats(FeedSettings settings, DataSource database, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.rounds = new Rounds("feed-heartbeat", database, this::beat);
  }

  void start(@Observes StartupEvent start) {
    rounds.begin(BETWEEN_LOOKS.toMillis());
  }

  void stop(@Observes ShutdownEvent stop) {
    rounds.end();
  }

  private void beat(Connection transaction) throws SQLException {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    try (PreparedStatement due =
        transaction.prepareStatement("update feed_heartbeat set told_at = ? where told_at <= ?")) {
      due.setTimestamp(1, Timestamp.from(now));
      due.setTimestamp(2, Timestamp.from(now.minus(settings.heartbeatEvery())));
      if (due.executeUpdate() == 0) {
        return;
      }
    }
    long last = PartnerEvents.beginToAdd(transaction);
    PartnerEvents.add(
        transaction,
        List.of(
            new PublicEvent(
                UUID.randomUUID(),
                now,
                TYPE,
                "feed",
                now,
                "/v1/feed/types",
                null,
                null,
                null,
                true,
                List.of())),
        last);
  }
}
