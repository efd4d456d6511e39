package uk.onevoice.organisations.policy;

import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.client.ClientId;
import uk.onevoice.organisations.domain.client.ClientKind;

/**
 * What the feed service is told of systems, and no more than this, whatever the registry learns
 * about them. The schemas are in contracts/events/clients.
 */
public sealed interface ToldOfClient {
  ClientId clientId();

  record ClientRegistered(ClientId clientId, OrganisationId organisationId, ClientKind kind)
      implements ToldOfClient {}

  record ClientApproved(ClientId clientId) implements ToldOfClient {}

  /**
   * @param withOrganisation true where it stopped because others followed its organisation
   */
  record ClientSuspended(ClientId clientId, @Nullable Boolean withOrganisation)
      implements ToldOfClient {}

  record ClientTransferred(ClientId clientId, OrganisationId organisationId)
      implements ToldOfClient {}

  record ClientEnded(ClientId clientId) implements ToldOfClient {}

  record ClientFeedApproved(ClientId clientId, OrganisationId bodyId) implements ToldOfClient {}

  record ClientFeedApprovalWithdrawn(ClientId clientId, OrganisationId bodyId)
      implements ToldOfClient {}
}
