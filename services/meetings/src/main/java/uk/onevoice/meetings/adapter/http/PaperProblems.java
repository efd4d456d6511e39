package uk.onevoice.meetings.adapter.http;

import static uk.onevoice.service.problem.Problem.conflict;
import static uk.onevoice.service.problem.Problem.unprocessable;

import uk.onevoice.meetings.domain.guests.GuestsRejection;
import uk.onevoice.meetings.domain.papers.PapersRejection;
import uk.onevoice.service.problem.Problem;

/** What a caller is told when a rule of papers or guests said no. */
final class PaperProblems {
  private PaperProblems() {}

  static Problem of(PapersRejection rejection) {
    return switch (rejection) {
      case PapersRejection.NoSuchPaper _ -> Problem.notFound();
      case PapersRejection.NoSuchItem _ ->
          unprocessable("item-not-on-agenda", "This item is not on the meeting's agenda.")
              .at("query:itemId", "must be an item of this meeting");
      case PapersRejection.GuestsSeeItems _ ->
          unprocessable("guests-see-items", "Guests see papers of the items that they come for.")
              .at("query:itemId", "is required for a paper that guests may read");
      case PapersRejection.FiledAlready _ ->
          conflict("paper-there-already", "The same file is there already.");
      case PapersRejection.TooManyPapers(var most) ->
          conflict("too-many-papers", "This meeting has as many papers as can be.")
              .detail("At most " + most + " can be there at a time.");
    };
  }

  static Problem of(GuestsRejection rejection) {
    return switch (rejection) {
      case GuestsRejection.NoSuchInvitation _ -> Problem.notFound();
      case GuestsRejection.OrganisationNotKnown _ ->
          unprocessable("organisation-not-known", "The registry has no such organisation.")
              .at("/organisationId", "must be an organisation of the registry");
      case GuestsRejection.NoItems _ ->
          unprocessable("invited-for-nothing", "A partner is invited for named items.")
              .at("/itemIds", "must name at least one item");
      case GuestsRejection.NoSuchItem _ ->
          unprocessable("item-not-on-agenda", "This item is not on the meeting's agenda.")
              .at("/itemIds", "must be items of this meeting");
      case GuestsRejection.InvitedAlready _ ->
          conflict("invited-already", "This organisation is invited already.")
              .detail("Take that invitation back before another is made.");
    };
  }

  static Problem notTaken() {
    return Problem.of(415, "file-not-taken", "Files of this kind are not taken.")
        .detail(
            "PDF, Word, Excel and PowerPoint without macros, OpenDocument, plain text, PNG and JPEG"
                + " are, whatever the file is called.");
  }

  static Problem tooLarge(int most) {
    return Problem.of(413, "file-too-large", "This file is too large.")
        .detail("At most " + most / 1_000_000 + " MB are taken.");
  }
}
