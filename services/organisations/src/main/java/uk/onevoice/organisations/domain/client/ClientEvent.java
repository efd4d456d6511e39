package uk.onevoice.organisations.domain.client;

import uk.onevoice.organisations.domain.OrganisationId;

/** Facts about one system client. */
public sealed interface ClientEvent {
  record ClientRegistered(ClientId clientId, OrganisationId organisationId, ClientKind kind)
      implements ClientEvent {}

  record ClientApproved(ClientId clientId) implements ClientEvent {}

  record ClientSuspended(ClientId clientId) implements ClientEvent {}
}
