package uk.onevoice.relationships.domain.keylist;

import java.time.LocalDate;
import uk.onevoice.relationships.domain.SlotId;

/** The rule that said no. */
public sealed interface KeyListRejection {
  /** The person keeps in touch with somebody there no longer, or never did. */
  record NotYours(SlotId slotId) implements KeyListRejection {}

  record AlreadyKey(SlotId slotId) implements KeyListRejection {}

  record NotKey(SlotId slotId) implements KeyListRejection {}

  /** One more than five, and nobody said why. */
  record NeedsReason(int kept) implements KeyListRejection {}

  record RhythmOutOfRange(int shortest, int longest) implements KeyListRejection {}

  record PlannedInThePast(LocalDate on) implements KeyListRejection {}
}
