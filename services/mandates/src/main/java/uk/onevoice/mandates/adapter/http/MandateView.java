package uk.onevoice.mandates.adapter.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.mandates.adapter.store.Recordings.RecordedBy;
import uk.onevoice.mandates.domain.Answer;
import uk.onevoice.mandates.domain.Electorate;
import uk.onevoice.mandates.domain.Manner;
import uk.onevoice.mandates.domain.Manner.Through;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.PracticeId;
import uk.onevoice.mandates.domain.Risk;
import uk.onevoice.mandates.domain.Stage;
import uk.onevoice.mandates.domain.Standing;
import uk.onevoice.mandates.domain.Tally;
import uk.onevoice.mandates.domain.Version;

/**
 * One mandate, as this caller may see it.
 *
 * @param counts of practices; null when they are not for this caller, as is what follows from them
 * @param answers which practice answered what; null when that is not for this caller
 * @param terms null for a mandate that was asked for in one step
 * @param next what practices are asked for while another version is in force
 * @param mayAnswer the caller's practices that are asked now; null for who is partner of none here
 */
record MandateView(
    @JsonUnwrapped MandateTerms listed,
    boolean inForce,
    @Nullable Counts counts,
    @Nullable List<PracticeAnswer> answers,
    int version,
    @Nullable TermsView terms,
    @Nullable LocalDate openedOn,
    @Nullable LocalDate acceptedOn,
    List<EndorsementView> endorsements,
    @Nullable LocalDate activeSince,
    @Nullable LocalDate atRiskSince,
    @Nullable LocalDate suspendedSince,
    Stage.@Nullable Reason suspendedBecause,
    @Nullable String suspensionReason,
    @Nullable LocalDate endedOn,
    @Nullable String endingReason,
    @Nullable List<AtRiskNotice> atRiskNotices,
    @Nullable List<ReminderSent> reminders,
    boolean confirmationNeeded,
    @Nullable AskedVersion next,
    @Nullable TallyView tally,
    @Nullable List<PracticeId> silent,
    @Nullable List<Carry> mayCarry,
    @Nullable List<PracticeId> mayAnswer) {

  record EndorsementView(OrganisationId lmcId, LocalDate on) {
    static List<EndorsementView> of(Version version) {
      return version.endorsements().entrySet().stream()
          .map(each -> new EndorsementView(each.getKey(), each.getValue()))
          .toList();
    }
  }

  record AskedVersion(
      int version,
      Version.@Nullable Why reason,
      @Nullable LocalDate askedOn,
      @Nullable TermsView terms,
      @Nullable LocalDate acceptedOn,
      List<EndorsementView> endorsements,
      @Nullable Counts counts,
      @Nullable TallyView tally,
      @Nullable List<PracticeAnswer> answers,
      @Nullable List<PracticeId> silent) {}

  /** An answer of a practice that is no longer there, which a successor may confirm. */
  record Carry(PracticeId fromPracticeId, List<PracticeId> successorIds, Answer answer) {}

  /**
   * How many of the place's practices gave which answer, in the classes of measure M1: granted,
   * conditional, declined and not answered sum up to the practices.
   *
   * @param practices that lie in the place now, are asked, and that the national map lists
   * @param notAnswered with those that took their answer back
   * @param withdrawn how many of the not answered took their answer back
   */
  record Counts(
      int practices, int granted, int conditional, int declined, int notAnswered, int withdrawn) {
    static Counts of(Electorate electorate, Version version) {
      Set<PracticeId> practices = version.asked(electorate).practices();
      List<Answer> given =
          version.answers().entrySet().stream()
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

  record TallyView(
      int practices,
      int granted,
      @Nullable Integer practicesPercent,
      long patients,
      long patientsGranted,
      @Nullable Integer patientsPercent,
      int withoutListSize) {
    static TallyView of(Electorate electorate, Version version) {
      Tally tally = version.tally(electorate);
      return new TallyView(
          tally.practices(),
          tally.granted(),
          tally.practicesPercent(),
          tally.patients(),
          tally.patientsGranted(),
          tally.patientsPercent(),
          (int)
              version.asked(electorate).voices().stream()
                  .filter(each -> each.patients() == null)
                  .count());
    }
  }

  /**
   * @param restoredOn null where that version's grants never were enough again
   */
  record AtRiskNotice(
      int version, LocalDate on, int granted, int practices, @Nullable LocalDate restoredOn) {
    static AtRiskNotice of(Risk risk) {
      return new AtRiskNotice(
          risk.version(),
          risk.on(),
          risk.tally().granted(),
          risk.tally().practices(),
          risk.restoredOn());
    }
  }

  /**
   * @param practiceIds of them, those of which the caller sees it
   */
  record ReminderSent(int version, LocalDate on, int practices, List<PracticeId> practiceIds) {}

  /**
   * @param words the condition or the reason
   * @param evidence on what somebody else recorded it
   * @param recordedBy null where the log does not say
   */
  record PracticeAnswer(
      PracticeId practiceId,
      Answer answer,
      LocalDate on,
      Through through,
      @Nullable String words,
      @Nullable String evidence,
      @Nullable OrganisationId legalEntityId,
      @Nullable PracticeId carriedFrom,
      @Nullable RecordedBy recordedBy) {
    static PracticeAnswer of(
        PracticeId practice,
        Standing standing,
        Map<UUID, String> kept,
        @Nullable RecordedBy recordedBy) {
      Manner manner = standing.manner() == null ? Manner.ONLINE : standing.manner();
      return new PracticeAnswer(
          practice,
          standing.answer(),
          standing.on(),
          manner.through(),
          manner.wordsRef() == null ? null : kept.get(manner.wordsRef()),
          manner.evidenceRef() == null ? null : kept.get(manner.evidenceRef()),
          manner.legalEntityId(),
          manner.carriedFrom(),
          recordedBy);
    }
  }
}
