package uk.onevoice.organisations.domain.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.OrganisationKind;
import uk.onevoice.organisations.domain.client.ClientCommand.ApproveClient;
import uk.onevoice.organisations.domain.client.ClientCommand.ApproveFeed;
import uk.onevoice.organisations.domain.client.ClientCommand.AssignClient;
import uk.onevoice.organisations.domain.client.ClientCommand.EndClient;
import uk.onevoice.organisations.domain.client.ClientCommand.RegisterClient;
import uk.onevoice.organisations.domain.client.ClientCommand.SuspendClient;
import uk.onevoice.organisations.domain.client.ClientCommand.SuspendWithOrganisation;
import uk.onevoice.organisations.domain.client.ClientCommand.TransferClient;
import uk.onevoice.organisations.domain.client.ClientCommand.WithdrawFeedApproval;
import uk.onevoice.organisations.domain.client.ClientEvent.ClientApproved;
import uk.onevoice.organisations.domain.client.ClientEvent.ClientEnded;
import uk.onevoice.organisations.domain.client.ClientEvent.ClientFeedApprovalWithdrawn;
import uk.onevoice.organisations.domain.client.ClientEvent.ClientFeedApproved;
import uk.onevoice.organisations.domain.client.ClientEvent.ClientRegistered;
import uk.onevoice.organisations.domain.client.ClientEvent.ClientSuspended;
import uk.onevoice.organisations.domain.client.ClientEvent.ClientTransferred;
import uk.onevoice.organisations.domain.client.ClientRejection.AlreadyRegistered;
import uk.onevoice.organisations.domain.client.ClientRejection.HasEnded;
import uk.onevoice.organisations.domain.client.ClientRejection.NotAnIcb;
import uk.onevoice.organisations.domain.client.ClientRejection.NotRegistered;
import uk.onevoice.organisations.domain.client.ClientRejection.UnknownOrganisation;
import uk.onevoice.testkit.DeciderRules;

class SystemClientTest {
  private static final ClientId ID = new ClientId("icb-client");
  private static final OrganisationId ICB = new OrganisationId("WYVICB01");
  private static final ClientRegistered REGISTERED = new ClientRegistered(ID, ICB, ClientKind.ICB);
  private static final ClientApproved APPROVED = new ClientApproved(ID);
  private static final ClientSuspended SUSPENDED = new ClientSuspended(ID);
  private static final ClientSuspended STOPPED = new ClientSuspended(ID, true);
  private static final ClientEnded ENDED = new ClientEnded(ID);
  private static final OrganisationId NEW_ICB = new OrganisationId("WYVICB09");
  private static final ClientTransferred TRANSFERRED = new ClientTransferred(ID, NEW_ICB);

  private static final OrganisationId BODY = new OrganisationId("MARLFED");
  private static final ClientFeedApproved HEARS = new ClientFeedApproved(ID, BODY);
  private static final ClientFeedApprovalWithdrawn HEARS_NO_MORE =
      new ClientFeedApprovalWithdrawn(ID, BODY);

  private final DeciderRules<ClientCommand, SystemClient, ClientEvent, ClientRejection> client =
      DeciderRules.of(SystemClient.DECIDER);

  @Test
  void a_client_belongs_to_an_organisation_that_fits() {
    client.given().when(register(OrganisationKind.ICB)).then(REGISTERED);
    client.given().when(register(OrganisationKind.TRUST)).thenRejected(new NotAnIcb(ICB));
    client.given().when(register()).thenRejected(new UnknownOrganisation(ICB));
    client
        .given(REGISTERED)
        .when(register(OrganisationKind.ICB))
        .thenRejected(new AlreadyRegistered(ID));
  }

  @Test
  void a_client_waits_for_approval_and_can_be_suspended() {
    client.given(REGISTERED).when(new ApproveClient()).then(APPROVED);
    client.given(REGISTERED, APPROVED).when(new ApproveClient()).then();
    client.given(REGISTERED, APPROVED).when(new SuspendClient()).then(SUSPENDED);
    client.given(REGISTERED, APPROVED, SUSPENDED).when(new SuspendClient()).then();
    client.given(REGISTERED, APPROVED, SUSPENDED).when(new ApproveClient()).then(APPROVED);
    client.given().when(new ApproveClient()).thenRejected(new NotRegistered());
    client.given().when(new SuspendClient()).thenRejected(new NotRegistered());
  }

  @Test
  void who_follows_an_organisation_is_not_trusted_with_its_systems() {
    client.given(REGISTERED, APPROVED).when(new SuspendWithOrganisation(ICB)).then(STOPPED);
    client.given(REGISTERED).when(new SuspendWithOrganisation(ICB)).then(STOPPED);
    client.given(REGISTERED, STOPPED).when(new SuspendWithOrganisation(ICB)).then();
    client.given(REGISTERED, APPROVED).when(new SuspendWithOrganisation(NEW_ICB)).then();
    client
        .given(REGISTERED, APPROVED, TRANSFERRED, APPROVED)
        .when(new SuspendWithOrganisation(ICB))
        .then();
    client.given().when(new SuspendWithOrganisation(ICB)).then();
  }

