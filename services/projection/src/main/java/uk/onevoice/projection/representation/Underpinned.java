package uk.onevoice.projection.representation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * M15: partner organisations that were at meetings of the last 365 days, and those of them with
 * which somebody in general practice holds a relationship.
 */
record Underpinned(List<Partner> attendingPartners) implements Measure.Detail {

  /**
   * @param meetings at how many it was
   * @param held whether somebody holds a relationship with it
   */
  record Partner(
      String organisationId, @Nullable String organisationName, int meetings, boolean held) {}

  /** What the audience may see. */
  static Measure measure(String name, LocalDate asOf, List<Partner> partners, Audience audience) {
    if (!audience.sees(Part.MEETINGS)) {
      return Measure.withheld(name, asOf, "For general practice of the place.");
    }
    return new Measure(
        name,
        true,
        false,
        null,
        (int) partners.stream().filter(Partner::held).count(),
        partners.size(),
        0,
        asOf,
        null,
        new Underpinned(partners));
  }
}
