package uk.onevoice.projection.representation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * M4: slots by days since the last talk of both sides; meetings do not count. The figure is those
 * within 60 days.
 *
 * @param medianDaysSince of the slots that ever had one; null where none had, and for who sees
 *     counts alone: it is the days of one slot
 */
record Staleness(List<Band> sinceLastTalk, @Nullable Integer medianDaysSince)
    implements Measure.Detail {
  /** UP_TO_60, UP_TO_120, LONGER or NEVER, in this order. */
  record Band(String band, int slots) {}

  /**
   * Slots in each band.
   *
   * @param median null where no slot ever had a talk
   */
  record Counted(int upTo60, int upTo120, int longer, int never, @Nullable Integer median) {}

  /** What the audience may see. */
  static Measure measure(String name, LocalDate asOf, Counted slots, Audience audience) {
    @Nullable String withheld =
        FewSlots.withheld(audience, slots.upTo60(), slots.upTo120(), slots.longer(), slots.never());
    if (withheld != null) {
      return Measure.withheld(name, asOf, withheld);
    }
    return new Measure(
        name,
        true,
        false,
        null,
        slots.upTo60(),
        slots.upTo60() + slots.upTo120() + slots.longer() + slots.never(),
        0,
        asOf,
        null,
        new Staleness(
            List.of(
                new Band("UP_TO_60", slots.upTo60()),
                new Band("UP_TO_120", slots.upTo120()),
                new Band("LONGER", slots.longer()),
                new Band("NEVER", slots.never())),
            audience.sees(Part.SLOTS) ? slots.median() : null));
  }
}
