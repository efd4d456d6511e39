package uk.onevoice.relationships.domain.opportunity;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.PersonId;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.CiteMandate;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.DropCompetitor;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.ExpressInterest;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.GiveCredit;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.Join;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.Leave;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.NamePerson;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.NoteCompetitor;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.Open;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.RecordResult;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.RemovePerson;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.Retitle;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.SetHost;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.Submit;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.TakeCreditBack;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.TakeOver;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.TakeStepBack;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent.OpportunityOpened;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent.OpportunityRetitled;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.AlreadyOpened;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.NoSuchOpportunity;

/**
 * A tender or contract that general practice of a place goes for, with whom, and what came of it.
 */
public sealed interface Opportunity {
  Decider<OpportunityCommand, Opportunity, OpportunityEvent, OpportunityRejection> DECIDER =
      new Decider<>(new Absent(), Opportunity::decide, OpportunityHistory::evolve);

  record Absent() implements Opportunity {}

  /**
   * @param bidders the organisations that bid together, in the order in which they joined
   * @param people who is named, and for which of them
   * @param host who would hold the contract; null where that is not settled
   * @param lead who would lead the work locally; null where that is not settled
   * @param cited the mandate that is cited; null for none
   * @param interestOn the day of the expression of interest; null where there was none
   * @param submission null before it
   * @param outcome null before the result
   */
  record Opened(
      OpportunityOpened opening,
      WordsRef titleRef,
      Map<OrganisationId, Side> bidders,
      Map<PersonId, OrganisationId> people,
      Set<OrganisationId> competitors,
      @Nullable OrganisationId host,
      @Nullable OrganisationId lead,
      @Nullable UUID cited,
      @Nullable LocalDate interestOn,
      @Nullable Submission submission,
      @Nullable Outcome outcome,
      Set<Credit> credits)
      implements Opportunity {
    public Opened {
      bidders = Collections.unmodifiableMap(new LinkedHashMap<>(bidders));
      people = Collections.unmodifiableMap(new LinkedHashMap<>(people));
      competitors = Collections.unmodifiableSet(new LinkedHashSet<>(competitors));
      credits = Collections.unmodifiableSet(new LinkedHashSet<>(credits));
    }

    /** The record under which somebody is named; nothing where they are not. */
    public Optional<PersonId> namedAs(Collection<PersonId> records) {
      return people.keySet().stream().filter(records::contains).findFirst();
    }

    /** Who is named for general practice. */
    public Set<PersonId> ofGeneralPractice() {
      return people.keySet().stream()
          .filter(person -> sideOf(person) == Side.GP)
          .collect(Collectors.toUnmodifiableSet());
    }

    /** On which side this person is named. */
    public Side sideOf(PersonId named) {
      @Nullable OrganisationId organisation = people.get(named);
      return organisation == null ? Side.PARTNER : bidders.getOrDefault(organisation, Side.PARTNER);
    }

    /** The day of the last step, or of the opening. */
    public LocalDate lastDay() {
      if (outcome != null) {
        return outcome.on();
      }
      if (submission != null) {
        return submission.on();
      }
      return interestOn == null ? opening.on() : interestOn;
    }

    /** The last step that is recorded; null after the opening. */
    public @Nullable Step lastStep() {
      if (outcome != null) {
        return Step.RESULT;
      }
      if (submission != null) {
        return Step.SUBMITTED;
      }
      return interestOn == null ? null : Step.INTEREST;
    }
  }

  /**
   * @param mandateId under which it went out; null for none
   * @param provisional whether no mandate covered it, and none that does was cited since
   */
  record Submission(LocalDate on, @Nullable UUID mandateId, boolean provisional) {}

  record Outcome(Result result, LocalDate on) {}

  static Decision<OpportunityEvent, OpportunityRejection> decide(
      OpportunityCommand command, Opportunity opportunity) {
    return switch (opportunity) {
      case Absent _ ->
          command instanceof Open open
              ? Bidding.open(open)
              : reject(new NoSuchOpportunity(command.opportunityId()));
      case Opened opened -> decide(command, opened);
    };
  }

  private static Decision<OpportunityEvent, OpportunityRejection> decide(
      OpportunityCommand command, Opened opened) {
    return switch (command) {
      case Open(var id, _, _, _, _, _, _, _, _, _) -> reject(new AlreadyOpened(id));
      case Retitle(var id, var title) -> accept(new OpportunityRetitled(id, title));
      case Join join -> Bidding.join(join, opened);
      case Leave leave -> Bidding.leave(leave, opened);
      case NamePerson name -> Bidding.name(name, opened);
      case RemovePerson remove -> Bidding.remove(remove, opened);
      case TakeOver take -> Bidding.takeOver(take, opened);
      case NoteCompetitor note -> Bidding.note(note, opened);
      case DropCompetitor drop -> Bidding.drop(drop, opened);
      case SetHost host -> Bidding.host(host, opened);
      case CiteMandate cite -> Steps.cite(cite, opened);
      case ExpressInterest interest -> Steps.interest(interest, opened);
      case Submit submit -> Steps.submit(submit, opened);
      case RecordResult result -> Steps.result(result, opened);
      case TakeStepBack back -> Steps.back(back, opened);
      case GiveCredit credit -> Steps.credit(credit, opened);
      case TakeCreditBack back -> Steps.creditBack(back, opened);
    };
  }
}
