package uk.onevoice.meetings.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.EventStoreException;
import uk.onevoice.meetings.domain.Hours;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.meetings.domain.PlaceId;
import uk.onevoice.meetings.domain.SeriesId;

/**
 * When which meeting is. Folds what the log has more of before it answers, so that it knows what a
 * command has just done; replicas take turns at that.
 */
@ApplicationScoped
public class Diary {
  private static final int BATCH = 1000;

  private static final String MEETINGS =
      """
      select meeting.meeting_id, meeting.place_id, meeting.forum, meeting.forum_id,
        meeting.series_id, meeting."on", meeting.starts, meeting.ends, meeting.cancelled,
        meeting.sequence, meeting.changed_at
      from diary_meeting meeting
      """;

  /** Where one of these people sits by nomination on the day, or was present. */
  private static final String OF_PEOPLE =
      """
      (exists (select from diary_present present
          where present.meeting_id = meeting.meeting_id and present.person_id = any (?))
        or exists (select from diary_nomination nomination
          where nomination.series_id = meeting.series_id and nomination.person_id = any (?)
            and nomination.part = 'NOMINEE' and nomination."start" <= meeting."on"
            and (nomination."end" is null or nomination."end" > meeting."on")))
      """;

  /** Where one of these people is nominated on the day, to sit or to stand in. */
  private static final String NAMED =
      """
      exists (select from diary_nomination nomination
        where nomination.series_id = meeting.series_id and nomination.person_id = any (?)
          and nomination."start" <= meeting."on"
          and (nomination."end" is null or nomination."end" > meeting."on"))
      """;

  private final DataSource database;

  Diary(DataSource database) {
    this.database = database;
  }

  /**
   * A meeting as it is now.
   *
   * @param hours null where they are not known
   * @param sequence how often it was moved or cancelled
   */
  public record Entry(
      MeetingId meetingId,
      PlaceId placeId,
      String forum,
      @Nullable UUID forumId,
      @Nullable SeriesId seriesId,
      LocalDate on,
      @Nullable Hours hours,
      boolean cancelled,
      int sequence,
      Instant changedAt) {}

  /** The meetings of a place, the latest first, after this one. */
  public List<Entry> ofPlace(PlaceId place, @Nullable MeetingId after, int limit) {
    @Nullable UUID last = after == null ? null : after.value();
    return meetings(
        """
        where meeting.place_id = ? and (?::uuid is null or (meeting."on", meeting.meeting_id) < (
          select passed."on", passed.meeting_id from diary_meeting passed
          where passed.meeting_id = ?))
        order by meeting."on" desc, meeting.meeting_id desc limit ?\
        """,
        place.value(),
        last,
        last,
        limit);
  }

  public Optional<Entry> meeting(MeetingId id) {
    return meetings("where meeting.meeting_id = ?", id.value()).stream().findFirst();
  }

  /** From this day on, by day. */
  public List<Entry> ofPlaceFrom(PlaceId place, LocalDate from) {
    return meetings(
        "where meeting.place_id = ? and meeting.\"on\" >= ? order by meeting.\"on\", meeting.meeting_id",
        place.value(),
        from);
  }

  /** Those of a forum that are for one place, from this day on, by day. */
  public List<Entry> ofForumFrom(UUID forum, PlaceId place, LocalDate from) {
    return meetings(
        """
        where meeting.forum_id = ? and meeting.place_id = ? and meeting."on" >= ?
        order by meeting."on", meeting.meeting_id\
        """,
        forum,
        place.value(),
        from);
  }

  /**
   * Those of a place between two days, both included, that were not cancelled, the latest first.
   *
   * @param from null for all before
   */
  public List<Entry> ofPlaceBetween(PlaceId place, @Nullable LocalDate from, LocalDate until) {
    return meetings(
        """
        where meeting.place_id = ? and not meeting.cancelled and meeting."on" <= ?
          and (?::date is null or meeting."on" >= ?)
        order by meeting."on" desc, meeting.meeting_id desc\
        """,
        place.value(),
        until,
        from,
        from);
  }

