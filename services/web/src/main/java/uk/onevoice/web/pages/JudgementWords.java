package uk.onevoice.web.pages;

import java.util.List;
import uk.onevoice.web.ui.Choice;

/** Judgements, tests and candidates in words. */
final class JudgementWords {
  static final String OPENNESS = "OPENNESS";
  static final String SWAY = "SWAY";

  static final List<Choice> OPEN =
      List.of(
          new Choice("CLOSED", "Closed"),
          new Choice("DEPENDS", "Depends"),
          new Choice("OPEN", "Open"));

  static final List<Choice> CAN =
      List.of(new Choice("LITTLE", "Little"), new Choice("SOME", "Some"), new Choice("YES", "Yes"));

  static final List<Choice> BASES =
      List.of(
          new Choice("FACT", "Fact", "Something that happened, and others could check"),
          new Choice("OPINION", "Opinion", "What you think"));

  static final List<Choice> TESTS =
      List.of(
          new Choice("CALL", "Could we ring?"),
          new Choice("LINK", "Do they link us onward?"),
          new Choice("ALLY", "Do they back us?"));

  static final List<Choice> GROUPS =
      List.of(
          new Choice("OPEN_AND_CAN", "Open, can make it happen"),
          new Choice("OPEN_WITH_LITTLE_SAY", "Open, little or some say"),
          new Choice("NOT_OPEN", "Closed, or it depends"),
          new Choice("NOT_KNOWN", "Not known yet"));

  static final List<Choice> PROGRESS =
      List.of(
          new Choice("PLANNED", "Planned"),
          new Choice("SPOKEN", "Has spoken to them for us"),
          new Choice("WON", "Won over"),
          new Choice("NOT_WON", "Not won over"));

  private JudgementWords() {}

  static List<Choice> answers(String axis) {
    return axis.equals(SWAY) ? CAN : OPEN;
  }

  static String question(String axis) {
    return axis.equals(SWAY)
        ? "Can they make it happen in their organisation?"
        : "How open are they to working with GPs?";
  }

  static String basis(String basis) {
    return Vocabulary.words(BASES, basis);
  }
}
