package uk.onevoice.meetings.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.onevoice.meetings.domain.Sitting.ADDED;
import static uk.onevoice.meetings.domain.Sitting.AGREED;
import static uk.onevoice.meetings.domain.Sitting.CONFIRMED;
import static uk.onevoice.meetings.domain.Sitting.EVIDENCE;
import static uk.onevoice.meetings.domain.Sitting.FOR;
import static uk.onevoice.meetings.domain.Sitting.ID;
import static uk.onevoice.meetings.domain.Sitting.ITEM;
import static uk.onevoice.meetings.domain.Sitting.NADIA;
import static uk.onevoice.meetings.domain.Sitting.OWEN;
import static uk.onevoice.meetings.domain.Sitting.REASON;
import static uk.onevoice.meetings.domain.Sitting.SCHEDULED;
import static uk.onevoice.meetings.domain.Sitting.TAMSIN;
import static uk.onevoice.meetings.domain.Sitting.THERE;
import static uk.onevoice.meetings.domain.Sitting.assess;
import static uk.onevoice.meetings.domain.Sitting.assessed;
import static uk.onevoice.meetings.domain.Sitting.claimed;
import static uk.onevoice.meetings.domain.Sitting.confirm;
import static uk.onevoice.meetings.domain.Sitting.evidence;
import static uk.onevoice.meetings.domain.Sitting.uuid;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.onevoice.meetings.domain.AttendanceEvent.ApologiesGiven;
import uk.onevoice.meetings.domain.InfluenceCommand.AnswerCounterfactual;
import uk.onevoice.meetings.domain.InfluenceCommand.AssessInfluence;
import uk.onevoice.meetings.domain.InfluenceCommand.DisputeInfluence;
import uk.onevoice.meetings.domain.InfluenceCommand.SettleDispute;
import uk.onevoice.meetings.domain.InfluenceEvent.CounterfactualAnswered;
import uk.onevoice.meetings.domain.InfluenceEvent.DisputeSettled;
import uk.onevoice.meetings.domain.InfluenceEvent.EvidenceGiven;
import uk.onevoice.meetings.domain.InfluenceEvent.InfluenceDisputed;
import uk.onevoice.meetings.domain.Item.Assessed;
import uk.onevoice.meetings.domain.Item.Assessment;
import uk.onevoice.meetings.domain.Item.Confirmed;
import uk.onevoice.meetings.domain.Item.Decided;
import uk.onevoice.meetings.domain.Item.Disputed;
import uk.onevoice.meetings.domain.Item.NotAssessed;
import uk.onevoice.meetings.domain.Meeting.Scheduled;
import uk.onevoice.meetings.domain.MeetingRejection.AssessmentDisputed;
import uk.onevoice.meetings.domain.MeetingRejection.AssessorWasNotThere;
import uk.onevoice.meetings.domain.MeetingRejection.DisputedByItsAssessor;
import uk.onevoice.meetings.domain.MeetingRejection.EvidenceMissing;
import uk.onevoice.meetings.domain.MeetingRejection.NoOutcomeYet;
import uk.onevoice.meetings.domain.MeetingRejection.NotDisputed;
import uk.onevoice.meetings.domain.MeetingRejection.NothingToDispute;
import uk.onevoice.meetings.domain.MeetingRejection.SettledByAParty;
import uk.onevoice.testkit.DeciderRules;

class InfluenceTest {
  private static final InfluenceDisputed DISPUTED = new InfluenceDisputed(ID, ITEM, REASON, TAMSIN);

  private final DeciderRules<MeetingCommand, Meeting, MeetingEvent, MeetingRejection> meeting =
      DeciderRules.of(Meeting.DECIDER);

  @Test
  void whoever_was_briefed_may_judge_without_having_been_there() {
    meeting
        .given(SCHEDULED, ADDED, AGREED)
        .when(new AssessInfluence(ID, ITEM, new Judgement(Influence.NONE, OWEN, true, null, null)))
        .then(assessed(Influence.NONE, OWEN));
  }

  @Test
  void whoever_sent_apologies_was_not_there() {
    meeting
        .given(SCHEDULED, ADDED, new ApologiesGiven(ID, NADIA), AGREED)
        .when(assess(Influence.NONE))
        .thenRejected(new AssessorWasNotThere(NADIA));
  }

