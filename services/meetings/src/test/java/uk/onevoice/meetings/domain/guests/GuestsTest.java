package uk.onevoice.meetings.domain.guests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.onevoice.meetings.domain.ItemId;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.meetings.domain.guests.GuestsCommand.Invite;
import uk.onevoice.meetings.domain.guests.GuestsCommand.Uninvite;
import uk.onevoice.meetings.domain.guests.GuestsEvent.OrganisationInvited;
import uk.onevoice.meetings.domain.guests.GuestsEvent.OrganisationUninvited;
import uk.onevoice.meetings.domain.guests.GuestsRejection.InvitedAlready;
import uk.onevoice.meetings.domain.guests.GuestsRejection.NoItems;
import uk.onevoice.meetings.domain.guests.GuestsRejection.NoSuchInvitation;
import uk.onevoice.meetings.domain.guests.GuestsRejection.NoSuchItem;
import uk.onevoice.meetings.domain.guests.GuestsRejection.OrganisationNotKnown;
import uk.onevoice.testkit.DeciderRules;

class GuestsTest {
  private static final MeetingId ID = new MeetingId(new UUID(0, 1));
  private static final InvitationId ONE = new InvitationId(new UUID(0, 2));
  private static final InvitationId TWO = new InvitationId(new UUID(0, 3));
  private static final ItemId FRONT_DOOR = new ItemId(new UUID(0, 4));
  private static final ItemId OUR_LINE = new ItemId(new UUID(0, 5));
  private static final OrganisationId TRUST = new OrganisationId("WYVT0001");
  private static final OrganisationId COUNCIL = new OrganisationId("WYVC0001");
  private static final OrganisationInvited INVITED =
      new OrganisationInvited(ID, ONE, TRUST, List.of(FRONT_DOOR));
  private static final OrganisationUninvited UNINVITED = new OrganisationUninvited(ID, ONE);

  private final DeciderRules<GuestsCommand, Guests, GuestsEvent, GuestsRejection> guests =
      DeciderRules.of(Guests.DECIDER);

  @Test
  void a_partner_is_invited_for_named_items_of_the_agenda() {
    guests.given().when(invite(ONE, true, FRONT_DOOR, FRONT_DOOR)).then(INVITED);
    guests.given().when(invite(ONE, true)).thenRejected(new NoItems());
    var elsewhere = new ItemId(new UUID(0, 9));
    guests
        .given()
        .when(invite(ONE, true, FRONT_DOOR, elsewhere))
        .thenRejected(new NoSuchItem(elsewhere));
    guests
        .given()
        .when(invite(ONE, false, FRONT_DOOR))
        .thenRejected(new OrganisationNotKnown(TRUST));
  }

  @Test
  void who_is_invited_for_named_items_was_there_for_these_and_everybody_else_for_all() {
    var invited = Guests.evolve(Guests.DECIDER.initial(), INVITED);
    assertThat(invited.isFor(TRUST, FRONT_DOOR)).isTrue();
    assertThat(invited.isFor(TRUST, OUR_LINE)).isFalse();
    assertThat(invited.isFor(COUNCIL, OUR_LINE)).isTrue();
    assertThat(Guests.evolve(invited, UNINVITED).isFor(TRUST, OUR_LINE)).isTrue();
  }

  @Test
  void it_has_one_invitation_at_a_time() {
    guests.given(INVITED).when(invite(TWO, true, OUR_LINE)).thenRejected(new InvitedAlready(ONE));
    guests
        .given(INVITED, UNINVITED)
        .when(invite(TWO, true, OUR_LINE))
        .then(new OrganisationInvited(ID, TWO, TRUST, List.of(OUR_LINE)));
  }

  @Test
  void an_invitation_is_taken_back_once() {
    guests.given(INVITED).when(new Uninvite(ID, ONE)).then(UNINVITED);
    guests.given(INVITED, UNINVITED).when(new Uninvite(ID, ONE)).then();
    guests.given().when(new Uninvite(ID, ONE)).thenRejected(new NoSuchInvitation(ONE));
  }

  @Test
  void a_guest_sees_its_items_for_as_long_as_it_is_invited() {
    var invited = Guests.DECIDER.fold(List.of(INVITED));
    assertThat(invited.itemsOf(List.of(TRUST))).containsExactly(FRONT_DOOR);
    assertThat(invited.itemsOf(List.of(COUNCIL))).isEmpty();
    assertThat(Guests.DECIDER.fold(List.of(INVITED, UNINVITED)).itemsOf(List.of(TRUST))).isEmpty();
  }

  @Test
  void what_has_happened_is_never_refused() {
    guests.evolvesEvery(GuestsEvent.class, INVITED, UNINVITED);
  }

  private static Invite invite(InvitationId id, boolean known, ItemId... items) {
    return new Invite(ID, id, TRUST, known, List.of(items), Set.of(FRONT_DOOR, OUR_LINE));
  }
}
