package uk.onevoice.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who followed whom, what that left open, and an ICS over time. */
public interface Successions {
  /**
   * @param waiting how many of its children wait for somebody to say where they go
   */
  record Lineage(
      String organisationId,
      LocalDate asOf,
      List<Relative> follows,
      List<Relative> followedBy,
      int waiting) {}

  record Relative(LocalDate on, String organisationId, @Nullable String name) {}

  record WaitingList(
      LocalDate asOf,
      int total,
      Map<String, Integer> byKind,
      List<Waiting> items,
      @Nullable String next) {}

  /**
   * @param subjectId who or what waits; of an own membership what the predecessor is a member of
   * @param suggestion the only candidate
   * @param assignable whether the reader may say where it goes
   * @param endable whether the reader may say instead that it ends
   */
  record Waiting(
      String id,
      String kind,
      String subjectId,
      @Nullable String subjectName,
      @Nullable String belonging,
      @Nullable String role,
      String predecessorId,
      @Nullable String predecessorName,
      LocalDate since,
      List<Candidate> candidates,
      @Nullable String suggestion,
      boolean assignable,
      boolean endable) {}

  record Candidate(String organisationId, @Nullable String name) {}

  record NewAssignments(List<NewAssignment> assignments) {}

  /**
   * @param to null where it ends
   * @param ends true where it goes to nobody, else null
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record NewAssignment(String id, @Nullable String to, @Nullable Boolean ends) {}

  record NewSuccession(List<String> successors, String kind, LocalDate date) {}

  record SuccessionOf(LocalDate date) {}

  /**
   * @param footprintOn the day whose practices all points have; null where each has its own
   */
  record Trend(
      String odsCode,
      String name,
      String footprint,
      @Nullable LocalDate footprintOn,
      LocalDate asOf,
      List<Break> breaks,
      List<Point> points) {}

  record Break(LocalDate on, List<Areas.Named> follows, List<Areas.Named> followedBy) {}

  record Point(
      LocalDate on,
      int segment,
      @Nullable Integer practices,
      @Nullable Integer pcns,
      @Nullable Long registeredPatients,
      @Nullable YearMonth listSizeMonth,
      @Nullable Integer practicesWithoutListSize) {}
}
