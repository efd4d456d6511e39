package uk.onevoice.service.wiring;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * What a service does by itself, round after round. A round is one transaction: a row that it holds
 * makes replicas take turns. One that fails is logged, undone and tried again in the next round.
 */
public final class Rounds {
  private static final Logger LOG = Logger.getLogger(Rounds.class);

  private final String policy;
  private final DataSource database;
  private final Round round;
  private final ScheduledExecutorService turns;

  /** What is done in a round. */
  public interface Round {
    void in(Connection transaction) throws SQLException;
  }

  /**
   * @param policy names the thread, and the row of {@link #hasNews}
   */
  public Rounds(String policy, DataSource database, Round round) {
    this.policy = policy;
    this.database = database;
    this.round = round;
    this.turns =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name(policy).factory());
  }

  /** From now on, with so many milliseconds between two rounds. */
  public void begin(long everyMillis) {
    turns.scheduleWithFixedDelay(this::turn, everyMillis, everyMillis, TimeUnit.MILLISECONDS);
  }

  /** No more rounds; one that is under way is interrupted. */
  public void end() {
    turns.shutdownNow();
  }

  /** For a long round, which then leaves the rest to the next time. */
  public boolean isEnding() {
    return turns.isShutdown();
  }

  /**
   * Whether the registry has told something, or a day has come, since {@link #note}; holds the
   * policy's row of {@code policy_round}, a table of the service.
   *
   * @param heard up to where the registry was heard
   */
  public boolean hasNews(Connection transaction, long heard, LocalDate day) throws SQLException {
    try (PreparedStatement first =
            transaction.prepareStatement(
                "insert into policy_round (policy, heard, day) values (?, -1, '-infinity')"
                    + " on conflict do nothing");
        PreparedStatement held =
            transaction.prepareStatement(
                "select heard = ? and day = ? from policy_round where policy = ? for update")) {
      first.setString(1, policy);
      first.executeUpdate();
      held.setLong(1, heard);
      held.setObject(2, day);
      held.setString(3, policy);
      try (ResultSet row = held.executeQuery()) {
        row.next();
        return !row.getBoolean(1);
      }
    }
  }

  /** Nothing is news up to here. */
  public void note(Connection transaction, long heard, LocalDate day) throws SQLException {
    try (PreparedStatement note =
        transaction.prepareStatement(
            "update policy_round set heard = ?, day = ? where policy = ?")) {
      note.setLong(1, heard);
      note.setObject(2, day);
      note.setString(3, policy);
      note.executeUpdate();
    }
  }

  private void turn() {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        round.in(connection);
        connection.commit();
      } catch (SQLException | RuntimeException failed) {
        connection.rollback();
        throw failed;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException | RuntimeException failed) {
      if (!isEnding()) {
        LOG.warnf(failed, "policy will try again policy=%s", policy);
      }
    }
  }
}
