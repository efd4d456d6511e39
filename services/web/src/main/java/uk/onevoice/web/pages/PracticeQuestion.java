package uk.onevoice.web.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Mandates.Departed;
import uk.onevoice.web.api.Mandates.Mandate;
import uk.onevoice.web.api.Mandates.PracticeAnswer;
import uk.onevoice.web.api.Mandates.RecordedBy;
import uk.onevoice.web.api.Mandates.WholeTerms;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Topic;
import uk.onevoice.web.ui.Words;

/**
 * What a partner of a practice is asked, and what the practice has said so far.
 *
 * @param answered what holds now; empty where nothing was said
 * @param limits how far somebody could go; null where the mandate has none
 * @param others practices of the place that the person is a partner of too
 * @param firms under which the firm of these practices can be known; none without others
 * @param carried answers of practices that this one followed
 */
public record PracticeQuestion(
    String legend,
    String hint,
    String answered,
    List<Choice> choices,
    @Nullable Limits limits,
    List<Choice> others,
    List<Choice> firms,
    List<Followed> carried) {
  /** A practice that is no longer there, and what it had said. */
  public record Followed(String practiceId, String sentence) {}

  static PracticeQuestion of(
      Mandate mandate,
      String practice,
      UnaryOperator<String> names,
      Function<RecordedBy, String> recorders,
      List<Choice> others) {
    WholeTerms terms = mandate.termsNow();
    String own =
        given(mandate.answersNow()).stream()
            .filter(answer -> answer.practiceId().equals(practice))
            .findFirst()
            .map(answer -> answered(answer, names.apply(practice), recorders))
            .orElse("");
    boolean before =
        given(mandate.answers()).stream()
            .anyMatch(answer ->
                answer.practiceId().equals(practice) && !answer.answer().equals("WITHDRAW"));
    return new PracticeQuestion(
        "Your answer for " + names.apply(practice),
        asked(mandate, terms, names),
        own,
        own.isEmpty() && !before ? Vocabulary.ANSWERS : withTakingBack(),
        terms == null ? null : Limits.of(terms.limits()),
        others,
        others.isEmpty() ? List.of() : firms(mandate, practice, names, others),
        followed(mandate, practice, names));
  }

  /**
   * No register lists the firms that run practices: one is known by the name under which it
   * answered before, or by one of its practices.
   */
  private static List<Choice> firms(
      Mandate mandate, String practice, UnaryOperator<String> names, List<Choice> others) {
    Map<String, String> firms = new LinkedHashMap<>();
    for (List<PracticeAnswer> answers :
        List.of(given(mandate.answersNow()), given(mandate.answers()))) {
      answers.stream()
          .map(PracticeAnswer::legalEntityId)
          .filter(Objects::nonNull)
          .forEach(firm -> firms.putIfAbsent(firm, names.apply(firm)));
    }
    firms.putIfAbsent(practice, names.apply(practice));
    others.forEach(other -> firms.putIfAbsent(other.value(), other.text()));
    return firms.entrySet().stream()
        .map(firm -> new Choice(firm.getKey(), firm.getValue()))
        .toList();
  }

  private static List<PracticeAnswer> given(@Nullable List<PracticeAnswer> answers) {
    return answers == null ? List.of() : answers;
  }

  private static List<Choice> withTakingBack() {
    List<Choice> choices = new ArrayList<>(Vocabulary.ANSWERS);
    choices.add(Vocabulary.TAKE_BACK);
    return List.copyOf(choices);
  }

  private static String asked(
      Mandate mandate, @Nullable WholeTerms terms, UnaryOperator<String> names) {
    String on = terms == null ? Topic.words(mandate.topic()) : TermsForm.about(terms);
    String holder =
        terms == null
            ? names.apply(mandate.holderId())
            : terms.holder().label() + " of " + names.apply(terms.holder().organisationId());
    var end = terms == null ? mandate.end() : terms.end();
    String which =
        mandate.next() == null
            ? ""
            : " These are new terms: your earlier answer was to the old ones.";
    return "May "
        + (terms == null ? holder : "the " + RoleWords.lowerFirst(holder))
        + " speak for you on "
        + on
        + " until "
        + Words.day(end.minusDays(1))
        + "?"
        + which;
  }

  /** The practice sees how its answer came here, and can say that it is wrong. */
  static String answered(
      PracticeAnswer answer, String practice, Function<RecordedBy, String> recorders) {
    String through = answer.through() == null ? "ONLINE" : answer.through();
    String how =
        switch (through) {
          case "MEETING" -> " It was recorded for you at a meeting";
          case "LETTER" -> " It was recorded for you from a letter";
          case "IMPORT" -> " It was recorded for you from a list";
          case "CARRIED" -> " You took it over from the practice that you followed";
          default -> "";
        };
    String evidence = answer.evidence() == null ? "" : ": “" + answer.evidence() + "”";
    String words = answer.words() == null ? "" : ": “" + answer.words() + "”";
    return practice
        + switch (answer.answer()) {
          case "GRANT" -> " has said yes";
          case "CONDITIONAL" -> " has said yes, with a condition";
          case "DECLINE" -> " has said no";
          default -> " has taken its answer back";
        }
        + words
        + ". This counts from "
        + Words.day(answer.on())
        + "."
        + (how.isEmpty() ? "" : how + evidence + MandateView.entered(answer, recorders) + ".");
  }

  private static List<Followed> followed(
      Mandate mandate, String practice, UnaryOperator<String> names) {
    List<Departed> all = mandate.mayCarry() == null ? List.of() : mandate.mayCarry();
    return all.stream()
        .filter(one -> one.successorIds().contains(practice))
        .map(one ->
            new Followed(
                one.fromPracticeId(),
                names.apply(one.fromPracticeId())
                    + ", which your practice followed, had "
                    + switch (one.answer()) {
                      case "GRANT" -> "said yes";
                      case "CONDITIONAL" -> "said yes, with a condition";
                      case "DECLINE" -> "said no";
                      default -> "taken its answer back";
                    }
                    + ". That ended with it, and goes on only if you say so."))
        .toList();
  }
}
