package uk.onevoice.relationships.adapter.http;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.PersonId;
import uk.onevoice.relationships.domain.PlaceId;
import uk.onevoice.relationships.domain.RelationshipId;
import uk.onevoice.relationships.domain.SlotId;
import uk.onevoice.relationships.domain.opportunity.OpportunityId;
import uk.onevoice.relationships.domain.opportunity.OpportunityKind;
import uk.onevoice.relationships.domain.opportunity.Result;
import uk.onevoice.relationships.domain.opportunity.Step;
import uk.onevoice.relationships.domain.opportunity.Warning;

/** What callers send about opportunities, and what they are answered at once. */
final class OpportunityBodies {
  private OpportunityBodies() {}

  /**
   * @param with organisations that are in the bid from the start, beside the caller's own
   */
  record OpenOpportunity(
      PlaceId placeId,
      OpportunityKind kind,
      UUID topicId,
      String title,
      LocalDate on,
      @Nullable List<OrganisationId> with) {}

  record Title(String title) {}

  record Organisation(OrganisationId organisationId) {}

  record Person(PersonId personId, OrganisationId organisationId) {}

  record PersonGone(PersonId personId) {}

  record Host(OrganisationId hostId, @Nullable OrganisationId leadId) {}

  record Mandate(UUID mandateId) {}

  record StepTaken(Step step, LocalDate on) {}

  record StepGone(Step step) {}

  record ResultOf(Result result, LocalDate on) {}

  record CreditTo(SlotId slotId, RelationshipId relationshipId) {}

  /** An organisation in the bid with which there is no strong relationship. */
  record WarningOf(OrganisationId organisationId, Warning warning) {}

  record OpportunityRef(OpportunityId opportunityId, List<WarningOf> warnings) {}

  record Joined(List<WarningOf> warnings) {}

  /**
   * @param competitorIds organisations that bid against this one and at which the person holds a
   *     role today
   */
  record Named(List<OrganisationId> competitorIds) {}

  /**
   * @param provisional whether it went out without a mandate that covers it; null before that
   */
  record Standing(@Nullable Boolean provisional) {}
}
