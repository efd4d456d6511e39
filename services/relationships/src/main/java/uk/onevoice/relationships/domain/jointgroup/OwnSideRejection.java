package uk.onevoice.relationships.domain.jointgroup;

import java.util.UUID;
import uk.onevoice.relationships.domain.OrganisationId;

/** The rule that said no. */
public sealed interface OwnSideRejection {
  /** It is none of the place, or not in force today. */
  record MandateNotLive(UUID mandateId) implements OwnSideRejection {}

  record NotALeadershipGroupHere(OrganisationId organisationId) implements OwnSideRejection {}

  record NoSuchNote(NoteId noteId) implements OwnSideRejection {}
}
