package uk.onevoice.relationships.domain.handover;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.PersonId;
import uk.onevoice.relationships.domain.PlaceId;
import uk.onevoice.relationships.domain.RelationshipId;
import uk.onevoice.relationships.domain.SlotId;
import uk.onevoice.relationships.domain.handover.Handover.Completed;
import uk.onevoice.relationships.domain.handover.Handover.Waiting;
import uk.onevoice.relationships.domain.handover.HandoverCommand.Accept;
import uk.onevoice.relationships.domain.handover.HandoverCommand.Cancel;
import uk.onevoice.relationships.domain.handover.HandoverCommand.Consent;
import uk.onevoice.relationships.domain.handover.HandoverCommand.Decline;
import uk.onevoice.relationships.domain.handover.HandoverCommand.Offer;
import uk.onevoice.relationships.domain.handover.HandoverCommand.Open;
import uk.onevoice.relationships.domain.handover.HandoverCommand.WithdrawConsent;
import uk.onevoice.relationships.domain.handover.HandoverEvent.Cause;
import uk.onevoice.relationships.domain.handover.HandoverEvent.HandoverCancelled;
import uk.onevoice.relationships.domain.handover.HandoverEvent.HandoverCompleted;
import uk.onevoice.relationships.domain.handover.HandoverEvent.HandoverDeclined;
import uk.onevoice.relationships.domain.handover.HandoverEvent.HandoverOffered;
import uk.onevoice.relationships.domain.handover.HandoverEvent.HandoverOpened;
import uk.onevoice.relationships.domain.handover.HandoverEvent.OpinionConsentGiven;
import uk.onevoice.relationships.domain.handover.HandoverEvent.OpinionConsentWithdrawn;
import uk.onevoice.relationships.domain.handover.HandoverEvent.Reason;
import uk.onevoice.relationships.domain.handover.HandoverRejection.AlreadyCompleted;
import uk.onevoice.relationships.domain.handover.HandoverRejection.AlreadyOpen;
import uk.onevoice.relationships.domain.handover.HandoverRejection.HolderHasGone;
import uk.onevoice.relationships.domain.handover.HandoverRejection.NotABodyOfGeneralPractice;
import uk.onevoice.relationships.domain.handover.HandoverRejection.NotGoingOn;
import uk.onevoice.relationships.domain.handover.HandoverRejection.NotOffered;
import uk.onevoice.relationships.domain.handover.HandoverRejection.NotOpened;
import uk.onevoice.relationships.domain.handover.HandoverRejection.NotTheAuthor;
import uk.onevoice.relationships.domain.handover.HandoverRejection.SuccessorActsForTheCounterpart;
import uk.onevoice.relationships.domain.handover.HandoverRejection.SuccessorDoesNotActForIt;
import uk.onevoice.relationships.domain.handover.HandoverRejection.SuccessorIsTheHolder;
import uk.onevoice.testkit.DeciderRules;

class HandoverTest {
  private static final RelationshipId HELD = new RelationshipId(new UUID(0, 1));
  private static final RelationshipId NEXT = new RelationshipId(new UUID(0, 2));
  private static final HandoverId ID = HandoverId.of(HELD);
  private static final PlaceId PLACE = new PlaceId(new UUID(0, 3));
  private static final SlotId SLOT = new SlotId(new UUID(0, 4));
  private static final PersonId NADIA = new PersonId(new UUID(0, 5));
  private static final PersonId OWEN = new PersonId(new UUID(0, 6));
  private static final PersonId COLM = new PersonId(new UUID(0, 7));
  private static final OrganisationId FEDERATION = new OrganisationId("WYVF0001");
  private static final OrganisationId NETWORK = new OrganisationId("WYVN0001");
  private static final OrganisationId TRUST = new OrganisationId("WYVT0001");
  private static final UUID OPINION = new UUID(0, 8);
  private static final UUID ANOTHER = new UUID(0, 9);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private static final HandoverOpened OPENED = opened(Cause.CHOSEN);
  private static final HandoverOffered OFFERED = new HandoverOffered(ID, OWEN, NETWORK);
  private static final HandoverCompleted COMPLETED =
      new HandoverCompleted(ID, OWEN, NETWORK, NEXT, true, TODAY);
  private static final HandoverCancelled CANCELLED =
      new HandoverCancelled(ID, Reason.CHOSEN, TODAY);
  private static final OpinionConsentGiven CONSENT = new OpinionConsentGiven(ID, OPINION, TODAY);

  private final DeciderRules<HandoverCommand, Handover, HandoverEvent, HandoverRejection> handover =
      DeciderRules.of(Handover.DECIDER);

  @ParameterizedTest
  @EnumSource
  void a_relationship_is_handed_over_by_choice_or_when_a_role_ends(Cause cause) {
    handover.given().when(open(cause, true)).then(opened(cause));
    handover.given(OPENED, CANCELLED).when(open(cause, true)).then(opened(cause));
    handover.given().when(open(cause, false)).thenRejected(new NotGoingOn(HELD));
    handover.given(OPENED, CANCELLED).when(open(cause, false)).thenRejected(new NotGoingOn(HELD));
  }

