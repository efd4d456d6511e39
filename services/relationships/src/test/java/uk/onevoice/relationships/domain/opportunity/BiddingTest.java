package uk.onevoice.relationships.domain.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.onevoice.relationships.domain.opportunity.Bid.AWARDED;
import static uk.onevoice.relationships.domain.opportunity.Bid.CITED;
import static uk.onevoice.relationships.domain.opportunity.Bid.CREDIT;
import static uk.onevoice.relationships.domain.opportunity.Bid.FEDERATION;
import static uk.onevoice.relationships.domain.opportunity.Bid.FEDERATION_JOINED;
import static uk.onevoice.relationships.domain.opportunity.Bid.HOSTED;
import static uk.onevoice.relationships.domain.opportunity.Bid.ID;
import static uk.onevoice.relationships.domain.opportunity.Bid.INTERESTED;
import static uk.onevoice.relationships.domain.opportunity.Bid.MARTIN;
import static uk.onevoice.relationships.domain.opportunity.Bid.MARTIN_NAMED;
import static uk.onevoice.relationships.domain.opportunity.Bid.NADIA;
import static uk.onevoice.relationships.domain.opportunity.Bid.NADIA_NAMED;
import static uk.onevoice.relationships.domain.opportunity.Bid.NETWORK;
import static uk.onevoice.relationships.domain.opportunity.Bid.OPENED;
import static uk.onevoice.relationships.domain.opportunity.Bid.OPENED_ON;
import static uk.onevoice.relationships.domain.opportunity.Bid.OWEN;
import static uk.onevoice.relationships.domain.opportunity.Bid.OWEN_NAMED;
import static uk.onevoice.relationships.domain.opportunity.Bid.PLACE;
import static uk.onevoice.relationships.domain.opportunity.Bid.RIVAL;
import static uk.onevoice.relationships.domain.opportunity.Bid.RIVAL_NOTED;
import static uk.onevoice.relationships.domain.opportunity.Bid.SUBMITTED;
import static uk.onevoice.relationships.domain.opportunity.Bid.TITLE;
import static uk.onevoice.relationships.domain.opportunity.Bid.TODAY;
import static uk.onevoice.relationships.domain.opportunity.Bid.TOPIC;
import static uk.onevoice.relationships.domain.opportunity.Bid.TRUST;
import static uk.onevoice.relationships.domain.opportunity.Bid.TRUST_JOINED;
import static uk.onevoice.relationships.domain.opportunity.Bid.bidder;
import static uk.onevoice.relationships.domain.opportunity.Bid.joined;
import static uk.onevoice.relationships.domain.opportunity.Bid.opened;
import static uk.onevoice.relationships.domain.opportunity.Bid.uuid;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.domain.PersonId;
import uk.onevoice.relationships.domain.opportunity.Opportunity.Opened;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.DropCompetitor;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.Join;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.Leave;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.NamePerson;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.NoteCompetitor;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.Open;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.RemovePerson;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.Retitle;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.SetHost;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.TakeOver;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent.OpportunityCompetitorDropped;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent.OpportunityCreditTakenBack;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent.OpportunityCredited;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent.OpportunityHosted;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent.OpportunityOpened;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent.OpportunityPartnerLeft;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent.OpportunityPersonNamed;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent.OpportunityPersonRemoved;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent.OpportunityRetitled;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent.OpportunityStepTakenBack;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.AlreadyOpened;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.As;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.CannotDeliver;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.Competes;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.DayInTheFuture;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.HostsOrLeads;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.InTheBid;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.LastOfGeneralPractice;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.NamedForAnother;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.NoRoleThere;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.NoSuchOpportunity;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.NotInTheBid;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.NotNamed;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.OrganisationNotKnown;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.SomebodyKnows;
import uk.onevoice.testkit.DeciderRules;

class BiddingTest {
  /** Who holds a role where they are named for. */
  private static final Set<PersonId> ACTING = Set.of(NADIA, OWEN);

  private final DeciderRules<
          OpportunityCommand, Opportunity, OpportunityEvent, OpportunityRejection>
      bid = DeciderRules.of(Opportunity.DECIDER);

  @Test
  void who_opens_it_is_the_first_to_be_named_and_their_body_the_first_to_join() {
    bid.given()
        .when(open(TODAY))
        .then(
            new OpportunityOpened(ID, PLACE, OpportunityKind.TENDER, TOPIC, TITLE, TODAY),
            FEDERATION_JOINED,
            NADIA_NAMED);
    bid.given()
        .when(open(OPENED_ON, bidder(TRUST, Side.PARTNER)))
        .then(OPENED, FEDERATION_JOINED, TRUST_JOINED, NADIA_NAMED);
  }

