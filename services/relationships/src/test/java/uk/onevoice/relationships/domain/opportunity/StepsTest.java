package uk.onevoice.relationships.domain.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.onevoice.relationships.domain.opportunity.Bid.AWARDED;
import static uk.onevoice.relationships.domain.opportunity.Bid.CITED;
import static uk.onevoice.relationships.domain.opportunity.Bid.CREDIT;
import static uk.onevoice.relationships.domain.opportunity.Bid.ID;
import static uk.onevoice.relationships.domain.opportunity.Bid.INTERESTED;
import static uk.onevoice.relationships.domain.opportunity.Bid.INTEREST_ON;
import static uk.onevoice.relationships.domain.opportunity.Bid.MANDATE;
import static uk.onevoice.relationships.domain.opportunity.Bid.OPENED_ON;
import static uk.onevoice.relationships.domain.opportunity.Bid.OTHER_MANDATE;
import static uk.onevoice.relationships.domain.opportunity.Bid.RESULT_ON;
import static uk.onevoice.relationships.domain.opportunity.Bid.RIVAL;
import static uk.onevoice.relationships.domain.opportunity.Bid.SUBMITTED;
import static uk.onevoice.relationships.domain.opportunity.Bid.SUBMITTED_ON;
import static uk.onevoice.relationships.domain.opportunity.Bid.SUBMITTED_WITHOUT;
import static uk.onevoice.relationships.domain.opportunity.Bid.TODAY;
import static uk.onevoice.relationships.domain.opportunity.Bid.TRUST;
import static uk.onevoice.relationships.domain.opportunity.Bid.cited;
import static uk.onevoice.relationships.domain.opportunity.Bid.opened;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.onevoice.relationships.domain.opportunity.Citation.Lack;
import uk.onevoice.relationships.domain.opportunity.Opportunity.Opened;
import uk.onevoice.relationships.domain.opportunity.Opportunity.Submission;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.CiteMandate;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.ExpressInterest;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.GiveCredit;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.RecordResult;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.Submit;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.TakeCreditBack;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.TakeStepBack;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent.OpportunityCreditTakenBack;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent.OpportunityCredited;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent.OpportunityInterestExpressed;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent.OpportunityMandateCited;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent.OpportunityResultRecorded;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent.OpportunityStepTakenBack;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent.OpportunitySubmitted;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.BeforeTheStepBefore;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.DayInTheFuture;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.MandateNotKnown;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.NoResultYet;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.NotARelationshipOfTheBid;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.NotSubmitted;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.NotTheLastStep;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.StepTaken;
import uk.onevoice.testkit.DeciderRules;

class StepsTest {
  private static final LocalDate TOMORROW = TODAY.plusDays(1);
  private static final OpportunityCredited CREDITED =
      new OpportunityCredited(ID, CREDIT.slotId(), CREDIT.relationshipId());

  private final DeciderRules<
          OpportunityCommand, Opportunity, OpportunityEvent, OpportunityRejection>
      bid = DeciderRules.of(Opportunity.DECIDER);

  @Test
  void interest_is_expressed_once_and_before_anything_else() {
    bid.given(opened()).when(interest(INTEREST_ON)).then(INTERESTED);
    bid.given(opened(INTERESTED))
        .when(interest(INTEREST_ON))
        .thenRejected(new StepTaken(Step.INTEREST));
    bid.given(opened(SUBMITTED))
        .when(interest(INTEREST_ON))
        .thenRejected(new StepTaken(Step.SUBMITTED));
  }

  @Test
  void no_step_is_taken_before_the_one_before_it_nor_in_the_future() {
    bid.given(opened())
        .when(interest(OPENED_ON))
        .then(new OpportunityInterestExpressed(ID, OPENED_ON));
    bid.given(opened())
        .when(interest(OPENED_ON.minusDays(1)))
        .thenRejected(new BeforeTheStepBefore(OPENED_ON.minusDays(1), OPENED_ON));
    bid.given(opened()).when(interest(TODAY)).then(new OpportunityInterestExpressed(ID, TODAY));
    bid.given(opened()).when(interest(TOMORROW)).thenRejected(new DayInTheFuture(TOMORROW));
    bid.given(opened(INTERESTED))
        .when(new Submit(ID, INTEREST_ON.minusDays(1), null, TODAY))
        .thenRejected(new BeforeTheStepBefore(INTEREST_ON.minusDays(1), INTEREST_ON));
    bid.given(opened(INTERESTED))
        .when(new Submit(ID, TOMORROW, null, TODAY))
        .thenRejected(new DayInTheFuture(TOMORROW));
    bid.given(opened(INTERESTED, SUBMITTED))
        .when(result(Result.LOST, SUBMITTED_ON.minusDays(1)))
        .thenRejected(new BeforeTheStepBefore(SUBMITTED_ON.minusDays(1), SUBMITTED_ON));
  }

