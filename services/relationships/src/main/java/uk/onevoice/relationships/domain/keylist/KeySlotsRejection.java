package uk.onevoice.relationships.domain.keylist;

import uk.onevoice.relationships.domain.SlotKind;

/** The rule that said no. */
public sealed interface KeySlotsRejection {
  record NoKind() implements KeySlotsRejection {}

  record KindTwice(SlotKind kind) implements KeySlotsRejection {}
}
