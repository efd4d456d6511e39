package uk.onevoice.relationships.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.onevoice.directory.Directory;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.relationships.adapter.store.OpportunityLog;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.PersonId;
import uk.onevoice.relationships.domain.opportunity.Opportunity;
import uk.onevoice.relationships.domain.opportunity.Opportunity.Opened;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent;
import uk.onevoice.relationships.domain.opportunity.OpportunityId;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection;
import uk.onevoice.relationships.domain.opportunity.Side;
import uk.onevoice.security.Actor;
import uk.onevoice.security.Actor.PersonActor;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.service.problem.Problem;

/**
 * The wall around an opportunity. No role opens it: only who is named is let in, and only while
 * they act for the organisation they are named for. For everybody else there is nothing there.
 */
@ApplicationScoped
class OpportunityWall {
  private final CommandHandler<
          OpportunityCommand, Opportunity, OpportunityEvent, OpportunityRejection>
      opportunities;
  private final Directory directory;
  private final CurrentActor current;

  OpportunityWall(
      CommandHandler<OpportunityCommand, Opportunity, OpportunityEvent, OpportunityRejection>
          opportunities,
      Directory directory,
      CurrentActor current) {
    this.opportunities = opportunities;
    this.directory = directory;
    this.current = current;
  }

  /**
   * An opportunity that the caller is let in to.
   *
   * @param actingFor the organisation the caller is named for
   */
  record Inside(Opened opened, long version, OrganisationId actingFor, Side side) {}

  /** Something that is there, whoever asks: only for those who decide by its result. */
  Optional<Opened> behind(OpportunityId id) {
    return opportunities.current(OpportunityLog.stream(id)).state() instanceof Opened opened
        ? Optional.of(opened)
        : Optional.empty();
  }

  /** What the caller is let in to; nothing where they are not named. */
  Optional<Inside> find(OpportunityId id) {
    var now = opportunities.current(OpportunityLog.stream(id));
    if (!(now.state() instanceof Opened opened) || !(current.get() instanceof PersonActor caller)) {
      return Optional.empty();
    }
    return opened
        .namedAs(recordsOf(caller))
        .flatMap(named -> inside(opened, now.version(), named, caller));
  }

  private static Optional<Inside> inside(
      Opened opened, long version, PersonId named, PersonActor caller) {
    OrganisationId organisation = opened.people().get(named);
    return organisation != null && countsFor(caller, organisation)
        ? Optional.of(new Inside(opened, version, organisation, opened.sideOf(named)))
        : Optional.empty();
  }

  /** Who acts for another organisation just now reads as that other one. */
  private static boolean countsFor(PersonActor caller, OrganisationId organisation) {
    return caller.actingAs() == null
        || (caller.actingAs().organisation() != null
            && caller.actingAs().organisation().value().equals(organisation.value()));
  }

  /**
   * What the caller may work on: somebody of general practice who is named.
   *
   * @throws uk.onevoice.service.problem.ProblemException not-found for everybody else
   */
  Inside forWriting(UUID id) {
    return find(new OpportunityId(id))
        .filter(inside -> inside.side() == Side.GP)
        .orElseThrow(() -> Problem.notFound().exception());
  }

  /** All records of the caller; none for a system. */
  Collection<UUID> records() {
    return current.get() instanceof PersonActor caller
        ? recordsOf(caller).stream().map(PersonId::value).toList()
        : Set.of();
  }

  private Set<PersonId> recordsOf(PersonActor caller) {
    return directory.records(caller.person()).stream()
        .map(record -> new PersonId(record.value()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * This person under the record that is named already, where one of theirs is: nobody is named
   * twice, or removed in vain, by having two records.
   */
  PersonId asNamed(PersonId person, Opened opened) {
    return opened
        .namedAs(
            directory.records(new uk.onevoice.directory.PersonId(person.value())).stream()
                .map(record -> new PersonId(record.value()))
                .collect(Collectors.toUnmodifiableSet()))
        .orElse(person);
  }

  /** The caller, who is a person. */
  PersonId caller() {
    Actor actor = current.get();
    return switch (actor) {
      case PersonActor person -> new PersonId(person.person().value());
      case Actor.ClientActor _ -> throw Problem.notFound().exception();
    };
  }
}
