package uk.onevoice.meetings.domain;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;
import uk.onevoice.kernel.Decision.Accepted;
import uk.onevoice.meetings.domain.InfluenceCommand.AssessInfluence;
import uk.onevoice.meetings.domain.InfluenceEvent.InfluenceAssessed;
import uk.onevoice.meetings.domain.MeetingCommand.AddItem;
import uk.onevoice.meetings.domain.MeetingCommand.OfTimetable;
import uk.onevoice.meetings.domain.MeetingCommand.Schedule;
import uk.onevoice.meetings.domain.MeetingEvent.ItemAdded;
import uk.onevoice.meetings.domain.MeetingEvent.MeetingCancelled;
import uk.onevoice.meetings.domain.MeetingEvent.MeetingMoved;
import uk.onevoice.meetings.domain.MeetingEvent.MeetingScheduled;
import uk.onevoice.meetings.domain.MeetingRejection.AlreadyScheduled;
import uk.onevoice.meetings.domain.MeetingRejection.IsCancelled;
import uk.onevoice.meetings.domain.MeetingRejection.ItemAlreadyAdded;
import uk.onevoice.meetings.domain.MeetingRejection.NoSuchItem;
import uk.onevoice.meetings.domain.MeetingRejection.NotScheduled;
import uk.onevoice.meetings.domain.MeetingRejection.RecordClosed;

/**
 * One sitting of a forum: its items, who was there, and what came of it. Here is what a meeting is
 * and which rules apply when; the rules themselves are in {@link Attendances}, {@link Items},
 * {@link Influences}, {@link Recording} and {@link Timetable}.
 */
public sealed interface Meeting {
  Decider<MeetingCommand, Meeting, MeetingEvent, MeetingRejection> DECIDER =
      new Decider<>(new Absent(), Meeting::decide, Meeting::evolve);

  record Absent() implements Meeting {}

  /**
   * @param terms what it was scheduled with, on the day and at the hours at which it is now
   * @param attendance of general practice: who was there, is expected or sent apologies
   * @param partners the same of partner organisations
   */
  record Scheduled(
      MeetingScheduled terms,
      Map<ItemId, Item> items,
      Map<PersonId, Attendance> attendance,
      Map<Partner, PartnerKind> partners,
      Records records,
      Timing timing)
      implements Meeting {
    public Scheduled {
      items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
      attendance = Collections.unmodifiableMap(new LinkedHashMap<>(attendance));
      partners = Collections.unmodifiableMap(new LinkedHashMap<>(partners));
    }

    public Scheduled(
        MeetingScheduled terms,
        Map<ItemId, Item> items,
        Map<PersonId, Attendance> attendance,
        Map<Partner, PartnerKind> partners,
        Records records) {
      this(terms, items, attendance, partners, records, Timing.of(terms));
    }

    /** Whether this person of general practice was in the meeting. */
    public boolean wasThere(PersonId person) {
      @Nullable Attendance known = attendance.get(person);
      return known != null && known.kind().isPresence();
    }

    /** Whether anybody of general practice was in the meeting. */
    public boolean wasAttended() {
      return attendance.values().stream().anyMatch(each -> each.kind().isPresence());
    }

    /** Whether this organisation was in the meeting, whoever of it. */
    public boolean wasThere(OrganisationId organisation) {
      return partnersThere().contains(organisation);
    }

    /** Organisations of which somebody was in the meeting, each once. */
    public List<OrganisationId> partnersThere() {
      return partners.entrySet().stream()
          .filter(entry -> entry.getValue().isPresence())
          .map(entry -> entry.getKey().organisationId())
          .distinct()
          .toList();
    }

    Scheduled with(Item item) {
      var now = new LinkedHashMap<>(items);
      now.put(item.itemId(), item);
      return new Scheduled(terms, now, attendance, partners, records, timing);
    }

    Scheduled withAttendance(Map<PersonId, Attendance> now) {
      return new Scheduled(terms, items, now, partners, records, timing);
    }

    Scheduled withPartners(Map<Partner, PartnerKind> now) {
      return new Scheduled(terms, items, attendance, now, records, timing);
    }

    Scheduled with(Records now) {
      return new Scheduled(terms, items, attendance, partners, now, timing);
    }

    Scheduled with(MeetingScheduled now, Timing then) {
      return new Scheduled(now, items, attendance, partners, records, then);
    }
  }

  static Decision<MeetingEvent, MeetingRejection> decide(MeetingCommand command, Meeting meeting) {
    return switch (meeting) {
      case Absent _ -> schedule(command);
      case Scheduled scheduled -> inMeeting(command, scheduled);
    };
  }

