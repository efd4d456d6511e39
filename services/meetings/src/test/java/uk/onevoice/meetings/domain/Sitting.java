package uk.onevoice.meetings.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Label;
import uk.onevoice.meetings.domain.AttendanceCommand.RecordAttendance;
import uk.onevoice.meetings.domain.AttendanceEvent.AttendanceRecorded;
import uk.onevoice.meetings.domain.InfluenceCommand.AssessInfluence;
import uk.onevoice.meetings.domain.InfluenceCommand.ConfirmInfluence;
import uk.onevoice.meetings.domain.InfluenceEvent.EvidenceGiven;
import uk.onevoice.meetings.domain.InfluenceEvent.InfluenceAssessed;
import uk.onevoice.meetings.domain.InfluenceEvent.InfluenceConfirmed;
import uk.onevoice.meetings.domain.ItemCommand.PutPosition;
import uk.onevoice.meetings.domain.ItemCommand.RecordOutcome;
import uk.onevoice.meetings.domain.ItemEvent.OutcomeRecorded;
import uk.onevoice.meetings.domain.ItemEvent.PositionPut;
import uk.onevoice.meetings.domain.MeetingEvent.ItemAdded;
import uk.onevoice.meetings.domain.MeetingEvent.MeetingScheduled;

/** One sitting of an invented place board, and what can be said of it in these tests. */
final class Sitting {
  static final MeetingId ID = new MeetingId(uuid(1));
  static final PlaceId PLACE = new PlaceId(uuid(2));
  static final ItemId ITEM = new ItemId(uuid(3));
  static final ItemId OTHER_ITEM = new ItemId(uuid(4));
  static final PersonId NADIA = new PersonId(uuid(5));
  static final PersonId OWEN = new PersonId(uuid(6));
  static final PersonId TAMSIN = new PersonId(uuid(16));
  static final Label FORUM = new Label("Marl Valley place board");
  static final TitleRef TITLE = new TitleRef(uuid(7));
  static final Topic TOPIC = new Topic("community-services");
  static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  static final LocalDate EVE = DAY.minusDays(1);
  static final UUID EVIDENCE = uuid(8);
  static final UUID REASON = uuid(9);

  static final MeetingScheduled SCHEDULED = new MeetingScheduled(ID, PLACE, FORUM, DAY, null);
  static final ItemAdded ADDED = new ItemAdded(ID, ITEM, TITLE, TOPIC, null);
  static final PositionPut FOR = new PositionPut(ID, ITEM, Stance.FOR);
  static final OutcomeRecorded AGREED = new OutcomeRecorded(ID, ITEM, Outcome.AGREED);
  static final OutcomeRecorded NOT_DECIDED = new OutcomeRecorded(ID, ITEM, Outcome.NOT_DECIDED);
  static final AttendanceRecorded THERE = there(NADIA, Capacity.REPRESENTATIVE);
  static final InfluenceConfirmed CONFIRMED = new InfluenceConfirmed(ID, ITEM, OWEN);

  private Sitting() {}

  static AttendanceRecorded there(PersonId person, Capacity capacity) {
    return new AttendanceRecorded(ID, person, capacity, AttendanceKind.PRESENT, null, null, null);
  }

  /** A claim with evidence that nobody has confirmed. */
  static List<MeetingEvent> claimed(Influence influence) {
    return new ArrayList<>(
        List.of(SCHEDULED, ADDED, FOR, THERE, AGREED, assessed(influence, NADIA), evidence()));
  }

  static InfluenceAssessed assessed(Influence influence, PersonId by) {
    return new InfluenceAssessed(ID, ITEM, influence, by);
  }

  static EvidenceGiven evidence() {
    return new EvidenceGiven(ID, ITEM, EVIDENCE, NADIA);
  }

  static PutPosition put(Stance stance) {
    return new PutPosition(ID, ITEM, stance);
  }

  static RecordAttendance attend(PersonId person, LocalDate today) {
    return attend(person, Capacity.REPRESENTATIVE, today);
  }

  static RecordAttendance attend(PersonId person, Capacity capacity, LocalDate today) {
    return new RecordAttendance(
        ID, person, true, AttendanceKind.PRESENT, capacity, null, null, today);
  }

  static RecordOutcome outcome(Outcome outcome, @Nullable Influence influence) {
    return new RecordOutcome(
        ID, ITEM, outcome, influence == null ? null : judgement(influence, NADIA), DAY);
  }

  static AssessInfluence assess(Influence influence) {
    return assess(influence, NADIA);
  }

  static AssessInfluence assess(Influence influence, PersonId by) {
    return new AssessInfluence(ID, ITEM, judgement(influence, by));
  }

  static Judgement judgement(Influence influence, PersonId by) {
    return new Judgement(influence, by, false, null, null);
  }

  static ConfirmInfluence confirm(PersonId by) {
    return new ConfirmInfluence(ID, ITEM, by);
  }

  static UUID uuid(int n) {
    return new UUID(0x0198_0000_0000_7000L, 0x8000_0000_0000_0000L + n);
  }
}