  @Test
  void who_is_named_twice_at_the_opening_joins_once() {
    bid.given()
        .when(open(OPENED_ON, bidder(TRUST, Side.PARTNER), bidder(TRUST, Side.PARTNER)))
        .then(OPENED, FEDERATION_JOINED, TRUST_JOINED, NADIA_NAMED);
  }

  @Test
  void nobody_opens_what_has_not_come_up_yet() {
    LocalDate tomorrow = TODAY.plusDays(1);
    bid.given().when(open(tomorrow)).thenRejected(new DayInTheFuture(tomorrow));
  }

  @Test
  void nobody_bids_with_an_organisation_that_is_not_open() {
    bid.given()
        .when(open(OPENED_ON, new Bidder(TRUST, null, false)))
        .thenRejected(new OrganisationNotKnown(TRUST, As.WITH));
    bid.given(opened())
        .when(new Join(ID, new Bidder(NETWORK, null, false), TODAY))
        .thenRejected(new OrganisationNotKnown(NETWORK, As.ORGANISATION));
    bid.given(opened())
        .when(new NoteCompetitor(ID, new Bidder(RIVAL, null, false)))
        .thenRejected(new OrganisationNotKnown(RIVAL, As.ORGANISATION));
  }

  @Test
  void it_is_opened_once_and_nothing_happens_before() {
    bid.given(opened()).when(open(TODAY)).thenRejected(new AlreadyOpened(ID));
    bid.given().when(new Retitle(ID, TITLE)).thenRejected(new NoSuchOpportunity(ID));
    bid.given().when(new RemovePerson(ID, NADIA, ACTING)).thenRejected(new NoSuchOpportunity(ID));
  }

  @Test
  void it_may_be_called_something_else() {
    var other = new WordsRef(uuid(99));
    bid.given(opened()).when(new Retitle(ID, other)).then(new OpportunityRetitled(ID, other));
    assertThat(state(opened(new OpportunityRetitled(ID, other))).titleRef()).isEqualTo(other);
  }

  @Test
  void an_organisation_joins_once() {
    bid.given(opened())
        .when(new Join(ID, bidder(NETWORK, Side.GP), TODAY))
        .then(joined(NETWORK, Side.GP));
    bid.given(opened()).when(new Join(ID, bidder(TRUST, Side.PARTNER), TODAY)).then();
  }

  @Test
  void a_competitor_joins_only_when_it_is_none_any_more() {
    bid.given(opened(RIVAL_NOTED))
        .when(new Join(ID, bidder(RIVAL, Side.PARTNER), TODAY))
        .thenRejected(new Competes(RIVAL));
    bid.given(opened(RIVAL_NOTED, new OpportunityCompetitorDropped(ID, RIVAL)))
        .when(new Join(ID, bidder(RIVAL, Side.PARTNER), TODAY))
        .then(joined(RIVAL, Side.PARTNER));
  }

  @Test
  void who_leaves_takes_their_people_along() {
    bid.given(opened(MARTIN_NAMED))
        .when(new Leave(ID, TRUST, ACTING, TODAY))
        .then(
            new OpportunityPersonRemoved(ID, MARTIN), new OpportunityPartnerLeft(ID, TRUST, TODAY));
    assertThat(
            state(
                    opened(
                        MARTIN_NAMED,
                        new OpportunityPersonRemoved(ID, MARTIN),
                        new OpportunityPartnerLeft(ID, TRUST, TODAY)))
                .bidders())
        .containsOnlyKeys(FEDERATION);
  }

  @Test
  void who_is_not_in_the_bid_does_not_leave_it() {
    bid.given(opened())
        .when(new Leave(ID, NETWORK, ACTING, TODAY))
        .thenRejected(new NotInTheBid(NETWORK, As.ORGANISATION));
  }

  @Test
  void who_is_to_host_or_lead_does_not_leave() {
    bid.given(opened(HOSTED))
        .when(new Leave(ID, TRUST, ACTING, TODAY))
        .thenRejected(new HostsOrLeads(TRUST));
    bid.given(opened(joined(NETWORK, Side.GP), new OpportunityHosted(ID, TRUST, NETWORK)))
        .when(new Leave(ID, NETWORK, ACTING, TODAY))
        .thenRejected(new HostsOrLeads(NETWORK));
    bid.given(opened(new OpportunityHosted(ID, FEDERATION, null)))
        .when(new Leave(ID, TRUST, ACTING, TODAY))
        .then(new OpportunityPartnerLeft(ID, TRUST, TODAY));
  }

