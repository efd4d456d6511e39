package uk.onevoice.projection.representation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * M8: of the relevant items that general practice attended, how many were agreed with a partner
 * beforehand. That influence goes together with it proves nothing.
 *
 * @param beforehand PRE_ALIGNED, COLD and UNKNOWN
 */
record Beforehand(List<Kind> beforehand) implements Measure.Detail {
  private static final int FEWEST_ITEMS = 10;

  /** Items of a class as they are counted: those assessed, and those that changed, as in M7. */
  record Counted(String kind, int items, int assessed, int changed) {}

  /**
   * @param influenced of the items assessed; null unless both PRE_ALIGNED and COLD have ten
   */
  record Kind(String kind, int items, @Nullable Share influenced) {}

  /**
   * What the audience may see.
   *
   * @param counted the three classes in order
   */
  static Measure measure(String name, LocalDate asOf, List<Counted> counted, Audience audience) {
    if (!audience.sees(Part.MEETINGS)) {
      return Measure.withheld(name, asOf, "For general practice of the place.");
    }
    boolean comparable =
        counted.subList(0, 2).stream().allMatch(one -> one.assessed() >= FEWEST_ITEMS);
    return new Measure(
        name,
        true,
        false,
        null,
        counted.getFirst().items(),
        counted.stream().mapToInt(Counted::items).sum(),
        counted.getLast().items(),
        asOf,
        null,
        new Beforehand(
            counted.stream()
                .map(one ->
                    new Kind(
                        one.kind(),
                        one.items(),
                        comparable && !one.kind().equals("UNKNOWN")
                            ? Share.of(one.changed(), one.assessed())
                            : null))
                .toList()));
  }
}
