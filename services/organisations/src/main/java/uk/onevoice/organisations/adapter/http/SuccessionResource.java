package uk.onevoice.organisations.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.organisations.adapter.http.SuccessionBodies.Lineage;
import uk.onevoice.organisations.adapter.http.SuccessionBodies.NewSuccession;
import uk.onevoice.organisations.adapter.http.SuccessionBodies.Relative;
import uk.onevoice.organisations.adapter.http.SuccessionBodies.SuccessionOf;
import uk.onevoice.organisations.adapter.store.RegistryCopy;
import uk.onevoice.organisations.adapter.store.RegistryLog;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.organisation.Organisation;
import uk.onevoice.organisations.domain.organisation.Organisation.Registered;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand.RevokeSuccession;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand.Succeed;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand.Successor;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent;
import uk.onevoice.organisations.domain.organisation.OrganisationRejection;
import uk.onevoice.organisations.domain.succession.Body;
import uk.onevoice.organisations.domain.succession.Successions;
import uk.onevoice.organisations.domain.succession.Successions.Link;
import uk.onevoice.organisations.imports.Registry;
import uk.onevoice.security.Permission;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.problem.Problem;

/** Who followed an organisation, and whom it followed. Saying so moves nobody. */
@Path("/v1/organisations/{id}/succession")
@RunOnVirtualThread
class SuccessionResource {
  private final CommandHandler<
          OrganisationCommand, Organisation, OrganisationEvent, OrganisationRejection>
      organisations;
  private final RegistryCopy registry;
  private final Commands commands;
  private final AskedDay days;

  SuccessionResource(
      CommandHandler<OrganisationCommand, Organisation, OrganisationEvent, OrganisationRejection>
          organisations,
      RegistryCopy registry,
      Commands commands,
      AskedDay days) {
    this.organisations = organisations;
    this.registry = registry;
    this.commands = commands;
    this.days = days;
  }

  @GET
  @Permission("readSuccession")
  public Response read(@PathParam("id") String text, @QueryParam("asOf") @Nullable String asOf) {
    var id = PathIds.organisation(text);
    var day = days.of(asOf);
    return Response.ok(
            registry.ask(now -> {
              var known = now.find(id).orElseThrow(() -> Problem.notFound().exception());
              var successions = new Successions(now::body, day);
              return new Lineage(
                  id,
                  day,
                  predecessors(now, successions, id),
                  successions.followers(Body.of(known)).stream()
                      .map(link -> relative(now, link, link.successor()))
                      .toList(),
                  waiting(now, successions, id));
            }))
        .build();
  }

  private static List<Relative> predecessors(
      Registry now, Successions successions, OrganisationId id) {
    return now.all()
        .flatMap(other -> successions.followers(Body.of(other)).stream())
        .filter(link -> link.successor().equals(id) && !link.predecessor().equals(id))
        .sorted(Comparator.comparing(Link::on).thenComparing(Link::predecessor))
        .map(link -> relative(now, link, link.predecessor()))
        .toList();
  }

  private static Relative relative(Registry now, Link link, OrganisationId other) {
    return new Relative(
        link.on(), other, now.find(other).map(one -> one.record().name()).orElse(null));
  }

  private static int waiting(Registry now, Successions successions, OrganisationId id) {
    return (int)
        now.children()
            .filter(child -> child.body().equals(id))
            .filter(child -> successions.unresolved(child).isPresent())
            .count();
  }

  @POST
  @Permission("recordSuccession")
  public Response succeed(@PathParam("id") String id, NewSuccession wish) {
    var successors = wish.successors().stream().map(this::successor).toList();
    return change(id, new Succeed(successors, wish.kind(), wish.date()));
  }

  private Successor successor(OrganisationId id) {
    return organisations.current(RegistryLog.stream(id)).state() instanceof Registered known
            && !known.withdrawn()
        ? new Successor(id, known.record().kinds(), Membership.open(known))
        : new Successor(id, List.of(), null);
  }

  @POST
  @Path("/undoing")
  @Permission("undoSuccession")
  public Response undo(@PathParam("id") String id, SuccessionOf wish) {
    return change(id, new RevokeSuccession(wish.date()));
  }

  private Response change(String id, OrganisationCommand command) {
    return commands.handle(
        organisations,
        RegistryLog.stream(PathIds.organisation(id)),
        command,
        (_, _, _) -> commands.noContent(),
        RegistryProblems::of);
  }
}
