package uk.onevoice.meetings.domain;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;
import uk.onevoice.kernel.Decision.Accepted;
import uk.onevoice.kernel.Decision.Rejected;
import uk.onevoice.meetings.domain.Item.Assessed;
import uk.onevoice.meetings.domain.Item.Assessment;
import uk.onevoice.meetings.domain.Item.Confirmed;
import uk.onevoice.meetings.domain.Item.Decided;
import uk.onevoice.meetings.domain.Item.NotAssessed;
import uk.onevoice.meetings.domain.Item.Undecided;
import uk.onevoice.meetings.domain.MeetingCommand.AddItem;
import uk.onevoice.meetings.domain.MeetingCommand.AssessInfluence;
import uk.onevoice.meetings.domain.MeetingCommand.ConfirmInfluence;
import uk.onevoice.meetings.domain.MeetingCommand.OfTimetable;
import uk.onevoice.meetings.domain.MeetingCommand.PutPosition;
import uk.onevoice.meetings.domain.MeetingCommand.RecordAttendance;
import uk.onevoice.meetings.domain.MeetingCommand.RecordOutcome;
import uk.onevoice.meetings.domain.MeetingCommand.Schedule;
import uk.onevoice.meetings.domain.MeetingEvent.AttendanceRecorded;
import uk.onevoice.meetings.domain.MeetingEvent.InfluenceAssessed;
import uk.onevoice.meetings.domain.MeetingEvent.InfluenceConfirmed;
import uk.onevoice.meetings.domain.MeetingEvent.ItemAdded;
import uk.onevoice.meetings.domain.MeetingEvent.MeetingCancelled;
import uk.onevoice.meetings.domain.MeetingEvent.MeetingMoved;
import uk.onevoice.meetings.domain.MeetingEvent.MeetingScheduled;
import uk.onevoice.meetings.domain.MeetingEvent.OutcomeRecorded;
import uk.onevoice.meetings.domain.MeetingEvent.PositionPut;
import uk.onevoice.meetings.domain.MeetingRejection.AlreadyScheduled;
import uk.onevoice.meetings.domain.MeetingRejection.AssessorWasNotThere;
import uk.onevoice.meetings.domain.MeetingRejection.ClaimWithoutDecision;
import uk.onevoice.meetings.domain.MeetingRejection.ClaimWithoutPosition;
import uk.onevoice.meetings.domain.MeetingRejection.ConfirmedByItsAssessor;
import uk.onevoice.meetings.domain.MeetingRejection.IsCancelled;
import uk.onevoice.meetings.domain.MeetingRejection.ItemAlreadyAdded;
import uk.onevoice.meetings.domain.MeetingRejection.NoOutcomeYet;
import uk.onevoice.meetings.domain.MeetingRejection.NoSuchItem;
import uk.onevoice.meetings.domain.MeetingRejection.NotScheduled;
import uk.onevoice.meetings.domain.MeetingRejection.NothingToConfirm;
import uk.onevoice.meetings.domain.MeetingRejection.PersonNotKnown;
import uk.onevoice.meetings.domain.MeetingRejection.PositionTooLate;
import uk.onevoice.meetings.domain.MeetingRejection.StillToCome;

/** One sitting of a forum: its items, who of general practice was there, and what came of it. */
public sealed interface Meeting {
  Decider<MeetingCommand, Meeting, MeetingEvent, MeetingRejection> DECIDER =
      new Decider<>(new Absent(), Meeting::decide, Meeting::evolve);

  record Absent() implements Meeting {}

  /**
   * @param terms what it was scheduled with, on the day and at the hours at which it is now
   */
  record Scheduled(
      MeetingScheduled terms,
      Map<ItemId, Item> items,
      Map<PersonId, Capacity> attendance,
      Timing timing)
      implements Meeting {
    public Scheduled(
        MeetingScheduled terms, Map<ItemId, Item> items, Map<PersonId, Capacity> attendance) {
      this(terms, items, attendance, Timing.of(terms));
    }

    public Scheduled {
      items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
      attendance = Collections.unmodifiableMap(new LinkedHashMap<>(attendance));
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
      case AddItem(var id, _, _, _, _) -> reject(new NotScheduled(id));
      case PutPosition(var id, _, _) -> reject(new NotScheduled(id));
      case RecordAttendance(var id, _, _, _, _) -> reject(new NotScheduled(id));
      case RecordOutcome(var id, _, _, _, _, _) -> reject(new NotScheduled(id));
      case AssessInfluence(var id, _, _, _) -> reject(new NotScheduled(id));
      case ConfirmInfluence(var id, _, _) -> reject(new NotScheduled(id));
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
      case AddItem add ->
          meeting.items().containsKey(add.itemId())
              ? reject(new ItemAlreadyAdded(add.itemId()))
              : accept(
                  new ItemAdded(
                      add.meetingId(), add.itemId(), add.titleRef(), add.topic(), add.topicId()));
      case PutPosition put -> onItem(meeting, put.itemId(), item -> put(put, item));
      case RecordAttendance attendance -> attend(attendance, meeting);
      case RecordOutcome record ->
          onItem(meeting, record.itemId(), item -> record(record, item, meeting));
      case AssessInfluence assess ->
          onItem(meeting, assess.itemId(), item -> assess(assess, item, meeting));
      case ConfirmInfluence confirm ->
          onItem(meeting, confirm.itemId(), item -> confirm(confirm, item));
    };
  }

