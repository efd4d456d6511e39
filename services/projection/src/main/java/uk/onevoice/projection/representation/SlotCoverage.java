package uk.onevoice.projection.representation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * M2: the slots nobody has talked to, both ways, within 90 days.
 *
 * @param emptySlots null where they are withheld
 */
record SlotCoverage(@Nullable List<Slot> emptySlots) implements Measure.Detail {
  /**
   * @param held whether somebody holds the relationship all the same
   */
  record Slot(
      String slotId,
      String kind,
      String organisationId,
      @Nullable String organisationName,
      boolean held) {}
}
