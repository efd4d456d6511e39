package uk.onevoice.projection.facts;

import java.util.Set;

/**
 * What relationships says of opportunities. No fact follows from any of it: whatever a view or a
 * search knew of one, it would show to people who are not behind its wall.
 */
final class OpportunityRevisions {
  static final Set<String> IGNORES =
      Set.of(
          "OpportunityOpened",
          "OpportunityRetitled",
          "OpportunityPartnerJoined",
          "OpportunityPartnerLeft",
          "OpportunityPersonNamed",
          "OpportunityPersonRemoved",
          "OpportunityCompetitorNoted",
          "OpportunityCompetitorDropped",
          "OpportunityHosted",
          "OpportunityMandateCited",
          "OpportunityInterestExpressed",
          "OpportunitySubmitted",
          "OpportunityResultRecorded",
          "OpportunityStepTakenBack",
          "OpportunityCredited",
          "OpportunityCreditTakenBack");

  private OpportunityRevisions() {}
}
