package uk.onevoice.meetings.domain;

import static uk.onevoice.meetings.domain.Sitting.ADDED;
import static uk.onevoice.meetings.domain.Sitting.AGREED;
import static uk.onevoice.meetings.domain.Sitting.CONFIRMED;
import static uk.onevoice.meetings.domain.Sitting.DAY;
import static uk.onevoice.meetings.domain.Sitting.EVIDENCE;
import static uk.onevoice.meetings.domain.Sitting.FOR;
import static uk.onevoice.meetings.domain.Sitting.ID;
import static uk.onevoice.meetings.domain.Sitting.ITEM;
import static uk.onevoice.meetings.domain.Sitting.NADIA;
import static uk.onevoice.meetings.domain.Sitting.OWEN;
import static uk.onevoice.meetings.domain.Sitting.PLACE;
import static uk.onevoice.meetings.domain.Sitting.REASON;
import static uk.onevoice.meetings.domain.Sitting.SCHEDULED;
import static uk.onevoice.meetings.domain.Sitting.TAMSIN;
import static uk.onevoice.meetings.domain.Sitting.THERE;
import static uk.onevoice.meetings.domain.Sitting.assessed;
import static uk.onevoice.meetings.domain.Sitting.evidence;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.onevoice.meetings.domain.AttendanceEvent.ApologiesGiven;
import uk.onevoice.meetings.domain.AttendanceEvent.AttendanceExpected;
import uk.onevoice.meetings.domain.AttendanceEvent.AttendanceTakenBack;
import uk.onevoice.meetings.domain.AttendanceEvent.PartnerAttendanceRecorded;
import uk.onevoice.meetings.domain.AttendanceEvent.PartnerAttendanceTakenBack;
import uk.onevoice.meetings.domain.InfluenceEvent.CounterfactualAnswered;
import uk.onevoice.meetings.domain.InfluenceEvent.DisputeSettled;
import uk.onevoice.meetings.domain.InfluenceEvent.InfluenceDisputed;
import uk.onevoice.meetings.domain.ItemEvent.AgreementRecorded;
import uk.onevoice.meetings.domain.ItemEvent.AgreementTakenBack;
import uk.onevoice.meetings.domain.ItemEvent.HelpNoted;
import uk.onevoice.meetings.domain.ItemEvent.PresenceMarkTakenBack;
import uk.onevoice.meetings.domain.ItemEvent.PresenceMarked;
import uk.onevoice.meetings.domain.ItemEvent.ReachRecorded;
import uk.onevoice.meetings.domain.RecordEvent.ActionNoted;
import uk.onevoice.meetings.domain.RecordEvent.MeetingAmended;
import uk.onevoice.meetings.domain.RecordEvent.MeetingCaptured;
import uk.onevoice.meetings.domain.RecordEvent.MeetingClosed;
import uk.onevoice.meetings.domain.action.ActionId;
import uk.onevoice.testkit.DeciderRules;

/** Every event after every other; mutation tests leave it out, since it says nothing of a rule. */
class EvolveTest {
  private static final OrganisationId TRUST = new OrganisationId("WYVT0001");

  private final DeciderRules<MeetingCommand, Meeting, MeetingEvent, MeetingRejection> meeting =
      DeciderRules.of(Meeting.DECIDER);

  @Test
  void what_has_happened_is_never_refused() {
    meeting.evolvesEvery(
        MeetingEvent.class,
        SCHEDULED,
        new MeetingEvent.MeetingMoved(ID, DAY, null, null, null),
        new MeetingEvent.MeetingCancelled(ID, null, null),
        ADDED,
        FOR,
        THERE,
        AGREED,
        assessed(Influence.CHANGED, NADIA),
        CONFIRMED,
        evidence(),
        new CounterfactualAnswered(ID, ITEM, SameWithoutUs.NO, NADIA),
        new InfluenceDisputed(ID, ITEM, REASON, TAMSIN),
        new DisputeSettled(ID, ITEM, false, NADIA, null, null),
        new AttendanceExpected(ID, OWEN, Capacity.DELEGATE),
        new ApologiesGiven(ID, OWEN),
        new AttendanceTakenBack(ID, OWEN),
        new PartnerAttendanceRecorded(ID, TRUST, null, PartnerKind.PRESENT),
        new PartnerAttendanceTakenBack(ID, TRUST, null),
        new ReachRecorded(ID, ITEM, Reach.SPOKE),
        new PresenceMarked(ID, ITEM, PresenceMark.NOT_AGREED),
        new PresenceMarkTakenBack(ID, ITEM),
        new AgreementRecorded(
            ID, ITEM, null, null, Agreement.Standing.PROVISIONAL, List.of(), NADIA),
        new AgreementTakenBack(ID, ITEM),
        new HelpNoted(ID, ITEM, List.of(TRUST)),
        new MeetingCaptured(ID, REASON, NADIA),
        new ActionNoted(
            ID, ITEM, new ActionId(REASON), PLACE, TRUST, EVIDENCE, DAY.plusDays(7), DAY),
        new MeetingClosed(ID, NADIA, DAY),
        new MeetingAmended(ID, REASON, REASON, OWEN, DAY, List.of(ITEM), true));
  }
}
