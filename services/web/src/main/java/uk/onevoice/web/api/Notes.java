package uk.onevoice.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the meetings service answers about notes to practices on what came of a meeting. */
public interface Notes {
  record DueList(List<Due> items, @Nullable String next) {}

  /**
   * @param state NOT_DRAFTED, DRAFTED, CONFIRMED or SENT
   * @param practices how many it was sent to; null before, as the next two
   */
  record Due(
      String meetingId,
      String forum,
      LocalDate on,
      String mandateId,
      LocalDate dueOn,
      String state,
      boolean overdue,
      @Nullable LocalDate sentOn,
      boolean late,
      @Nullable Integer practices,
      @Nullable Integer read,
      @Nullable Integer replied) {}

  record ReceivedList(List<Received> items, @Nullable String next) {}

  record Received(
      String meetingId,
      String forum,
      LocalDate on,
      String mandateId,
      int version,
      LocalDate sentOn,
      boolean read,
      boolean replied) {}

  /**
   * @param draft null where there is none, and for practices
   * @param proposal what the record says, to begin with; null for practices
   * @param sent the first version first; a later one corrects it
   */
  record Note(
      String meetingId,
      String forum,
      LocalDate on,
      String mandateId,
      LocalDate dueOn,
      String state,
      boolean overdue,
      @Nullable Draft draft,
      @Nullable String proposal,
      List<Version> sent) {}

  record Draft(int draft, @Nullable String words, LocalDate on, boolean confirmed) {}

  record Version(
      int version,
      @Nullable String words,
      LocalDate on,
      @Nullable Integer practices,
      @Nullable Integer read,
      @Nullable Integer replied) {}

  record Replies(List<Reply> items, @Nullable String next) {}

  record Reply(String practiceId, int version, @Nullable String words, LocalDate on) {}

  /** Without words it is made from the record. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record NewDraft(@Nullable String words) {}

  record DraftNumber(int draft) {}

  record Reading(String practiceId, int version) {}

  record NewReply(String practiceId, int version, String words) {}
}