  @Test
  void somebody_of_general_practice_always_knows_of_it() {
    bid.given(opened(MARTIN_NAMED))
        .when(new Leave(ID, FEDERATION, ACTING, TODAY))
        .thenRejected(new LastOfGeneralPractice());
    bid.given(opened(MARTIN_NAMED))
        .when(new RemovePerson(ID, NADIA, ACTING))
        .thenRejected(new LastOfGeneralPractice());
    bid.given(opened(OWEN_NAMED))
        .when(new RemovePerson(ID, NADIA, ACTING))
        .then(new OpportunityPersonRemoved(ID, NADIA));
    bid.given(opened(MARTIN_NAMED))
        .when(new RemovePerson(ID, MARTIN, ACTING))
        .then(new OpportunityPersonRemoved(ID, MARTIN));
    bid.given(opened(joined(NETWORK, Side.GP), new OpportunityPersonNamed(ID, OWEN, NETWORK)))
        .when(new Leave(ID, FEDERATION, ACTING, TODAY))
        .then(
            new OpportunityPersonRemoved(ID, NADIA),
            new OpportunityPartnerLeft(ID, FEDERATION, TODAY));
  }

  @Test
  void somebody_who_can_hand_it_on_stays_while_there_is_anybody() {
    var owenGone = opened(OWEN_NAMED);
    bid.given(owenGone)
        .when(new RemovePerson(ID, NADIA, Set.of(NADIA)))
        .thenRejected(new LastOfGeneralPractice());
    bid.given(owenGone)
        .when(new RemovePerson(ID, OWEN, Set.of(NADIA)))
        .then(new OpportunityPersonRemoved(ID, OWEN));
    // Where nobody acts any more, who is let in still tidies up; the last stays.
    bid.given(owenGone)
        .when(new RemovePerson(ID, OWEN, Set.of()))
        .then(new OpportunityPersonRemoved(ID, OWEN));
    bid.given(opened())
        .when(new RemovePerson(ID, NADIA, Set.of()))
        .thenRejected(new LastOfGeneralPractice());
    bid.given(opened(joined(NETWORK, Side.GP), new OpportunityPersonNamed(ID, OWEN, NETWORK)))
        .when(new Leave(ID, FEDERATION, Set.of(NADIA), TODAY))
        .thenRejected(new LastOfGeneralPractice());
  }

  @Test
  void a_leader_of_a_body_that_bids_takes_over_what_nobody_can_hand_on() {
    var owens = new OpportunityPersonNamed(ID, OWEN, FEDERATION);
    bid.given(opened()).when(new TakeOver(ID, OWEN, FEDERATION, Set.of())).then(owens);
    bid.given(opened())
        .when(new TakeOver(ID, OWEN, FEDERATION, Set.of(NADIA)))
        .thenRejected(new SomebodyKnows());
    bid.given(opened())
        .when(new TakeOver(ID, OWEN, NETWORK, Set.of()))
        .thenRejected(new NotInTheBid(NETWORK, As.ORGANISATION));
    bid.given(opened())
        .when(new TakeOver(ID, OWEN, TRUST, Set.of()))
        .thenRejected(new NotInTheBid(TRUST, As.ORGANISATION));
    bid.given(opened(MARTIN_NAMED))
        .when(new TakeOver(ID, MARTIN, FEDERATION, Set.of()))
        .thenRejected(new NamedForAnother(MARTIN, TRUST));
    assertThat(state(opened(MARTIN_NAMED, OWEN_NAMED)).ofGeneralPractice())
        .containsExactlyInAnyOrder(NADIA, OWEN);
  }

  @Test
  void people_are_named_for_an_organisation_in_the_bid_at_which_they_have_a_role() {
    bid.given(opened()).when(new NamePerson(ID, MARTIN, TRUST, true)).then(MARTIN_NAMED);
    bid.given(opened())
        .when(new NamePerson(ID, MARTIN, TRUST, false))
        .thenRejected(new NoRoleThere(MARTIN, TRUST));
    bid.given(opened())
        .when(new NamePerson(ID, MARTIN, RIVAL, true))
        .thenRejected(new NotInTheBid(RIVAL, As.ORGANISATION));
  }

  @Test
  void a_person_is_named_once_and_for_one_organisation() {
    bid.given(opened(MARTIN_NAMED)).when(new NamePerson(ID, MARTIN, TRUST, false)).then();
    bid.given(opened(MARTIN_NAMED))
        .when(new NamePerson(ID, MARTIN, FEDERATION, true))
        .thenRejected(new NamedForAnother(MARTIN, TRUST));
  }

  @Test
  void who_is_removed_is_named_no_more_and_may_be_named_again() {
    var gone = new OpportunityPersonRemoved(ID, MARTIN);
    bid.given(opened())
        .when(new RemovePerson(ID, MARTIN, ACTING))
        .thenRejected(new NotNamed(MARTIN));
    assertThat(state(opened(MARTIN_NAMED, gone)).namedAs(Set.of(MARTIN))).isEmpty();
    bid.given(opened(MARTIN_NAMED, gone))
        .when(new NamePerson(ID, MARTIN, TRUST, true))
        .then(MARTIN_NAMED);
  }