  @Test
  void it_goes_out_under_a_live_mandate_on_its_topic() {
    bid.given(opened(INTERESTED, CITED))
        .when(new Submit(ID, SUBMITTED_ON, cited(MANDATE), TODAY))
        .then(SUBMITTED);
    bid.given(opened(CITED))
        .when(new Submit(ID, SUBMITTED_ON, cited(MANDATE), TODAY))
        .then(SUBMITTED);
  }

  @Test
  void without_a_mandate_it_goes_out_provisionally() {
    bid.given(opened()).when(new Submit(ID, SUBMITTED_ON, null, TODAY)).then(SUBMITTED_WITHOUT);
  }

  @ParameterizedTest
  @EnumSource(Lack.class)
  void a_mandate_that_lacks_something_covers_nothing(Lack lack) {
    bid.given(opened(CITED))
        .when(new Submit(ID, SUBMITTED_ON, cited(MANDATE, lack), TODAY))
        .then(new OpportunitySubmitted(ID, SUBMITTED_ON, MANDATE, true));
  }

  @Test
  void a_mandate_that_was_not_looked_at_covers_nothing() {
    bid.given(opened(CITED, new OpportunityMandateCited(ID, OTHER_MANDATE, TODAY, true)))
        .when(new Submit(ID, SUBMITTED_ON, cited(MANDATE), TODAY))
        .then(new OpportunitySubmitted(ID, SUBMITTED_ON, OTHER_MANDATE, true));
    bid.given(opened())
        .when(new Submit(ID, SUBMITTED_ON, cited(MANDATE), TODAY))
        .then(SUBMITTED_WITHOUT);
  }

  @Test
  void it_goes_out_once() {
    bid.given(opened(SUBMITTED))
        .when(new Submit(ID, SUBMITTED_ON, null, TODAY))
        .thenRejected(new StepTaken(Step.SUBMITTED));
    bid.given(opened(SUBMITTED, AWARDED))
        .when(new Submit(ID, SUBMITTED_ON, null, TODAY))
        .thenRejected(new StepTaken(Step.RESULT));
  }

  @Test
  void what_went_out_provisionally_is_so_until_a_mandate_that_covers_it_is_cited() {
    bid.given(opened(SUBMITTED_WITHOUT)).when(cite(cited(MANDATE))).then(CITED);
    assertThat(state(opened(SUBMITTED_WITHOUT, CITED)).submission())
        .isEqualTo(new Submission(SUBMITTED_ON, MANDATE, false));
    var without = new OpportunityMandateCited(ID, MANDATE, TODAY, false);
    assertThat(state(opened(SUBMITTED_WITHOUT, without)).submission())
        .isEqualTo(new Submission(SUBMITTED_ON, null, true));
    // Practices have granted it since: cited again, it says more than before.
    bid.given(opened(without, SUBMITTED_WITHOUT)).when(cite(cited(MANDATE))).then(CITED);
    bid.given(opened(SUBMITTED))
        .when(cite(cited(OTHER_MANDATE)))
        .then(new OpportunityMandateCited(ID, OTHER_MANDATE, TODAY, true));
    assertThat(
            state(opened(SUBMITTED, new OpportunityMandateCited(ID, OTHER_MANDATE, TODAY, true)))
                .submission())
        .isEqualTo(new Submission(SUBMITTED_ON, MANDATE, false));
  }

  @Test
  void a_mandate_is_cited_whether_it_covers_or_not_and_has_to_be_known() {
    bid.given(opened()).when(cite(cited(MANDATE))).then(CITED);
    bid.given(opened())
        .when(cite(cited(MANDATE, Lack.NOT_IN_FORCE)))
        .then(new OpportunityMandateCited(ID, MANDATE, TODAY, false));
    bid.given(opened())
        .when(cite(cited(MANDATE, Lack.NOT_KNOWN)))
        .thenRejected(new MandateNotKnown(MANDATE));
    bid.given(opened(CITED)).when(cite(cited(MANDATE))).then();
    bid.given(opened(CITED, SUBMITTED)).when(cite(cited(MANDATE))).then();
    bid.given(opened(CITED, SUBMITTED_WITHOUT)).when(cite(cited(MANDATE, Lack.TOPIC))).then();
    bid.given(opened(CITED))
        .when(cite(cited(OTHER_MANDATE)))
        .then(new OpportunityMandateCited(ID, OTHER_MANDATE, TODAY, true));
  }

  @ParameterizedTest
  @EnumSource(Result.class)
  void what_was_submitted_has_one_result(Result result) {
    bid.given(opened(SUBMITTED))
        .when(result(result, RESULT_ON))
        .then(new OpportunityResultRecorded(ID, result, RESULT_ON));
    bid.given(opened(SUBMITTED, new OpportunityResultRecorded(ID, result, RESULT_ON)))
        .when(result(result, RESULT_ON))
        .then();
    bid.given(opened(SUBMITTED, new OpportunityResultRecorded(ID, result, RESULT_ON)))
        .when(result(result, TODAY))
        .thenRejected(new StepTaken(Step.RESULT));
  }

