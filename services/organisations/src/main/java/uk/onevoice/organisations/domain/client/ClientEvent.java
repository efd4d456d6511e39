package uk.onevoice.organisations.domain.client;

import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.domain.OrganisationId;

/** Facts about one system client. */
public sealed interface ClientEvent {
  record ClientRegistered(ClientId clientId, OrganisationId organisationId, ClientKind kind)
      implements ClientEvent {}

  record ClientApproved(ClientId clientId) implements ClientEvent {}

  /**
   * @param withOrganisation true where it stopped because others followed its organisation, and
   *     somebody has to say what becomes of it
   */
  record ClientSuspended(ClientId clientId, @Nullable Boolean withOrganisation)
      implements ClientEvent {
    public ClientSuspended(ClientId clientId) {
      this(clientId, null);
    }
  }

  /**
   * It asks for this organisation now, and is suspended until it is approved again; what bodies of
   * general practice approved has fallen away.
   */
  record ClientTransferred(ClientId clientId, OrganisationId organisationId)
      implements ClientEvent {}

  /** It went out of use with its organisation; taken back by moving it to one again. */
  record ClientEnded(ClientId clientId) implements ClientEvent {}

  /** A body of general practice lets it hear the feed. */
  record ClientFeedApproved(ClientId clientId, OrganisationId bodyId) implements ClientEvent {}

  record ClientFeedApprovalWithdrawn(ClientId clientId, OrganisationId bodyId)
      implements ClientEvent {}
}
