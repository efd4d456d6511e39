package uk.onevoice.relationships.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.PersonId;
import uk.onevoice.relationships.domain.PlaceId;
import uk.onevoice.relationships.domain.RelationshipId;
import uk.onevoice.relationships.domain.Slot;
import uk.onevoice.relationships.domain.Slot.Defined;
import uk.onevoice.relationships.domain.SlotEvent.RelationshipClosed;
import uk.onevoice.relationships.domain.SlotEvent.RelationshipOpened;
import uk.onevoice.relationships.domain.SlotEvent.SlotDefined;
import uk.onevoice.relationships.domain.SlotId;
import uk.onevoice.relationships.domain.SlotKind;
import uk.onevoice.relationships.domain.handover.Handover;
import uk.onevoice.relationships.domain.handover.HandoverCommand;
import uk.onevoice.relationships.domain.handover.HandoverCommand.Cancel;
import uk.onevoice.relationships.domain.handover.HandoverCommand.Open;
import uk.onevoice.relationships.domain.handover.HandoverEvent;
import uk.onevoice.relationships.domain.handover.HandoverEvent.Cause;
import uk.onevoice.relationships.domain.handover.HandoverEvent.HandoverCancelled;
import uk.onevoice.relationships.domain.handover.HandoverEvent.HandoverCompleted;
import uk.onevoice.relationships.domain.handover.HandoverEvent.HandoverOpened;
import uk.onevoice.relationships.domain.handover.HandoverEvent.Reason;
import uk.onevoice.relationships.domain.handover.HandoverId;

class TendHandoverTest {
  private static final SlotId SLOT = new SlotId(new UUID(0, 1));
  private static final RelationshipId HELD = new RelationshipId(new UUID(0, 2));
  private static final HandoverId ID = HandoverId.of(HELD);
  private static final PlaceId PLACE = new PlaceId(new UUID(0, 3));
  private static final PersonId NADIA = new PersonId(new UUID(0, 4));
  private static final OrganisationId FEDERATION = new OrganisationId("WYVF0001");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private static final SlotDefined DEFINED =
      new SlotDefined(SLOT, PLACE, SlotKind.ACUTE, new OrganisationId("WYVT0001"));
  private static final RelationshipOpened OPENED =
      new RelationshipOpened(SLOT, HELD, NADIA, FEDERATION);
  private static final Defined LIVE = (Defined) Slot.DECIDER.fold(List.of(DEFINED, OPENED));
  private static final Defined ENDED =
      (Defined)
          Slot.DECIDER.fold(List.of(DEFINED, OPENED, new RelationshipClosed(SLOT, HELD, TODAY)));

  @Test
  void a_relationship_whose_holder_has_no_role_any_more_is_queued() {
    assertThat(told(LIVE, false)).contains(open());
    assertThat(told(LIVE, true)).isEmpty();
    assertThat(told(ENDED, false)).isEmpty();
    assertThat(told(LIVE, false, opened(Cause.CHOSEN), cancelled())).contains(open());
  }

  @Test
  void it_goes_back_when_the_role_does() {
    assertThat(told(LIVE, true, opened(Cause.ROLE_ENDED)))
        .contains(new Cancel(ID, Reason.ROLE_IS_BACK, true, TODAY));
    assertThat(told(LIVE, false, opened(Cause.ROLE_ENDED))).isEmpty();
  }

  @Test
  void what_somebody_chose_to_hand_over_waits_whatever_their_roles() {
    assertThat(told(LIVE, true, opened(Cause.CHOSEN))).isEmpty();
    assertThat(told(LIVE, false, opened(Cause.CHOSEN))).isEmpty();
  }

  @Test
  void what_has_ended_waits_for_nobody() {
    assertThat(told(ENDED, true, opened(Cause.CHOSEN)))
        .contains(new Cancel(ID, Reason.RELATIONSHIP_ENDED, true, TODAY));
  }

  @Test
  void what_went_over_stays_so() {
    var over = new HandoverCompleted(ID, NADIA, FEDERATION, HELD, true, TODAY);
    assertThat(told(ENDED, false, opened(Cause.ROLE_ENDED), over)).isEmpty();
    assertThat(told(LIVE, false, opened(Cause.ROLE_ENDED), over)).isEmpty();
  }

  private static Optional<HandoverCommand> told(
      Defined slot, boolean holderActs, HandoverEvent... history) {
    return TendHandover.command(
        slot,
        java.util.Objects.requireNonNull(slot.relationships().get(HELD)),
        Handover.DECIDER.fold(List.of(history)),
        holderActs,
        TODAY);
  }

  private static Open open() {
    return new Open(ID, PLACE, SLOT, HELD, NADIA, FEDERATION, Cause.ROLE_ENDED, true, TODAY);
  }

  private static HandoverOpened opened(Cause cause) {
    return new HandoverOpened(ID, PLACE, SLOT, HELD, NADIA, FEDERATION, cause, TODAY);
  }

  private static HandoverCancelled cancelled() {
    return new HandoverCancelled(ID, Reason.CHOSEN, TODAY);
  }
}
