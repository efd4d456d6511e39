package uk.onevoice.organisations.imports;

import uk.onevoice.organisations.domain.affiliation.AffiliationsRejection;
import uk.onevoice.organisations.domain.organisation.OrganisationRejection;

/** Rules that say no to a line, in words. */
final class Reasons {
  private Reasons() {}

  static String of(OrganisationRejection rejection) {
    return switch (rejection) {
      case OrganisationRejection.NotRegistered _ -> "is of an organisation that is not registered";
      case OrganisationRejection.AlreadyRegistered _ -> "is registered already";
      case OrganisationRejection.NotALocalKind _ -> "is not of a kind of our own";
      case OrganisationRejection.LocalWithOdsCode _ -> "gives a code to a body of our own";
      case OrganisationRejection.NamedByTheRegistry _ -> "is named by the registry";
      case OrganisationRejection.EndsBeforeItStarts(var start, var end) ->
          "ends on " + end + ", before it starts on " + start;
      case OrganisationRejection.ClosedAlready(var end) -> "closed on " + end + " already";
      case OrganisationRejection.NotClosed _ -> "is not closed";
      case OrganisationRejection.ReopensBeforeItCloses(var end, var from) ->
          "opens again on " + from + ", before it closes on " + end;
      case OrganisationRejection.SuccessorNotKnown(var id) -> "is followed by an unknown " + id;
      case OrganisationRejection.SuccessorOfAnotherKind(var id) ->
          "is followed by " + id + ", which is of another kind";
      case OrganisationRejection.SuccessorNotOpen(var id, var on) ->
          "is followed by " + id + ", which is not open on " + on;
      case OrganisationRejection.SuccessorsDoNotFit(var kind) ->
          "has not the successors of a " + kind;
      case OrganisationRejection.NotATrust _ -> "is not a trust";
      case OrganisationRejection.NotAPractice _ -> "is not a practice";
    };
  }

  static String of(AffiliationsRejection rejection) {
    return switch (rejection) {
      case AffiliationsRejection.UnknownAffiliation _ -> "is of an unknown affiliation";
      case AffiliationsRejection.BelongsElsewhere(_, var parent) -> "belongs to " + parent;
      case AffiliationsRejection.BelongsAlready(var parent) -> "belongs to " + parent + " already";
      case AffiliationsRejection.EndsBeforeItStarts(var start, var end) ->
          "ends on " + end + ", before it starts on " + start;
      case AffiliationsRejection.EndedAlready(var end) -> "ended on " + end + " already";
      case AffiliationsRejection.MemberNotOpen(var on) -> "is not open on " + on;
      case AffiliationsRejection.ParentNotOpen(var on) -> "joins what is not open on " + on;
      case AffiliationsRejection.NotAssigned _ -> "was assigned by nobody";
      case AffiliationsRejection.SaidByFiles _ -> "is said by official files";
      case AffiliationsRejection.NotInItsPlace(var place) -> "is not in the place " + place;
      case AffiliationsRejection.InNeighbourhood(var part) -> "is in the neighbourhood " + part;
      case AffiliationsRejection.OwnParent _ -> "would belong to itself";
      case AffiliationsRejection.NotInItsPlace _ -> "is not in the place of this neighbourhood";
      case AffiliationsRejection.InNeighbourhood _ -> "is in a neighbourhood of its place";
    };
  }
}
