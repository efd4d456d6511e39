package uk.onevoice.relationships.domain.opportunity;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decision;
import uk.onevoice.relationships.domain.opportunity.Opportunity.Opened;
import uk.onevoice.relationships.domain.opportunity.Opportunity.Outcome;
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

/** What is done about it, day after day, and what came of it. */
final class Steps {
  private Steps() {}

  static Decision<OpportunityEvent, OpportunityRejection> cite(CiteMandate wish, Opened opened) {
    Citation citation = wish.citation();
    if (citation.lacks().contains(Citation.Lack.NOT_KNOWN)) {
      return reject(new MandateNotKnown(citation.mandateId()));
    }
    boolean confirms =
        citation.covers() && opened.submission() != null && opened.submission().provisional();
    // Cited again it says nothing new, unless it covers by now what went out without cover.
    return citation.mandateId().equals(opened.cited()) && !confirms
        ? accept()
        : accept(
            new OpportunityMandateCited(
                wish.opportunityId(), citation.mandateId(), wish.today(), citation.covers()));
  }

  static Decision<OpportunityEvent, OpportunityRejection> interest(
      ExpressInterest wish, Opened opened) {
    return dayRefused(Step.INTEREST, wish.on(), wish.today(), opened)
        .<Decision<OpportunityEvent, OpportunityRejection>>map(Decision::reject)
        .orElseGet(() -> accept(new OpportunityInterestExpressed(wish.opportunityId(), wish.on())));
  }

  static Decision<OpportunityEvent, OpportunityRejection> submit(Submit wish, Opened opened) {
    // Another mandate may have been cited since the caller looked: what was not checked covers
    // nothing.
    @Nullable Citation checked =
        wish.cited() != null && wish.cited().mandateId().equals(opened.cited())
            ? wish.cited()
            : null;
    return dayRefused(Step.SUBMITTED, wish.on(), wish.today(), opened)
        .<Decision<OpportunityEvent, OpportunityRejection>>map(Decision::reject)
        .orElseGet(() ->
            accept(
                new OpportunitySubmitted(
                    wish.opportunityId(),
                    wish.on(),
                    opened.cited(),
                    checked == null || !checked.covers())));
  }

  static Decision<OpportunityEvent, OpportunityRejection> result(RecordResult wish, Opened opened) {
    if (new Outcome(wish.result(), wish.on()).equals(opened.outcome())) {
      return accept();
    }
    Optional<OpportunityRejection> refused =
        dayRefused(Step.RESULT, wish.on(), wish.today(), opened);
    if (refused.isPresent()) {
      return reject(refused.get());
    }
    return opened.submission() == null && wish.result() != Result.WITHDRAWN
        ? reject(new NotSubmitted())
        : accept(new OpportunityResultRecorded(wish.opportunityId(), wish.result(), wish.on()));
  }

  private static Optional<OpportunityRejection> dayRefused(
      Step step, LocalDate on, LocalDate today, Opened opened) {
    @Nullable Step last = opened.lastStep();
    if (last != null && last.compareTo(step) >= 0) {
      return Optional.of(new StepTaken(last));
    }
    if (on.isAfter(today)) {
      return Optional.of(new DayInTheFuture(on));
    }
    return on.isBefore(opened.lastDay())
        ? Optional.of(new BeforeTheStepBefore(on, opened.lastDay()))
        : Optional.empty();
  }

  static Decision<OpportunityEvent, OpportunityRejection> back(TakeStepBack wish, Opened opened) {
    return wish.step() == opened.lastStep()
        ? accept(new OpportunityStepTakenBack(wish.opportunityId(), wish.step()))
        : reject(new NotTheLastStep(wish.step()));
  }

  static Decision<OpportunityEvent, OpportunityRejection> credit(GiveCredit wish, Opened opened) {
    if (opened.outcome() == null) {
      return reject(new NoResultYet());
    }
    if (wish.with() == null || !opened.bidders().containsKey(wish.with())) {
      return reject(new NotARelationshipOfTheBid());
    }
    return opened.credits().contains(wish.credit())
        ? accept()
        : accept(
            new OpportunityCredited(
                wish.opportunityId(), wish.credit().slotId(), wish.credit().relationshipId()));
  }

  static Decision<OpportunityEvent, OpportunityRejection> creditBack(
      TakeCreditBack wish, Opened opened) {
    return opened.credits().contains(wish.credit())
        ? accept(
            new OpportunityCreditTakenBack(
                wish.opportunityId(), wish.credit().slotId(), wish.credit().relationshipId()))
        : accept();
  }
}
