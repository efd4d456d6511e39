package uk.onevoice.relationships.adapter.http;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.relationships.domain.SlotId;
import uk.onevoice.relationships.domain.SlotKind;

/** What callers send about key lists. */
final class KeyListBodies {
  private KeyListBodies() {}

  record KeyKinds(List<SlotKind> kinds) {}

  record KeyOrder(List<SlotId> slotIds) {}

  /**
   * @param everyDays null for what is usual
   * @param reason null where nothing is said
   */
  record KeyMark(@Nullable Integer everyDays, @Nullable String reason) {}

  record ContactRhythm(int everyDays) {}

  record NextContact(LocalDate on) {}
}
