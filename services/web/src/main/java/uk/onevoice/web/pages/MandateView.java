package uk.onevoice.web.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Mandates.Counts;
import uk.onevoice.web.api.Mandates.Mandate;
import uk.onevoice.web.api.Mandates.PracticeAnswer;
import uk.onevoice.web.api.Mandates.RecordedBy;
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

  /** So many answers stand open on the page; more are folded. */
  private static final int FEW = 6;

  /** Whether the answers are few enough to stand open; null for a template's no. */
  public @Nullable Boolean few() {
    return answers.size() <= FEW ? Boolean.TRUE : null;
  }

  /** What one practice said. */
  public record Answer(String practiceId, String practice, String words, String on, String how) {}

  /** How the practices of the place answered, and the small print of that. */
  record Counted(Coverage coverage, String fresh) {}

  /**
   * @param view as the projection counts them; null while it has not heard of the mandate
   * @param recorders names whoever entered an answer for a practice, and the body they did it for
   * @param ownAnswerOnly whether the reader may know only what their own practice said
   */
  static MandateView of(
      Mandate mandate,
      String holder,
      @Nullable Counted view,
      Map<String, String> practiceNames,
      Function<RecordedBy, String> recorders,
      boolean ownAnswerOnly) {
    Counts counts = mandate.counts();
    Counted counted = counted(counts, view);
    Coverage coverage = counted == null ? null : counted.coverage();
    String topic = Topic.words(mandate.topic());
    return new MandateView(
        mandate.mandateId(),
        Words.sentence(topic) + " mandate",
        sentence(
            mandate,
            holder,
            topic + Topic.nowCalled(mandate.topic(), mandate.topicNow()),
            coverage),
        counted == null ? "" : counted.fresh(),
        coverage == null
            ? "How many practices have answered is not known here yet."
            : coverage.sentence() + tookBack(counts),
        coverage == null
            ? ""
            : "Answers of the " + Words.count(coverage.practices(), "practice", "practices"),
        coverage == null ? List.of() : coverage.rows(),
        coverage == null ? "" : Words.number(coverage.practices()),
        coverage != null && coverage.patientsKnown(),
        coverage == null || coverage.patients() == null
            ? "not known"
            : Words.number(coverage.patients()),
        mandate.answers() != null,
        whoSentence(counts, ownAnswerOnly),
        answers(mandate, practiceNames, recorders),
        mandate.holderId(),
        holder,
        mandate.holderRole(),
        tables(mandate, topic),
        Words.day(mandate.start()),
        Words.day(mandate.end().minusDays(1)));
  }

  /** The view knows the patients, the service the newest answers; a reader may be told either. */
  private static @Nullable Counted counted(@Nullable Counts counts, @Nullable Counted view) {
    if (counts == null) {
      return view;
    }
    Coverage now = Coverage.of(counts);
    return view != null && view.coverage().sameAnswers(now)
        ? view
        : new Counted(now, "Practices as of today. Patients are not counted yet.");
  }

  static String sentence(
      Mandate mandate, String holder, String topic, @Nullable Coverage coverage) {
    String until = " on " + topic + " until " + Words.day(mandate.end().minusDays(1));
    if (coverage == null) {
      return holder + " has asked to speak" + until + ".";
    }
    int practices = coverage.practices();
    if (practices == 0) {
      return "There is no practice in this place that could answer.";
    }
    int granted = coverage.granted().practices();
    if (granted == 0) {
      return holder
          + " has asked to speak"
          + until
          + ". None of "
          + Words.number(practices)
          + " practices has said yes.";
    }
    String share =
        coverage.grantedShare().isEmpty() ? "" : " (" + coverage.grantedShare() + " of patients)";
    String forWhom =
        Words.number(granted) + " of " + Words.number(practices) + " practices" + share;
    return mandate.inForce()
        ? holder + " speaks for " + forWhom + until + "."
        : holder
            + " has the yes of "
            + forWhom
            + until
            + (mandate.state() == null
                ? ", but today is not one of the mandate’s days."
                : ", but it is not in force today.");
  }

  /** Taking a yes back is silence again, and worth a word. */
  private static String tookBack(@Nullable Counts counts) {
    return counts == null || counts.withdrawn() == 0
        ? ""
        : " Among those that have not answered, "
            + Words.count(counts.withdrawn(), "practice", "practices")
            + " took the answer back.";
  }

  /** Leaders are told every answer; a practice only its own. */
  private static String whoSentence(@Nullable Counts counts, boolean ownAnswerOnly) {
    if (ownAnswerOnly || counts == null) {
      return "You see the answer of your own practice; GP leaders see all of them.";
    }
    int silent = counts.practices() - counts.granted() - counts.conditional() - counts.declined();
    return silent == 0
        ? "Every practice has answered. Only GP leaders see this list."
        : Words.sentence(Words.count(silent, "practice has", "practices have"))
            + " no answer that holds. Only GP leaders see this list.";
  }

  private static List<Answer> answers(
      Mandate mandate, Map<String, String> names, Function<RecordedBy, String> recorders) {
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
                    answerWords(answer.answer())
                        + (answer.words() == null ? "" : ": “" + answer.words() + "”"),
                    Words.day(answer.on()),
                    how(answer) + entered(answer, recorders))));
    return answers;
  }

  private static String tables(Mandate mandate, String topic) {
    if (mandate.terms() != null && !mandate.terms().tables().isEmpty()) {
      return Words.list(
          mandate.terms().tables().stream()
              .map(table -> table.labelNow() == null ? table.label() : table.labelNow())
              .toList());
    }
    return mandate.board() == null ? "Every meeting on " + topic : mandate.board();
  }

  private static String how(PracticeAnswer answer) {
    String how =
        switch (answer.through() == null ? "ONLINE" : answer.through()) {
          case "MEETING" -> "At a meeting";
          case "LETTER" -> "By letter";
          case "IMPORT" -> "From a list";
          case "CARRIED" -> "Taken over from the practice before";
          default ->
              answer.legalEntityId() == null ? "Online" : "Once for all practices of its firm";
        };
    return how + (answer.evidence() == null ? "" : ": “" + answer.evidence() + "”");
  }

  /** The day beside it is the one on which it was given; this is when it was written down here. */
  static String entered(PracticeAnswer answer, Function<RecordedBy, String> recorders) {
    RecordedBy by = answer.recordedBy();
    if (by == null) {
      return "";
    }
    boolean itself =
        answer.through() == null || List.of("ONLINE", "CARRIED").contains(answer.through());
    return ". Entered by "
        + (itself ? "somebody of the practice" : recorders.apply(by))
        + " at "
        + Words.time(by.recordedAt());
  }

  private static String answerWords(String answer) {
    return switch (answer) {
      case "GRANT" -> "Yes";
      case "CONDITIONAL" -> "Yes, with a condition";
      case "DECLINE" -> "No";
      case "WITHDRAW" -> "Took the answer back";
      default -> answer;
    };
  }
}
