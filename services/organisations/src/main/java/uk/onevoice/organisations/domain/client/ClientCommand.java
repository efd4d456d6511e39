package uk.onevoice.organisations.domain.client;

import java.util.Set;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.OrganisationKind;

/** Wishes about one system client. */
public sealed interface ClientCommand {
  /**
   * @param kinds what the registry knows the organisation as; empty where it does not
   */
  record RegisterClient(
      ClientId id, OrganisationId organisation, Set<OrganisationKind> kinds, ClientKind kind)
      implements ClientCommand {}

  record ApproveClient() implements ClientCommand {}

  record SuspendClient() implements ClientCommand {}
}
