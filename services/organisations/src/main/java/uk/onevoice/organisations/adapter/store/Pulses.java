package uk.onevoice.organisations.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import uk.onevoice.eventstore.EventStoreException;
import uk.onevoice.organisations.domain.group.PulseId;
import uk.onevoice.organisations.domain.person.PersonId;

/**
 * Answers to a trust pulse, counted and never kept. One person answers a round once: a token made
 * with the round's secret says that somebody has answered, and nothing of what.
 */
@ApplicationScoped
public class Pulses {
  private static final String HMAC = "HmacSHA256";
  private static final int SECRET = 32;

  private final DataSource database;
  private final SecureRandom random = new SecureRandom();

  Pulses(DataSource database) {
    this.database = database;
  }

  /** What became of an answer. */
  public enum Answered {
    COUNTED,
    ALREADY,
    TOO_LATE
  }

  /**
   * Counts an answer from 1 to 5.
   *
   * @param otherRecords of the same human being, under which they may have answered already
   */
  public Answered answer(PulseId pulse, PersonId person, List<PersonId> otherRecords, int answer) {
    return inTransaction(connection -> {
      open(connection, pulse);
      byte[] secret = secret(connection, pulse);
      if (secret.length == 0) {
        return Answered.TOO_LATE;
      }
      for (PersonId other : otherRecords) {
        if (isTaken(connection, pulse, token(secret, other))) {
          return Answered.ALREADY;
        }
      }
      if (!take(connection, pulse, token(secret, person))) {
        return Answered.ALREADY;
      }
      try (var count =
          connection.prepareStatement(
              "update pulse_tally set votes = votes + 1 where pulse_id = ? and answer = ?")) {
        count.setObject(1, pulse.value());
        count.setInt(2, answer);
        count.executeUpdate();
      }
      return Answered.COUNTED;
    });
  }

  /** All five rows at once, so that their order says nothing of the answers'. */
  private void open(Connection connection, PulseId pulse) throws SQLException {
    byte[] secret = new byte[SECRET];
    random.nextBytes(secret);
    try (var round =
            connection.prepareStatement(
                "insert into pulse (pulse_id, secret) values (?, ?) on conflict do nothing");
        var tally =
            connection.prepareStatement(
                """
                insert into pulse_tally (pulse_id, answer)
                select ?, answer from generate_series(1, 5) answer\
                """)) {
      round.setObject(1, pulse.value());
      round.setBytes(2, secret);
      if (round.executeUpdate() == 1) {
        tally.setObject(1, pulse.value());
        tally.executeUpdate();
      }
    }
  }

  /** Empty once the round is closed. The lock holds back its closing. */
  private static byte[] secret(Connection connection, PulseId pulse) throws SQLException {
    try (var select =
        connection.prepareStatement(
            "select secret from pulse where pulse_id = ? and not closed for share")) {
      select.setObject(1, pulse.value());
      try (var row = select.executeQuery()) {
        return row.next() ? row.getBytes(1) : new byte[0];
      }
    }
  }

  private static boolean isTaken(Connection connection, PulseId pulse, byte[] token)
      throws SQLException {
    try (var select =
        connection.prepareStatement("select 1 from pulse_token where pulse_id = ? and token = ?")) {
      select.setObject(1, pulse.value());
      select.setBytes(2, token);
      try (var row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  private static boolean take(Connection connection, PulseId pulse, byte[] token)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            "insert into pulse_token (pulse_id, token) values (?, ?) on conflict do nothing")) {
      insert.setObject(1, pulse.value());
      insert.setBytes(2, token);
      return insert.executeUpdate() == 1;
    }
  }

  private static byte[] token(byte[] secret, PersonId person) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret, HMAC));
      return mac.doFinal(person.toString().getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException cause) {
      throw new IllegalStateException("No " + HMAC + " on this platform.", cause);
    }
  }

  /** Takes no more answers; how many gave each from 1 to 5. Again gives the same. */
  public List<Integer> close(PulseId pulse) {
    return inTransaction(connection -> {
      try (var close =
              connection.prepareStatement("update pulse set closed = true where pulse_id = ?");
          var tally =
              connection.prepareStatement(
                  "select votes from pulse_tally where pulse_id = ? order by answer")) {
        close.setObject(1, pulse.value());
        close.executeUpdate();
        tally.setObject(1, pulse.value());
        try (var rows = tally.executeQuery()) {
          var counts = new ArrayList<Integer>();
          while (rows.next()) {
            counts.add(rows.getInt(1));
          }
          return counts;
        }
      }
    });
  }

  /** Once the log has what there is to be told. */
  public void forget(PulseId pulse) {
    inTransaction(connection -> {
      try (var delete = connection.prepareStatement("delete from pulse where pulse_id = ?")) {
        delete.setObject(1, pulse.value());
        return delete.executeUpdate();
      }
    });
  }

  private interface Work<T> {
    T in(Connection connection) throws SQLException;
  }

  private <T> T inTransaction(Work<T> work) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T done = work.in(connection);
        connection.commit();
        return done;
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException cause) {
      throw new EventStoreException("A pulse could not be counted.", cause);
    }
  }
}
