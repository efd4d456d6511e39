package uk.onevoice.projection.representation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * M5: of the slots that M2 covers, those that one person alone holds.
 *
 * @param largestLoad how many hang on the one person on whom most do; null for who sees counts
 *     alone
 * @param coveredAfterLoss how many would still be covered if the one person went without whom
 *     fewest would; null likewise
 * @param holders who they are, for leaders alone
 */
record SinglePoints(
    @Nullable Integer largestLoad,
    @Nullable Integer coveredAfterLoss,
    @Nullable List<Holder> holders)
    implements Measure.Detail {
  /**
   * Somebody who holds covered slots.
   *
   * @param alone how many of them nobody else holds
   * @param coveredWithout how many slots of the place would still be covered without them
   */
  record Holder(String personId, int alone, int coveredWithout) {}

  /** Slots of the place, those covered, and of these those that one person holds. */
  record Counted(int slots, int covered, int single) {}

  /** What the audience may see. */
  static Measure measure(
      String name, LocalDate asOf, Counted slots, List<Holder> holders, Audience audience) {
    @Nullable String withheld =
        FewSlots.withheld(
            audience,
            slots.single(),
            slots.covered() - slots.single(),
            slots.slots() - slots.covered());
    if (withheld != null) {
      return Measure.withheld(name, asOf, withheld);
    }
    boolean inside = audience.sees(Part.SLOTS);
    return new Measure(
        name,
        true,
        false,
        null,
        slots.single(),
        slots.covered(),
        0,
        asOf,
        null,
        new SinglePoints(
            inside ? holders.stream().mapToInt(Holder::alone).max().orElse(0) : null,
            inside ? holders.stream().mapToInt(Holder::coveredWithout).min().orElse(0) : null,
            audience.sees(Part.SINGLE_POINTS)
                ? holders.stream()
                    .filter(holder -> holder.alone() > 0)
                    .sorted(Comparator.comparing(Holder::alone).reversed())
                    .toList()
                : null));
  }
}
