package uk.onevoice.relationships.adapter.http;

import static uk.onevoice.service.problem.Problem.conflict;
import static uk.onevoice.service.problem.Problem.unprocessable;

import uk.onevoice.relationships.domain.opportunity.OpportunityRejection;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.AlreadyOpened;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.As;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.BeforeTheStepBefore;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.CannotDeliver;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.Competes;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.DayInTheFuture;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.HostsOrLeads;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.InTheBid;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.LastOfGeneralPractice;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.MandateNotKnown;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.NamedForAnother;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.NoResultYet;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.NoRoleThere;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.NoSuchOpportunity;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.NotARelationshipOfTheBid;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.NotInTheBid;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.NotNamed;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.NotSubmitted;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.NotTheLastStep;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.OrganisationNotKnown;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.SomebodyKnows;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.StepTaken;
import uk.onevoice.service.problem.Problem;

/** What a caller is told when a rule of opportunities said no. */
final class OpportunityProblems {
  private OpportunityProblems() {}

  static Problem of(OpportunityRejection rejection) {
    return switch (rejection) {
      case NoSuchOpportunity _ -> Problem.notFound();
      case AlreadyOpened _ ->
          conflict("opportunity-already-opened", "This opportunity is opened already.");
      case OrganisationNotKnown(_, var as) ->
          unprocessable("organisation-not-known", "This organisation is not open today.")
              .at(pointer(as), "must be an organisation of the registry that is open today");
      case NotInTheBid(_, var as) ->
          unprocessable("organisation-not-in-bid", "This organisation is not in the bid.")
              .at(pointer(as), "must be an organisation that has joined");
      case Competes _ ->
          conflict("organisation-competes", "This organisation is noted as a competitor.");
      case InTheBid _ -> conflict("organisation-in-bid", "This organisation is in the bid.");
      case HostsOrLeads _ ->
          conflict("organisation-hosts-or-leads", "This organisation is to host or lead the work.");
      case LastOfGeneralPractice _ ->
          conflict(
              "last-of-general-practice", "Nobody of general practice would know of it any more.");
      case SomebodyKnows _ -> Problem.notFound();
      case NoRoleThere _ ->
          unprocessable("no-role-there", "This person has no role there today.")
              .at("/personId", "must hold a role at the organisation today");
      case NamedForAnother _ ->
          conflict("named-for-another", "This person is named for another organisation.");
      case NotNamed _ ->
          unprocessable("person-not-named", "This person is not named.")
              .at("/personId", "must be a person who is named");
      case CannotDeliver(_, var as) ->
          unprocessable("cannot-deliver", "A leadership group holds no contract.")
              .at(pointer(as), "must be an organisation that can be held to a contract");
      case MandateNotKnown _ ->
          unprocessable("mandate-not-known", "The place has no such mandate.")
              .at("/mandateId", "must be a mandate of practices of the place");
      case DayInTheFuture _ ->
          unprocessable("day-in-the-future", "This day has not come yet.")
              .at("/on", "must be today or earlier");
      case BeforeTheStepBefore(_, var earliest) ->
          unprocessable("before-the-step-before", "The step before came later.")
              .at("/on", "must be " + earliest + " or later");
      case StepTaken _ ->
          conflict("step-already-taken", "This step, or a later one, is recorded already.");
      case NotSubmitted _ ->
          conflict("not-submitted", "What was not submitted is neither awarded nor lost.");
      case NotTheLastStep _ ->
          conflict("not-the-last-step", "Only the last step can be taken back.");
      case NoResultYet _ -> conflict("no-result-yet", "There is no result yet.");
      case NotARelationshipOfTheBid _ ->
          unprocessable(
                  "relationship-not-of-bid", "The relationship is with nobody who is in the bid.")
              .at("/relationshipId", "must be one with an organisation that has joined");
    };
  }

  private static String pointer(As as) {
    return switch (as) {
      case ORGANISATION -> "/organisationId";
      case WITH -> "/with";
      case HOST -> "/hostId";
      case LEAD -> "/leadId";
    };
  }
}
