package uk.onevoice.web.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the team of a key relationship has judged, and whom it would like to meet. */
public interface Judging {
  record SlotJudgements(
      String slotId,
      String strength,
      List<Judgement> judgements,
      List<LocalDate> ended,
      List<Test> tests) {}

  record Judgement(
      String assessmentRef,
      String counterpartRef,
      String axis,
      String verdict,
      String basis,
      @Nullable String words,
      String authorId,
      LocalDate on,
      LocalDate until,
      boolean stands,
      boolean corrected,
      List<OwnView> views) {}

  record OwnView(String words, Instant writtenAt) {}

  record Test(
      String evidenceRef,
      String relationshipId,
      String test,
      LocalDate on,
      @Nullable String evidence,
      boolean counts) {}

  record SlotCandidates(
      String slotId,
      List<Person> people,
      List<Introduction> introductions,
      List<Persuasion> persuasions,
      List<Acquaintance> acquaintances) {}

  record Person(
      String counterpartRef,
      String name,
      String roleTitle,
      @Nullable LocalDate inRoleSince,
      @Nullable String sitsOn,
      String group,
      boolean lacksAuthority,
      boolean inTouch,
      List<String> relationships,
      @Nullable LocalDate candidateSince,
      @Nullable String recommendation) {}

  record Introduction(
      String introductionId,
      String candidateRef,
      String throughRef,
      LocalDate askedOn,
      @Nullable LocalDate settledOn,
      boolean made) {}

  record Persuasion(
      String persuasionId, String allyRef, String colleagueRef, String progress, LocalDate since) {}

  record Acquaintance(String acquaintanceRef, String oneRef, String otherRef, String from) {}

  record WaysTo(String to, List<Way> ways) {}

  record Way(List<String> through, @Nullable LocalDate lastTalk, String knownFrom) {}

  record RecordAssessment(
      String counterpartRef,
      String verdict,
      String basis,
      String words,
      @Nullable LocalDate until) {}

  record EvidenceTest(
      String relationshipId,
      @Nullable String counterpartRef,
      String test,
      LocalDate on,
      String evidence) {}

  record NoteCandidate(String counterpartRef, @Nullable String recommendation) {}

  record AskIntroduction(String candidateRef, String throughRef, LocalDate on) {}

  record SettleIntroduction(boolean made, LocalDate on) {}

  record PlanPersuasion(String allyRef, String colleagueRef) {}

  record MovePersuasion(String progress) {}

  record NoteAcquaintance(String oneRef, String otherRef, String from) {}
}
