package uk.onevoice.relationships.domain.handover;

import java.time.LocalDate;
import java.util.UUID;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.PersonId;
import uk.onevoice.relationships.domain.RelationshipId;

/** The rule that said no. */
public sealed interface HandoverRejection {
  record NotOpened(HandoverId handoverId) implements HandoverRejection {}

  record AlreadyOpen(HandoverId handoverId) implements HandoverRejection {}

  record AlreadyCompleted(HandoverId handoverId, LocalDate on) implements HandoverRejection {}

  record NotGoingOn(RelationshipId relationshipId) implements HandoverRejection {}

  record SuccessorIsTheHolder(PersonId successorId) implements HandoverRejection {}

  record NotABodyOfGeneralPractice(OrganisationId actingFor) implements HandoverRejection {}

  record SuccessorActsForTheCounterpart(OrganisationId actingFor) implements HandoverRejection {}

  record SuccessorDoesNotActForIt(PersonId successorId, OrganisationId actingFor)
      implements HandoverRejection {}

  /** Nobody has asked this person to go on with it. */
  record NotOffered(PersonId personId) implements HandoverRejection {}

  /** Only who wrote an opinion lets others read it. */
  record NotTheAuthor(UUID assessmentRef) implements HandoverRejection {}

  /** The holder has no role there any more: somebody else has to go on, or it ends. */
  record HolderHasGone(PersonId holderId) implements HandoverRejection {}
}
