package uk.onevoice.relationships.adapter.http;

import static uk.onevoice.vault.TypedWords.SHORT;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.relationships.adapter.http.SlotBodies.CounterpartNamedRef;
import uk.onevoice.relationships.adapter.http.SlotBodies.CounterpartWish;
import uk.onevoice.relationships.adapter.http.SlotBodies.Leaving;
import uk.onevoice.relationships.adapter.http.SlotBodies.Link;
import uk.onevoice.relationships.adapter.http.SlotBodies.NameCounterpart;
import uk.onevoice.relationships.adapter.http.SlotDesk.Here;
import uk.onevoice.relationships.adapter.store.Counterparts;
import uk.onevoice.relationships.domain.CounterpartRef;
import uk.onevoice.relationships.domain.PeopleCommand;
import uk.onevoice.relationships.domain.PeopleCommand.CounterpartLeaves;
import uk.onevoice.relationships.domain.PeopleCommand.LinkCounterpart;
import uk.onevoice.relationships.domain.PeopleCommand.NoteCounterpart;
import uk.onevoice.relationships.domain.PeopleCommand.ReviseCounterpart;
import uk.onevoice.relationships.domain.PeopleCommand.UnlinkCounterpart;
import uk.onevoice.relationships.domain.counterpart.Counterpart;
import uk.onevoice.relationships.domain.counterpart.Counterpart.Authority;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.security.Permission;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.listing.Part;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.problem.ProblemException;
import uk.onevoice.service.wiring.Ids;

/** People of the other side whom the team of a slot knows by name; for that team alone. */
@Path("/v1/relationships/slots/{id}")
@RunOnVirtualThread
class CounterpartsResource {
  private final SlotDesk desk;
  private final Counterparts counterparts;
  private final CurrentActor actor;
  private final Commands commands;
  private final Today today;
  private final Ids ids;

  CounterpartsResource(
      SlotDesk desk,
      Counterparts counterparts,
      CurrentActor actor,
      Commands commands,
      Today today,
      Ids ids) {
    this.desk = desk;
    this.counterparts = counterparts;
    this.actor = actor;
    this.commands = commands;
    this.today = today;
    this.ids = ids;
  }

  @GET
  @Path("/counterparts")
  @Permission("listCounterparts")
  public Page<CounterpartView> list(
      @PathParam("id") UUID id,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    PageRequest request = PageRequest.of(after, limit);
    Here here = desk.forTeam(id);
    return Part.of(
        List.copyOf(here.slot().counterparts()),
        request,
        some -> CounterpartView.of(some, counterparts.kept(some), here.slot()));
  }

  @POST
  @Path("/counterparts")
  @Permission("noteCounterpart")
  public Response note(@PathParam("id") UUID id, CounterpartWish wish) {
    Here here = desk.forTeam(id);
    CounterpartRef counterpart =
        counterparts.note(here.id(), ids.get(), checked(wish), actor.get().ref());
    return unlessRepeated(
        () ->
            desk.handle(
                here,
                new NoteCounterpart(here.id(), counterpart),
                (_, _, _) ->
                    commands.created(
                        "/v1/relationships/slots/" + id + "/counterparts",
                        new CounterpartNamedRef(here.id(), counterpart))),
        () -> counterparts.forget(counterpart));
  }

  @POST
  @Path("/counterparts/{counterpartRef}/revisions")
  @Permission("reviseCounterpart")
  public Response revise(
      @PathParam("id") UUID id,
      @PathParam("counterpartRef") UUID counterpartRef,
      CounterpartWish wish) {
    Here here = desk.forTeam(id);
    var counterpart = known(here, counterpartRef);
    Counterpart before =
        counterparts.find(counterpart).orElseThrow(() -> Problem.notFound().exception());
    counterparts.revise(counterpart, before.revisedTo(checked(wish)), actor.get().ref());
    // The words are there before the event that says so, and as they were where it does not come.
    return unlessRepeated(
        () -> desk.done(here, new ReviseCounterpart(here.id(), counterpart)),
        () -> counterparts.revise(counterpart, before, actor.get().ref()));
  }

