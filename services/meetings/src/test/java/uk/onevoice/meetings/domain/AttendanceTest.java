package uk.onevoice.meetings.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.onevoice.meetings.domain.Sitting.DAY;
import static uk.onevoice.meetings.domain.Sitting.EVE;
import static uk.onevoice.meetings.domain.Sitting.ID;
import static uk.onevoice.meetings.domain.Sitting.NADIA;
import static uk.onevoice.meetings.domain.Sitting.OWEN;
import static uk.onevoice.meetings.domain.Sitting.SCHEDULED;
import static uk.onevoice.meetings.domain.Sitting.THERE;
import static uk.onevoice.meetings.domain.Sitting.there;
import static uk.onevoice.meetings.domain.Sitting.uuid;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.onevoice.meetings.domain.AttendanceCommand.RecordAttendance;
import uk.onevoice.meetings.domain.AttendanceCommand.RecordPartner;
import uk.onevoice.meetings.domain.AttendanceCommand.TakeAttendanceBack;
import uk.onevoice.meetings.domain.AttendanceCommand.TakePartnerBack;
import uk.onevoice.meetings.domain.AttendanceEvent.ApologiesGiven;
import uk.onevoice.meetings.domain.AttendanceEvent.AttendanceExpected;
import uk.onevoice.meetings.domain.AttendanceEvent.AttendanceRecorded;
import uk.onevoice.meetings.domain.AttendanceEvent.AttendanceTakenBack;
import uk.onevoice.meetings.domain.AttendanceEvent.PartnerAttendanceRecorded;
import uk.onevoice.meetings.domain.AttendanceEvent.PartnerAttendanceTakenBack;
import uk.onevoice.meetings.domain.InfluenceEvent.DisputeSettled;
import uk.onevoice.meetings.domain.InfluenceEvent.InfluenceDisputed;
import uk.onevoice.meetings.domain.Meeting.Scheduled;
import uk.onevoice.meetings.domain.MeetingRejection.AssessmentRestsOnIt;
import uk.onevoice.meetings.domain.MeetingRejection.NothingToTakeBack;
import uk.onevoice.meetings.domain.MeetingRejection.PartnerDoesNotFit;
import uk.onevoice.meetings.domain.MeetingRejection.PersonNotKnown;
import uk.onevoice.meetings.domain.MeetingRejection.StillToCome;
import uk.onevoice.meetings.domain.MeetingRejection.SubstituteDoesNotFit;
import uk.onevoice.meetings.domain.mandate.Unmandated;
import uk.onevoice.testkit.DeciderRules;

class AttendanceTest {
  private static final UUID MANDATE = uuid(20);
  private static final Partner TRUST = new Partner(new OrganisationId("WYVT0001"), null);
  private static final Partner TRUST_BY_COLM =
      new Partner(new OrganisationId("WYVT0001"), new PersonId(uuid(21)));

  private final DeciderRules<MeetingCommand, Meeting, MeetingEvent, MeetingRejection> meeting =
      DeciderRules.of(Meeting.DECIDER);

  @Test
  void a_delegate_speaks_under_a_mandate_that_lets_them() {
    meeting
        .given(SCHEDULED)
        .when(delegate(new Authority(MANDATE, List.of())))
        .then(
            new AttendanceRecorded(
                ID, NADIA, Capacity.DELEGATE, AttendanceKind.PRESENT, MANDATE, null, null));
  }

  @Test
  void without_a_mandate_whoever_speaks_for_general_practice_is_an_observer() {
    meeting.given(SCHEDULED).when(delegate(null)).then(observer(List.of(Unmandated.NOT_CITED)));
  }

