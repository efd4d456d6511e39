package uk.onevoice.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the mandates service answers. */
public interface Mandates {
  /**
   * @param topicNow what it is called today by the list of the ICS; null where it is none of it
   * @param state as of a mandate; null where the service says none, and then its days decide
   */
  record Terms(
      String mandateId,
      String placeId,
      String topic,
      @Nullable String topicNow,
      @Nullable String board,
      String holderId,
      String holderRole,
      LocalDate start,
      LocalDate end,
      @Nullable String state) {
    /** Whether practices are bound on a day, as far as its days and its state say. */
    public boolean speaksOn(LocalDate day) {
      return !day.isBefore(start)
          && day.isBefore(end)
          && (state == null || state.equals("IN_FORCE") || state.equals("AT_RISK"));
    }

    /** Whether practices are asked, and nobody speaks under it yet. */
    public boolean comesAfter(LocalDate day) {
      return "ASKED".equals(state) || (start.isAfter(day) && !"ENDED".equals(state));
    }
  }

  record Listing(List<Terms> items, @Nullable String next) {}

  /**
   * What a practice is asked and has not answered.
   *
   * @param answerBy the last day on which an answer counts
   * @param reminders how often it was reminded, and {@code remindedOn} when last
   * @param answeredBefore whether it answered the terms before these
   */
  record Unanswered(
      String mandateId,
      String practiceId,
      String topic,
      @Nullable String topicNow,
      String holderId,
      String holderRole,
      LocalDate answerBy,
      @Nullable LocalDate remindedOn,
      int reminders,
      boolean answeredBefore) {}

  record UnansweredList(List<Unanswered> items, @Nullable String next) {}

  /**
   * A mandate; what is not told to the reader is null.
   *
   * @param counts null for a reader who may not know how practices answer
   * @param answers null for a reader who may not know which practice said what
   * @param state ASKED, IN_FORCE, AT_RISK, SUSPENDED, EXPIRED or ENDED
   * @param terms null where it was asked for in one step
   * @param next the new version that practices are being asked for while another is in force
   * @param silent practices that have not answered, for leaders
   * @param suspensionReason why leaders suspended it; null where they said nothing
   * @param endedOn when leaders ended it before its last day
   * @param mayAnswer those of the reader's practices that are asked now
   * @param atRiskNotices each time that grants had come to be too few, as {@code reminders} null
   *     for a reader from outside
   */
  record Mandate(
      String mandateId,
      String placeId,
      String topic,
      @Nullable String topicNow,
      @Nullable String board,
      String holderId,
      String holderRole,
      LocalDate start,
      LocalDate end,
      boolean inForce,
      @Nullable Counts counts,
      @Nullable List<PracticeAnswer> answers,
      @Nullable String state,
      @Nullable Integer version,
      @Nullable WholeTerms terms,
      @Nullable LocalDate openedOn,
      @Nullable LocalDate acceptedOn,
      @Nullable List<Endorsement> endorsements,
      @Nullable LocalDate activeSince,
      @Nullable LocalDate atRiskSince,
      @Nullable LocalDate suspendedSince,
      @Nullable String suspendedBecause,
      @Nullable String suspensionReason,
      @Nullable LocalDate endedOn,
      @Nullable String endingReason,
      @Nullable List<AtRiskNotice> atRiskNotices,
      @Nullable List<ReminderSent> reminders,
      boolean confirmationNeeded,
      @Nullable Asked next,
      @Nullable Tally tally,
      @Nullable List<String> silent,
      @Nullable List<Departed> mayCarry,
      @Nullable List<String> mayAnswer) {
    /** Whose version practices are asked for now, and what was answered to it. */
    public @Nullable List<PracticeAnswer> answersNow() {
      return next == null ? answers : next.answers();
    }

    public @Nullable WholeTerms termsNow() {
      return next == null ? terms : next.terms();
    }

    /** Whether a practice of the reader's is asked. */
    public boolean asks(String practice) {
      return mayAnswer != null && mayAnswer.contains(practice);
    }

    public @Nullable List<String> silentNow() {
      return next == null ? silent : next.silent();
    }
  }

  /**
   * What practices are asked for, whole.
   *
   * @param tables none for every table
   * @param limits null, as the threshold, for who is not general practice of the place
   * @param end the first day after the last
   */
  record WholeTerms(
      List<ListedTopic> topics,
      List<Table> tables,
      Holder holder,
      List<Holder> alternates,
      @Nullable List<Limit> limits,
      @Nullable Threshold threshold,
      @Nullable Grantors grantors,
      int briefingDays,
      int reportBackDays,
      LocalDate start,
      LocalDate end) {}

  /** Which practices of the place are asked, one of the two; without it all are. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Grantors(@Nullable String bodyId, @Nullable List<String> practiceIds) {}

  /** Practices that still said yes when those were too few, of all that are asked. */
  record AtRiskNotice(
      int version, LocalDate on, int granted, int practices, @Nullable LocalDate restoredOn) {}

