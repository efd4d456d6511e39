package uk.onevoice.relationships.domain.opportunity;

import java.time.LocalDate;
import java.util.UUID;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.PersonId;

/** The rule that said no. */
public sealed interface OpportunityRejection {
  record NoSuchOpportunity(OpportunityId opportunityId) implements OpportunityRejection {}

  record AlreadyOpened(OpportunityId opportunityId) implements OpportunityRejection {}

  /** As what the command names an organisation. */
  enum As {
    ORGANISATION,
    WITH,
    HOST,
    LEAD
  }

  /** The registry knows no such organisation, or it is not open today. */
  record OrganisationNotKnown(OrganisationId organisationId, As as)
      implements OpportunityRejection {}

  record NotInTheBid(OrganisationId organisationId, As as) implements OpportunityRejection {}

  /** Nobody bids against themselves. */
  record Competes(OrganisationId organisationId) implements OpportunityRejection {}

  record InTheBid(OrganisationId organisationId) implements OpportunityRejection {}

  record HostsOrLeads(OrganisationId organisationId) implements OpportunityRejection {}

  /** Nobody of general practice would know of it any more. */
  record LastOfGeneralPractice() implements OpportunityRejection {}

  /** Somebody of general practice who is named still acts for it: they can hand it on. */
  record SomebodyKnows() implements OpportunityRejection {}

  record NoRoleThere(PersonId personId, OrganisationId organisationId)
      implements OpportunityRejection {}

  record NamedForAnother(PersonId personId, OrganisationId organisationId)
      implements OpportunityRejection {}

  record NotNamed(PersonId personId) implements OpportunityRejection {}

  /** It is no legal person, so that no contract binds it. */
  record CannotDeliver(OrganisationId organisationId, As as) implements OpportunityRejection {}

  record MandateNotKnown(UUID mandateId) implements OpportunityRejection {}

  record DayInTheFuture(LocalDate on) implements OpportunityRejection {}

  /**
   * @param earliest the day of the step before
   */
  record BeforeTheStepBefore(LocalDate on, LocalDate earliest) implements OpportunityRejection {}

  /** This step, or a later one, is recorded already. */
  record StepTaken(Step step) implements OpportunityRejection {}

  /** What was never submitted is neither awarded nor lost. */
  record NotSubmitted() implements OpportunityRejection {}

  /** Only the last step is taken back. */
  record NotTheLastStep(Step step) implements OpportunityRejection {}

  record NoResultYet() implements OpportunityRejection {}

  /** The relationship is with none of the organisations in the bid. */
  record NotARelationshipOfTheBid() implements OpportunityRejection {}
}