  @Test
  void a_mandate_that_does_not_let_them_makes_them_an_observer_and_says_why() {
    var why = List.of(Unmandated.HOLDER, Unmandated.TOPIC);
    meeting.given(SCHEDULED).when(delegate(new Authority(MANDATE, why))).then(observer(why));
    meeting.given(SCHEDULED, observer(why)).when(delegate(new Authority(MANDATE, why))).then();
    meeting
        .given(SCHEDULED, observer(why))
        .when(delegate(new Authority(MANDATE, List.of())))
        .then(
            new AttendanceRecorded(
                ID, NADIA, Capacity.DELEGATE, AttendanceKind.PRESENT, MANDATE, null, null));
  }

  @ParameterizedTest
  @EnumSource(
      value = Capacity.class,
      names = {"REPRESENTATIVE", "INDIVIDUAL", "OBSERVER"})
  void whoever_speaks_for_themself_or_a_body_needs_no_mandate(Capacity capacity) {
    meeting
        .given(SCHEDULED)
        .when(
            new RecordAttendance(
                ID,
                NADIA,
                true,
                AttendanceKind.VIRTUAL,
                capacity,
                null,
                new Authority(MANDATE, List.of()),
                DAY))
        .then(
            new AttendanceRecorded(ID, NADIA, capacity, AttendanceKind.VIRTUAL, null, null, null));
  }

