package uk.onevoice.organisations.domain.organisation;

import java.time.LocalDate;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.OrganisationKind;

/** The rules that say no. */
public sealed interface OrganisationRejection {
  record NotRegistered() implements OrganisationRejection {}

  record AlreadyRegistered(OrganisationId id) implements OrganisationRejection {}

  /** The registry owns organisations of this kind; they come from its files. */
  record NotALocalKind(OrganisationKind kind) implements OrganisationRejection {}

  /** Bodies of our own kinds never carry an ODS code. */
  record LocalWithOdsCode(OrganisationId id) implements OrganisationRejection {}

  /** Names of bodies in the registry come from its files. */
  record NamedByTheRegistry(OrganisationId id) implements OrganisationRejection {}

  record EndsBeforeItStarts(LocalDate start, LocalDate end) implements OrganisationRejection {}

  record ClosedAlready(LocalDate end) implements OrganisationRejection {}

  record NotClosed() implements OrganisationRejection {}

  record ReopensBeforeItCloses(LocalDate end, LocalDate from) implements OrganisationRejection {}

  record SuccessorNotKnown(OrganisationId id) implements OrganisationRejection {}

  /** A practice is followed by practices, an ICB by ICBs. */
  record SuccessorOfAnotherKind(OrganisationId id) implements OrganisationRejection {}

  record SuccessorNotOpen(OrganisationId id, LocalDate on) implements OrganisationRejection {}

  /** A split has several successors; everything else has one, and that is another body. */
  record SuccessorsDoNotFit(SuccessionKind kind) implements OrganisationRejection {}

  record NotATrust() implements OrganisationRejection {}

  record NotAPractice() implements OrganisationRejection {}
}
