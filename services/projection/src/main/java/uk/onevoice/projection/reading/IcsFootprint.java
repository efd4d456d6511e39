package uk.onevoice.projection.reading;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * With which area an ICS is told: its practices and partners are those of one day, and the answer
 * says of which. Two areas are never mixed.
 *
 * @param on the day whose practices and partners they are
 * @param from the first day on which it was that area; null where it has been since before our time
 * @param until the first day on which it is another area; null where it still is this one
 * @param changes all days on which its ICB followed others or was followed
 */
public record IcsFootprint(
    Chosen chosen,
    LocalDate on,
    @Nullable LocalDate from,
    @Nullable LocalDate until,
    List<Break> changes) {

  public enum Chosen {
    /** As it was on the day that is asked about. */
    THEN,
    /** As it was before its area changed last. */
    OLD,
    /** As it is since its area changed last. */
    NEW
  }

  /**
   * @param follows the ICBs that this one followed on that day
   * @param followedBy the ICBs that followed it
   */
  public record Break(LocalDate on, List<Named> follows, List<Named> followedBy) {}

  public record Named(String odsCode, @Nullable String name) {}

  /** What is recorded for a day to come is told as well. */
  private static final LocalDate LATEST = LocalDate.of(9999, 1, 1);

  public static IcsFootprint of(Snapshot facts, String odsCode, Chosen chosen) {
    return of(chosen, facts.time().asOf(), IcsChanges.until(LATEST, odsCode, facts));
  }

  public static IcsFootprint of(Chosen chosen, LocalDate asOf, List<Break> changes) {
    LocalDate on = day(chosen, asOf, changes);
    return new IcsFootprint(
        chosen,
        on,
        changes.stream()
            .map(Break::on)
            .filter(change -> !change.isAfter(on))
            .reduce((_, later) -> later)
            .orElse(null),
        changes.stream()
            .map(Break::on)
            .filter(change -> change.isAfter(on))
            .findFirst()
            .orElse(null),
        changes);
  }

  private static LocalDate day(Chosen chosen, LocalDate asOf, List<Break> changes) {
    if (changes.isEmpty()) {
      return asOf;
    }
    LocalDate last = changes.getLast().on();
    boolean before = asOf.isBefore(last);
    return switch (chosen) {
      case THEN -> asOf;
      case OLD -> before ? asOf : last.minusDays(1);
      case NEW -> before ? last : asOf;
    };
  }
}
