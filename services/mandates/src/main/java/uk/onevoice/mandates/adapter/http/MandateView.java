package uk.onevoice.mandates.adapter.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.onevoice.mandates.domain.Answer;
import uk.onevoice.mandates.domain.Mandate.Opened;
import uk.onevoice.mandates.domain.Mandate.Standing;
import uk.onevoice.mandates.domain.PracticeId;

/**
 * One mandate, as this caller may see it.
 *
 * @param counts of practices: for everybody
 * @param answers which practice answered what; null when that is not for this caller
 */
record MandateView(
    @JsonUnwrapped MandateTerms terms,
    boolean inForce,
    Counts counts,
    @Nullable List<PracticeAnswer> answers) {

  /**
   * How many of the place's practices gave which answer; the last five sum up to the first.
   *
   * @param practices that lie in the place now
   */
  record Counts(
      int practices, int granted, int conditional, int declined, int withdrawn, int notAnswered) {
    static Counts of(Set<PracticeId> practices, Map<PracticeId, Standing> answers) {
      List<Answer> given =
          answers.entrySet().stream()
              .filter(each -> practices.contains(each.getKey()))
              .map(each -> each.getValue().answer())
              .toList();
      return new Counts(
          practices.size(),
          count(given, Answer.GRANT),
          count(given, Answer.CONDITIONAL),
          count(given, Answer.DECLINE),
          count(given, Answer.WITHDRAW),
          practices.size() - given.size());
    }

    private static int count(Collection<Answer> given, Answer answer) {
      return (int) given.stream().filter(answer::equals).count();
    }
  }

  record PracticeAnswer(PracticeId practiceId, Answer answer, LocalDate on) {}

  static MandateView of(
      Opened mandate, LocalDate today, Set<PracticeId> practices, AnswerAudience audience) {
    var terms = mandate.terms();
    return new MandateView(
        MandateTerms.of(terms),
        !today.isBefore(terms.start()) && today.isBefore(terms.end()),
        Counts.of(practices, mandate.answers()),
        answers(mandate.answers(), audience));
  }

  private static @Nullable List<PracticeAnswer> answers(
      Map<PracticeId, Standing> answers, AnswerAudience audience) {
    return switch (audience) {
      case AnswerAudience.CountsOnly _ -> null;
      case AnswerAudience.Own(var practices) ->
          answers.entrySet().stream()
              .filter(entry -> practices.contains(entry.getKey()))
              .map(MandateView::answer)
              .toList();
      case AnswerAudience.Leaders _ ->
          answers.entrySet().stream().map(MandateView::answer).toList();
    };
  }

  private static PracticeAnswer answer(Map.Entry<PracticeId, Standing> entry) {
    return new PracticeAnswer(entry.getKey(), entry.getValue().answer(), entry.getValue().on());
  }
}
