package uk.onevoice.relationships.policy;

import java.time.LocalDate;
import java.util.Optional;
import uk.onevoice.relationships.domain.Relationship;
import uk.onevoice.relationships.domain.Slot.Defined;
import uk.onevoice.relationships.domain.handover.Handover;
import uk.onevoice.relationships.domain.handover.Handover.Cancelled;
import uk.onevoice.relationships.domain.handover.Handover.Completed;
import uk.onevoice.relationships.domain.handover.Handover.None;
import uk.onevoice.relationships.domain.handover.Handover.Waiting;
import uk.onevoice.relationships.domain.handover.HandoverCommand;
import uk.onevoice.relationships.domain.handover.HandoverCommand.Cancel;
import uk.onevoice.relationships.domain.handover.HandoverCommand.Open;
import uk.onevoice.relationships.domain.handover.HandoverEvent.Cause;
import uk.onevoice.relationships.domain.handover.HandoverEvent.Reason;
import uk.onevoice.relationships.domain.handover.HandoverId;

/**
 * What a handover is told when roles have changed: a relationship whose holder acts for its body no
 * longer is queued for a successor, and goes back when the role does. What it finds is so already
 * where it was found before, so that hearing the registry twice has no second effect.
 */
public final class TendHandover {
  private TendHandover() {}

  /**
   * @param holderActs whether the holder holds a role today at the body they keep in touch for
   */
  public static Optional<HandoverCommand> command(
      Defined slot, Relationship held, Handover handover, boolean holderActs, LocalDate today) {
    HandoverId id = HandoverId.of(held.relationshipId());
    return switch (handover) {
      case None _, Cancelled _ ->
          held.isLive() && !holderActs
              ? Optional.of(
                  new Open(
                      id,
                      slot.terms().placeId(),
                      slot.terms().slotId(),
                      held.relationshipId(),
                      held.holderId(),
                      held.actingFor(),
                      Cause.ROLE_ENDED,
                      true,
                      today))
              : Optional.empty();
      case Waiting waiting -> {
        if (!held.isLive()) {
          yield Optional.of(new Cancel(id, Reason.RELATIONSHIP_ENDED, holderActs, today));
        }
        yield holderActs && waiting.opening().cause() == Cause.ROLE_ENDED
            ? Optional.of(new Cancel(id, Reason.ROLE_IS_BACK, true, today))
            : Optional.empty();
      }
      case Completed _ -> Optional.empty();
    };
  }
}