  @Test
  void a_claim_is_confirmed_on_evidence() {
    meeting
        .given(SCHEDULED, ADDED, FOR, THERE, AGREED, assessed(Influence.CHANGED, NADIA))
        .when(confirm(OWEN))
        .thenRejected(new EvidenceMissing(ITEM));
    meeting.given(claimed(Influence.CHANGED)).when(confirm(OWEN)).then(CONFIRMED);
  }

  @Test
  void evidence_comes_with_the_claim_or_by_saying_it_again() {
    meeting
        .given(SCHEDULED, ADDED, FOR, THERE, AGREED)
        .when(judge(Influence.CHANGED, EVIDENCE, SameWithoutUs.NO))
        .then(
            assessed(Influence.CHANGED, NADIA),
            evidence(),
            new CounterfactualAnswered(ID, ITEM, SameWithoutUs.NO, NADIA));
    UUID better = uuid(50);
    var given = claimed(Influence.CHANGED);
    given.add(CONFIRMED);
    meeting
        .given(given)
        .when(judge(Influence.CHANGED, better, null))
        .then(new EvidenceGiven(ID, ITEM, better, NADIA));
    given.add(new EvidenceGiven(ID, ITEM, better, NADIA));
    assertThat(assessment(given))
        .as("still confirmed")
        .isEqualTo(new Confirmed(Influence.CHANGED, NADIA, better, OWEN));
  }

  @Test
  void evidence_belongs_to_one_assessment() {
    var given = claimed(Influence.CHANGED);
    given.add(assessed(Influence.PARTLY, NADIA));
    assertThat(assessment(given)).isEqualTo(new Assessed(Influence.PARTLY, NADIA, null));
    assertThat(assessment(List.of(SCHEDULED, ADDED, AGREED, evidence())))
        .isEqualTo(new NotAssessed());
  }

  @Test
  void whether_it_would_have_been_the_same_without_us_is_asked_after_the_outcome() {
    var answer = new AnswerCounterfactual(ID, ITEM, SameWithoutUs.UNSURE, NADIA);
    var answered = new CounterfactualAnswered(ID, ITEM, SameWithoutUs.UNSURE, NADIA);
    meeting.given(SCHEDULED, ADDED).when(answer).thenRejected(new NoOutcomeYet(ITEM));
    meeting.given(SCHEDULED, ADDED, AGREED).when(answer).then(answered);
    meeting.given(SCHEDULED, ADDED, AGREED, answered).when(answer).then();
    meeting
        .given(SCHEDULED, ADDED, THERE, AGREED, assessed(Influence.NONE, NADIA), answered)
        .when(judge(Influence.NONE, null, SameWithoutUs.UNSURE))
        .then();
    assertThat(item(List.of(SCHEDULED, ADDED, AGREED, answered)).sameWithoutUs())
        .isEqualTo(SameWithoutUs.UNSURE);
  }

  @Test
  void somebody_else_may_dispute_an_assessment() {
    meeting.given(claimed(Influence.CHANGED)).when(dispute(TAMSIN)).then(DISPUTED);
    meeting.given(claimed(Influence.NONE)).when(dispute(TAMSIN)).then(DISPUTED);
    meeting
        .given(claimed(Influence.CHANGED))
        .when(dispute(NADIA))
        .thenRejected(new DisputedByItsAssessor(NADIA));
    meeting
        .given(SCHEDULED, ADDED, AGREED)
        .when(dispute(TAMSIN))
        .thenRejected(new NothingToDispute(ITEM));
  }