  @Test
  void a_system_moves_to_the_successor_and_is_approved_again() {
    client
        .given(REGISTERED, APPROVED, SUSPENDED)
        .when(transfer(OrganisationKind.ICB))
        .then(TRANSFERRED);
    client.given(REGISTERED, APPROVED, TRANSFERRED).when(new ApproveClient()).then(APPROVED);
    client.given(REGISTERED, APPROVED, TRANSFERRED).when(transfer(OrganisationKind.ICB)).then();
    client
        .given(REGISTERED)
        .when(transfer(OrganisationKind.TRUST))
        .thenRejected(new NotAnIcb(NEW_ICB));
    client.given(REGISTERED).when(transfer()).thenRejected(new UnknownOrganisation(NEW_ICB));
    client.given().when(transfer(OrganisationKind.ICB)).thenRejected(new NotRegistered());
  }

  @Test
  void an_administrator_says_at_once_that_it_goes_on_at_the_successor() {
    var assign = new AssignClient(NEW_ICB, Set.of(OrganisationKind.ICB));
    client.given(REGISTERED, APPROVED, STOPPED).when(assign).then(TRANSFERRED, APPROVED);
    client.given(REGISTERED, TRANSFERRED, APPROVED).when(assign).then();
    client
        .given(REGISTERED, APPROVED, STOPPED)
        .when(new AssignClient(ICB, Set.of(OrganisationKind.ICB)))
        .then(APPROVED);
    client
        .given(REGISTERED, STOPPED)
        .when(new AssignClient(NEW_ICB, Set.of(OrganisationKind.TRUST)))
        .thenRejected(new NotAnIcb(NEW_ICB));
    client.given().when(assign).thenRejected(new NotRegistered());
  }

  @Test
  void one_that_has_ended_is_moved_to_an_organisation_before_it_is_used_again() {
    client.given(REGISTERED, APPROVED, STOPPED).when(new EndClient()).then(ENDED);
    client.given(REGISTERED, ENDED).when(new EndClient()).then();
    client.given(REGISTERED, ENDED).when(new ApproveClient()).thenRejected(new HasEnded());
    client.given(REGISTERED, ENDED).when(new SuspendClient()).then();
    client.given(REGISTERED, ENDED).when(new SuspendWithOrganisation(ICB)).then();
    var back = new TransferClient(ICB, Set.of(OrganisationKind.ICB));
    client.given(REGISTERED, ENDED).when(back).then(new ClientTransferred(ID, ICB));
    client
        .given(REGISTERED, ENDED, new ClientTransferred(ID, ICB))
        .when(new ApproveClient())
        .then(APPROVED);
    client.given().when(new EndClient()).thenRejected(new NotRegistered());
  }

  @Test
  void a_system_hears_the_feed_while_a_body_of_general_practice_lets_it() {
    client.given(REGISTERED).when(new ApproveFeed(BODY)).then(HEARS);
    client.given(REGISTERED, APPROVED, HEARS).when(new ApproveFeed(BODY)).then();
    client.given(REGISTERED, SUSPENDED).when(new ApproveFeed(BODY)).then(HEARS);
    var other = new OrganisationId("OTHERFED");
    client
        .given(REGISTERED, HEARS)
        .when(new ApproveFeed(other))
        .then(new ClientFeedApproved(ID, other));
    client.given(REGISTERED, HEARS).when(new WithdrawFeedApproval(BODY)).then(HEARS_NO_MORE);
    client.given(REGISTERED, HEARS).when(new WithdrawFeedApproval(other)).then();
    client.given(REGISTERED, HEARS, HEARS_NO_MORE).when(new WithdrawFeedApproval(BODY)).then();
    client.given(REGISTERED, HEARS, HEARS_NO_MORE).when(new ApproveFeed(BODY)).then(HEARS);
    client.given(REGISTERED, ENDED).when(new ApproveFeed(BODY)).thenRejected(new HasEnded());
    client.given(REGISTERED, ENDED).when(new WithdrawFeedApproval(BODY)).then();
    client.given().when(new ApproveFeed(BODY)).thenRejected(new NotRegistered());
    client.given().when(new WithdrawFeedApproval(BODY)).thenRejected(new NotRegistered());
  }

  @Test
  void what_bodies_said_goes_with_the_organisation_and_stays_while_the_system_only_rests() {
    for (ClientEvent goes : List.of(STOPPED, TRANSFERRED)) {
      client.given(REGISTERED, APPROVED, HEARS, goes).when(new ApproveFeed(BODY)).then(HEARS);
    }
    client
        .given(REGISTERED, HEARS, ENDED, new ClientTransferred(ID, ICB))
        .when(new ApproveFeed(BODY))
        .then(HEARS);
    client.given(REGISTERED, APPROVED, HEARS, SUSPENDED).when(new ApproveFeed(BODY)).then();
    client.given(REGISTERED, HEARS, APPROVED).when(new ApproveFeed(BODY)).then();
    // It stays undecided whatever bodies say.
    assertThat(SystemClient.DECIDER.fold(List.of(REGISTERED, STOPPED, HEARS)))
        .isEqualTo(new SystemClient.Suspended(ID, ICB, ClientKind.ICB, Set.of(BODY), true));
  }

  private static TransferClient transfer(OrganisationKind... kinds) {
    return new TransferClient(NEW_ICB, Set.of(kinds));
  }

  @Test
  void what_has_happened_is_never_refused() {
    client.evolvesEvery(
        ClientEvent.class,
        REGISTERED,
        APPROVED,
        SUSPENDED,
        STOPPED,
        TRANSFERRED,
        ENDED,
        HEARS,
        HEARS_NO_MORE);
  }

  private static RegisterClient register(OrganisationKind... kinds) {
    return new RegisterClient(ID, ICB, Set.of(kinds), ClientKind.ICB);
  }
}
