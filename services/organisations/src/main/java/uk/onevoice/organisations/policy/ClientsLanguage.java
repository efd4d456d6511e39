package uk.onevoice.organisations.policy;

import uk.onevoice.organisations.domain.client.ClientEvent;

/** What the feed service is told of systems: which there are, and whether they may hear it. */
public final class ClientsLanguage {
  /** To raise when the same events would be told otherwise. */
  public static final int EDITION = 1;

  private ClientsLanguage() {}

  public static ToldOfClient of(ClientEvent event) {
    return switch (event) {
      case ClientEvent.ClientRegistered(var id, var organisation, var kind) ->
          new ToldOfClient.ClientRegistered(id, organisation, kind);
      case ClientEvent.ClientApproved(var id) -> new ToldOfClient.ClientApproved(id);
      case ClientEvent.ClientSuspended(var id, var withOrganisation) ->
          new ToldOfClient.ClientSuspended(id, withOrganisation);
      case ClientEvent.ClientTransferred(var id, var organisation) ->
          new ToldOfClient.ClientTransferred(id, organisation);
      case ClientEvent.ClientEnded(var id) -> new ToldOfClient.ClientEnded(id);
      case ClientEvent.ClientFeedApproved(var id, var body) ->
          new ToldOfClient.ClientFeedApproved(id, body);
      case ClientEvent.ClientFeedApprovalWithdrawn(var id, var body) ->
          new ToldOfClient.ClientFeedApprovalWithdrawn(id, body);
    };
  }
}
