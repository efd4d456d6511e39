package uk.onevoice.organisations.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
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
import uk.onevoice.security.Scope;
import uk.onevoice.service.command.Circumstances;

/** Who may change the lists of an ICS: the keeper, and leaders of general practice there. */
@ApplicationScoped
class ListKeepers {
  private final Scope scope;
  private final CommandHandler<
          OrganisationCommand, Organisation, OrganisationEvent, OrganisationRejection>
      organisations;

  ListKeepers(
      Scope scope,
      CommandHandler<OrganisationCommand, Organisation, OrganisationEvent, OrganisationRejection>
          organisations) {
    this.scope = scope;
    this.organisations = organisations;
  }

  /** For whom the caller changes the lists of this ICS; a refusal for everybody else. */
  Circumstances changing(OrganisationId ics) {
    var tenant = new uk.onevoice.directory.OrganisationId(ics.value());
    var circumstances = Circumstances.NONE.in(tenant);
    var body = scope.inIcs(tenant).organisation();
    return body == null ? circumstances : circumstances.actingFor(body);
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