  private static Decision<MeetingEvent, MeetingRejection> onItem(
      Scheduled meeting, ItemId id, Function<Item, Decision<MeetingEvent, MeetingRejection>> rule) {
    @Nullable Item item = meeting.items().get(id);
    return item == null ? reject(new NoSuchItem(id)) : rule.apply(item);
  }

  private static Decision<MeetingEvent, MeetingRejection> put(PutPosition wish, Item item) {
    if (item.position() == wish.stance()) {
      return accept();
    }
    return switch (item.result()) {
      case Undecided _ -> accept(new PositionPut(wish.meetingId(), wish.itemId(), wish.stance()));
      case Decided _ -> reject(new PositionTooLate(wish.itemId()));
    };
  }

  private static Decision<MeetingEvent, MeetingRejection> attend(
      RecordAttendance wish, Scheduled meeting) {
    if (meeting.terms().on().isAfter(wish.today())) {
      return reject(new StillToCome(meeting.terms().on()));
    }
    if (!wish.heldARole()) {
      return reject(new PersonNotKnown(wish.personId()));
    }
    if (meeting.attendance().get(wish.personId()) == wish.capacity()) {
      return accept();
    }
    return accept(new AttendanceRecorded(wish.meetingId(), wish.personId(), wish.capacity()));
  }

  private static Decision<MeetingEvent, MeetingRejection> record(
      RecordOutcome wish, Item item, Scheduled meeting) {
    if (meeting.terms().on().isAfter(wish.today())) {
      return reject(new StillToCome(meeting.terms().on()));
    }
    if (wish.outcome() == Outcome.NOT_DECIDED && wish.influence() == null && isClaimed(item)) {
      return reject(new ClaimWithoutDecision(wish.itemId()));
    }
    var events = new ArrayList<MeetingEvent>();
    Meeting decided = meeting;
    if (!(item.result() instanceof Decided(var outcome, _) && outcome == wish.outcome())) {
      var recorded = new OutcomeRecorded(wish.meetingId(), wish.itemId(), wish.outcome());
      events.add(recorded);
      decided = evolve(meeting, recorded);
    }
    if (wish.influence() == null) {
      return accept(events);
    }
    var assess =
        new AssessInfluence(wish.meetingId(), wish.itemId(), wish.influence(), wish.recordedBy());
    return switch (decide(assess, decided)) {
      case Rejected<MeetingEvent, MeetingRejection> rejected -> rejected;
      case Accepted<MeetingEvent, MeetingRejection>(var assessed) -> {
        events.addAll(assessed);
        yield accept(events);
      }
    };
  }

  private static boolean isClaimed(Item item) {
    return switch (item.result()) {
      case Undecided _ -> false;
      case Decided(_, NotAssessed _) -> false;
      case Decided(_, Assessed(var influence, _)) -> influence.isClaim();
      case Decided(_, Confirmed(var influence, _, _)) -> influence.isClaim();
    };
  }

  private static Decision<MeetingEvent, MeetingRejection> assess(
      AssessInfluence wish, Item item, Scheduled meeting) {
    return switch (item.result()) {
      case Undecided _ -> reject(new NoOutcomeYet(wish.itemId()));
      case Decided(var outcome, var assessment) -> {
        if (!meeting.attendance().containsKey(wish.assessedBy())) {
          yield reject(new AssessorWasNotThere(wish.assessedBy()));
        }
        if (wish.influence().isClaim() && outcome == Outcome.NOT_DECIDED) {
          yield reject(new ClaimWithoutDecision(wish.itemId()));
        }
        if (wish.influence().isClaim() && item.position() == null) {
          yield reject(new ClaimWithoutPosition(wish.itemId(), wish.influence()));
        }
        yield says(assessment, wish.influence())
            ? accept()
            : accept(
                new InfluenceAssessed(
                    wish.meetingId(), wish.itemId(), wish.influence(), wish.assessedBy()));
      }
    };
  }