  @Test
  void who_is_expected_or_sends_apologies_was_not_there_and_may_say_so_before_the_day() {
    meeting
        .given(SCHEDULED)
        .when(kind(AttendanceKind.EXPECTED, null, EVE))
        .then(new AttendanceExpected(ID, NADIA, Capacity.REPRESENTATIVE));
    meeting
        .given(SCHEDULED)
        .when(kind(AttendanceKind.APOLOGIES, null, EVE))
        .then(new ApologiesGiven(ID, NADIA));
    assertThat(state(new AttendanceExpected(ID, NADIA, Capacity.DELEGATE)).wasThere(NADIA))
        .isFalse();
    assertThat(state(new ApologiesGiven(ID, NADIA)).wasAttended()).isFalse();
    assertThat(state(THERE).wasAttended()).isTrue();
    assertThat(state(THERE).wasThere(NADIA)).isTrue();
    assertThat(state(THERE).wasThere(OWEN)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = AttendanceKind.class,
      names = {"PRESENT", "VIRTUAL", "SUBSTITUTE", "IN_ATTENDANCE"})
  void nobody_was_in_a_meeting_that_is_still_to_come(AttendanceKind kind) {
    meeting.given(SCHEDULED).when(kind(kind, OWEN, EVE)).thenRejected(new StillToCome(DAY));
  }

  @Test
  void a_substitute_came_for_somebody_else_and_the_expected_for_nobody() {
    meeting
        .given(SCHEDULED)
        .when(kind(AttendanceKind.SUBSTITUTE, OWEN, DAY))
        .then(
            new AttendanceRecorded(
                ID, NADIA, Capacity.REPRESENTATIVE, AttendanceKind.SUBSTITUTE, null, OWEN, null));
    meeting
        .given(SCHEDULED)
        .when(kind(AttendanceKind.VIRTUAL, OWEN, DAY))
        .then(
            new AttendanceRecorded(
                ID, NADIA, Capacity.REPRESENTATIVE, AttendanceKind.VIRTUAL, null, OWEN, null));
    var no = new SubstituteDoesNotFit(NADIA);
    var given = meeting.given(SCHEDULED);
    given.when(kind(AttendanceKind.SUBSTITUTE, null, DAY)).thenRejected(no);
    given.when(kind(AttendanceKind.SUBSTITUTE, NADIA, DAY)).thenRejected(no);
    given.when(kind(AttendanceKind.EXPECTED, OWEN, DAY)).thenRejected(no);
    given.when(kind(AttendanceKind.APOLOGIES, OWEN, DAY)).thenRejected(no);
  }

  @Test
  void only_people_with_a_role_on_that_day_count_as_general_practice() {
    meeting
        .given(SCHEDULED)
        .when(
            new RecordAttendance(
                ID, NADIA, false, AttendanceKind.EXPECTED, Capacity.OBSERVER, null, null, EVE))
        .thenRejected(new PersonNotKnown(NADIA));
  }

  @Test
  void a_presence_that_was_none_is_taken_back_before_anything_else_is_said() {
    meeting
        .given(SCHEDULED, THERE)
        .when(kind(AttendanceKind.APOLOGIES, null, DAY))
        .then(new AttendanceTakenBack(ID, NADIA), new ApologiesGiven(ID, NADIA));
    meeting
        .given(SCHEDULED, new ApologiesGiven(ID, NADIA))
        .when(kind(AttendanceKind.EXPECTED, null, DAY))
        .then(new AttendanceExpected(ID, NADIA, Capacity.REPRESENTATIVE));
    meeting
        .given(SCHEDULED, new AttendanceExpected(ID, NADIA, Capacity.REPRESENTATIVE))
        .when(kind(AttendanceKind.PRESENT, null, DAY))
        .then(THERE);
  }

  @Test
  void attendance_can_be_taken_back_and_only_once() {
    meeting
        .given(SCHEDULED, THERE)
        .when(new TakeAttendanceBack(ID, NADIA, false))
        .then(new AttendanceTakenBack(ID, NADIA));
    meeting
        .given(SCHEDULED, THERE, new AttendanceTakenBack(ID, NADIA))
        .when(new TakeAttendanceBack(ID, NADIA, false))
        .thenRejected(new NothingToTakeBack(ID));
    assertThat(state(THERE, new AttendanceTakenBack(ID, NADIA)).attendance()).isEmpty();
  }

  @Test
  void who_assessed_an_item_was_there_as_long_as_the_assessment_stands_or_was_briefed() {
    var given = Sitting.claimed(Influence.CHANGED);
    given.add(there(OWEN, Capacity.REPRESENTATIVE));
    var no = new AssessmentRestsOnIt(NADIA, Sitting.ITEM);
    var apologies = kind(AttendanceKind.APOLOGIES, null, DAY);
    meeting.given(given).when(new TakeAttendanceBack(ID, NADIA, false)).thenRejected(no);
    meeting.given(given).when(apologies).thenRejected(no);
    meeting
        .given(given)
        .when(kind(AttendanceKind.VIRTUAL, null, DAY))
        .then(
            new AttendanceRecorded(
                ID, NADIA, Capacity.REPRESENTATIVE, AttendanceKind.VIRTUAL, null, null, null));
    meeting
        .given(given)
        .when(new TakeAttendanceBack(ID, OWEN, false))
        .then(new AttendanceTakenBack(ID, OWEN));
    meeting
        .given(given)
        .when(new TakeAttendanceBack(ID, NADIA, true))
        .then(new AttendanceTakenBack(ID, NADIA));
    meeting
        .given(given)
        .when(
            new RecordAttendance(
                ID,
                NADIA,
                true,
                AttendanceKind.APOLOGIES,
                Capacity.OBSERVER,
                null,
                null,
                DAY,
                true))
        .then(new AttendanceTakenBack(ID, NADIA), new ApologiesGiven(ID, NADIA));
    given.add(new InfluenceDisputed(ID, Sitting.ITEM, Sitting.REASON, OWEN));
    meeting.given(given).when(new TakeAttendanceBack(ID, NADIA, false)).thenRejected(no);
    given.add(new DisputeSettled(ID, Sitting.ITEM, false, Sitting.TAMSIN, null, null));
    meeting
        .given(given)
        .when(new TakeAttendanceBack(ID, NADIA, false))
        .then(new AttendanceTakenBack(ID, NADIA));
  }

  @Test
  void whoever_was_recorded_before_there_were_kinds_was_present() {
    var before = new AttendanceRecorded(ID, NADIA, Capacity.DELEGATE, null, null, null, null);
    assertThat(state(before).attendance())
        .containsEntry(NADIA, Attendance.of(AttendanceKind.PRESENT, Capacity.DELEGATE));
    assertThat(state(before).wasThere(NADIA)).isTrue();
  }

  @Test
  void a_partner_was_there_as_an_organisation_or_by_a_person() {
    meeting
        .given(SCHEDULED)
        .when(partner(TRUST, PartnerKind.PRESENT, DAY))
        .then(new PartnerAttendanceRecorded(ID, TRUST.organisationId(), null, PartnerKind.PRESENT));
    var there =
        new PartnerAttendanceRecorded(
            ID, TRUST.organisationId(), TRUST_BY_COLM.personId(), PartnerKind.VIRTUAL);
    meeting.given(SCHEDULED).when(partner(TRUST_BY_COLM, PartnerKind.VIRTUAL, DAY)).then(there);
    meeting.given(SCHEDULED, there).when(partner(TRUST_BY_COLM, PartnerKind.VIRTUAL, DAY)).then();
    assertThat(state(there).wasThere(TRUST.organisationId())).isTrue();
    assertThat(state(there).wasThere(new OrganisationId("WYVT0002"))).isFalse();
  }

  @ParameterizedTest
  @EnumSource(PartnerKind.class)
  void a_partner_may_be_expected_and_send_apologies_before_the_day(PartnerKind kind) {
    var asked = meeting.given(SCHEDULED).when(partner(TRUST, kind, EVE));
    boolean before = kind == PartnerKind.EXPECTED || kind == PartnerKind.APOLOGIES;
    var recorded = new PartnerAttendanceRecorded(ID, TRUST.organisationId(), null, kind);
    if (before) {
      asked.then(recorded);
    } else {
      asked.thenRejected(new StillToCome(DAY));
    }
    assertThat(state(recorded).wasThere(TRUST.organisationId())).isEqualTo(!before);
  }

  @Test
  void a_partner_is_an_organisation_outside_general_practice() {
    meeting
        .given(SCHEDULED)
        .when(new RecordPartner(ID, TRUST, false, PartnerKind.PRESENT, DAY))
        .thenRejected(new PartnerDoesNotFit(TRUST.organisationId()));
  }

  @Test
  void a_partners_attendance_can_be_taken_back() {
    var there =
        new PartnerAttendanceRecorded(ID, TRUST.organisationId(), null, PartnerKind.PRESENT);
    var back = new PartnerAttendanceTakenBack(ID, TRUST.organisationId(), null);
    meeting.given(SCHEDULED, there).when(new TakePartnerBack(ID, TRUST)).then(back);
    meeting
        .given(SCHEDULED, there)
        .when(new TakePartnerBack(ID, TRUST_BY_COLM))
        .thenRejected(new NothingToTakeBack(ID));
    assertThat(state(there, back).wasThere(TRUST.organisationId())).isFalse();
  }

  private static Scheduled state(MeetingEvent... events) {
    Meeting scheduled = Meeting.DECIDER.fold(List.of(SCHEDULED));
    return (Scheduled) Meeting.DECIDER.fold(scheduled, List.of(events));
  }

  private static AttendanceRecorded observer(List<Unmandated> why) {
    return new AttendanceRecorded(
        ID, NADIA, Capacity.OBSERVER, AttendanceKind.PRESENT, null, null, why);
  }

  private static RecordAttendance delegate(@Nullable Authority authority) {
    return new RecordAttendance(
        ID, NADIA, true, AttendanceKind.PRESENT, Capacity.DELEGATE, null, authority, DAY);
  }

  private static RecordAttendance kind(
      AttendanceKind kind, @Nullable PersonId substituteFor, LocalDate today) {
    return new RecordAttendance(
        ID, NADIA, true, kind, Capacity.REPRESENTATIVE, substituteFor, null, today);
  }

  private static RecordPartner partner(Partner partner, PartnerKind kind, LocalDate today) {
    return new RecordPartner(ID, partner, true, kind, today);
  }
}
