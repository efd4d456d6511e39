package uk.onevoice.organisations.domain.affiliation;

import java.time.LocalDate;
import java.util.UUID;

/** The rules that say no. */
public sealed interface AffiliationsRejection {
  record UnknownAffiliation(UUID id) implements AffiliationsRejection {}

  /** A member has at most one of this kind at a time. */
  record BelongsElsewhere(AffiliationKind kind, String parent) implements AffiliationsRejection {}

  record BelongsAlready(String parent) implements AffiliationsRejection {}

  record EndsBeforeItStarts(LocalDate start, LocalDate end) implements AffiliationsRejection {}

  record EndedAlready(LocalDate end) implements AffiliationsRejection {}

  record MemberNotOpen(LocalDate on) implements AffiliationsRejection {}

  record ParentNotOpen(LocalDate on) implements AffiliationsRejection {}

  record OwnParent() implements AffiliationsRejection {}

  /** Nobody put it in the place of another, so there is nothing to take back. */
  record NotAssigned(UUID id) implements AffiliationsRejection {}

  /** Official files say who belongs in this way. */
  record SaidByFiles(AffiliationKind kind) implements AffiliationsRejection {}

  /** A practice is in a neighbourhood of its own place only. */
  record NotInItsPlace(String place) implements AffiliationsRejection {}

  /** It would lie in a neighbourhood of a place in which it does not lie. */
  record InNeighbourhood(String neighbourhood) implements AffiliationsRejection {}
}