  @POST
  @Path("/counterparts/{counterpartRef}/link")
  @Permission("linkCounterpart")
  public Response link(
      @PathParam("id") UUID id, @PathParam("counterpartRef") UUID counterpartRef, Link wish) {
    Here here = desk.anywhere(id);
    var counterpart = new CounterpartRef(counterpartRef);
    boolean joins =
        here.slot().counterparts().contains(counterpart)
            && !here.slot().linked().contains(counterpart);
    // The words first: a link that was written down and moved nothing could not be made again.
    if (joins) {
      counterparts.link(counterpart, desk.standing(wish.personId()).value());
    }
    return unlessRepeated(
        () -> desk.done(here, new LinkCounterpart(here.id(), counterpart)),
        () -> {
          if (joins) {
            counterparts.unlink(counterpart);
          }
        });
  }

  @POST
  @Path("/counterparts/{counterpartRef}/unlink")
  @Permission("unlinkCounterpart")
  public Response unlink(
      @PathParam("id") UUID id, @PathParam("counterpartRef") UUID counterpartRef) {
    Here here = desk.anywhere(id);
    var counterpart = new CounterpartRef(counterpartRef);
    // The words first again: who was taken for another is to read nothing any more, whatever ends.
    Optional<UUID> taken =
        here.slot().linked().contains(counterpart)
            ? counterparts.unlink(counterpart)
            : Optional.empty();
    return unlessRepeated(
        () -> desk.done(here, new UnlinkCounterpart(here.id(), counterpart)),
        () -> taken.ifPresent(person -> counterparts.link(counterpart, person)));
  }

  @POST
  @Path("/relationships/{relationshipId}/counterparts")
  @Permission("nameCounterpart")
  public Response name(
      @PathParam("id") UUID id,
      @PathParam("relationshipId") UUID relationship,
      NameCounterpart wish) {
    Here here = desk.forTeam(id);
    return desk.done(
        here,
        new PeopleCommand.NameCounterpart(
            here.id(), here.relationship(relationship).relationshipId(), wish.counterpartRef()));
  }

  @POST
  @Path("/relationships/{relationshipId}/counterparts/{counterpartRef}/leavings")
  @Permission("counterpartLeaves")
  public Response leaves(
      @PathParam("id") UUID id,
      @PathParam("relationshipId") UUID relationship,
      @PathParam("counterpartRef") UUID counterpartRef,
      Leaving wish) {
    Here here = desk.forTeam(id);
    return desk.done(
        here,
        new CounterpartLeaves(
            here.id(),
            here.relationship(relationship).relationshipId(),
            known(here, counterpartRef),
            wish.on(),
            today.get()));
  }

  private static CounterpartRef known(Here here, UUID ref) {
    var counterpart = new CounterpartRef(ref);
    if (!here.slot().counterparts().contains(counterpart)) {
      throw Problem.notFound().exception();
    }
    return counterpart;
  }

  private static Response unlessRepeated(
      java.util.function.Supplier<Response> command, Runnable takeBack) {
    Response answer;
    try {
      answer = command.get();
    } catch (ProblemException refused) {
      takeBack.run();
      throw refused;
    }
    if (answer.getHeaderString("Idempotency-Replayed") != null) {
      takeBack.run();
    }
    return answer;
  }

  private Counterpart checked(CounterpartWish wish) {
    if (wish.inRoleSince() != null && wish.inRoleSince().isAfter(today.get())) {
      throw Problem.invalid("/inRoleSince", "must be today or earlier").exception();
    }
    return new Counterpart(
        needed("/name", wish.name()),
        needed("/roleTitle", wish.roleTitle()),
        wish.inRoleSince(),
        ifAny("/sitsOn", wish.sitsOn()),
        ifAny("/signsFor", wish.signsFor()),
        wish.authority() == null ? Authority.NOT_KNOWN : wish.authority(),
        today.get(),
        List.of());
  }

  private static String needed(String pointer, String typed) {
    String words = typed.strip();
    if (words.isEmpty() || words.length() > SHORT) {
      throw Problem.invalid(pointer, "must be 1 to " + SHORT + " characters").exception();
    }
    return words;
  }

  private static @Nullable String ifAny(String pointer, @Nullable String typed) {
    return typed == null || typed.isBlank() ? null : needed(pointer, typed);
  }
}
