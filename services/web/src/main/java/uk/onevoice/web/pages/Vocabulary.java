package uk.onevoice.web.pages;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.ui.Choice;

/** The words of general practice for the names that services use. */
final class Vocabulary {
  static final List<Choice> ANSWERS =
      List.of(
          new Choice("GRANT", "Yes"),
          new Choice("CONDITIONAL", "Yes, with a condition", "Write it below in one sentence"),
          new Choice("DECLINE", "No"));

  static final Choice TAKE_BACK =
      new Choice("WITHDRAW", "We take our answer back", "You have not answered then");

  static final List<Choice> STANCES =
      List.of(
          new Choice("FOR", "For"),
          new Choice("AGAINST", "Against"),
          new Choice("CONDITIONAL", "With a condition"),
          new Choice("NEUTRAL", "Neither"));

  static final List<Choice> OUTCOMES =
      List.of(
          new Choice("AGREED", "Agreed"),
          new Choice("VOTED", "Voted"),
          new Choice("DEFERRED", "Put off"),
          new Choice("NOTED", "Noted"),
          new Choice("NOT_DECIDED", "Not decided"));

  static final List<Choice> INFLUENCES =
      List.of(
          new Choice("CHANGED", "Changed"),
          new Choice("PARTLY", "Partly"),
          new Choice("ALREADY_ALIGNED", "Already agreed"),
          new Choice("NONE", "No change"),
          new Choice("ADVERSE", "Against us"),
          new Choice("NOT_RELEVANT", "Not for us"));

  static final List<Choice> CAPACITIES =
      List.of(
          new Choice("DELEGATE", "Delegate, with a mandate"),
          new Choice("REPRESENTATIVE", "Representative of a body"),
          new Choice("INDIVIDUAL", "Individual"),
          new Choice("OBSERVER", "Observer"));

  static final List<Choice> SLOT_KINDS =
      List.of(
          new Choice("ICB", "ICB"),
          new Choice("ACUTE", "Hospital trust"),
          new Choice("COMMUNITY", "Community trust"),
          new Choice("MENTAL_HEALTH", "Mental health trust"),
          new Choice("COUNCIL_ADULT_CARE", "Council, adult care"),
          new Choice("COUNCIL_PUBLIC_HEALTH", "Council, public health"),
          new Choice("LMC", "LMC"),
          new Choice("OTHER_FEDERATION", "Another federation"));

  static final List<Choice> CONTACT_KINDS =
      List.of(
          new Choice("LISTENING", "We listened", "Their aims, their worries"),
          new Choice("ASK", "We asked for something"),
          new Choice("SOCIAL", "We met socially"),
          new Choice("TROUBLESHOOT", "We sorted something out"));

  static final List<Choice> DECIDES =
      List.of(
          new Choice("LEADERSHIP_GROUP", "The leadership group"),
          new Choice("PCN", "Each network (PCN)"),
          new Choice("FEDERATION", "The federation"),
          new Choice("LMC", "The LMC"),
          new Choice("EACH_PRACTICE", "Each practice for itself"));

  static final List<Choice> LEVELS =
      List.of(
          new Choice("0", "0 – Not at all"),
          new Choice("1", "1 – Shares information"),
          new Choice("2", "2 – Joins in where it suits"),
          new Choice("3", "3 – Changes how it works with others"),
          new Choice("4", "4 – Works as one across sites"));

  static final List<Choice> CHANGES_OUTSIDE =
      List.of(
          new Choice("CONTRACT", "A contract"),
          new Choice("POLICY", "A policy"),
          new Choice("LAW", "A law"));

  static final List<Choice> REVIEWED =
      List.of(
          new Choice("STANDS", "It stands as it is"),
          new Choice("TO_BE_AMENDED", "Its terms have to change"),
          new Choice("TO_BE_RENEWED", "It has to be renewed"),
          new Choice("TO_BE_ENDED", "It has to end"));

  static final List<Choice> YES_NO = List.of(new Choice("true", "Yes"), new Choice("false", "No"));

  private static final Map<String, String> ORGANISATION_KINDS =
      Map.ofEntries(
          Map.entry("PRACTICE", "GP practice"),
          Map.entry("PCN", "PCN (network of practices)"),
          Map.entry("SUB_ICB", "Sub-ICB location"),
          Map.entry("ICB", "ICB"),
          Map.entry("REGION", "NHS England region"),
          Map.entry("TRUST", "NHS trust"),
          Map.entry("COUNCIL", "Council"),
          Map.entry("FEDERATION", "GP federation"),
          Map.entry("LMC", "Local medical committee (LMC)"),
          Map.entry("LEADERSHIP_GROUP", "GP leadership group"),
          Map.entry("PLACE", "Place"),
          Map.entry("OTHER_PRESCRIBER", "Other prescriber"));

  private Vocabulary() {}

  /** The words of a choice, or the name itself where a newer service has more. */
  static String words(List<Choice> choices, @Nullable String value) {
    return choices.stream()
        .filter(choice -> choice.value().equals(value))
        .map(Choice::text)
        .findFirst()
        .orElse(value == null ? "" : value);
  }

  static String organisationKind(String kind) {
    return ORGANISATION_KINDS.getOrDefault(kind, kind);
  }
}
