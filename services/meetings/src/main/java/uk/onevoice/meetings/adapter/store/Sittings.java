package uk.onevoice.meetings.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.kernel.Label;
import uk.onevoice.meetings.domain.AttendanceKind;
import uk.onevoice.meetings.domain.Influence;
import uk.onevoice.meetings.domain.Item;
import uk.onevoice.meetings.domain.Meeting;
import uk.onevoice.meetings.domain.MeetingCommand;
import uk.onevoice.meetings.domain.MeetingEvent;
import uk.onevoice.meetings.domain.MeetingEvent.MeetingScheduled;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.MeetingRejection;
import uk.onevoice.meetings.domain.Outcome;
import uk.onevoice.meetings.domain.PersonId;
import uk.onevoice.meetings.domain.PlaceId;

/** What preparation, feedback and topics need to know of meetings, from the meetings themselves. */
@ApplicationScoped
public class Sittings {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final CommandHandler<MeetingCommand, Meeting, MeetingEvent, MeetingRejection> meetings;
  private final DataSource database;
  private final Diary diary;

  Sittings(
      CommandHandler<MeetingCommand, Meeting, MeetingEvent, MeetingRejection> meetings,
      DataSource database,
      Diary diary) {
    this.meetings = meetings;
    this.database = database;
    this.diary = diary;
  }

  /**
   * A meeting.
   *
   * @param opens when it begins; when its day does, where it has no hour
   * @param items in the order of the agenda
   * @param attended who of general practice was there
   * @param coming who of general practice is expected, or was there
   * @param closed whether its record is complete
   */
  public record Known(
      MeetingId meetingId,
      PlaceId placeId,
      Label forum,
      @Nullable UUID forumId,
      LocalDate on,
      Instant opens,
      List<Item> items,
      Set<PersonId> attended,
      Set<PersonId> coming,
      boolean closed) {
    public Known {
      items = List.copyOf(items);
      attended = Set.copyOf(attended);
      coming = Set.copyOf(coming);
    }

    public Optional<Item> item(UUID id) {
      return items.stream().filter(item -> item.itemId().value().equals(id)).findFirst();
    }
  }

  public Optional<Known> find(MeetingId id) {
    return switch (meetings.current(MeetingLog.stream(id)).state()) {
      case Meeting.Absent _ -> Optional.empty();
      case Meeting.Scheduled meeting -> Optional.of(known(meeting));
    };
  }

  private static Known known(Meeting.Scheduled meeting) {
    var terms = meeting.terms();
    return new Known(
        terms.meetingId(),
        terms.placeId(),
        terms.forum(),
        terms.forumId(),
        terms.on(),
        opens(terms),
        List.copyOf(meeting.items().values()),
        meeting.attendance().keySet().stream()
            .filter(meeting::wasThere)
            .collect(Collectors.toSet()),
        meeting.attendance().entrySet().stream()
            .filter(entry -> entry.getValue().kind() != AttendanceKind.APOLOGIES)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet()),
        meeting.records().closed() != null);
  }

  private static Instant opens(MeetingScheduled terms) {
    return terms.hours() == null
        ? terms.on().atStartOfDay(LONDON).toInstant()
        : terms.on().atTime(terms.hours().start()).atZone(LONDON).toInstant();
  }

  /** Whether somebody sits in the meeting, stands in, is expected or was there. */
  public boolean goes(Known meeting, Set<PersonId> records) {
    return records.stream().anyMatch(meeting.coming()::contains)
        || diary.isNamed(meeting.meetingId(), records.stream().map(PersonId::value).toList());
  }

  /** What came of an item; null while nothing has. */
  public static @Nullable Outcome outcome(Item item) {
    return switch (item.result()) {
      case Item.Undecided _ -> null;
      case Item.Decided(var outcome, _) -> outcome;
    };
  }

  /** How far the outcome came from general practice, where that counts; else null. */
  public static @Nullable Influence counted(Item item) {
    return switch (item.result()) {
      case Item.Undecided _ -> null;
      case Item.Decided(_, Item.NotAssessed _) -> null;
      case Item.Decided(_, Item.Assessed(var influence, _, _)) ->
          influence.isClaim() ? null : influence;
      case Item.Decided(_, Item.Confirmed(var influence, _, _, _)) -> influence;
      case Item.Decided(_, Item.Disputed _) -> null;
    };
  }

  /** The meetings of a place on these days, both included, the latest first; none cancelled. */
  public List<Known> ofPlace(PlaceId place, LocalDate from, LocalDate to) {
    return diary.ofPlaceBetween(place, from, to).stream()
        .flatMap(entry -> find(entry.meetingId()).stream())
        .toList();
  }

  /**
   * The meetings that were not cancelled, in whatever place, with an item on one of these topics,
   * in no order.
   */
  public List<Known> onTopics(Collection<UUID> topics) {
    return Query.all(
            database,
            "Meetings",
            """
            select distinct stream from event
            where type = 'ItemAdded' and payload ->> 'topicId' = any (?)\
            """,
            row -> row.getString(1),
            (Object) topics.stream().map(UUID::toString).toArray(String[]::new))
        .stream()
        .map(stream -> new MeetingId(UUID.fromString(stream.substring("meeting-".length()))))
        .map(id -> meetings.current(MeetingLog.stream(id)).state())
        .filter(Meeting.Scheduled.class::isInstance)
        .map(Meeting.Scheduled.class::cast)
        .filter(meeting -> !meeting.timing().cancelled())
        .map(Sittings::known)
        .toList();
  }
}
