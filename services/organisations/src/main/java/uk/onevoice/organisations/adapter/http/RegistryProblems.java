package uk.onevoice.organisations.adapter.http;

import static uk.onevoice.service.problem.Problem.conflict;
import static uk.onevoice.service.problem.Problem.unprocessable;

import uk.onevoice.organisations.domain.affiliation.AffiliationsRejection;
import uk.onevoice.organisations.domain.client.ClientRejection;
import uk.onevoice.organisations.domain.organisation.OrganisationRejection;
import uk.onevoice.organisations.imports.UnreadableFile;
import uk.onevoice.service.problem.Problem;

/** What a caller is told when a rule of the registry said no. */
final class RegistryProblems {
  private RegistryProblems() {}

  static Problem of(OrganisationRejection rejection) {
    return switch (rejection) {
      case OrganisationRejection.NotRegistered _ -> Problem.notFound();
      case OrganisationRejection.AlreadyRegistered _ ->
          conflict("organisation-already-registered", "This organisation is registered already.");
      case OrganisationRejection.NotALocalKind _ ->
          unprocessable(
                  "kind-of-the-registry", "Organisations of this kind come from official files.")
              .at("/kind", "must be FEDERATION, LMC or LEADERSHIP_GROUP");
      case OrganisationRejection.LocalWithOdsCode _ ->
          unprocessable("local-with-ods-code", "A body of our own has no ODS code.");
      case OrganisationRejection.NamedByTheRegistry _ ->
          conflict("named-by-the-registry", "The name comes from official files.");
      case OrganisationRejection.EndsBeforeItStarts(var start, _) ->
          endsBeforeItStarts().at("/end", "must be " + start + " or later");
      case OrganisationRejection.ClosedAlready(var end) ->
          conflict("organisation-closed", "The organisation is closed already.")
              .detail("Its first day closed was " + end + ".");
      case OrganisationRejection.NotClosed _ ->
          conflict("organisation-open", "The organisation is open.");
      case OrganisationRejection.ReopensBeforeItCloses(var end, _) ->
          unprocessable("reopens-before-it-closes", "It would open again before it closes.")
              .at("/from", "must be " + end + " or later");
      case OrganisationRejection.SuccessorNotKnown _,
          OrganisationRejection.SuccessorOfAnotherKind _,
          OrganisationRejection.SuccessorNotOpen _,
          OrganisationRejection.SuccessorsDoNotFit _ ->
          SuccessionProblems.of(rejection);
      case OrganisationRejection.NotATrust _ ->
          conflict("not-a-trust", "Only a trust has a sector.");
      case OrganisationRejection.NotAPractice _ ->
          conflict("not-a-practice", "The organisation is not a practice.");
    };
  }

  static Problem of(AffiliationsRejection rejection) {
    return switch (rejection) {
      case AffiliationsRejection.UnknownAffiliation _ -> Problem.notFound();
      case AffiliationsRejection.EndsBeforeItStarts(var start, _) ->
          endsBeforeItStarts().at("/end", "must be " + start + " or later");
      case AffiliationsRejection.EndedAlready(var end) ->
          conflict("affiliation-ended", "It has ended already.")
              .detail("It ended before " + end + ".");
      case AffiliationsRejection.SaidByFiles _ -> saidByFiles();
      case AffiliationsRejection.NotAssigned _ -> SuccessionProblems.notAssigned();
      case AffiliationsRejection.NotInItsPlace _ ->
          conflict("not-in-its-place", "A practice is in a neighbourhood of its own place only.");
      case AffiliationsRejection.InNeighbourhood _ ->
          conflict("in-a-neighbourhood", "The practice is in a neighbourhood of this place.");
      case AffiliationsRejection.BelongsElsewhere _,
          AffiliationsRejection.BelongsAlready _,
          AffiliationsRejection.MemberNotOpen _,
          AffiliationsRejection.ParentNotOpen _,
          AffiliationsRejection.OwnParent _ ->
          membersRefused().detail("The member " + inWords(rejection) + ".");
    };
  }

  static Problem membersRefused() {
    return conflict("members-refused", "Not all of them can belong.");
  }

  static Problem saidByFiles() {
    return unprocessable("members-by-file", "Who belongs in this way comes from elsewhere.");
  }

  /** Why a member cannot belong, as the end of a sentence. */
  static String inWords(AffiliationsRejection rejection) {
    return switch (rejection) {
      case AffiliationsRejection.UnknownAffiliation _ -> "does not belong";
      case AffiliationsRejection.EndsBeforeItStarts(var start, _) -> "belongs from " + start;
      case AffiliationsRejection.EndedAlready(var end) -> "belonged until " + end;
      case AffiliationsRejection.BelongsElsewhere(_, var parent) ->
          "belongs to " + parent + " at that time";
      case AffiliationsRejection.BelongsAlready(_) -> "belongs already, from another day";
      case AffiliationsRejection.MemberNotOpen(var on) -> "is not open on " + on;
      case AffiliationsRejection.ParentNotOpen(var on) -> "would join what is not open on " + on;
      case AffiliationsRejection.NotAssigned _ -> "was assigned by nobody";
      case AffiliationsRejection.SaidByFiles _ -> "belongs as official files say";
      case AffiliationsRejection.OwnParent _ -> "would belong to itself";
      case AffiliationsRejection.NotInItsPlace _ -> "is not in the place of this neighbourhood";
      case AffiliationsRejection.InNeighbourhood _ -> "is in a neighbourhood of its place";
    };
  }

  static Problem of(ClientRejection rejection) {
    return switch (rejection) {
      case ClientRejection.NotRegistered _ -> Problem.notFound();
      case ClientRejection.AlreadyRegistered _ ->
          conflict("client-already-registered", "This client is registered already.");
      case ClientRejection.HasEnded _ ->
          conflict("client-ended", "This system is not used any more.")
              .detail("Move it to an organisation first; then it can be approved.");
      case ClientRejection.UnknownOrganisation _ ->
          unprocessable("organisation-not-known", "The registry does not know this organisation.")
              .at("/organisationId", "must be a registered organisation");
      case ClientRejection.NotAnIcb _ ->
          unprocessable("not-an-icb", "This is not an ICB that the registry knows.")
              .at("/organisationId", "must be the ODS code of an ICB");
    };
  }

  static Problem of(UnreadableFile file) {
    var problem =
        switch (file.reason()) {
          case EMPTY -> unprocessable("import-empty", "The file is empty.");
          case TOO_LARGE -> unprocessable("import-too-large", "The file holds too much.");
          case DAMAGED -> unprocessable("import-damaged", "The file is damaged.");
          case SEVERAL_FILES ->
              unprocessable("import-several-files", "The archive holds several tables.");
          case NOT_UTF_8 -> unprocessable("import-not-utf-8", "The file is not UTF-8 text.");
          case NOT_RECOGNISED ->
              unprocessable("import-not-recognised", "This is none of the known tables.");
          case RELEASE_NEEDED ->
              unprocessable("import-release-needed", "The file does not say its release.")
                  .at(
                      "query:release",
                      "must be the month or day that this table is of, such as 2026-07 or 2026-07-01");
          case NO_USABLE_ROW ->
              unprocessable("import-no-usable-row", "No row of the table can be used.");
        };
    return problem.detail(file.getMessage());
  }

  static Problem importUndone() {
    return conflict("import-undone", "The import has been taken back; send the file again.");
  }

  static Problem importNotAccepted() {
    return conflict("import-not-accepted", "The import has not been accepted.");
  }

  static Problem endsBeforeItStarts() {
    return unprocessable("ends-before-it-starts", "It would end before it starts.");
  }
}
