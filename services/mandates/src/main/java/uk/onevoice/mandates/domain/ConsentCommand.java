package uk.onevoice.mandates.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What practices answer, or somebody for them. */
public sealed interface ConsentCommand extends MandateCommand {
  /**
   * Records what practices answer: all of it or nothing.
   *
   * @param version null for the one that practices are asked for now; for an answer that is taken
   *     back, for the one in force
   * @param manner how the answers came, without their words
   * @param electorate whose grants count today
   */
  record Respond(
      MandateId mandateId,
      List<Given> answers,
      @Nullable Integer version,
      Manner manner,
      LocalDate today,
      Electorate electorate)
      implements ConsentCommand {
    public Respond {
      answers = List.copyOf(answers);
    }
  }

  /**
   * One practice's answer.
   *
   * @param belonging on the day of its answer
   * @param authority whether who gives or records it may do so for the practice
   */
  record Given(
      PracticeId practiceId,
      Belonging belonging,
      boolean authority,
      Answer answer,
      LocalDate on,
      @Nullable UUID wordsRef) {}

  /**
   * A practice that follows another says that the other's answer is its own.
   *
   * @param belonging today
   * @param authority whether who confirms it may do so for the practice
   */
  record ConfirmCarried(
      MandateId mandateId,
      PracticeId practiceId,
      PracticeId from,
      Belonging belonging,
      boolean authority,
      LocalDate today,
      Electorate electorate)
      implements ConsentCommand {}

  /**
   * Asks again who has not answered.
   *
   * @param practices among whom; null for all
   */
  record Remind(
      MandateId mandateId,
      @Nullable Set<PracticeId> practices,
      LocalDate today,
      Electorate electorate)
      implements ConsentCommand {}

  /** A practice is no longer there. */
  record EndConsent(
      MandateId mandateId,
      PracticeId practiceId,
      ConsentEvent.ConsentEnded.Reason reason,
      List<PracticeId> successors,
      LocalDate on,
      LocalDate today,
      Electorate electorate)
      implements ConsentCommand {
    public EndConsent {
      successors = List.copyOf(successors);
    }
  }
}
