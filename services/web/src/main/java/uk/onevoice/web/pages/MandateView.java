package uk.onevoice.web.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Mandates.Counts;
import uk.onevoice.web.api.Mandates.Mandate;
import uk.onevoice.web.api.Mandates.PracticeAnswer;
import uk.onevoice.web.pages.CoverageRow.Count;
import uk.onevoice.web.ui.Topic;
import uk.onevoice.web.ui.Words;

/** A mandate in the words of its page; every sentence is made from the numbers beside it. */
public record MandateView(
    String mandateId,
    String title,
    String sentence,
    String fresh,
    String answerSentence,
    String tableCaption,
    List<CoverageRow> rows,
    String practices,
    boolean patientsKnown,
    String patients,
    boolean answersShown,
    String whoSentence,
    List<Answer> answers,
    String holderId,
    String holder,
    String holderRole,
    String board,
    String start,
    String lastDay) {

  /** What one practice said. */
  public record Answer(String practiceId, String practice, String words, String on) {}

  /**
   * The four answers with their patients, as the projection counts them.
   *
   * @param fresh as-of date, month of list sizes and what is not known
   */
  record Coverage(Count granted, Count conditional, Count declined, Count silent, String fresh) {

    /** Whether the projection has heard every answer that the mandate has. */
    boolean sameAnswers(Coverage other) {
      return granted.practices() == other.granted.practices()
          && conditional.practices() == other.conditional.practices()
          && declined.practices() == other.declined.practices()
          && silent.practices() == other.silent.practices();
    }
  }

  static MandateView of(
      Mandate mandate,
      String holder,
      @Nullable Coverage coverage,
      Map<String, String> practiceNames) {
    Counts counts = mandate.counts();
    // Taking a yes back is a no for as long as no other answer follows.
    int declined = counts.declined() + counts.withdrawn();
    Coverage shown =
        new Coverage(
            new Count(counts.granted(), null),
            new Count(counts.conditional(), null),
            new Count(declined, null),
            new Count(counts.notAnswered(), null),
            "Practices as of today. Patients are not counted yet.");
    if (coverage != null && coverage.sameAnswers(shown)) {
      shown = coverage;
    }
    Count granted = shown.granted();
    Count conditional = shown.conditional();
    Count no = shown.declined();
    Count silent = shown.silent();
    Long patients = CoverageRow.sum(granted, conditional, no, silent);
    String topic = Topic.words(mandate.topic());
    return new MandateView(
        mandate.mandateId(),
        Words.sentence(topic) + " mandate",
        sentence(mandate, holder, topic, granted, patients),
        shown.fresh(),
        answerSentence(granted, conditional, no, silent, patients),
        "Answers of the " + Words.count(counts.practices(), "practice", "practices"),
        CoverageRow.four(granted, conditional, no, silent),
        Words.number(counts.practices()),
        patients != null && patients > 0,
        patients == null ? "not known" : Words.number(patients),
        mandate.answers() != null,
        whoSentence(mandate),
        answers(mandate, practiceNames),
        mandate.holderId(),
        holder,
        mandate.holderRole(),
        mandate.board() == null ? "Every meeting on " + topic : mandate.board(),
        Words.day(mandate.start()),
        Words.day(mandate.end().minusDays(1)));
  }

  static String sentence(
      Mandate mandate, String holder, String topic, Count granted, @Nullable Long patients) {
    int practices = mandate.counts().practices();
    if (practices == 0) {
      return "There is no practice in this place that could answer.";
    }
    String share =
        patients == null || patients == 0 || granted.patients() == null
            ? ""
            : " (" + Words.percent(granted.patients(), patients) + " of patients)";
    String until = " on " + topic + " until " + Words.day(mandate.end().minusDays(1));
    String forWhom =
        Words.number(granted.practices()) + " of " + Words.number(practices) + " practices" + share;
    if (granted.practices() == 0) {
      return holder
          + " has asked to speak"
          + until
          + ". None of "
          + Words.number(practices)
          + " practices has said yes.";
    }
    return mandate.inForce()
        ? holder + " speaks for " + forWhom + until + "."
        : holder
            + " has the yes of "
            + forWhom
            + until
            + ", but today is not one of the mandate’s days.";
  }

  static String answerSentence(
      Count granted, Count conditional, Count declined, Count silent, @Nullable Long patients) {
    int others = conditional.practices() + declined.practices() + silent.practices();
    String yes =
        Words.sentence(Words.count(granted.practices(), "practice", "practices")) + " said yes.";
    if (others == 0) {
      return yes;
    }
    Long held = CoverageRow.sum(conditional, declined, silent);
    String share =
        patients == null || patients == 0 || held == null
            ? ""
            : others == 1
                ? ", and it holds " + Words.percent(held, patients) + " of patients"
                : ", and they hold " + Words.percent(held, patients) + " of patients";
    return yes + " " + Words.number(others) + " did not" + share + ".";
  }

  /** Leaders are told every answer; a practice only its own. */
  private static String whoSentence(Mandate mandate) {
    Counts counts = mandate.counts();
    int answered = counts.granted() + counts.conditional() + counts.declined() + counts.withdrawn();
    if (mandate.answers() != null && mandate.answers().size() < answered) {
      return "You see the answer of your own practice; GP leaders see all of them.";
    }
    int silent = counts.notAnswered();
    return silent == 0
        ? "Every practice has answered. Only GP leaders see this list."
        : Words.sentence(Words.count(silent, "practice has", "practices have"))
            + " not answered yet. Only GP leaders see this list.";
  }

  private static List<Answer> answers(Mandate mandate, Map<String, String> names) {
    List<PracticeAnswer> given = mandate.answers() == null ? List.of() : mandate.answers();
    List<Answer> answers = new ArrayList<>();
    given.stream()
        .sorted(
            Comparator.comparing(
                answer -> names.getOrDefault(answer.practiceId(), answer.practiceId())))
        .forEach(answer ->
            answers.add(
                new Answer(
                    answer.practiceId(),
                    names.getOrDefault(answer.practiceId(), answer.practiceId()),
                    answerWords(answer.answer()),
                    Words.day(answer.on()))));
    return answers;
  }

  private static String answerWords(String answer) {
    return switch (answer) {
      case "GRANT" -> "Yes";
      case "CONDITIONAL" -> "Yes, with a condition";
      case "DECLINE" -> "No";
      case "WITHDRAW" -> "Took their yes back";
      default -> answer;
    };
  }
}
