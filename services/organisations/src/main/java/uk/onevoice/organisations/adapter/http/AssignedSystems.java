package uk.onevoice.organisations.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.onevoice.directory.Role;
import uk.onevoice.kernel.Decision;
import uk.onevoice.organisations.adapter.http.Assignments.Step;
import uk.onevoice.organisations.adapter.store.RegistryLog;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.OrganisationKind;
import uk.onevoice.organisations.domain.client.ClientCommand;
import uk.onevoice.organisations.domain.client.ClientCommand.AssignClient;
import uk.onevoice.organisations.domain.client.ClientCommand.EndClient;
import uk.onevoice.organisations.domain.client.ClientEvent;
import uk.onevoice.organisations.domain.client.ClientId;
import uk.onevoice.organisations.domain.client.ClientRejection;
import uk.onevoice.organisations.domain.client.SystemClient;
import uk.onevoice.organisations.domain.succession.Unresolved;
import uk.onevoice.organisations.imports.Registry;
import uk.onevoice.security.CurrentActor;

/**
 * Says what becomes of a system that stopped with its organisation: it reads again, for the
 * successor, or is not used any more. That is an approval, so an administrator says it.
 */
@ApplicationScoped
class AssignedSystems {
  private final CurrentActor actor;

  AssignedSystems(CurrentActor actor) {
    this.actor = actor;
  }

  /**
   * @return why it cannot be
   */
  Optional<String> assign(
      Registry now, Unresolved open, OrganisationId to, List<Step<ClientCommand>> steps) {
    Set<OrganisationKind> kinds =
        now.find(to)
            .<Set<OrganisationKind>>map(known -> EnumSet.copyOf(known.record().kinds()))
            .orElse(Set.of());
    return add(now, open, new AssignClient(to, kinds), steps);
  }

  Optional<String> end(Registry now, Unresolved open, List<Step<ClientCommand>> steps) {
    return add(now, open, new EndClient(), steps);
  }

  private Optional<String> add(
      Registry now, Unresolved open, ClientCommand command, List<Step<ClientCommand>> steps) {
    if (!actor.get().holdsOneOf(Role.PLATFORM_ADMINISTRATOR)) {
      return Optional.of("is a computer system, which an administrator assigns");
    }
    var id = open.child().id();
    if (SystemClient.DECIDER.decide().apply(command, now.client(id))
        instanceof Decision.Rejected<ClientEvent, ClientRejection>(var why)) {
      return Optional.of(inWords(why));
    }
    steps.add(new Step<>(RegistryLog.stream(new ClientId(id)), command));
    return Optional.empty();
  }

  /** Why a system cannot go there, as the end of a sentence. */
  static String inWords(ClientRejection rejection) {
    return switch (rejection) {
      case ClientRejection.NotAnIcb(var id) ->
          "is a system of an ICB and would go to " + id + ", which is none";
      case ClientRejection.UnknownOrganisation(var id) ->
          "would go to " + id + ", which the registry does not know";
      case ClientRejection.HasEnded _ -> "is not used any more";
      case ClientRejection.AlreadyRegistered _, ClientRejection.NotRegistered _ ->
          "cannot go there";
    };
  }
}
