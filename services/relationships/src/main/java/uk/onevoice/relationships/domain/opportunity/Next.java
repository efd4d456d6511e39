package uk.onevoice.relationships.domain.opportunity;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.PersonId;
import uk.onevoice.relationships.domain.opportunity.Opportunity.Opened;
import uk.onevoice.relationships.domain.opportunity.Opportunity.Outcome;
import uk.onevoice.relationships.domain.opportunity.Opportunity.Submission;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent.OpportunityOpened;

/** The next state while one event is applied; an event changes one or two of a dozen things. */
final class Next {
  private final OpportunityOpened opening;
  WordsRef title;
  final Map<OrganisationId, Side> bidders;
  final Map<PersonId, OrganisationId> people;
  final Set<OrganisationId> competitors;
  @Nullable OrganisationId host;
  @Nullable OrganisationId lead;
  @Nullable UUID cited;
  @Nullable LocalDate interestOn;
  @Nullable Submission submission;
  @Nullable Outcome outcome;
  final Set<Credit> credits;

  Next(Opened now) {
    opening = now.opening();
    title = now.titleRef();
    bidders = new LinkedHashMap<>(now.bidders());
    people = new LinkedHashMap<>(now.people());
    competitors = new LinkedHashSet<>(now.competitors());
    host = now.host();
    lead = now.lead();
    cited = now.cited();
    interestOn = now.interestOn();
    submission = now.submission();
    outcome = now.outcome();
    credits = new LinkedHashSet<>(now.credits());
  }

  void without(Step step) {
    switch (step) {
      case INTEREST -> interestOn = null;
      case SUBMITTED -> submission = null;
      case RESULT -> {
        outcome = null;
        // What came of a relationship is said of a result that is no more.
        credits.clear();
      }
    }
  }

  Opened opened() {
    return new Opened(
        opening,
        title,
        bidders,
        people,
        competitors,
        host,
        lead,
        cited,
        interestOn,
        submission,
        outcome,
        credits);
  }
}
