package uk.onevoice.web.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.ui.Words;

/**
 * One of the four answers, which always add up to all practices.
 *
 * @param share of the practices in percent for the bar; null draws none
 */
public record CoverageRow(
    String name,
    String kind,
    @Nullable String share,
    String practices,
    String patients,
    String patientShare) {

  /** Practices and their patients for each answer; patients are null where they are not known. */
  public record Count(int practices, @Nullable Long patients) {}

  static List<CoverageRow> four(Count granted, Count conditional, Count declined, Count silent) {
    int all =
        granted.practices() + conditional.practices() + declined.practices() + silent.practices();
    Long patients = sum(granted, conditional, declined, silent);
    return List.of(
        row("Agreed", "granted", granted, all, patients),
        row("Agreed with a condition", "conditional", conditional, all, patients),
        row("Said no", "declined", declined, all, patients),
        row("Not answered", "silent", silent, all, patients));
  }

  static @Nullable Long sum(Count... counts) {
    long sum = 0;
    for (Count count : counts) {
      if (count.patients() == null) {
        return null;
      }
      sum += count.patients();
    }
    return sum;
  }

  private static CoverageRow row(
      String name, String kind, Count count, int all, @Nullable Long allPatients) {
    String share =
        count.practices() == 0 || all == 0
            ? null
            : String.valueOf(Math.max(1, Math.round(99.0 * count.practices() / all)));
    String practices = Words.number(count.practices());
    Long patients = count.patients();
    if (patients == null || allPatients == null || allPatients == 0) {
      return new CoverageRow(name, kind, share, practices, "not known", "not known");
    }
    return new CoverageRow(
        name, kind, share, practices, Words.number(patients), Words.percent(patients, allPatients));
  }
}