  @Test
  void it_is_on_its_way_once() {
    handover.given(OPENED).when(open(Cause.CHOSEN, true)).thenRejected(new AlreadyOpen(ID));
    handover
        .given(OPENED, OFFERED, COMPLETED)
        .when(open(Cause.CHOSEN, true))
        .thenRejected(new AlreadyCompleted(ID, TODAY));
  }

  @Test
  void hearing_again_that_a_role_ended_changes_nothing() {
    handover.given(OPENED).when(open(Cause.ROLE_ENDED, true)).then();
    handover.given(OPENED, OFFERED, COMPLETED).when(open(Cause.ROLE_ENDED, true)).then();
  }

  @Test
  void somebody_is_asked_to_go_on_with_it() {
    handover.given(OPENED).when(offer(OWEN, NETWORK, true, true)).then(OFFERED);
    handover.given(OPENED, OFFERED).when(offer(OWEN, NETWORK, true, true)).then();
    handover
        .given(OPENED, OFFERED)
        .when(offer(COLM, FEDERATION, true, true))
        .then(new HandoverOffered(ID, COLM, FEDERATION));
  }

  @Test
  void only_who_acts_for_a_body_of_general_practice_is_asked() {
    handover
        .given(OPENED)
        .when(offer(NADIA, FEDERATION, true, true))
        .thenRejected(new SuccessorIsTheHolder(NADIA));
    handover
        .given(OPENED)
        .when(offer(OWEN, NETWORK, false, true))
        .thenRejected(new NotABodyOfGeneralPractice(NETWORK));
    handover
        .given(OPENED)
        .when(offer(OWEN, TRUST, true, true))
        .thenRejected(new SuccessorActsForTheCounterpart(TRUST));
    handover
        .given(OPENED)
        .when(offer(OWEN, NETWORK, true, false))
        .thenRejected(new SuccessorDoesNotActForIt(OWEN, NETWORK));
  }

  @Test
  void who_is_asked_may_decline_and_then_is_asked_no_longer() {
    var declined = new HandoverDeclined(ID, OWEN);
    handover.given(OPENED, OFFERED).when(new Decline(ID, OWEN)).then(declined);
    handover.given(OPENED, OFFERED).when(new Decline(ID, COLM)).thenRejected(new NotOffered(COLM));
    handover
        .given(OPENED, OFFERED, declined)
        .when(accept(OWEN, true, true))
        .thenRejected(new NotOffered(OWEN));
  }

  @Test
  void only_who_is_asked_goes_on_with_it() {
    handover.given(OPENED, OFFERED).when(accept(OWEN, true, true)).then(COMPLETED);
    handover.given(OPENED).when(accept(OWEN, true, true)).thenRejected(new NotOffered(OWEN));
    handover
        .given(OPENED, OFFERED)
        .when(accept(COLM, true, true))
        .thenRejected(new NotOffered(COLM));
    handover
        .given(OPENED, OFFERED, new HandoverOffered(ID, COLM, FEDERATION))
        .when(accept(OWEN, true, true))
        .thenRejected(new NotOffered(OWEN));
  }

  @Test
  void who_was_of_the_team_already_is_not_new_to_it() {
    handover
        .given(OPENED, OFFERED)
        .when(new Accept(ID, OWEN, NEXT, true, true, true, TODAY))
        .then(new HandoverCompleted(ID, OWEN, NETWORK, NEXT, false, TODAY));
  }

  @Test
  void what_has_ended_and_who_has_no_role_does_not_go_on() {
    handover
        .given(OPENED, OFFERED)
        .when(accept(OWEN, false, true))
        .thenRejected(new NotGoingOn(HELD));
    handover
        .given(OPENED, OFFERED)
        .when(accept(OWEN, true, false))
        .thenRejected(new SuccessorDoesNotActForIt(OWEN, NETWORK));
  }

  @Test
  void accepting_twice_is_once() {
    handover.given(OPENED, OFFERED, COMPLETED).when(accept(OWEN, false, true)).then();
    handover
        .given(OPENED, OFFERED, COMPLETED)
        .when(accept(COLM, true, true))
        .thenRejected(new AlreadyCompleted(ID, TODAY));
  }

  @Test
  void an_opinion_goes_along_when_its_author_says_so_and_as_long_as_they_do() {
    handover.given(OPENED).when(consent(OPINION, COLM, COLM)).then(CONSENT);
    handover.given(OPENED, CONSENT).when(consent(OPINION, COLM, COLM)).then();
    handover.given(OPENED, OFFERED, COMPLETED).when(consent(OPINION, COLM, COLM)).then(CONSENT);
    handover
        .given(OPENED, CONSENT)
        .when(new WithdrawConsent(ID, OPINION, COLM, COLM))
        .then(new OpinionConsentWithdrawn(ID, OPINION));
    handover.given(OPENED, CONSENT).when(new WithdrawConsent(ID, ANOTHER, COLM, COLM)).then();
    handover
        .given(OPENED, OFFERED, CONSENT, COMPLETED)
        .when(new WithdrawConsent(ID, OPINION, COLM, COLM))
        .then(new OpinionConsentWithdrawn(ID, OPINION));
  }

