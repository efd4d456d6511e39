package uk.onevoice.relationships.adapter.http;

import static uk.onevoice.service.problem.Problem.unprocessable;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import uk.onevoice.relationships.adapter.http.SlotDesk.Here;
import uk.onevoice.relationships.adapter.store.Counterparts;
import uk.onevoice.relationships.adapter.store.Counterparts.Kept;
import uk.onevoice.relationships.adapter.store.Counterparts.Shown;
import uk.onevoice.relationships.domain.CounterpartRef;
import uk.onevoice.relationships.domain.PersonId;
import uk.onevoice.security.Actor.PersonActor;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.service.problem.Problem;

/** Whom of the other side a team may write about: those it knows and the vault shows. */
@ApplicationScoped
class TeamCounterparts {
  private final Counterparts counterparts;
  private final CurrentActor actor;

  TeamCounterparts(Counterparts counterparts, CurrentActor actor) {
    this.counterparts = counterparts;
    this.actor = actor;
  }

  /** The person who calls. A system is on no team. */
  PersonId caller() {
    if (actor.get() instanceof PersonActor person) {
      return new PersonId(person.person().value());
    }
    throw Problem.notFound().exception();
  }

  /**
   * Whom words about somebody of the other side are about.
   *
   * @param pointer where they are named in the body
   */
  Set<UUID> subject(Here here, CounterpartRef counterpart, String pointer) {
    known(here, counterpart, pointer);
    return counterparts.subjects(Set.of(counterpart));
  }

  /** Refuses a ref of nobody whom the team knows, and of whom nothing may be written now. */
  void known(Here here, CounterpartRef counterpart, String pointer) {
    Map<CounterpartRef, Kept> kept = counterparts.kept(Set.of(counterpart));
    if (!here.slot().counterparts().contains(counterpart)
        || !kept.containsKey(counterpart)
        || kept.get(counterpart).shown() != Shown.KNOWN) {
      throw unprocessable("counterpart-not-in-slot", "Nobody is known by this ref.")
          .at(pointer, "must be a counterpart of this slot")
          .exception();
    }
  }
}
