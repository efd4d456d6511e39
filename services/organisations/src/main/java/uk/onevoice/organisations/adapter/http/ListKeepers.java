package uk.onevoice.organisations.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Role;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.kernel.Period;
import uk.onevoice.organisations.adapter.store.RegistryLog;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.OrganisationKind;
import uk.onevoice.organisations.domain.organisation.Organisation;
import uk.onevoice.organisations.domain.organisation.Organisation.Registered;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent;
import uk.onevoice.organisations.domain.organisation.OrganisationRejection;
import uk.onevoice.security.AccessRefused;
import uk.onevoice.security.AccessRefused.Reason;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.security.PlaceAuthority;
import uk.onevoice.service.command.Circumstances;

/** Who may change the lists of an ICS: the keeper, and leaders of general practice there. */
@ApplicationScoped
class ListKeepers {
  private final CurrentActor actor;
  private final PlaceAuthority authority;
  private final CommandHandler<
          OrganisationCommand, Organisation, OrganisationEvent, OrganisationRejection>
      organisations;

  ListKeepers(
      CurrentActor actor,
      PlaceAuthority authority,
      CommandHandler<OrganisationCommand, Organisation, OrganisationEvent, OrganisationRejection>
          organisations) {
    this.actor = actor;
    this.authority = authority;
    this.organisations = organisations;
  }

  /** For whom the caller changes the lists of this ICS; a refusal for everybody else. */
  Circumstances changing(OrganisationId ics) {
    var tenant = new uk.onevoice.directory.OrganisationId(ics.value());
    if (actor.get().holdsOneOf(Role.REGISTRY_KEEPER)) {
      return Circumstances.NONE.in(tenant);
    }
    var holding =
        authority
            .holdingInIcs(
                tenant,
                actor.get(),
                Role.LEADERSHIP_GROUP_SUPPORT,
                Role.FEDERATION_LEAD,
                Role.LMC_OFFICER)
            .orElseThrow(() -> new AccessRefused(Reason.NOT_ALLOWED));
    return Circumstances.NONE.in(tenant).actingFor(Objects.requireNonNull(holding.organisation()));
  }

  @Nullable Period icbOpen(OrganisationId id) {
    return organisations.current(RegistryLog.stream(id)).state() instanceof Registered known
            && known.is(OrganisationKind.ICB)
        ? Membership.open(known)
        : null;
  }

  boolean known(OrganisationId id) {
    return organisations.current(RegistryLog.stream(id)).state() instanceof Registered;
  }
}
