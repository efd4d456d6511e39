package uk.onevoice.organisations.adapter.http;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.client.ClientId;
import uk.onevoice.organisations.domain.client.ClientKind;
import uk.onevoice.organisations.domain.client.SystemClient;

/** What is posted about systems, and the answers to it. */
interface ClientBodies {
  record Transfer(OrganisationId organisationId) {}

  /** For which body somebody says that a system hears the feed, or does no more. */
  record FeedApproval(OrganisationId bodyId) {}

  enum State {
    WAITING,
    APPROVED,
    SUSPENDED,
    ENDED
  }

  /**
   * A system as it stands.
   *
   * @param feedApprovedBy bodies of general practice that let it hear the feed
   */
  record ClientView(
      ClientId clientId,
      OrganisationId organisationId,
      @Nullable String organisationName,
      ClientKind kind,
      State state,
      List<OrganisationId> feedApprovedBy) {
    static ClientView of(SystemClient client, Names names) {
      return switch (client) {
        case SystemClient.Absent _ ->
            throw new IllegalArgumentException("There is nothing to show of no client.");
        case SystemClient.Known known ->
            new ClientView(
                known.id(),
                known.organisation(),
                names.of(known.organisation()),
                known.kind(),
                state(known),
                known.feedBy().stream()
                    .sorted(Comparator.comparing(OrganisationId::value))
                    .toList());
      };
    }

    private static State state(SystemClient.Known known) {
      return switch (known) {
        case SystemClient.Waiting _ -> State.WAITING;
        case SystemClient.Approved _ -> State.APPROVED;
        case SystemClient.Suspended _ -> State.SUSPENDED;
        case SystemClient.Ended _ -> State.ENDED;
      };
    }
  }

  /** What organisations are called. */
  interface Names {
    @Nullable String of(OrganisationId organisation);
  }
}
