package uk.onevoice.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the mandates service answers about questions, and what bodies of general practice say. */
public interface Issues {
  /**
   * A question before general practice of an ICS.
   *
   * @param question null where the words are no longer kept; so is an option
   */
  record Issue(
      String issueId,
      String icsId,
      String topicId,
      @Nullable String topicNow,
      @Nullable String question,
      List<Option> options,
      LocalDate raisedOn) {}

  record Option(String optionId, @Nullable String option) {}

  record IssueList(List<Issue> items, @Nullable String next) {}

  /**
   * What a body says to one option.
   *
   * @param stance FOR, AGAINST, CONDITIONAL or NEUTRAL
   */
  record StanceOn(String optionId, @Nullable String option, String stance) {}

  /** Which body agreed, in which role and since when; no person. */
  record Agreement(String bodyId, String role, LocalDate on) {}

  /** What everybody may read. */
  record Public(
      String positionId,
      String placeId,
      String bodyId,
      String issueId,
      @Nullable String topicNow,
      @Nullable String question,
      List<StanceOn> stances,
      List<Agreement> agreedBy,
      int publication,
      LocalDate publishedOn) {}

  record PublicList(List<Public> items, @Nullable String next) {}

  /**
   * What general practice of the place is told of a position in a list.
   *
   * @param status PRIVATE, AGREED, PUBLIC or WITHDRAWN, of its latest version
   */
  record Discussed(
      String positionId,
      String bodyId,
      @Nullable String topicNow,
      @Nullable String question,
      String status,
      int version,
      boolean publicNow) {}

  record DiscussedList(List<Discussed> items, @Nullable String next) {}

  /**
   * How a position came about.
   *
   * @param mayActForBody whether the reader may revise, publish and withdraw it
   */
  record Discussion(
      String positionId,
      String placeId,
      String bodyId,
      String issueId,
      @Nullable String topicNow,
      @Nullable String question,
      List<Option> options,
      String status,
      int version,
      boolean publicNow,
      boolean mayActForBody,
      List<Version> versions,
      List<Remark> comments,
      List<Remark> dissents) {}

  /**
   * @param state PRIVATE, AGREED, PUBLIC, REPLACED, SUPERSEDED or WITHDRAWN
   */
  record Version(
      int version,
      String state,
      LocalDate proposedOn,
      List<StanceOn> stances,
      List<Agreement> agreedBy,
      @Nullable LocalDate publishedOn,
      @Nullable LocalDate endedOn) {}

  /** Never public; null words are no longer kept. */
  record Remark(int version, String bodyId, String role, @Nullable String words, LocalDate on) {}

  /**
   * Two bodies that say different things in public.
   *
   * @param kind CONTRADICTS or DIFFERS
   * @param until the day on which one of them changed; null while both stand
   */
  record Alert(
      String kind,
      @Nullable String question,
      @Nullable String option,
      List<Side> sides,
      LocalDate since,
      @Nullable LocalDate until) {}

  record Side(String positionId, String bodyId, String placeId, String stance) {}

  record AlertList(List<Alert> items, @Nullable String next) {}

  record NewIssue(String icsId, String topicId, String question, List<String> options) {}

  record NewOption(String option) {}

  record Stance(String optionId, String stance) {}

  record NewPosition(String placeId, String bodyId, String issueId, List<Stance> stances) {}

  record NewVersion(List<Stance> stances) {}

  /** Without a day it is today. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Agreeing(String bodyId, @Nullable LocalDate on) {}

  /** Without a day it is today. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record On(@Nullable LocalDate on) {}

  record Said(String words) {}
}
