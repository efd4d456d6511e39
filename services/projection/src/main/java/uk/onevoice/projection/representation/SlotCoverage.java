package uk.onevoice.projection.representation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * M2: the slots nobody has talked to, both ways, within 90 days.
 *
 * @param emptySlots null where they are withheld
 */
record SlotCoverage(@Nullable List<Slot> emptySlots) implements Measure.Detail {
  /** Of fewer, a count would tell of one. */
  private static final int FEWEST_SLOTS = 3;

  /**
   * @param held whether somebody holds the relationship all the same; who does is not said here
   */
  record Slot(
      String slotId,
      String kind,
      String organisationId,
      @Nullable String organisationName,
      boolean held) {}

  /** What the audience may see. */
  static Measure measure(
      String name, LocalDate asOf, int slots, List<Slot> empty, Audience audience) {
    boolean named = audience.sees(Part.SLOTS);
    if (!named && !audience.sees(Part.SLOT_COUNTS)) {
      return Measure.withheld(name, asOf, "For general practice of the place.");
    }
    if (!named && slots < FEWEST_SLOTS) {
      return Measure.withheld(name, asOf, "Fewer than three slots.");
    }
    return new Measure(
        name,
        true,
        false,
        null,
        slots - empty.size(),
        slots,
        0,
        asOf,
        null,
        new SlotCoverage(named ? empty : null));
  }
}
