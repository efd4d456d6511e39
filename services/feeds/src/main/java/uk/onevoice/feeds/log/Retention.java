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
import java.time.Instant;
import javax.sql.DataSource;
import uk.onevoice.feeds.FeedSettings;
import uk.onevoice.service.wiring.Rounds;

/** Deletes what came longer ago than the feed keeps; readers who were further behind are told. */
@ApplicationScoped
class Retention {
  private final FeedSettings settings;
  private final Clock clock;
  private final Rounds rounds;

  Retention(FeedSettings settings, DataSource database, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.rounds = new Rounds("feed-retention", database, this::sweep);
  }

  void start(@Observes StartupEvent start) {
    rounds.begin(settings.sweptEvery().toMillis());
  }

  void stop(@Observes ShutdownEvent stop) {
    rounds.end();
  }

  private void sweep(Connection transaction) throws SQLException {
    drop(transaction, PartnerEvents.oldest(clock.instant(), settings.keptFor()));
  }

  /** Drops what came before this time, which are the first positions: they came in order. */
  static void drop(Connection transaction, Instant before) throws SQLException {
    try (PreparedStatement note =
            transaction.prepareStatement(
                """
                update feed_head set dropped = last.position
                from (select max(position) as position from feed_event where heard_at < ?) last
                where last.position > dropped\
                """);
        PreparedStatement delete =
            transaction.prepareStatement(
                """
                delete from feed_event
                where position <= (select dropped from feed_head)\
                """)) {
      note.setTimestamp(1, Timestamp.from(before));
      if (note.executeUpdate() > 0) {
        delete.executeUpdate();
      }
    }
  }
}
