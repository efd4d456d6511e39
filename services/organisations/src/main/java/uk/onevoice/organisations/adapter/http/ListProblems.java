package uk.onevoice.organisations.adapter.http;

import static uk.onevoice.service.problem.Problem.conflict;
import static uk.onevoice.service.problem.Problem.unprocessable;

import java.time.LocalDate;
import uk.onevoice.organisations.domain.controlled.ListRejection;
import uk.onevoice.organisations.domain.forum.ForumRejection;
import uk.onevoice.organisations.domain.place.PlaceRejection;
import uk.onevoice.service.problem.Problem;

/** What a caller is told when a rule of topics or forums said no. */
final class ListProblems {
  private ListProblems() {}

  /**
   * @param day which field of the body says the day
   * @param label which field says what it is called
   */
  static Problem of(ListRejection rejection, String day, String label) {
    return switch (rejection) {
      case ListRejection.Unknown _ -> Problem.notFound();
      case ListRejection.NotAnIcb(var id) -> PlaceProblems.of(new PlaceRejection.NotAnIcb(id), day);
      case ListRejection.IcbNotOpen(var id, var on) ->
          PlaceProblems.of(new PlaceRejection.IcbNotOpen(id, on), day);
      case ListRejection.LabelTaken(var taken) ->
          conflict("label-taken", "Another one in use in this ICS is called so already.")
              .at(label, "is used by another one: " + taken);
      case ListRejection.InTheFuture _ ->
          unprocessable("day-in-the-future", "This day has not come yet.")
              .at(day, "must be today or earlier");
      case ListRejection.BeforeItBegan(var start) -> tooEarly(start, day);
      case ListRejection.LaterNameStands(var from) -> tooEarly(from, day);
      case ListRejection.NotInUse(var since) ->
          conflict("entry-not-in-use", "It is no longer used.")
              .detail("It was used until the day before " + since + ".");
      case ListRejection.InUse _ -> conflict("entry-in-use", "It is in use.");
      case ListRejection.UnknownSuccessor _ ->
          unprocessable("successor-not-in-use", "It cannot go on in that one.")
              .at("/into", "must be in use in the same list on that day");
      case ListRejection.IntoItself _ ->
          unprocessable("successor-not-in-use", "It cannot go on in that one.")
              .at("/into", "must be another one");
      case ListRejection.TooFewParts _ ->
          unprocessable("too-few-parts", "A split leaves two or more.")
              .at("/into", "must name two or more");
    };
  }

  static Problem of(ForumRejection rejection, String day, String label) {
    return switch (rejection) {
      case ForumRejection.OfTheList(var ofTheList) -> of(ofTheList, day, label);
      case ForumRejection.OwnerNotKnown _ ->
          unprocessable("organisation-not-known", "The registry does not know this organisation.")
              .at("/ownerId", "must be a registered organisation");
      case ForumRejection.PlaceOfAnotherIcs _ ->
          unprocessable("place-of-another-ics", "A place does not lie in this ICS.")
              .at("/placeIds", "must lie in the ICS");
      case ForumRejection.TopicOfAnotherList _ ->
          unprocessable("topic-of-another-list", "A topic is not in the list of this ICS.")
              .at("/topicIds", "must be in the list of the ICS");
    };
  }

  private static Problem tooEarly(LocalDate earliest, String day) {
    return unprocessable("day-too-early", "That would be before what is known already.")
        .at(day, "must be " + earliest + " or later");
  }
}
