package uk.onevoice.organisations.domain.client;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.util.Optional;
import java.util.Set;
import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.OrganisationKind;
import uk.onevoice.organisations.domain.client.ClientCommand.ApproveClient;
import uk.onevoice.organisations.domain.client.ClientCommand.RegisterClient;
import uk.onevoice.organisations.domain.client.ClientCommand.SuspendClient;
import uk.onevoice.organisations.domain.client.ClientCommand.SuspendWithOrganisation;
import uk.onevoice.organisations.domain.client.ClientCommand.TransferClient;
import uk.onevoice.organisations.domain.client.ClientEvent.ClientApproved;
import uk.onevoice.organisations.domain.client.ClientEvent.ClientRegistered;
import uk.onevoice.organisations.domain.client.ClientEvent.ClientSuspended;
import uk.onevoice.organisations.domain.client.ClientEvent.ClientTransferred;
import uk.onevoice.organisations.domain.client.ClientRejection.AlreadyRegistered;
import uk.onevoice.organisations.domain.client.ClientRejection.NotAnIcb;
import uk.onevoice.organisations.domain.client.ClientRejection.NotRegistered;
import uk.onevoice.organisations.domain.client.ClientRejection.UnknownOrganisation;

/**
 * A system that asks for an organisation. It may read once approved, and until suspended. When the
 * organisation is followed by another, or the system asks for another, it is approved again first.
 */
public sealed interface SystemClient {
  Decider<ClientCommand, SystemClient, ClientEvent, ClientRejection> DECIDER =
      new Decider<>(new Absent(), SystemClient::decide, SystemClient::evolve);

  record Absent() implements SystemClient {}

  record Waiting(ClientId id, OrganisationId organisation, ClientKind kind)
      implements SystemClient {}

  record Approved(ClientId id, OrganisationId organisation, ClientKind kind)
      implements SystemClient {}

  record Suspended(ClientId id, OrganisationId organisation, ClientKind kind)
      implements SystemClient {}

  static Decision<ClientEvent, ClientRejection> decide(ClientCommand command, SystemClient client) {
    return switch (command) {
      case RegisterClient register ->
          switch (client) {
            case Absent _ -> register(register);
            case Waiting(var id, _, _) -> reject(new AlreadyRegistered(id));
            case Approved(var id, _, _) -> reject(new AlreadyRegistered(id));
            case Suspended(var id, _, _) -> reject(new AlreadyRegistered(id));
          };
      case ApproveClient _ ->
          switch (client) {
            case Absent _ -> reject(new NotRegistered());
            case Waiting(var id, _, _) -> accept(new ClientApproved(id));
            case Suspended(var id, _, _) -> accept(new ClientApproved(id));
            case Approved _ -> accept();
          };
      case SuspendClient _ ->
          switch (client) {
            case Absent _ -> reject(new NotRegistered());
            case Waiting(var id, _, _) -> accept(new ClientSuspended(id));
            case Approved(var id, _, _) -> accept(new ClientSuspended(id));
            case Suspended _ -> accept();
          };
      case SuspendWithOrganisation(var followed) ->
          switch (client) {
            case Waiting(var id, var organisation, _) when organisation.equals(followed) ->
                accept(new ClientSuspended(id));
            case Approved(var id, var organisation, _) when organisation.equals(followed) ->
                accept(new ClientSuspended(id));
            case Absent _, Waiting _, Approved _, Suspended _ -> accept();
          };
      case TransferClient transfer ->
          switch (client) {
            case Absent _ -> reject(new NotRegistered());
            case Waiting(var id, var organisation, var kind) ->
                transfer(transfer, id, organisation, kind);
            case Approved(var id, var organisation, var kind) ->
                transfer(transfer, id, organisation, kind);
            case Suspended(var id, var organisation, var kind) ->
                transfer(transfer, id, organisation, kind);
          };
    };
  }

  private static Decision<ClientEvent, ClientRejection> transfer(
      TransferClient command, ClientId id, OrganisationId before, ClientKind kind) {
    if (command.organisation().equals(before)) {
      return accept();
    }
    return misfit(command.organisation(), command.kinds(), kind)
        .<Decision<ClientEvent, ClientRejection>>map(Decision::reject)
        .orElseGet(() -> accept(new ClientTransferred(id, command.organisation())));
  }

  private static Optional<ClientRejection> misfit(
      OrganisationId organisation, Set<OrganisationKind> kinds, ClientKind kind) {
    if (kinds.isEmpty()) {
      return Optional.of(new UnknownOrganisation(organisation));
    }
    return kind == ClientKind.ICB && !kinds.contains(OrganisationKind.ICB)
        ? Optional.of(new NotAnIcb(organisation))
        : Optional.empty();
  }

  private static Decision<ClientEvent, ClientRejection> register(RegisterClient command) {
    return misfit(command.organisation(), command.kinds(), command.kind())
        .<Decision<ClientEvent, ClientRejection>>map(Decision::reject)
        .orElseGet(() ->
            accept(new ClientRegistered(command.id(), command.organisation(), command.kind())));
  }

  static SystemClient evolve(SystemClient client, ClientEvent event) {
    return switch (event) {
      case ClientRegistered(var id, var organisation, var kind) ->
          new Waiting(id, organisation, kind);
      case ClientApproved _ ->
          switch (client) {
            case Waiting(var id, var organisation, var kind) ->
                new Approved(id, organisation, kind);
            case Suspended(var id, var organisation, var kind) ->
                new Approved(id, organisation, kind);
            case Absent _, Approved _ -> client;
          };
      case ClientSuspended _ ->
          switch (client) {
            case Waiting(var id, var organisation, var kind) ->
                new Suspended(id, organisation, kind);
            case Approved(var id, var organisation, var kind) ->
                new Suspended(id, organisation, kind);
            case Absent _, Suspended _ -> client;
          };
      case ClientTransferred(var id, var organisation) ->
          switch (client) {
            case Absent _ -> client;
            case Waiting(_, _, var kind) -> new Suspended(id, organisation, kind);
            case Approved(_, _, var kind) -> new Suspended(id, organisation, kind);
            case Suspended(_, _, var kind) -> new Suspended(id, organisation, kind);
          };
    };
  }
}