  @Test
  void while_it_is_disputed_it_is_neither_confirmed_nor_made_anew() {
    var given = claimed(Influence.CHANGED);
    given.add(DISPUTED);
    var no = new AssessmentDisputed(ITEM);
    meeting.given(given).when(confirm(OWEN)).thenRejected(no);
    meeting.given(given).when(assess(Influence.PARTLY)).thenRejected(no);
    meeting.given(given).when(dispute(OWEN)).thenRejected(no);
    UUID better = uuid(51);
    meeting
        .given(given)
        .when(judge(Influence.CHANGED, better, null))
        .then(new EvidenceGiven(ID, ITEM, better, NADIA));
    given.add(new EvidenceGiven(ID, ITEM, better, NADIA));
    assertThat(assessment(given))
        .isEqualTo(new Disputed(new Assessed(Influence.CHANGED, NADIA, better), TAMSIN, REASON));
    meeting
        .given(given)
        .when(Sitting.outcome(Outcome.NOT_DECIDED, null))
        .thenRejected(new MeetingRejection.ClaimWithoutDecision(ITEM));
  }

  @Test
  void that_an_assessment_stands_says_neither_its_assessor_nor_who_confirmed_it() {
    var given = claimed(Influence.CHANGED);
    given.add(CONFIRMED);
    given.add(DISPUTED);
    meeting.given(given).when(settle(true, NADIA)).thenRejected(new SettledByAParty(NADIA));
    meeting.given(given).when(settle(true, OWEN)).thenRejected(new SettledByAParty(OWEN));
    var stands = new DisputeSettled(ID, ITEM, true, TAMSIN, Influence.CHANGED, true);
    meeting.given(given).when(settle(true, TAMSIN)).then(stands);
    given.add(stands);
    assertThat(assessment(given))
        .isEqualTo(new Confirmed(Influence.CHANGED, NADIA, EVIDENCE, OWEN));
    meeting.given(given).when(settle(true, TAMSIN)).thenRejected(new NotDisputed(ITEM));
  }

  @Test
  void that_an_assessment_goes_does_not_say_who_disputed_it() {
    var given = claimed(Influence.CHANGED);
    given.add(DISPUTED);
    meeting.given(given).when(settle(false, TAMSIN)).thenRejected(new SettledByAParty(TAMSIN));
    meeting
        .given(given)
        .when(settle(true, OWEN))
        .then(new DisputeSettled(ID, ITEM, true, OWEN, Influence.CHANGED, false));
    var gone = new DisputeSettled(ID, ITEM, false, NADIA, null, null);
    meeting.given(given).when(settle(false, NADIA)).then(gone);
    given.add(gone);
    assertThat(assessment(given)).isEqualTo(new NotAssessed());
    meeting.given(given).when(settle(false, NADIA)).thenRejected(new NotDisputed(ITEM));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "CHANGED,         UNCONFIRMED, -",
        "PARTLY,          UNCONFIRMED, -",
        "ALREADY_ALIGNED, -,           -",
        "NONE,            NONE,        NONE",
        "ADVERSE,         ADVERSE,     ADVERSE",
        "NOT_RELEVANT,    -,           -"
      })
  void what_moved_nothing_is_told_apart_from_what_is_not_known(
      Influence influence, @Nullable Unmoved assessed, @Nullable Unmoved confirmed) {
    var made = new Assessed(influence, NADIA, null);
    assertThat(Unmoved.of(made)).isEqualTo(Optional.ofNullable(assessed));
    assertThat(Unmoved.of(new Confirmed(influence, NADIA, null, OWEN)))
        .isEqualTo(Optional.ofNullable(confirmed));
    assertThat(Unmoved.of(new Disputed(made, OWEN, REASON))).contains(Unmoved.DISPUTED);
    assertThat(Unmoved.of(new NotAssessed())).isEmpty();
  }

  private static Item item(List<MeetingEvent> history) {
    var meeting = (Scheduled) Meeting.DECIDER.fold(history);
    return Objects.requireNonNull(meeting.items().get(ITEM));
  }

  private static Assessment assessment(List<MeetingEvent> history) {
    return ((Decided) item(history).result()).assessment();
  }

  private static AssessInfluence judge(
      Influence influence, @Nullable UUID evidence, @Nullable SameWithoutUs same) {
    return new AssessInfluence(ID, ITEM, new Judgement(influence, NADIA, false, evidence, same));
  }

  private static DisputeInfluence dispute(PersonId by) {
    return new DisputeInfluence(ID, ITEM, REASON, by);
  }

  private static SettleDispute settle(boolean stands, PersonId by) {
    return new SettleDispute(ID, ITEM, stands, by);
  }
}
