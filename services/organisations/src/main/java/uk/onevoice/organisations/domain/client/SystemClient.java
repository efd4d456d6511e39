package uk.onevoice.organisations.domain.client;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.OrganisationKind;
import uk.onevoice.organisations.domain.client.ClientCommand.ApproveClient;
import uk.onevoice.organisations.domain.client.ClientCommand.ApproveFeed;
import uk.onevoice.organisations.domain.client.ClientCommand.AssignClient;
import uk.onevoice.organisations.domain.client.ClientCommand.EndClient;
import uk.onevoice.organisations.domain.client.ClientCommand.RegisterClient;
import uk.onevoice.organisations.domain.client.ClientCommand.SuspendClient;
import uk.onevoice.organisations.domain.client.ClientCommand.SuspendWithOrganisation;
import uk.onevoice.organisations.domain.client.ClientCommand.TransferClient;
import uk.onevoice.organisations.domain.client.ClientCommand.WithdrawFeedApproval;
import uk.onevoice.organisations.domain.client.ClientEvent.ClientApproved;
import uk.onevoice.organisations.domain.client.ClientEvent.ClientEnded;
import uk.onevoice.organisations.domain.client.ClientEvent.ClientFeedApprovalWithdrawn;
import uk.onevoice.organisations.domain.client.ClientEvent.ClientFeedApproved;
import uk.onevoice.organisations.domain.client.ClientEvent.ClientRegistered;
import uk.onevoice.organisations.domain.client.ClientEvent.ClientSuspended;
import uk.onevoice.organisations.domain.client.ClientEvent.ClientTransferred;
import uk.onevoice.organisations.domain.client.ClientRejection.AlreadyRegistered;
import uk.onevoice.organisations.domain.client.ClientRejection.HasEnded;
import uk.onevoice.organisations.domain.client.ClientRejection.NotAnIcb;
import uk.onevoice.organisations.domain.client.ClientRejection.NotRegistered;
import uk.onevoice.organisations.domain.client.ClientRejection.UnknownOrganisation;

/**
 * A system that asks for an organisation. It may read once approved, and until suspended. When the
 * organisation is followed by another, or the system asks for another, it is approved again first.
 * One that has ended is moved to an organisation before it can be used again.
 *
 * <p>It hears the feed while it is approved and at least one body of general practice lets it. What
 * those bodies said falls away with its organisation: a successor asks them again.
 */
public sealed interface SystemClient {
  Decider<ClientCommand, SystemClient, ClientEvent, ClientRejection> DECIDER =
      new Decider<>(new Absent(), SystemClient::decide, SystemClient::evolve);

  record Absent() implements SystemClient {}

  /** One that was registered. */
  sealed interface Known extends SystemClient {
    ClientId id();

    OrganisationId organisation();

    ClientKind kind();

    /** Bodies of general practice that let it hear the feed. */
    Set<OrganisationId> feedBy();

    private Known with(Set<OrganisationId> bodies) {
      return switch (this) {
        case Waiting _ -> new Waiting(id(), organisation(), kind(), bodies);
        case Approved _ -> new Approved(id(), organisation(), kind(), bodies);
        case Suspended(_, _, _, _, var undecided) ->
            new Suspended(id(), organisation(), kind(), bodies, undecided);
        case Ended _ -> new Ended(id(), organisation(), kind(), bodies);
      };
    }
  }

  record Waiting(
      ClientId id, OrganisationId organisation, ClientKind kind, Set<OrganisationId> feedBy)
      implements Known {
    public Waiting {
      feedBy = Set.copyOf(feedBy);
    }
  }

  record Approved(
      ClientId id, OrganisationId organisation, ClientKind kind, Set<OrganisationId> feedBy)
      implements Known {
    public Approved {
      feedBy = Set.copyOf(feedBy);
    }
  }

  /**
   * @param undecided whether it stopped with its organisation, or was moved, and nobody has said
   *     since that it goes on
   */
  record Suspended(
      ClientId id,
      OrganisationId organisation,
      ClientKind kind,
      Set<OrganisationId> feedBy,
      boolean undecided)
      implements Known {
    public Suspended {
      feedBy = Set.copyOf(feedBy);
    }
  }

  record Ended(
      ClientId id, OrganisationId organisation, ClientKind kind, Set<OrganisationId> feedBy)
      implements Known {
    public Ended {
      feedBy = Set.copyOf(feedBy);
    }
  }

