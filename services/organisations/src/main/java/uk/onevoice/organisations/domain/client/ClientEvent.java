package uk.onevoice.organisations.domain.client;

import uk.onevoice.organisations.domain.OrganisationId;

/** Facts about one system client. */
public sealed interface ClientEvent {
  record ClientRegistered(ClientId clientId, OrganisationId organisationId, ClientKind kind)
      implements ClientEvent {}

  record ClientApproved(ClientId clientId) implements ClientEvent {}

  record ClientSuspended(ClientId clientId) implements ClientEvent {}

  /** It asks for this organisation now, and is suspended until it is approved again. */
  record ClientTransferred(ClientId clientId, OrganisationId organisationId)
      implements ClientEvent {}
}
