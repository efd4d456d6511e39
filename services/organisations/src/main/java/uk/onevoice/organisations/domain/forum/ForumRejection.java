package uk.onevoice.organisations.domain.forum;

import uk.onevoice.organisations.domain.controlled.ListRejection;

/** The rules that say no. */
public sealed interface ForumRejection {
  record OfTheList(ListRejection rejection) implements ForumRejection {}

  record OwnerNotKnown() implements ForumRejection {}

  record PlaceOfAnotherIcs() implements ForumRejection {}

  record TopicOfAnotherList() implements ForumRejection {}
}
