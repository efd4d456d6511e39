package uk.onevoice.projection.representation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * M3: slots by the strength of their relationship, as it was known on the day. No mean, and nothing
 * of one person. STRONG are the figure; UNKNOWN is a class of its own.
 */
record Strength(List<Class> strengths) implements Measure.Detail {
  /** STRONG, SOME, NONE or UNKNOWN, in this order. */
  record Class(String strength, int slots) {}

  /** What the audience may see. */
  static Measure measure(String name, LocalDate asOf, List<Class> classes, Audience audience) {
    int[] counts = classes.stream().mapToInt(Class::slots).toArray();
    @Nullable String withheld = FewSlots.withheld(audience, counts);
    if (withheld != null) {
      return Measure.withheld(name, asOf, withheld);
    }
    return new Measure(
        name,
        true,
        false,
        null,
        of(classes, "STRONG"),
        classes.stream().mapToInt(Class::slots).sum(),
        of(classes, "UNKNOWN"),
        asOf,
        null,
        new Strength(classes));
  }

  private static int of(List<Class> classes, String strength) {
    return classes.stream()
        .filter(each -> each.strength().equals(strength))
        .mapToInt(Class::slots)
        .sum();
  }
}