  @Test
  void what_was_not_submitted_is_withdrawn_at_most() {
    bid.given(opened()).when(result(Result.AWARDED, RESULT_ON)).thenRejected(new NotSubmitted());
    bid.given(opened(INTERESTED))
        .when(result(Result.LOST, RESULT_ON))
        .thenRejected(new NotSubmitted());
    bid.given(opened())
        .when(result(Result.WITHDRAWN, RESULT_ON))
        .then(new OpportunityResultRecorded(ID, Result.WITHDRAWN, RESULT_ON));
  }

  @Test
  void the_last_step_may_be_taken_back_and_taken_again() {
    bid.given(opened(INTERESTED, SUBMITTED, AWARDED))
        .when(new TakeStepBack(ID, Step.RESULT))
        .then(back(Step.RESULT));
    bid.given(opened(INTERESTED, SUBMITTED, AWARDED))
        .when(new TakeStepBack(ID, Step.SUBMITTED))
        .thenRejected(new NotTheLastStep(Step.SUBMITTED));
    bid.given(opened())
        .when(new TakeStepBack(ID, Step.INTEREST))
        .thenRejected(new NotTheLastStep(Step.INTEREST));
    bid.given(opened(INTERESTED, SUBMITTED, AWARDED, back(Step.RESULT), back(Step.SUBMITTED)))
        .when(new TakeStepBack(ID, Step.INTEREST))
        .then(back(Step.INTEREST));
    bid.given(opened(INTERESTED, back(Step.INTEREST))).when(interest(INTEREST_ON)).then(INTERESTED);
    bid.given(opened(SUBMITTED, AWARDED, back(Step.RESULT)))
        .when(result(Result.LOST, RESULT_ON))
        .then(new OpportunityResultRecorded(ID, Result.LOST, RESULT_ON));
  }

  @Test
  void the_last_day_is_that_of_the_last_step() {
    assertThat(state(opened()).lastDay()).isEqualTo(OPENED_ON);
    assertThat(state(opened(INTERESTED)).lastDay()).isEqualTo(INTEREST_ON);
    assertThat(state(opened(INTERESTED, SUBMITTED)).lastDay()).isEqualTo(SUBMITTED_ON);
    assertThat(state(opened(INTERESTED, SUBMITTED, AWARDED)).lastDay()).isEqualTo(RESULT_ON);
  }

  @Test
  void a_result_is_credited_to_a_relationship_with_somebody_in_the_bid() {
    bid.given(opened(SUBMITTED, AWARDED)).when(new GiveCredit(ID, CREDIT, TRUST)).then(CREDITED);
    bid.given(opened(SUBMITTED, AWARDED, CREDITED)).when(new GiveCredit(ID, CREDIT, TRUST)).then();
    bid.given(opened(SUBMITTED))
        .when(new GiveCredit(ID, CREDIT, TRUST))
        .thenRejected(new NoResultYet());
    bid.given(opened(SUBMITTED, AWARDED))
        .when(new GiveCredit(ID, CREDIT, RIVAL))
        .thenRejected(new NotARelationshipOfTheBid());
    bid.given(opened(SUBMITTED, AWARDED))
        .when(new GiveCredit(ID, CREDIT, null))
        .thenRejected(new NotARelationshipOfTheBid());
  }

  @Test
  void a_credit_may_be_taken_back_and_goes_with_the_result() {
    var takenBack = new OpportunityCreditTakenBack(ID, CREDIT.slotId(), CREDIT.relationshipId());
    bid.given(opened(SUBMITTED, AWARDED, CREDITED))
        .when(new TakeCreditBack(ID, CREDIT))
        .then(takenBack);
    bid.given(opened(SUBMITTED, AWARDED, CREDITED, takenBack))
        .when(new TakeCreditBack(ID, CREDIT))
        .then();
    assertThat(state(opened(SUBMITTED, AWARDED, CREDITED)).credits()).containsExactly(CREDIT);
    assertThat(state(opened(SUBMITTED, AWARDED, CREDITED, back(Step.RESULT))).credits()).isEmpty();
  }

  private static OpportunityStepTakenBack back(Step step) {
    return new OpportunityStepTakenBack(ID, step);
  }

  private static ExpressInterest interest(LocalDate on) {
    return new ExpressInterest(ID, on, TODAY);
  }

  private static RecordResult result(Result result, LocalDate on) {
    return new RecordResult(ID, result, on, TODAY);
  }

  private static CiteMandate cite(Citation citation) {
    return new CiteMandate(ID, citation, TODAY);
  }

  private static Opened state(List<OpportunityEvent> history) {
    return (Opened) Opportunity.DECIDER.fold(history);
  }
}
