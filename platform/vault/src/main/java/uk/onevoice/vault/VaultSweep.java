package uk.onevoice.vault;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Deletes words that have expired, and words that no event of their stream has come to name: those
 * of commands that were refused or never finished. A round that fails is made up for by the next.
 */
@ApplicationScoped
public class VaultSweep {
  private static final Logger LOG = Logger.getLogger(VaultSweep.class);
  private static final String NAMED_BY_AN_EVENT =
      """
      exists (select from event
        where event.stream = entry.stream
          and position(entry.ref::text in event.payload::text) > 0)\
      """;

  private final VaultSettings settings;
  private final DataSource database;
  private final Clock clock;
  private final ScheduledExecutorService rounds =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("vault-sweep").factory());

  VaultSweep(VaultSettings settings, DataSource database, Clock clock) {
    this.settings = settings;
    this.database = database;
    this.clock = clock;
  }

  void start(@Observes StartupEvent start) {
    long every = settings.sweptEvery().toMillis();
    rounds.scheduleWithFixedDelay(this::round, every, every, TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent stop) {
    rounds.shutdownNow();
  }

  private void round() {
    try {
      int swept = sweep();
      if (swept > 0) {
        LOG.infof("vault swept entries=%d", swept);
      }
    } catch (RuntimeException failed) {
      LOG.warn("vault not swept", failed);
    }
  }

  /**
   * Sweeps now.
   *
   * @return how many entries have gone
   */
  public int sweep() {
    Instant now = clock.instant();
    Instant before = now.minus(settings.orphansAfter());
    try (Connection connection = database.getConnection()) {
      int expired = change(connection, "delete from vault_entry where expires_at <= ?", now);
      change(
          connection,
          "update vault_entry entry set named = true where not named and written_at < ? and "
              + NAMED_BY_AN_EVENT,
          before);
      int orphans =
          change(
              connection,
              "delete from vault_entry entry where not named and written_at < ? and not "
                  + NAMED_BY_AN_EVENT,
              before);
      return expired + orphans;
    } catch (SQLException cause) {
      throw new VaultUnavailable("The vault could not be swept.", cause);
    }
  }

  private static int change(Connection connection, String sql, Instant moment) throws SQLException {
    try (var change = connection.prepareStatement(sql)) {
      change.setTimestamp(1, Timestamp.from(moment));
      return change.executeUpdate();
    }
  }
}