  @Test
  void a_person_is_found_under_any_of_their_records_and_stands_on_the_side_of_their_body() {
    Opened now = state(opened(MARTIN_NAMED));
    assertThat(now.namedAs(List.of(OWEN, MARTIN))).contains(MARTIN);
    assertThat(now.namedAs(List.of(OWEN))).isEmpty();
    assertThat(now.sideOf(NADIA)).isEqualTo(Side.GP);
    assertThat(now.sideOf(MARTIN)).isEqualTo(Side.PARTNER);
    assertThat(now.sideOf(new PersonId(uuid(98)))).isEqualTo(Side.PARTNER);
  }

  @Test
  void a_competitor_is_noted_once_and_is_nobody_who_bids() {
    bid.given(opened()).when(new NoteCompetitor(ID, bidder(RIVAL, Side.PARTNER))).then(RIVAL_NOTED);
    bid.given(opened(RIVAL_NOTED)).when(new NoteCompetitor(ID, bidder(RIVAL, Side.PARTNER))).then();
    bid.given(opened())
        .when(new NoteCompetitor(ID, bidder(TRUST, Side.PARTNER)))
        .thenRejected(new InTheBid(TRUST));
    bid.given(opened(RIVAL_NOTED))
        .when(new DropCompetitor(ID, RIVAL))
        .then(new OpportunityCompetitorDropped(ID, RIVAL));
    bid.given(opened()).when(new DropCompetitor(ID, RIVAL)).then();
  }

  @Test
  void who_hosts_and_who_leads_are_in_the_bid_and_can_be_held_to_it() {
    bid.given(opened()).when(host(true, true)).then(HOSTED);
    bid.given(opened(HOSTED)).when(host(true, true)).then();
    bid.given(opened(HOSTED))
        .when(new SetHost(ID, bidder(TRUST, Side.PARTNER), null))
        .then(new OpportunityHosted(ID, TRUST, null));
    bid.given(opened(HOSTED))
        .when(new SetHost(ID, bidder(FEDERATION, Side.GP), bidder(FEDERATION, Side.GP)))
        .then(new OpportunityHosted(ID, FEDERATION, FEDERATION));
    bid.given(opened()).when(host(false, true)).thenRejected(new CannotDeliver(TRUST, As.HOST));
    bid.given(opened())
        .when(host(true, false))
        .thenRejected(new CannotDeliver(FEDERATION, As.LEAD));
    bid.given(opened())
        .when(new SetHost(ID, bidder(RIVAL, Side.PARTNER), null))
        .thenRejected(new NotInTheBid(RIVAL, As.HOST));
    bid.given(opened())
        .when(new SetHost(ID, bidder(TRUST, Side.PARTNER), bidder(RIVAL, Side.PARTNER)))
        .thenRejected(new NotInTheBid(RIVAL, As.LEAD));
    assertThat(state(opened(HOSTED)))
        .extracting(Opened::host, Opened::lead)
        .containsExactly(TRUST, FEDERATION);
  }

  @Test
  void what_has_happened_is_never_refused() {
    bid.evolvesEvery(
        OpportunityEvent.class,
        OPENED,
        new OpportunityRetitled(ID, TITLE),
        TRUST_JOINED,
        new OpportunityPartnerLeft(ID, TRUST, TODAY),
        NADIA_NAMED,
        new OpportunityPersonRemoved(ID, NADIA),
        RIVAL_NOTED,
        new OpportunityCompetitorDropped(ID, RIVAL),
        HOSTED,
        CITED,
        INTERESTED,
        SUBMITTED,
        AWARDED,
        new OpportunityStepTakenBack(ID, Step.RESULT),
        new OpportunityCredited(ID, CREDIT.slotId(), CREDIT.relationshipId()),
        new OpportunityCreditTakenBack(ID, CREDIT.slotId(), CREDIT.relationshipId()));
  }

  private static Opened state(List<OpportunityEvent> history) {
    return (Opened) Opportunity.DECIDER.fold(history);
  }

  private static SetHost host(boolean hostDelivers, boolean leadDelivers) {
    return new SetHost(
        ID,
        new Bidder(TRUST, Side.PARTNER, hostDelivers),
        new Bidder(FEDERATION, Side.GP, leadDelivers));
  }

  private static Open open(LocalDate on, Bidder... with) {
    return new Open(
        ID,
        PLACE,
        OpportunityKind.TENDER,
        TOPIC,
        TITLE,
        on,
        NADIA,
        bidder(FEDERATION, Side.GP),
        List.of(with),
        TODAY);
  }
}