  @Test
  void nobody_says_so_for_another() {
    var refused = new NotTheAuthor(OPINION);
    handover.given(OPENED).when(consent(OPINION, COLM, NADIA)).thenRejected(refused);
    handover.given(OPENED).when(consent(OPINION, null, NADIA)).thenRejected(refused);
    handover
        .given(OPENED, CONSENT)
        .when(new WithdrawConsent(ID, OPINION, COLM, NADIA))
        .thenRejected(refused);
  }

  @Test
  void only_those_opinions_go_along() {
    var other = new OpinionConsentGiven(ID, ANOTHER, TODAY);
    var withdrawn = new OpinionConsentWithdrawn(ID, OPINION);
    handover
        .given(OPENED, CONSENT, other, withdrawn)
        .thenState(new Waiting(OPENED, null, Set.of(ANOTHER)));
    handover
        .given(OPENED, OFFERED, CONSENT, COMPLETED, other, withdrawn)
        .thenState(new Completed(OPENED, COMPLETED, Set.of(ANOTHER)));
  }

  @Test
  void who_begins_anew_has_asked_nobody_and_no_author() {
    handover
        .given(OPENED, OFFERED, CONSENT, CANCELLED, OPENED)
        .thenState(new Waiting(OPENED, null, Set.of()));
  }

  @Test
  void it_is_called_off_while_the_holder_can_go_on() {
    handover.given(OPENED, OFFERED).when(cancel(Reason.CHOSEN, true)).then(CANCELLED);
    handover
        .given(OPENED)
        .when(cancel(Reason.CHOSEN, false))
        .thenRejected(new HolderHasGone(NADIA));
    handover.given(OPENED, CANCELLED).when(cancel(Reason.CHOSEN, true)).then();
    handover
        .given(OPENED, OFFERED, COMPLETED)
        .when(cancel(Reason.CHOSEN, true))
        .thenRejected(new AlreadyCompleted(ID, TODAY));
  }

  @Test
  void a_relationship_that_ends_is_handed_over_no_longer() {
    handover
        .given(OPENED)
        .when(cancel(Reason.RELATIONSHIP_ENDED, false))
        .then(new HandoverCancelled(ID, Reason.RELATIONSHIP_ENDED, TODAY));
  }

  @Test
  void what_does_not_wait_cannot_go_on() {
    var refused = new NotOpened(ID);
    handover.given().when(offer(OWEN, NETWORK, true, true)).thenRejected(refused);
    handover.given().when(accept(OWEN, true, true)).thenRejected(refused);
    handover.given().when(new Decline(ID, OWEN)).thenRejected(refused);
    handover.given().when(cancel(Reason.CHOSEN, true)).thenRejected(refused);
    handover.given().when(consent(OPINION, COLM, COLM)).thenRejected(refused);
    handover
        .given(OPENED, CANCELLED)
        .when(new WithdrawConsent(ID, OPINION, COLM, COLM))
        .thenRejected(refused);
    handover.given(OPENED, CANCELLED).when(offer(OWEN, NETWORK, true, true)).thenRejected(refused);
  }

  @Test
  void whatever_has_happened_can_be_read() {
    handover.evolvesEvery(
        HandoverEvent.class,
        OPENED,
        OFFERED,
        new HandoverDeclined(ID, OWEN),
        CONSENT,
        new OpinionConsentWithdrawn(ID, OPINION),
        COMPLETED,
        CANCELLED);
  }

  private static HandoverOpened opened(Cause cause) {
    return new HandoverOpened(ID, PLACE, SLOT, HELD, NADIA, FEDERATION, cause, TODAY);
  }

  private static Open open(Cause cause, boolean live) {
    return new Open(ID, PLACE, SLOT, HELD, NADIA, FEDERATION, cause, live, TODAY);
  }

  private static Offer offer(
      PersonId successor, OrganisationId body, boolean speaks, boolean acts) {
    return new Offer(ID, successor, body, TRUST, speaks, acts);
  }

  private static Accept accept(PersonId by, boolean live, boolean acts) {
    return new Accept(ID, by, NEXT, false, live, acts, TODAY);
  }

  private static Consent consent(UUID opinion, @Nullable PersonId author, PersonId by) {
    return new Consent(ID, opinion, author, by, TODAY);
  }

  private static Cancel cancel(Reason reason, boolean holderActs) {
    return new Cancel(ID, reason, holderActs, TODAY);
  }
}