  /** How many were reminded; which of them, as far as the reader may know. */
  record ReminderSent(int version, LocalDate on, int practices, List<String> practiceIds) {}

  record ListedTopic(String topicId, String topic, @Nullable String topicNow) {}

  record Table(String forumId, String label, @Nullable String labelNow) {}

  /** What grants have to reach, all of what is said. */
  record Threshold(
      @Nullable Integer practices,
      @Nullable Integer practicesPercent,
      @Nullable Integer patientsPercent) {}

  record Endorsement(String lmcId, LocalDate on) {}

  /**
   * @param reason TERMS_CHANGED or RENEWED
   */
  record Asked(
      int version,
      String reason,
      LocalDate askedOn,
      WholeTerms terms,
      @Nullable LocalDate acceptedOn,
      List<Endorsement> endorsements,
      @Nullable Counts counts,
      @Nullable Tally tally,
      @Nullable List<PracticeAnswer> answers,
      @Nullable List<String> silent) {}

  record Tally(
      int practices,
      int granted,
      @Nullable Integer practicesPercent,
      long patients,
      long patientsGranted,
      @Nullable Integer patientsPercent,
      int withoutListSize) {}

  /** A practice that is no longer there, and those that may confirm its answer as theirs. */
  record Departed(String fromPracticeId, List<String> successorIds, String answer) {}

  /** Withdrawn answers are none of the others; views count them as not answered. */
  record Counts(
      int practices, int granted, int conditional, int declined, int withdrawn, int notAnswered) {}

  /**
   * @param through ONLINE, MEETING, LETTER, IMPORT or CARRIED
   * @param words the condition or the reason
   * @param evidence on what somebody else recorded it
   */
  record PracticeAnswer(
      String practiceId,
      String answer,
      LocalDate on,
      @Nullable String through,
      @Nullable String words,
      @Nullable String evidence,
      @Nullable String legalEntityId,
      @Nullable String carriedFrom,
      @Nullable RecordedBy recordedBy) {}

  /**
   * Who entered an answer.
   *
   * @param personId null where a system did
   * @param actingFor the body for which they did
   */
  record RecordedBy(@Nullable String personId, @Nullable String actingFor, Instant recordedAt) {}

  record OpenMandate(
      String placeId,
      @Nullable String topic,
      @Nullable String topicId,
      @Nullable String board,
      String holderId,
      String holderRole,
      LocalDate start,
      LocalDate end) {}

  /** What is left out is not sent: without a day it is today. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Response(
      String practiceId,
      String answer,
      @Nullable LocalDate on,
      @Nullable String words,
      @Nullable Once forLegalEntity) {}

  /** One legal entity answers once; these are its other practices. */
  record Once(String legalEntityId, List<String> practiceIds) {}

  record Carried(String practiceId, String fromPracticeId) {}

  /** Whoever holds this role at this body; no person. */
  record Holder(String organisationId, String role, String label) {}

  /**
   * What may be agreed on the spot, what must come back to practices first, or what may not be
   * agreed at all.
   *
   * @param kind MAY_AGREE, MUST_REFER or MUST_NOT
   * @param text null where the words were erased or are not for the reader
   */
  record Limit(String limitId, String kind, @Nullable String text) {}

  /** Without practices: all that have not answered. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Reminder(@Nullable List<String> practiceIds) {}

  /** Answers that were given at a meeting or by letter, and where that can be looked up. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Taken(
      String through, @Nullable LocalDate on, String evidence, List<TakenAnswer> answers) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record TakenAnswer(String practiceId, String answer, @Nullable String words) {}

  record AnswerTable(String csv, String through, String evidence) {}

  record Endorsing(String lmcId) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Reason(@Nullable String reason) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Renewal(@Nullable LocalDate start, LocalDate end) {}

  /** A command that says nothing but itself. */
  record Plain() {}

  /** All of the terms as they are to be; end is the first day after the last. */
  record TermsWish(
      List<String> topicIds,
      List<String> forumIds,
      Holder holder,
      List<Holder> alternates,
      List<LimitWish> limits,
      Threshold threshold,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Grantors grantors,
      int briefingDays,
      int reportBackDays,
      LocalDate start,
      LocalDate end) {}

  /** New words, or the id of a limit that keeps its words. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record LimitWish(String kind, @Nullable String text, @Nullable String limitId) {}

  record NewDraft(String placeId, TermsWish terms) {}

  /**
   * @param state DRAFT, WITHDRAWN or OPENED
   */
  record Draft(
      String mandateId, String placeId, WholeTerms terms, LocalDate draftedOn, String state) {}

  record Drafts(List<Draft> items, @Nullable String next) {}

  /** Without a day practices are asked today. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Opening(@Nullable LocalDate openedOn) {}
}
