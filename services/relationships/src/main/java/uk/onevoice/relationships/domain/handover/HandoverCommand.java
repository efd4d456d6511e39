package uk.onevoice.relationships.domain.handover;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.PersonId;
import uk.onevoice.relationships.domain.PlaceId;
import uk.onevoice.relationships.domain.RelationshipId;
import uk.onevoice.relationships.domain.SlotId;
import uk.onevoice.relationships.domain.handover.HandoverEvent.Cause;
import uk.onevoice.relationships.domain.handover.HandoverEvent.Reason;

/** What can be asked of a handover, with the facts from elsewhere that its rules need. */
public sealed interface HandoverCommand {
  /**
   * Queues a relationship for a successor.
   *
   * @param live whether it goes on today
   */
  record Open(
      HandoverId handoverId,
      PlaceId placeId,
      SlotId slotId,
      RelationshipId relationshipId,
      PersonId holderId,
      OrganisationId actingFor,
      Cause cause,
      boolean live,
      LocalDate today)
      implements HandoverCommand {}

  /**
   * Asks somebody to go on with it.
   *
   * @param counterpart the organisation on the other side
   * @param speaksForPractices whether the body is one of general practice today
   * @param successorActsForIt whether the person holds a role there today
   */
  record Offer(
      HandoverId handoverId,
      PersonId successorId,
      OrganisationId actingFor,
      OrganisationId counterpart,
      boolean speaksForPractices,
      boolean successorActsForIt)
      implements HandoverCommand {}

  /**
   * @param by who declines
   */
  record Decline(HandoverId handoverId, PersonId by) implements HandoverCommand {}

  /**
   * @param by who accepts
   * @param successorRelationshipId theirs in the slot, new or going on already
   * @param onTeam whether they are of the slot's team already
   * @param live whether the relationship goes on today
   * @param successorActsForIt whether they still hold a role at the body they were asked for
   */
  record Accept(
      HandoverId handoverId,
      PersonId by,
      RelationshipId successorRelationshipId,
      boolean onTeam,
      boolean live,
      boolean successorActsForIt,
      LocalDate today)
      implements HandoverCommand {}

  /**
   * @param author whose opinion it is; null where there is none
   * @param by who lets the successor read it
   */
  record Consent(
      HandoverId handoverId,
      UUID assessmentRef,
      @Nullable PersonId author,
      PersonId by,
      LocalDate today)
      implements HandoverCommand {}

  record WithdrawConsent(
      HandoverId handoverId, UUID assessmentRef, @Nullable PersonId author, PersonId by)
      implements HandoverCommand {}

  /**
   * @param holderActs whether the holder holds a role at the body they keep in touch for
   */
  record Cancel(HandoverId handoverId, Reason reason, boolean holderActs, LocalDate today)
      implements HandoverCommand {}
}
