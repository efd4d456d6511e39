package uk.onevoice.web.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Words;

/** The words of joint groups for the names that the service uses. */
final class JointGroupWords {
  static final List<Choice> NATURES =
      List.of(new Choice("CLINICAL", "A clinician"), new Choice("MANAGERIAL", "Management"));

  static final List<Choice> ISSUE_KINDS =
      List.of(
          new Choice("UNFUNDED_WORK", "Work that came over without money"),
          new Choice("REFERRAL_QUALITY", "Referrals"),
          new Choice("LETTERS_AND_TESTS", "Letters and tests"),
          new Choice("OTHER", "Something else"));

  static final List<Choice> WORK_KINDS =
      List.of(
          new Choice("WORKLOAD_SHIFT", "Work that moves from one side to the other"),
          new Choice("REFERRALS", "Referrals"),
          new Choice("NEIGHBOURHOODS", "Neighbourhood teams"),
          new Choice("MNP_PREPARATION", "Getting ready for a contract of several neighbourhoods"),
          new Choice("OWN", "Something else: name it below"));

  static final List<Choice> WORK_STATES =
      List.of(
          new Choice("NOT_STARTED", "Not started"),
          new Choice("GOING", "Going on"),
          new Choice("STUCK", "Stuck"),
          new Choice("DONE", "Done"));

  private static final Map<String, String> MISSING =
      Map.of(
          "TOO_FEW", "at least four people",
          "TOO_MANY", "at most six people",
          "GP_CLINICIAN", "a clinician of general practice",
          "GP_MANAGER", "a manager of general practice",
          "PARTNER_CLINICIAN", "a clinician of the partner",
          "PARTNER_MANAGER", "a manager of the partner");

  private JointGroupWords() {}

  static List<Choice> choose(List<Choice> choices) {
    List<Choice> all = new ArrayList<>();
    all.add(new Choice("", "Choose"));
    all.addAll(choices);
    return all;
  }

  static String word(List<Choice> choices, String value) {
    return choices.stream()
        .filter(choice -> choice.value().equals(value))
        .map(Choice::text)
        .findFirst()
        .orElse(value);
  }

  /** What a group lacks, in one sentence; what is whole says so. */
  static String missing(List<String> missing) {
    return missing.isEmpty()
        ? "It is whole: four to six people, with management and clinicians from both sides."
        : "It is not whole. It needs "
            + Words.list(missing.stream().map(one -> MISSING.getOrDefault(one, one)).toList())
            + ".";
  }

  static String side(String side) {
    return side.equals("GP") ? "General practice" : "The partner";
  }

  static String other(String side) {
    return side.equals("GP") ? "PARTNER" : "GP";
  }

  static String work(String kind, @Nullable String name) {
    return name == null ? word(WORK_KINDS, kind) : name;
  }

  static String issues(long open, long overdue) {
    if (open == 0) {
      return "Nothing is open between the two sides.";
    }
    return Words.sentence(Words.count(open, "issue is open", "issues are open"))
        + (overdue == 0 ? "; none is late." : ", " + Words.number(overdue) + " of them late.");
  }

  /** When something came, counted from before. */
  static String after(long days) {
    return days == 0 ? "on the same day" : "after " + Words.count(days, "day", "days");
  }
}