  private static Decision<MeetingEvent, MeetingRejection> schedule(MeetingCommand command) {
    return switch (command) {
      case Schedule(var id, var place, var forum, var on, var forumId, var hours) ->
          accept(new MeetingScheduled(id, place, forum, on, forumId, hours, null, null));
      case OfTimetable timetable -> Timetable.before(timetable);
      case AddItem _, AttendanceCommand _, ItemCommand _, InfluenceCommand _, RecordCommand _ ->
          reject(new NotScheduled(command.meetingId()));
    };
  }

  private static Decision<MeetingEvent, MeetingRejection> inMeeting(
      MeetingCommand command, Scheduled meeting) {
    if (meeting.timing().cancelled()
        && !(command instanceof OfTimetable || command instanceof Schedule)) {
      return reject(new IsCancelled(meeting.terms().meetingId()));
    }
    return switch (command) {
      case Schedule schedule -> reject(new AlreadyScheduled(schedule.meetingId()));
      case OfTimetable timetable -> Timetable.decide(timetable, meeting);
      case AddItem add -> whileOpen(meeting, add(add, meeting));
      case AttendanceCommand attendance ->
          whileOpen(meeting, Attendances.decide(attendance, meeting));
      case ItemCommand item ->
          onItem(
              meeting,
              item.itemId(),
              known -> whileOpen(meeting, Items.decide(item, known, meeting)));
      case InfluenceCommand influence ->
          onItem(meeting, influence.itemId(), known -> judge(influence, known, meeting));
      case RecordCommand record -> Recording.decide(record, meeting);
    };
  }

  private static Decision<MeetingEvent, MeetingRejection> add(AddItem wish, Scheduled meeting) {
    return meeting.items().containsKey(wish.itemId())
        ? reject(new ItemAlreadyAdded(wish.itemId()))
        : accept(
            new ItemAdded(
                wish.meetingId(),
                wish.itemId(),
                wish.titleRef(),
                wish.topic(),
                wish.topicId(),
                wish.concerns().isEmpty() ? null : wish.concerns()));
  }

  /** What is closed changes by amendments only; what changes nothing may be said again. */
  private static Decision<MeetingEvent, MeetingRejection> whileOpen(
      Scheduled meeting, Decision<MeetingEvent, MeetingRejection> decision) {
    boolean changes =
        decision instanceof Accepted<MeetingEvent, MeetingRejection>(var events)
            && !events.isEmpty();
    return changes && meeting.records().closed() != null
        ? reject(new RecordClosed(meeting.terms().meetingId()))
        : decision;
  }

  /**
   * Evidence, confirmations and disputes go on after the closing: they look at the record, and only
   * another assessment changes it.
   */
  private static Decision<MeetingEvent, MeetingRejection> judge(
      InfluenceCommand wish, Item item, Scheduled meeting) {
    var decision = Influences.decide(wish, item, meeting);
    boolean assessesAnew =
        wish instanceof AssessInfluence
            && decision instanceof Accepted<MeetingEvent, MeetingRejection>(var events)
            && events.stream().anyMatch(InfluenceAssessed.class::isInstance);
    return assessesAnew ? whileOpen(meeting, decision) : decision;
  }

  private static Decision<MeetingEvent, MeetingRejection> onItem(
      Scheduled meeting, ItemId id, Function<Item, Decision<MeetingEvent, MeetingRejection>> rule) {
    @Nullable Item item = meeting.items().get(id);
    return item == null ? reject(new NoSuchItem(id)) : rule.apply(item);
  }

  static Meeting evolve(Meeting meeting, MeetingEvent event) {
    return switch (meeting) {
      case Absent absent ->
          event instanceof MeetingScheduled scheduled
              ? new Scheduled(scheduled, Map.of(), Map.of(), Map.of(), Records.NONE)
              : absent;
      case Scheduled known -> evolve(known, event);
    };
  }

  private static Scheduled evolve(Scheduled meeting, MeetingEvent event) {
    return switch (event) {
      case MeetingScheduled _ -> meeting;
      case MeetingMoved moved -> Timetable.evolve(meeting, moved);
      case MeetingCancelled cancelled -> Timetable.evolve(meeting, cancelled);
      case ItemAdded(_, var id, var titleRef, var topic, var topicId, var concerns) ->
          meeting.with(
              Item.added(id, titleRef, topic, topicId, concerns == null ? List.of() : concerns));
      case AttendanceEvent attendance -> Attendances.evolve(meeting, attendance);
      case ItemEvent happened ->
          change(meeting, happened.itemId(), item -> Items.evolve(item, happened));
      case InfluenceEvent judged ->
          change(meeting, judged.itemId(), item -> Influences.evolve(item, judged));
      case RecordEvent record -> Recording.evolve(meeting, record);
    };
  }

  private static Scheduled change(Scheduled meeting, ItemId id, UnaryOperator<Item> change) {
    @Nullable Item item = meeting.items().get(id);
    return item == null ? meeting : meeting.with(change.apply(item));
  }
}
