package uk.onevoice.organisations.domain.listsize;

/** The rules that say no. */
public sealed interface ListSizesRejection {
  record NothingPublished() implements ListSizesRejection {}
}