  /**
   * Those of a place that were not cancelled and to which this organisation was ever invited, or at
   * which it was ever entered, the latest first; see whether it still is.
   */
  public List<Entry> ofPlaceNaming(PlaceId place, OrganisationId organisation) {
    return meetings(
        """
        where meeting.place_id = ? and not meeting.cancelled and meeting.meeting_id in (
          select substr(named.stream, length(?) + 1)::uuid from event named
          where named.type = 'OrganisationInvited' and named.payload ->> 'organisationId' = ?
          union all
          select substr(named.stream, length(?) + 1)::uuid from event named
          where named.type = 'PartnerAttendanceRecorded'
            and named.payload ->> 'organisationId' = ?)
        order by meeting."on" desc, meeting.meeting_id desc\
        """,
        place.value(),
        PapersLog.GUESTS,
        organisation.value(),
        MeetingLog.STREAM,
        organisation.value());
  }

  public List<Entry> ofSeriesFrom(SeriesId series, LocalDate from) {
    return meetings(
        "where meeting.series_id = ? and meeting.\"on\" >= ? order by meeting.\"on\", meeting.meeting_id",
        series.value(),
        from);
  }

  /** Where somebody sits by nomination or was present, under any of these records, by day. */
  public List<Entry> ofPerson(Collection<UUID> records, LocalDate from, LocalDate before) {
    UUID[] people = records.toArray(UUID[]::new);
    return meetings(
        "where meeting.\"on\" >= ? and meeting.\"on\" < ? and "
            + OF_PEOPLE
            + " order by meeting.\"on\", meeting.starts, meeting.meeting_id",
        from,
        before,
        people,
        people);
  }

  /** Those of {@link #ofPerson}, and where they stand in for who sits there, by day. */
  public List<Entry> calendarOf(Collection<UUID> records, LocalDate from, LocalDate before) {
    UUID[] people = records.toArray(UUID[]::new);
    return meetings(
        "where meeting.\"on\" >= ? and meeting.\"on\" < ? and ("
            + OF_PEOPLE
            + " or "
            + NAMED
            + ") order by meeting.\"on\", meeting.starts, meeting.meeting_id",
        from,
        before,
        people,
        people,
        people);
  }

  /** Those of {@link #calendarOf} in which they only stand in. */
  public Set<MeetingId> standInsOf(Collection<UUID> records, LocalDate from, LocalDate before) {
    Set<MeetingId> all = ids(calendarOf(records, from, before));
    all.removeAll(ids(ofPerson(records, from, before)));
    return all;
  }

