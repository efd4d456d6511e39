package uk.onevoice.projection.representation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * M7: what became of the items of the last 365 days that general practice attended and that have an
 * outcome. NOT_DECIDED is none. DEFERRED is one: that nothing was decided may be what general
 * practice brought about.
 *
 * @param counts items by code: CHANGED and PARTLY only once somebody else confirmed them, until
 *     then UNCONFIRMED; DISPUTED is not counted until that is settled
 * @param itemsAttended relevant items with an outcome where general practice was present
 * @param itemsWithoutAttendance items with an outcome where nobody's presence is recorded
 * @param assessedPercent of the items attended; null when there are none
 * @param influenced a share only from ten assessed items and seven tenths assessed
 * @param withoutInfluence likewise
 */
record Influence(
    Map<String, Integer> counts,
    int itemsAttended,
    int itemsWithoutAttendance,
    @Nullable Integer assessedPercent,
    @Nullable Share influenced,
    @Nullable Share withoutInfluence)
    implements Measure.Detail {
  private static final int FEWEST_ITEMS = 10;
  private static final int FEWEST_ASSESSED_PERCENT = 70;
  private static final List<String> CODES =
      List.of(
          "CHANGED",
          "PARTLY",
          "ALREADY_ALIGNED",
          "NONE",
          "ADVERSE",
          "NOT_ASSESSED",
          "NOT_RELEVANT",
          "UNCONFIRMED",
          "DISPUTED");

  /**
   * What the audience may see.
   *
   * @param attended items by code where general practice was present
   * @param unattended items where nobody's presence is recorded
   */
  static Measure measure(
      String name,
      LocalDate asOf,
      Map<String, Integer> attended,
      int unattended,
      Audience audience) {
    boolean few = audience.sees(Part.INFLUENCE);
    if (!few && !audience.sees(Part.INFLUENCE_COUNTS)) {
      return Measure.withheld(name, asOf, "For general practice of the place.");
    }
    Map<String, Integer> counts = new TreeMap<>(attended);
    CODES.forEach(code -> counts.putIfAbsent(code, 0));
    int items =
        counts.values().stream().mapToInt(Integer::intValue).sum() - of(counts, "NOT_RELEVANT");
    if (!few && items < FEWEST_ITEMS) {
      return Measure.withheld(name, asOf, "Fewer than ten items.");
    }
    int unknown = of(counts, Counts.UNKNOWN);
    int assessed = items - unknown;
    int base = of(counts, Counts.DENOMINATOR);
    int changed = of(counts, Counts.NUMERATOR);
    int without = of(counts, "NONE", "ADVERSE");
    boolean shares = base >= FEWEST_ITEMS && assessed * 100 >= items * FEWEST_ASSESSED_PERCENT;
    return new Measure(
        name,
        true,
        false,
        null,
        changed,
        base,
        unknown,
        asOf,
        null,
        new Influence(
            counts,
            items,
            unattended,
            items == 0 ? null : assessed * 100 / items,
            shares ? Share.of(changed, base) : null,
            shares ? Share.of(without, base) : null));
  }

  /** As what an item with this code counts where general practice was present. */
  static List<Counts> counting(String code) {
    return switch (code) {
      case "CHANGED", "PARTLY" -> Counts.IN;
      case "NOT_ASSESSED", "DISPUTED" -> Counts.NOT_KNOWN;
      case "ALREADY_ALIGNED", "NOT_RELEVANT" -> Counts.NOT_IN_IT;
      default -> Counts.OUT_OF;
    };
  }

  private static int of(Map<String, Integer> counts, Counts as) {
    return counts.entrySet().stream()
        .filter(one -> counting(one.getKey()).contains(as))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  private static int of(Map<String, Integer> counts, String... codes) {
    return List.of(codes).stream().mapToInt(code -> counts.getOrDefault(code, 0)).sum();
  }
}
