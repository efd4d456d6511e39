package uk.onevoice.meetings.adapter.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.EventStoreException;
import uk.onevoice.meetings.adapter.calendar.CalendarText.Ask;
import uk.onevoice.meetings.adapter.store.Diary;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.PersonId;

/** What mailboxes are still to be told, and what they were told last. */
@ApplicationScoped
class MailQueue {
  /** After these the receiver's side is not there for good. */
  private static final int MOST_TRIES = 12;

  private final DataSource database;

  MailQueue(DataSource database) {
    this.database = database;
  }

  /**
   * What a mailbox was last asked about a meeting.
   *
   * @param standsIn whether as one who stands in; null where that is not known
   */
  record Asked(Ask ask, int sequence, @Nullable Boolean standsIn) {}

  /**
   * One message to be sent.
   *
   * @param meetingId null for the message that confirms an address
   * @param wordsRef what only the receiver may know; null where there is nothing
   */
  record Due(
      long id,
      PersonId person,
      @Nullable MeetingId meetingId,
      String ask,
      int sequence,
      @Nullable UUID wordsRef,
      int tries) {}

  /** Work that is done by one replica at a time, when the diary or the day has moved on. */
  interface Round {
    void run(Connection connection) throws SQLException;
  }

  /** Runs the round in one transaction, unless nothing has happened since the last. */
  void whenMoved(LocalDate day, Round round) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        Optional<Long> head = moved(connection, day);
        if (head.isPresent()) {
          round.run(connection);
          try (var note =
              connection.prepareStatement("update mail_round set position = ?, day = ?")) {
            note.setLong(1, head.get());
            note.setObject(2, day);
            note.executeUpdate();
          }
        }
        connection.commit();
      } catch (SQLException | RuntimeException failed) {
        connection.rollback();
        throw failed;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  private static Optional<Long> moved(Connection connection, LocalDate day) throws SQLException {
    try (var hold =
        connection.prepareStatement(
            """
            select head.position, round.position = head.position and round.day = ?
            from mail_round round, log_head head for update of round\
            """)) {
      hold.setObject(1, day);
      try (var row = hold.executeQuery()) {
        row.next();
        return row.getBoolean(2) ? Optional.empty() : Optional.of(row.getLong(1));
      }
    }
  }

  /** Somebody has confirmed an address: the next round looks, whatever the diary has done. */
  void lookAgain() {
    try (Connection connection = database.getConnection();
        var reset = connection.createStatement()) {
      reset.executeUpdate("update mail_round set position = -1");
    } catch (SQLException cause) {
      throw failed(cause);
    }
  }

  static List<PersonId> mailboxes(Connection connection) throws SQLException {
    try (var select =
            connection.prepareStatement("select person_id from calendar_mail where confirmed");
        var rows = select.executeQuery()) {
      var people = new ArrayList<PersonId>();
      while (rows.next()) {
        people.add(new PersonId(rows.getObject(1, UUID.class)));
      }
      return people;
    }
  }

  static Map<MeetingId, Asked> asked(Connection connection, PersonId person) throws SQLException {
    try (var select =
        connection.prepareStatement(
            """
            select meeting_id, ask, sequence, stands_in from calendar_invitation
            where person_id = ?\
            """)) {
      select.setObject(1, person.value());
      try (var rows = select.executeQuery()) {
        var asked = new HashMap<MeetingId, Asked>();
        while (rows.next()) {
          asked.put(
              new MeetingId(rows.getObject(1, UUID.class)),
              new Asked(
                  Ask.valueOf(rows.getString(2)),
                  rows.getInt(3),
                  rows.getObject(4, Boolean.class)));
        }
        return asked;
      }
    }
  }

  /** Queues what the mailbox is to be asked, and notes that it was. */
  static void ask(
      Connection connection, PersonId person, Diary.Entry meeting, Asked ask, Instant now)
      throws SQLException {
    try (var queue =
        connection.prepareStatement(
            """
            with noted as (
              insert into calendar_invitation (person_id, meeting_id, ask, sequence, stands_in)
              values (?, ?, ?, ?, ?)
              on conflict (person_id, meeting_id) do update
                set ask = excluded.ask, sequence = excluded.sequence,
                  stands_in = excluded.stands_in
              returning person_id, meeting_id, ask, sequence)
            insert into mail_queue (person_id, meeting_id, ask, sequence, due_at)
            select person_id, meeting_id, ask, sequence, ? from noted\
            """)) {
      queue.setObject(1, person.value());
      queue.setObject(2, meeting.meetingId().value());
      queue.setString(3, ask.ask().name());
      queue.setInt(4, ask.sequence());
      queue.setObject(5, ask.standsIn(), Types.BOOLEAN);
      queue.setObject(6, now.atOffset(ZoneOffset.UTC));
      queue.executeUpdate();
    }
  }

  /** Notes as what the mailbox is asked: what was sent before said it, and nobody kept it. */
  static void note(Connection connection, PersonId person, MeetingId meeting, Asked ask)
      throws SQLException {
    try (var note =
        connection.prepareStatement(
            "update calendar_invitation set stands_in = ? where person_id = ? and meeting_id = ?")) {
      note.setObject(1, ask.standsIn(), Types.BOOLEAN);
      note.setObject(2, person.value());
      note.setObject(3, meeting.value());
      note.executeUpdate();
    }
  }

  /** How one message is sent; throws where that failed. */
  interface Sending {
    void send(Due due);
  }

  /**
   * Sends one message that is due, and says whether there was one. What fails is tried again, later
   * each time; two replicas never take the same one.
   */
  boolean sendOne(Instant now, Sending sending) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        @Nullable Due due = next(connection, now);
        if (due == null) {
          connection.rollback();
          return false;
        }
        try {
          sending.send(due);
          note(connection, "update mail_queue set sent_at = ? where id = ?", now, due.id());
        } catch (RuntimeException failed) {
          putOff(connection, due, now);
        }
        connection.commit();
        return true;
      } catch (SQLException | RuntimeException failed) {
        connection.rollback();
        throw failed;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  private static @Nullable Due next(Connection connection, Instant now) throws SQLException {
    try (var select =
        connection.prepareStatement(
            """
            select id, person_id, meeting_id, ask, sequence, words_ref, tries from mail_queue
            where sent_at is null and given_up_at is null and due_at <= ?
            order by due_at, id limit 1 for update skip locked\
            """)) {
      select.setObject(1, now.atOffset(ZoneOffset.UTC));
      try (var row = select.executeQuery()) {
        if (!row.next()) {
          return null;
        }
        @Nullable UUID meeting = row.getObject(3, UUID.class);
        return new Due(
            row.getLong(1),
            new PersonId(row.getObject(2, UUID.class)),
            meeting == null ? null : new MeetingId(meeting),
            row.getString(4),
            row.getInt(5),
            row.getObject(6, UUID.class),
            row.getInt(7));
      }
    }
  }

  private static void putOff(Connection connection, Due due, Instant now) throws SQLException {
    if (due.tries() + 1 >= MOST_TRIES) {
      note(connection, "update mail_queue set given_up_at = ? where id = ?", now, due.id());
      return;
    }
    try (var later =
        connection.prepareStatement(
            "update mail_queue set tries = tries + 1, due_at = ? where id = ?")) {
      later.setObject(1, now.plusSeconds(15L << due.tries()).atOffset(ZoneOffset.UTC));
      later.setLong(2, due.id());
      later.executeUpdate();
    }
  }

  private static void note(Connection connection, String statement, Instant at, long id)
      throws SQLException {
    try (var note = connection.prepareStatement(statement)) {
      OffsetDateTime when = at.atOffset(ZoneOffset.UTC);
      note.setObject(1, when);
      note.setLong(2, id);
      note.executeUpdate();
    }
  }

  private static EventStoreException failed(SQLException cause) {
    return new EventStoreException("The mail queue could not be asked.", cause);
  }
}