  /**
   * Saying again what holds already must neither undo a confirmation nor change whose claim it is.
   */
  private static boolean says(Assessment assessment, Influence influence) {
    return switch (assessment) {
      case NotAssessed _ -> false;
      case Assessed(var held, _) -> held == influence;
      case Confirmed(var held, _, _) -> held == influence;
    };
  }

  private static Decision<MeetingEvent, MeetingRejection> confirm(
      ConfirmInfluence wish, Item item) {
    return switch (item.result()) {
      case Undecided _ -> reject(new NoOutcomeYet(wish.itemId()));
      case Decided(_, NotAssessed _) -> reject(new NothingToConfirm(wish.itemId()));
      case Decided(_, Assessed(var influence, var assessor)) -> {
        if (!influence.isClaim()) {
          yield reject(new NothingToConfirm(wish.itemId()));
        }
        yield assessor.equals(wish.confirmedBy())
            ? reject(new ConfirmedByItsAssessor(assessor))
            : accept(new InfluenceConfirmed(wish.meetingId(), wish.itemId(), wish.confirmedBy()));
      }
      case Decided(_, Confirmed(_, var assessor, _)) ->
          assessor.equals(wish.confirmedBy())
              ? reject(new ConfirmedByItsAssessor(assessor))
              : accept();
    };
  }

  static Meeting evolve(Meeting meeting, MeetingEvent event) {
    return switch (event) {
      case MeetingScheduled scheduled -> new Scheduled(scheduled, Map.of(), Map.of());
      case MeetingMoved moved -> Timetable.evolve(meeting, moved);
      case MeetingCancelled cancelled -> Timetable.evolve(meeting, cancelled);
      case ItemAdded(_, var id, var titleRef, var topic, var topicId) ->
          with(meeting, new Item(id, titleRef, topic, topicId, null, new Undecided()));
      case PositionPut(_, var id, var stance) -> change(meeting, id, item -> item.with(stance));
      case AttendanceRecorded(_, var person, var capacity) -> with(meeting, person, capacity);
      case OutcomeRecorded(_, var id, var outcome) ->
          change(meeting, id, item -> item.with(decided(outcome, item)));
      case InfluenceAssessed(_, var id, var influence, var by) ->
          change(meeting, id, item -> assessed(item, new Assessed(influence, by)));
      case InfluenceConfirmed(_, var id, var by) ->
          change(meeting, id, item -> confirmed(item, by));
    };
  }

  /**
   * A corrected outcome leaves the assessment as it is; whoever sees it otherwise assesses anew.
   */
  private static Decided decided(Outcome outcome, Item item) {
    return switch (item.result()) {
      case Undecided _ -> new Decided(outcome, new NotAssessed());
      case Decided(_, var assessment) -> new Decided(outcome, assessment);
    };
  }

  private static Item assessed(Item item, Assessment now) {
    return switch (item.result()) {
      case Undecided _ -> item;
      case Decided(var outcome, _) -> item.with(new Decided(outcome, now));
    };
  }

  private static Item confirmed(Item item, PersonId by) {
    return switch (item.result()) {
      case Decided(_, Assessed(var influence, var assessor)) ->
          assessed(item, new Confirmed(influence, assessor, by));
      case Undecided _, Decided _ -> item;
    };
  }

  private static Meeting change(Meeting meeting, ItemId id, UnaryOperator<Item> change) {
    return switch (meeting) {
      case Absent absent -> absent;
      case Scheduled(_, var items, _, _) -> {
        @Nullable Item item = items.get(id);
        yield item == null ? meeting : with(meeting, change.apply(item));
      }
    };
  }

  private static Meeting with(Meeting meeting, Item item) {
    return switch (meeting) {
      case Absent absent -> absent;
      case Scheduled(var terms, var items, var attendance, var timing) -> {
        var now = new LinkedHashMap<>(items);
        now.put(item.itemId(), item);
        yield new Scheduled(terms, now, attendance, timing);
      }
    };
  }

  private static Meeting with(Meeting meeting, PersonId person, Capacity capacity) {
    return switch (meeting) {
      case Absent absent -> absent;
      case Scheduled(var terms, var items, var attendance, var timing) -> {
        var now = new LinkedHashMap<>(attendance);
        now.put(person, capacity);
        yield new Scheduled(terms, items, now, timing);
      }
    };
  }
}
