package uk.onevoice.relationships.domain.opportunity;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.PersonId;
import uk.onevoice.relationships.domain.PlaceId;
import uk.onevoice.relationships.domain.RelationshipId;
import uk.onevoice.relationships.domain.SlotId;

/**
 * What has happened to an opportunity. The schemas are in contracts/events/relationships; nobody
 * outside this service does anything with them.
 */
public sealed interface OpportunityEvent {
  /**
   * @param on the day it was published, or came up where it was not
   */
  record OpportunityOpened(
      OpportunityId opportunityId,
      PlaceId placeId,
      OpportunityKind kind,
      UUID topicId,
      WordsRef titleRef,
      LocalDate on)
      implements OpportunityEvent {}

  record OpportunityRetitled(OpportunityId opportunityId, WordsRef titleRef)
      implements OpportunityEvent {}

  record OpportunityPartnerJoined(
      OpportunityId opportunityId, OrganisationId organisationId, Side side, LocalDate on)
      implements OpportunityEvent {}

  record OpportunityPartnerLeft(
      OpportunityId opportunityId, OrganisationId organisationId, LocalDate on)
      implements OpportunityEvent {}

  /** From now on the person is behind the wall, for this organisation. */
  record OpportunityPersonNamed(
      OpportunityId opportunityId, PersonId personId, OrganisationId organisationId)
      implements OpportunityEvent {}

  record OpportunityPersonRemoved(OpportunityId opportunityId, PersonId personId)
      implements OpportunityEvent {}

  record OpportunityCompetitorNoted(OpportunityId opportunityId, OrganisationId organisationId)
      implements OpportunityEvent {}

  record OpportunityCompetitorDropped(OpportunityId opportunityId, OrganisationId organisationId)
      implements OpportunityEvent {}

  /**
   * @param leadId who leads the work locally; null where that is not settled
   */
  record OpportunityHosted(
      OpportunityId opportunityId, OrganisationId hostId, @Nullable OrganisationId leadId)
      implements OpportunityEvent {}

  /**
   * @param covers whether it was in force on that day and named the topic
   */
  record OpportunityMandateCited(
      OpportunityId opportunityId, UUID mandateId, LocalDate on, boolean covers)
      implements OpportunityEvent {}

  record OpportunityInterestExpressed(OpportunityId opportunityId, LocalDate on)
      implements OpportunityEvent {}

  /**
   * @param mandateId under which; null where none was cited
   * @param provisional whether it went out without a mandate that covered it
   */
  record OpportunitySubmitted(
      OpportunityId opportunityId, LocalDate on, @Nullable UUID mandateId, boolean provisional)
      implements OpportunityEvent {}

  record OpportunityResultRecorded(OpportunityId opportunityId, Result result, LocalDate on)
      implements OpportunityEvent {}

  /** It was recorded by mistake. */
  record OpportunityStepTakenBack(OpportunityId opportunityId, Step step)
      implements OpportunityEvent {}

  record OpportunityCredited(
      OpportunityId opportunityId, SlotId slotId, RelationshipId relationshipId)
      implements OpportunityEvent {}

  record OpportunityCreditTakenBack(
      OpportunityId opportunityId, SlotId slotId, RelationshipId relationshipId)
      implements OpportunityEvent {}
}
