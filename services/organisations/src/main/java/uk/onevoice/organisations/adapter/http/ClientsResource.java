package uk.onevoice.organisations.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.EnumSet;
import java.util.Set;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.organisations.adapter.http.Bodies.NewClient;
import uk.onevoice.organisations.adapter.store.RegistryLog;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.OrganisationKind;
import uk.onevoice.organisations.domain.client.ClientCommand;
import uk.onevoice.organisations.domain.client.ClientCommand.ApproveClient;
import uk.onevoice.organisations.domain.client.ClientCommand.RegisterClient;
import uk.onevoice.organisations.domain.client.ClientCommand.SuspendClient;
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
import uk.onevoice.service.command.Commands;

/** Systems of ICBs and partners: registered, approved, suspended. */
@Path("/v1/clients")
@RunOnVirtualThread
class ClientsResource {
  private final CommandHandler<ClientCommand, SystemClient, ClientEvent, ClientRejection> clients;
  private final CommandHandler<
          OrganisationCommand, Organisation, OrganisationEvent, OrganisationRejection>
      organisations;
  private final Commands commands;

  ClientsResource(
      CommandHandler<ClientCommand, SystemClient, ClientEvent, ClientRejection> clients,
      CommandHandler<OrganisationCommand, Organisation, OrganisationEvent, OrganisationRejection>
          organisations,
      Commands commands) {
    this.clients = clients;
    this.organisations = organisations;
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

  private Response change(String id, ClientCommand command) {
    return commands.handle(
        clients,
        RegistryLog.stream(PathIds.client(id)),
        command,
        (_, _, _) -> commands.noContent(),
        RegistryProblems::of);
  }
}
