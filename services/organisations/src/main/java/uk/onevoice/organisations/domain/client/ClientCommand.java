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

  /** The organisation was followed by others: whoever asked for it asks for it no more. */
  record SuspendWithOrganisation(OrganisationId followed) implements ClientCommand {}

  /**
   * The system asks for another organisation from now on.
   *
   * @param kinds what the registry knows that one as; empty where it does not
   */
  record TransferClient(OrganisationId organisation, Set<OrganisationKind> kinds)
      implements ClientCommand {}

  /** As a transfer and an approval at once: an administrator says that it goes on there. */
  record AssignClient(OrganisationId organisation, Set<OrganisationKind> kinds)
      implements ClientCommand {}

  /** It is not used any more. */
  record EndClient() implements ClientCommand {}

  /**
   * A body of general practice lets it hear the feed.
   *
   * @param body for which somebody acts who may say so
   */
  record ApproveFeed(OrganisationId body) implements ClientCommand {}

  record WithdrawFeedApproval(OrganisationId body) implements ClientCommand {}
}
