package uk.onevoice.bench;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.Envelope;
import uk.onevoice.eventstore.EventTypes;
import uk.onevoice.eventstore.Handled;
import uk.onevoice.eventstore.Metadata;
import uk.onevoice.eventstore.postgres.Database;
import uk.onevoice.eventstore.postgres.PostgresEventStore;
import uk.onevoice.kernel.ActorRef;
import uk.onevoice.kernel.Label;
import uk.onevoice.meetings.domain.AttendanceCommand.RecordAttendance;
import uk.onevoice.meetings.domain.AttendanceKind;
import uk.onevoice.meetings.domain.Capacity;
import uk.onevoice.meetings.domain.Influence;
import uk.onevoice.meetings.domain.InfluenceCommand.AssessInfluence;
import uk.onevoice.meetings.domain.ItemCommand.PutPosition;
import uk.onevoice.meetings.domain.ItemCommand.RecordOutcome;
import uk.onevoice.meetings.domain.ItemId;
import uk.onevoice.meetings.domain.Judgement;
import uk.onevoice.meetings.domain.Meeting;
import uk.onevoice.meetings.domain.MeetingCommand;
import uk.onevoice.meetings.domain.MeetingCommand.AddItem;
import uk.onevoice.meetings.domain.MeetingCommand.Schedule;
import uk.onevoice.meetings.domain.MeetingEvent;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.MeetingRejection;
import uk.onevoice.meetings.domain.Outcome;
import uk.onevoice.meetings.domain.PersonId;
import uk.onevoice.meetings.domain.PlaceId;
import uk.onevoice.meetings.domain.RecordCommand.Capture;
import uk.onevoice.meetings.domain.RecordCommand.Row;
import uk.onevoice.meetings.domain.Stance;
import uk.onevoice.meetings.domain.TitleRef;
import uk.onevoice.meetings.domain.Topic;

/**
 * P14: a meeting of 60 items captured in one command, each with position, outcome and influence,
 * against sixty single-row inserts that commit one by one: what entering the items singly would
 * cost the database at the least.
 */
final class CaptureMeasure implements Measure {
  private static final int ITEMS = 60;
  private static final int ROUNDS = 40;
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final PlaceId PLACE = new PlaceId(new UUID(1, 1));
  private static final PersonId PERSON = new PersonId(new UUID(1, 2));

  private final NoArgGenerator ids = Generators.timeBasedEpochRandomGenerator();

  @Override
  public Set<String> numbers() {
    return Set.of("P14");
  }

  @Override
  public List<Verdict> measure(Ground ground) throws Exception {
    Database database = ground.database("captures", "db/eventstore");
    try (AgroalDataSource pool = Ground.pool(database, 2);
        PostgresEventStore store = new PostgresEventStore(database, pool)) {
      var handler =
          new CommandHandler<>(
              store, Meeting.DECIDER, EventTypes.of(MeetingEvent.class), ids::generate);
      List<Long> captured = new ArrayList<>();
      List<Long> inserted = new ArrayList<>();
      try (Connection connection = pool.getConnection()) {
        create(connection);
        for (int round = 0; round < ROUNDS; round++) {
          // They take turns, so that what else the machine does hits both.
          captured.add(capture(handler));
          inserted.add(insert(connection));
        }
      }
      double whole = millis(median(captured));
      double single = millis(median(inserted));
      return List.of(
          new Verdict(
              "P14",
              "a meeting of 60 items captured in one command: %.1f ms".formatted(whole),
              "sixty single-row inserts: %.1f ms; ratio %.2f, goal 1"
                  .formatted(single, whole / single),
              whole <= single));
    }
  }

  private static void create(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(
          "create table single (id uuid primary key, item uuid, outcome text, influence text)");
    }
  }

  private long insert(Connection connection) throws SQLException {
    try (var insert = connection.prepareStatement("insert into single values (?, ?, ?, ?)")) {
      long before = System.nanoTime();
      for (int item = 0; item < ITEMS; item++) {
        insert.setObject(1, ids.generate());
        insert.setObject(2, ids.generate());
        insert.setString(3, "AGREED");
        insert.setString(4, "NONE");
        insert.executeUpdate();
      }
      return System.nanoTime() - before;
    }
  }

  /** Only the capture itself: that the meeting was called is not what is measured. */
  private long capture(
      CommandHandler<MeetingCommand, Meeting, MeetingEvent, MeetingRejection> handler) {
    var id = new MeetingId(ids.generate());
    handle(handler, new Schedule(id, PLACE, new Label("Place board"), DAY, null));
    List<Row> rows = new ArrayList<>();
    rows.add(
        new Row(
            "/attendances/0",
            "/attendances/0",
            new RecordAttendance(
                id,
                PERSON,
                true,
                AttendanceKind.PRESENT,
                Capacity.REPRESENTATIVE,
                null,
                null,
                DAY)));
    for (int i = 0; i < ITEMS; i++) {
      var item = new ItemId(ids.generate());
      handle(
          handler,
          new AddItem(
              id, item, new TitleRef(ids.generate()), new Topic("community-services"), null));
      String at = "/items/" + i;
      rows.add(new Row(at, at, new PutPosition(id, item, Stance.FOR)));
      rows.add(new Row(at, at, new RecordOutcome(id, item, Outcome.AGREED, null, DAY)));
      rows.add(
          new Row(
              at,
              at,
              new AssessInfluence(
                  id, item, new Judgement(Influence.NONE, PERSON, false, null, null))));
    }
    return handle(handler, new Capture(id, ids.generate(), PERSON, rows));
  }

  private long handle(
      CommandHandler<MeetingCommand, Meeting, MeetingEvent, MeetingRejection> handler,
      MeetingCommand command) {
    long before = System.nanoTime();
    var handled =
        handler.handle(
            Envelope.of(
                "meeting-" + command.meetingId().value(),
                command,
                new Metadata(ActorRef.service("bench"), null, null, ids.generate(), null, null),
                Instant.now()));
    if (!(handled instanceof Handled.Done<Meeting, MeetingEvent, MeetingRejection>)) {
      throw new IllegalStateException("A command was not accepted: " + handled);
    }
    return System.nanoTime() - before;
  }

  private static long median(List<Long> nanos) {
    long[] sorted = nanos.stream().mapToLong(each -> each).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static double millis(long nanos) {
    return (double) nanos / Duration.ofMillis(1).toNanos();
  }
}
