package uk.onevoice.organisations.domain.listsize;

/** The rules that say no. */
public sealed interface ListSizeRejection {
  record NegativePatients(int patients) implements ListSizeRejection {}
}
