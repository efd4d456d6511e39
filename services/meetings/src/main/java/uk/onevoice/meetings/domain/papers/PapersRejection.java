package uk.onevoice.meetings.domain.papers;

import uk.onevoice.meetings.domain.ItemId;

/** The rule that said no. */
public sealed interface PapersRejection {
  record NoSuchItem(ItemId itemId) implements PapersRejection {}

  /** Guests are invited for items, and see no paper that is for none. */
  record GuestsSeeItems() implements PapersRejection {}

  record FiledAlready(PaperId paperId) implements PapersRejection {}

  record TooManyPapers(int most) implements PapersRejection {}

  record NoSuchPaper(PaperId paperId) implements PapersRejection {}
}