  private static Set<MeetingId> ids(List<Entry> entries) {
    return entries.stream()
        .map(Entry::meetingId)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Whether somebody is in a meeting's calendar only because they stand in there. */
  public boolean standsIn(MeetingId meeting, Collection<UUID> records) {
    UUID[] people = records.toArray(UUID[]::new);
    return isNamed(meeting, records)
        && meetings(
                "where meeting.meeting_id = ? and " + OF_PEOPLE, meeting.value(), people, people)
            .isEmpty();
  }

  /** Whether one of these records is nominated for a seat on the day, or as a substitute. */
  boolean isNamed(MeetingId meeting, Collection<UUID> records) {
    return !meetings(
            "where meeting.meeting_id = ? and " + NAMED,
            meeting.value(),
            records.toArray(UUID[]::new))
        .isEmpty();
  }

  /** Throws the diary away: the next question folds the log from its beginning. */
  public void forget() {
    try (Connection connection = database.getConnection();
        var reset = connection.createStatement()) {
      reset.executeUpdate("update diary_cursor set epoch = 0");
    } catch (SQLException cause) {
      throw new EventStoreException("The diary could not be thrown away.", cause);
    }
  }

  private List<Entry> meetings(String condition, @Nullable Object... values) {
    return read(MEETINGS + condition, Diary::entry, values);
  }

  /** Reads from the diary's tables as they are now. */
  <T> List<T> read(String select, RowReader<T> reader, @Nullable Object... values) {
    try (Connection connection = database.getConnection()) {
      catchUp(connection);
      try (var statement = connection.prepareStatement(select)) {
        for (int i = 0; i < values.length; i++) {
          if (values[i] instanceof UUID[] ids) {
            statement.setArray(i + 1, connection.createArrayOf("uuid", ids));
          } else {
            statement.setObject(i + 1, values[i]);
          }
        }
        try (var rows = statement.executeQuery()) {
          var found = new ArrayList<T>();
          while (rows.next()) {
            found.add(reader.read(rows));
          }
          return found;
        }
      }
    } catch (SQLException cause) {
      throw new EventStoreException("The diary could not be read.", cause);
    }
  }

  /** One row of what was asked for. */
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private static Entry entry(ResultSet row) throws SQLException {
    @Nullable LocalTime starts = row.getObject(7, LocalTime.class);
    @Nullable LocalTime ends = row.getObject(8, LocalTime.class);
    @Nullable UUID series = row.getObject(5, UUID.class);
    return new Entry(
        new MeetingId(row.getObject(1, UUID.class)),
        new PlaceId(row.getObject(2, UUID.class)),
        row.getString(3),
        row.getObject(4, UUID.class),
        series == null ? null : new SeriesId(series),
        row.getObject(6, LocalDate.class),
        starts == null || ends == null ? null : new Hours(starts, ends),
        row.getBoolean(9),
        row.getInt(10),
        row.getObject(11, OffsetDateTime.class).toInstant());
  }

  private static void catchUp(Connection connection) throws SQLException {
    if (isCurrent(connection)) {
      return;
    }
    connection.setAutoCommit(false);
    try {
      while (foldSome(connection)) {
        connection.commit();
      }
      connection.commit();
    } catch (SQLException | RuntimeException failed) {
      connection.rollback();
      throw failed;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  private static boolean isCurrent(Connection connection) throws SQLException {
    try (var select =
            connection.prepareStatement(
                """
                select diary.epoch = head.epoch and diary.position = head.position
                from diary_cursor diary, log_head head\
                """);
        var row = select.executeQuery()) {
      return row.next() && row.getBoolean(1);
    }
  }

  /** Folds a part of the log, and says whether there is more. Holds the cursor until the commit. */
  private static boolean foldSome(Connection connection) throws SQLException {
    long from;
    long head;
    int epoch;
    try (var hold =
            connection.prepareStatement(
                """
                select diary.epoch, diary.position, head.epoch, head.position
                from diary_cursor diary, log_head head for update of diary\
                """);
        var row = hold.executeQuery()) {
      row.next();
      epoch = row.getInt(3);
      head = row.getLong(4);
      from = row.getLong(2);
      if (row.getInt(1) != epoch) {
        DiaryFold.forgetAll(connection);
        from = 0;
      }
    }
    // Another replica may have come further while this one waited for the cursor.
    long reached = Math.max(from, head);
    int folded = 0;
    try (var select =
        connection.prepareStatement(
            """
            select type, payload, recorded_at, position from event
            where position > ? and position <= ? and type = any (?) order by position limit ?\
            """)) {
      select.setLong(1, from);
      select.setLong(2, head);
      select.setArray(3, connection.createArrayOf("text", DiaryFold.TYPES));
      select.setInt(4, BATCH);
      var fold = new DiaryFold(connection);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          fold.apply(rows);
          folded++;
          if (folded == BATCH) {
            reached = rows.getLong(4);
          }
        }
      }
    }
    try (var note =
        connection.prepareStatement("update diary_cursor set epoch = ?, position = ?")) {
      note.setInt(1, epoch);
      note.setLong(2, reached);
      note.executeUpdate();
    }
    return folded == BATCH;
  }
}
