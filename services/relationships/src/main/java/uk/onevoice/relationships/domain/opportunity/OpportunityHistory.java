package uk.onevoice.relationships.domain.opportunity;

import java.util.Map;
import java.util.Set;
import uk.onevoice.relationships.domain.opportunity.Opportunity.Absent;
import uk.onevoice.relationships.domain.opportunity.Opportunity.Opened;
import uk.onevoice.relationships.domain.opportunity.Opportunity.Outcome;
import uk.onevoice.relationships.domain.opportunity.Opportunity.Submission;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent.OpportunityCompetitorDropped;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent.OpportunityCompetitorNoted;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent.OpportunityCreditTakenBack;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent.OpportunityCredited;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent.OpportunityHosted;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent.OpportunityInterestExpressed;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent.OpportunityMandateCited;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent.OpportunityOpened;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent.OpportunityPartnerJoined;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent.OpportunityPartnerLeft;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent.OpportunityPersonNamed;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent.OpportunityPersonRemoved;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent.OpportunityResultRecorded;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent.OpportunityRetitled;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent.OpportunityStepTakenBack;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent.OpportunitySubmitted;

/** What an opportunity is after its events; never refuses. */
final class OpportunityHistory {
  private OpportunityHistory() {}

  static Opportunity evolve(Opportunity opportunity, OpportunityEvent event) {
    return switch (opportunity) {
      case Absent absent ->
          event instanceof OpportunityOpened opened
              ? new Opened(
                  opened,
                  opened.titleRef(),
                  Map.of(),
                  Map.of(),
                  Set.of(),
                  null,
                  null,
                  null,
                  null,
                  null,
                  null,
                  Set.of())
              : absent;
      case Opened opened -> after(opened, event);
    };
  }

  private static Opened after(Opened now, OpportunityEvent event) {
    var next = new Next(now);
    switch (event) {
      case OpportunityOpened _ -> {
        // Opened once.
      }
      case OpportunityRetitled(_, var title) -> next.title = title;
      case OpportunityPartnerJoined(_, var organisation, var side, _) ->
          next.bidders.put(organisation, side);
      case OpportunityPartnerLeft(_, var organisation, _) -> next.bidders.remove(organisation);
      case OpportunityPersonNamed(_, var person, var organisation) ->
          next.people.put(person, organisation);
      case OpportunityPersonRemoved(_, var person) -> next.people.remove(person);
      case OpportunityCompetitorNoted(_, var organisation) -> next.competitors.add(organisation);
      case OpportunityCompetitorDropped(_, var organisation) ->
          next.competitors.remove(organisation);
      case OpportunityHosted(_, var host, var lead) -> {
        next.host = host;
        next.lead = lead;
      }
      case OpportunityMandateCited(_, var mandate, _, var covers) -> {
        next.cited = mandate;
        if (covers && next.submission != null && next.submission.provisional()) {
          next.submission = new Submission(next.submission.on(), mandate, false);
        }
      }
      case OpportunityInterestExpressed(_, var on) -> next.interestOn = on;
      case OpportunitySubmitted(_, var on, var mandate, var provisional) ->
          next.submission = new Submission(on, mandate, provisional);
      case OpportunityResultRecorded(_, var result, var on) ->
          next.outcome = new Outcome(result, on);
      case OpportunityStepTakenBack(_, var step) -> next.without(step);
      case OpportunityCredited(_, var slot, var relationship) ->
          next.credits.add(new Credit(slot, relationship));
      case OpportunityCreditTakenBack(_, var slot, var relationship) ->
          next.credits.remove(new Credit(slot, relationship));
    }
    return next.opened();
  }
}
