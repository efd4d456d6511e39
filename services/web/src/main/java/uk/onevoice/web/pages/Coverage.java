package uk.onevoice.web.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Mandates.Counts;
import uk.onevoice.web.api.Representation.Split;
import uk.onevoice.web.api.Representation.Topic;
import uk.onevoice.web.ui.Words;

/**
 * The answers of a place's practices on a topic. The four classes are the projection's: a practice
 * that took its yes back counts as not answered. A class that is not for the reader is null.
 *
 * @param grantedPercent the share of patients behind the yes, where their number is not for the
 *     reader
 */
record Coverage(
    int practices,
    Count granted,
    @Nullable Count conditional,
    @Nullable Count declined,
    @Nullable Count silent,
    @Nullable Integer grantedPercent) {

  /** Practices and their patients; patients are null where they are not known. */
  record Count(int practices, @Nullable Long patients) {}

  static Coverage of(Topic topic) {
    Split<Integer> practices = or(topic.practices());
    Split<Long> patients = or(topic.patients());
    Split<Integer> percent = or(topic.patientsPercent());
    return new Coverage(
        topic.denominator(),
        new Count(topic.numerator(), patients.granted()),
        count(practices.conditional(), patients.conditional()),
        count(practices.declined(), patients.declined()),
        count(practices.notAnswered(), patients.notAnswered()),
        percent.granted());
  }

  static Coverage of(Counts counts) {
    return new Coverage(
        counts.practices(),
        new Count(counts.granted(), null),
        new Count(counts.conditional(), null),
        new Count(counts.declined(), null),
        new Count(silent(counts), null),
        null);
  }

  private static int silent(Counts counts) {
    return counts.practices() - counts.granted() - counts.conditional() - counts.declined();
  }

  private static <N> Split<N> or(@Nullable Split<N> split) {
    return split == null ? new Split<>(null, null, null, null) : split;
  }

  private static @Nullable Count count(@Nullable Integer practices, @Nullable Long patients) {
    return practices == null ? null : new Count(practices, patients);
  }

  /** Whether the other counts the same answers: a view can be behind what it counts. */
  boolean sameAnswers(Coverage other) {
    return practices == other.practices
        && granted.practices() == other.granted.practices()
        && same(conditional, other.conditional)
        && same(declined, other.declined)
        && same(silent, other.silent);
  }

  private static boolean same(@Nullable Count one, @Nullable Count other) {
    return one == null || other == null || one.practices() == other.practices();
  }

  /** All patients; null unless they are known for each of the four answers. */
  @Nullable Long patients() {
    long sum = 0;
    for (Count count : new @Nullable Count[] {granted, conditional, declined, silent}) {
      if (count == null || count.patients() == null) {
        return null;
      }
      sum += count.patients();
    }
    return sum;
  }

  boolean patientsKnown() {
    Long patients = patients();
    return patients != null && patients > 0;
  }

  /** Of all patients, those of practices that said yes; empty where it is not known. */
  String grantedShare() {
    Long patients = patients();
    Long behind = granted.patients();
    if (patients != null && patients > 0 && behind != null) {
      return Words.percent(behind, patients);
    }
    return grantedPercent == null ? "" : grantedPercent + "%";
  }

  /** How many said yes, and whom the others stand for. */
  String sentence() {
    int others = practices - granted.practices();
    String yes =
        Words.sentence(Words.count(granted.practices(), "practice", "practices")) + " said yes.";
    if (others <= 0) {
      return yes;
    }
    Long patients = patients();
    Long behind = granted.patients();
    String share =
        patients == null || patients == 0 || behind == null
            ? ""
            : (others == 1 ? ", and it holds " : ", and they hold ")
                + Words.percent(patients - behind, patients)
                + " of patients";
    return yes + " " + Words.number(others) + " did not" + share + ".";
  }

  /** The four answers; where some are not for the reader, the yes and everything else. */
  List<CoverageRow> rows() {
    if (conditional == null || declined == null || silent == null) {
      return List.of(
          row("Agreed", "granted", granted),
          row(
              "All others, whatever they said",
              "silent",
              new Count(practices - granted.practices(), null)));
    }
    return List.of(
        row("Agreed", "granted", granted),
        row("Agreed with a condition", "conditional", conditional),
        row("Said no", "declined", declined),
        row("Not answered", "silent", silent));
  }

  private CoverageRow row(String name, String kind, Count count) {
    String share =
        count.practices() == 0 || practices == 0
            ? null
            : String.valueOf(Math.max(1, Math.round(99.0 * count.practices() / practices)));
    String number = Words.number(count.practices());
    Long all = patients();
    Long patients = count.patients();
    return patients == null || all == null || all == 0
        ? new CoverageRow(name, kind, share, number, "not known", "not known")
        : new CoverageRow(
            name, kind, share, number, Words.number(patients), Words.percent(patients, all));
  }
}
