package uk.onevoice.relationships.adapter.http;

import static uk.onevoice.vault.TypedWords.SHORT;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.relationships.adapter.http.SlotBodies.Search;
import uk.onevoice.relationships.adapter.store.Counterparts;
import uk.onevoice.relationships.domain.CounterpartRef;
import uk.onevoice.relationships.domain.SlotId;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.security.Permission;
import uk.onevoice.service.problem.Problem;

/**
 * Finds counterparts by name for who answers for what is kept about somebody. A POST, since no
 * address holds a name; it changes nothing but the list of readings.
 */
@Path("/v1/relationships/counterpart-searches")
@RunOnVirtualThread
class CounterpartSearchesResource {
  private final Counterparts counterparts;
  private final CurrentActor actor;

  CounterpartSearchesResource(Counterparts counterparts, CurrentActor actor) {
    this.counterparts = counterparts;
    this.actor = actor;
  }

  record FoundView(List<Item> items) {}

  /**
   * @param linkedTo the registered person they are taken for; null for nobody
   */
  record Item(
      SlotId slotId,
      CounterpartRef counterpartRef,
      String name,
      String roleTitle,
      @Nullable UUID linkedTo) {}

  @POST
  @Permission("findCounterparts")
  public FoundView find(Search wish) {
    String name = wish.name().strip();
    if (name.length() < 2 || name.length() > SHORT) {
      throw Problem.invalid("/name", "must be 2 to " + SHORT + " characters").exception();
    }
    return new FoundView(
        counterparts.named(name, actor.get().ref()).stream()
            .map(found ->
                new Item(
                    found.slotId(),
                    found.counterpartRef(),
                    found.known().name(),
                    found.known().roleTitle(),
                    found.linkedTo()))
            .toList());
  }
}
