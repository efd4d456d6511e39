package uk.onevoice.organisations.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.organisations.adapter.http.Bodies.NewClient;
import uk.onevoice.organisations.adapter.http.ClientBodies.ClientView;
import uk.onevoice.organisations.adapter.http.ClientBodies.FeedApproval;
import uk.onevoice.organisations.adapter.http.ClientBodies.Transfer;
import uk.onevoice.organisations.adapter.store.Clients;
import uk.onevoice.organisations.adapter.store.RegistryLog;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.OrganisationKind;
import uk.onevoice.organisations.domain.client.ClientCommand;
import uk.onevoice.organisations.domain.client.ClientCommand.ApproveClient;
import uk.onevoice.organisations.domain.client.ClientCommand.ApproveFeed;
import uk.onevoice.organisations.domain.client.ClientCommand.RegisterClient;
import uk.onevoice.organisations.domain.client.ClientCommand.SuspendClient;
import uk.onevoice.organisations.domain.client.ClientCommand.TransferClient;
import uk.onevoice.organisations.domain.client.ClientCommand.WithdrawFeedApproval;
import uk.onevoice.organisations.domain.client.ClientEvent;
import uk.onevoice.organisations.domain.client.ClientId;
import uk.onevoice.organisations.domain.client.ClientRejection;
import uk.onevoice.organisations.domain.client.SystemClient;
import uk.onevoice.organisations.domain.organisation.Organisation;
import uk.onevoice.organisations.domain.organisation.Organisation.Registered;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent;
import uk.onevoice.organisations.domain.organisation.OrganisationRejection;
import uk.onevoice.security.Permission;
import uk.onevoice.security.Scope;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.edge.Versions;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;

/**
 * Systems of ICBs and partners: registered, approved, suspended, moved to a successor; and whether
 * they hear the feed.
 */
@Path("/v1/clients")
@RunOnVirtualThread
class ClientsResource {
  private final CommandHandler<ClientCommand, SystemClient, ClientEvent, ClientRejection> clients;
  private final CommandHandler<
          OrganisationCommand, Organisation, OrganisationEvent, OrganisationRejection>
      organisations;
  private final Clients found;
  private final Scope scope;
  private final Commands commands;

  ClientsResource(
      CommandHandler<ClientCommand, SystemClient, ClientEvent, ClientRejection> clients,
      CommandHandler<OrganisationCommand, Organisation, OrganisationEvent, OrganisationRejection>
          organisations,
      Clients found,
      Scope scope,
      Commands commands) {
    this.clients = clients;
    this.organisations = organisations;
    this.found = found;
    this.scope = scope;
    this.commands = commands;
  }

  record ClientRef(ClientId clientId) {}

  @POST
  @Permission("registerClient")
  public Response register(NewClient wish) {
    return commands.handle(
        clients,
        RegistryLog.stream(wish.clientId()),
        new RegisterClient(
            wish.clientId(), wish.organisationId(), kinds(wish.organisationId()), wish.kind()),
        (_, _, _) ->
            commands.created(
                "/v1/clients/" + wish.clientId().value(), new ClientRef(wish.clientId())),
        RegistryProblems::of);
  }

  @GET
  @Permission("listClients")
  public Page<ClientView> list(
      @QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit) {
    var page = PageRequest.of(after, limit);
    var all = found.page(page.after() == null ? "" : page.after(), page.limit() + 1);
    boolean more = all.size() > page.limit();
    var shown = more ? all.subList(0, page.limit()) : all;
    return new Page<>(
        shown.stream()
            .map(id -> clients.current(RegistryLog.stream(id)).state())
            .map(client -> ClientView.of(client, this::name))
            .toList(),
        more ? shown.getLast().value() : null);
  }

  private @Nullable String name(OrganisationId id) {
    return organisations.current(RegistryLog.stream(id)).state() instanceof Registered known
        ? known.record().name()
        : null;
  }

  @GET
  @Path("/{id}")
  @Permission("readClient")
  public Response read(@PathParam("id") String id) {
    var current = clients.current(RegistryLog.stream(PathIds.client(id)));
    if (current.state() instanceof SystemClient.Absent) {
      throw Problem.notFound().exception();
    }
    return Response.ok(ClientView.of(current.state(), this::name))
        .header("ETag", Versions.etag(current.version()))
        .build();
  }

  private Set<OrganisationKind> kinds(OrganisationId id) {
    return organisations.current(RegistryLog.stream(id)).state() instanceof Registered known
        ? EnumSet.copyOf(known.record().kinds())
        : Set.of();
  }

  @POST
  @Path("/{id}/approval")
  @Consumes(MediaType.WILDCARD)
  @Permission("approveClient")
  public Response approve(@PathParam("id") String id) {
    return change(id, new ApproveClient());
  }

  @POST
  @Path("/{id}/suspension")
  @Consumes(MediaType.WILDCARD)
  @Permission("suspendClient")
  public Response suspend(@PathParam("id") String id) {
    return change(id, new SuspendClient());
  }

  @POST
  @Path("/{id}/transfer")
  @Permission("transferClient")
  public Response transfer(@PathParam("id") String id, Transfer wish) {
    return change(id, new TransferClient(wish.organisationId(), kinds(wish.organisationId())));
  }

  @POST
  @Path("/{id}/feed-approvals")
  @Permission("approveClientForFeed")
  public Response approveForFeed(@PathParam("id") String id, FeedApproval wish) {
    return changeFor(wish.bodyId(), id, new ApproveFeed(wish.bodyId()));
  }

  @POST
  @Path("/{id}/feed-approvals/withdrawal")
  @Permission("withdrawFeedApproval")
  public Response withdrawFeedApproval(@PathParam("id") String id, FeedApproval wish) {
    return changeFor(wish.bodyId(), id, new WithdrawFeedApproval(wish.bodyId()));
  }

  private Response changeFor(OrganisationId body, String id, ClientCommand command) {
    scope.at(new uk.onevoice.directory.OrganisationId(body.value()));
    return change(id, command);
  }

  private Response change(String id, ClientCommand command) {
    return commands.handle(
        clients,
        RegistryLog.stream(PathIds.client(id)),
        command,
        (_, _, _) -> commands.noContent(),
        RegistryProblems::of);
  }
}