  static Decision<ClientEvent, ClientRejection> decide(ClientCommand command, SystemClient client) {
    return switch (client) {
      case Absent _ ->
          switch (command) {
            case RegisterClient register -> register(register);
            case SuspendWithOrganisation _ -> accept();
            case ApproveClient _,
                SuspendClient _,
                TransferClient _,
                AssignClient _,
                EndClient _,
                ApproveFeed _,
                WithdrawFeedApproval _ ->
                reject(new NotRegistered());
          };
      case Known known -> decide(command, known);
    };
  }

  private static Decision<ClientEvent, ClientRejection> decide(ClientCommand command, Known known) {
    var id = known.id();
    return switch (command) {
      case RegisterClient _ -> reject(new AlreadyRegistered(id));
      case ApproveClient _ ->
          switch (known) {
            case Waiting _, Suspended _ -> accept(new ClientApproved(id));
            case Approved _ -> accept();
            case Ended _ -> reject(new HasEnded());
          };
      case SuspendClient _ ->
          switch (known) {
            case Waiting _, Approved _ -> accept(new ClientSuspended(id));
            case Suspended _, Ended _ -> accept();
          };
      case SuspendWithOrganisation(var followed) ->
          switch (known) {
            case Waiting _, Approved _ ->
                known.organisation().equals(followed)
                    ? accept(new ClientSuspended(id, true))
                    : accept();
            case Suspended _, Ended _ -> accept();
          };
      case TransferClient(var to, var kinds) -> transfer(to, kinds, known);
      case AssignClient(var to, var kinds) -> assign(to, kinds, known);
      case EndClient _ -> known instanceof Ended ? accept() : accept(new ClientEnded(id));
      case ApproveFeed(var body) ->
          switch (known) {
            case Ended _ -> reject(new HasEnded());
            case Waiting _, Approved _, Suspended _ ->
                known.feedBy().contains(body) ? accept() : accept(new ClientFeedApproved(id, body));
          };
      case WithdrawFeedApproval(var body) ->
          known.feedBy().contains(body)
              ? accept(new ClientFeedApprovalWithdrawn(id, body))
              : accept();
    };
  }

  private static Decision<ClientEvent, ClientRejection> transfer(
      OrganisationId to, Set<OrganisationKind> kinds, Known known) {
    if (to.equals(known.organisation()) && !(known instanceof Ended)) {
      return accept();
    }
    return misfit(to, kinds, known.kind())
        .<Decision<ClientEvent, ClientRejection>>map(Decision::reject)
        .orElseGet(() -> accept(new ClientTransferred(known.id(), to)));
  }

  private static Decision<ClientEvent, ClientRejection> assign(
      OrganisationId to, Set<OrganisationKind> kinds, Known known) {
    return switch (transfer(to, kinds, known)) {
      case Decision.Accepted<ClientEvent, ClientRejection>(var moved) -> {
        var events = new ArrayList<ClientEvent>(moved);
        if (!(DECIDER.fold(known, events) instanceof Approved)) {
          events.add(new ClientApproved(known.id()));
        }
        yield accept(events);
      }
      case Decision.Rejected<ClientEvent, ClientRejection> refused -> refused;
    };
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
    if (event instanceof ClientRegistered(var id, var organisation, var kind)) {
      return new Waiting(id, organisation, kind, Set.of());
    }
    return client instanceof Known known ? evolve(known, event) : client;
  }

  private static Known evolve(Known known, ClientEvent event) {
    var id = known.id();
    var organisation = known.organisation();
    var kind = known.kind();
    var feedBy = known.feedBy();
    return switch (event) {
      case ClientRegistered _ -> known;
      case ClientApproved _ -> new Approved(id, organisation, kind, feedBy);
      // Whoever follows its organisation is somebody else: no body has said anything of them.
      case ClientSuspended(_, var withOrganisation) ->
          Boolean.TRUE.equals(withOrganisation)
              ? new Suspended(id, organisation, kind, Set.of(), true)
              : new Suspended(id, organisation, kind, feedBy, false);
      case ClientTransferred(_, var to) -> new Suspended(id, to, kind, Set.of(), true);
      case ClientEnded _ -> new Ended(id, organisation, kind, Set.of());
      case ClientFeedApproved(_, var body) -> known.with(plus(feedBy, body));
      case ClientFeedApprovalWithdrawn(_, var body) -> known.with(minus(feedBy, body));
    };
  }

  private static Set<OrganisationId> plus(Set<OrganisationId> bodies, OrganisationId body) {
    var now = new HashSet<>(bodies);
    now.add(body);
    return now;
  }

  private static Set<OrganisationId> minus(Set<OrganisationId> bodies, OrganisationId body) {
    var now = new HashSet<>(bodies);
    now.remove(body);
    return now;
  }
}
