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
import uk.onevoice.service.command.ListedTopics;

/**
 * One mandate, as this caller may see it.
 *
 * @param counts of practices; null when they are not for this caller
 * @param answers which practice answered what; null when that is not for this caller
 */
record MandateView(
    @JsonUnwrapped MandateTerms terms,
    boolean inForce,
    @Nullable Counts counts,
    @Nullable List<PracticeAnswer> answers) {

  /**
   * How many of the place's practices gave which answer, in the classes of measure M1: granted,
   * conditional, declined and not answered sum up to the practices.
   *
   * @param practices that lie in the place now, and that the national map lists
   * @param notAnswered with those that took their answer back
   * @param withdrawn how many of the not answered took their answer back
   */
  record Counts(
      int practices, int granted, int conditional, int declined, int notAnswered, int withdrawn) {
    static Counts of(Set<PracticeId> practices, Map<PracticeId, Standing> answers) {
      List<Answer> given =
          answers.entrySet().stream()
              .filter(each -> practices.contains(each.getKey()))
              .map(each -> each.getValue().answer())
              .toList();
      int withdrawn = count(given, Answer.WITHDRAW);
      return new Counts(
          practices.size(),
          count(given, Answer.GRANT),
          count(given, Answer.CONDITIONAL),
          count(given, Answer.DECLINE),
          practices.size() - given.size() + withdrawn,
          withdrawn);
    }

    private static int count(Collection<Answer> given, Answer answer) {
      return (int) given.stream().filter(answer::equals).count();
    }
  }

  record PracticeAnswer(PracticeId practiceId, Answer answer, LocalDate on) {
    static PracticeAnswer of(Map.Entry<PracticeId, Standing> entry) {
      return new PracticeAnswer(entry.getKey(), entry.getValue().answer(), entry.getValue().on());
    }
  }

  /** What is asked for. */
  static MandateView outside(Opened mandate, LocalDate today, ListedTopics topics) {
    return of(mandate, today, topics, null, null);
  }

  /** With the counts, and what these practices said. */
  static MandateView forPractices(
      Opened mandate,
      LocalDate today,
      ListedTopics topics,
      Set<PracticeId> ofPlace,
      Set<PracticeId> own) {
    return of(
        mandate,
        today,
        topics,
        Counts.of(ofPlace, mandate.answers()),
        mandate.answers().entrySet().stream()
            .filter(entry -> own.contains(entry.getKey()))
            .map(PracticeAnswer::of)
            .toList());
  }

  /** With what every practice said. */
  static MandateView forLeaders(
      Opened mandate, LocalDate today, ListedTopics topics, Set<PracticeId> ofPlace) {
    return of(
        mandate,
        today,
        topics,
        Counts.of(ofPlace, mandate.answers()),
        mandate.answers().entrySet().stream().map(PracticeAnswer::of).toList());
  }

  private static MandateView of(
      Opened mandate,
      LocalDate today,
      ListedTopics topics,
      @Nullable Counts counts,
      @Nullable List<PracticeAnswer> answers) {
    var terms = mandate.terms();
    return new MandateView(
        MandateTerms.of(terms, topics),
        !today.isBefore(terms.start()) && today.isBefore(terms.end()),
        counts,
        answers);
  }
}
