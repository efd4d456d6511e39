package uk.onevoice.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the mandates service answers about how far a practice goes along with its federation. */
public interface Ambitions {
  /**
   * An agreement of a federation with one of its practices.
   *
   * @param state OFFERED, SIGNED or ENDED
   * @param level 0 to 4; null until the practice has signed
   */
  record Agreement(
      String agreementId,
      String federationId,
      String practiceId,
      String state,
      int offeredLevel,
      @Nullable Integer level,
      LocalDate offeredOn,
      @Nullable LocalDate signedOn,
      @Nullable LocalDate endedOn,
      LocalDate reviewOn,
      boolean reviewDue,
      List<Change> changes,
      List<Ask> asks,
      List<Promise> promises,
      List<Review> reviews) {}

  record Listing(List<Agreement> items, @Nullable String next) {}

  /**
   * @param result MADE or STOPPED; null while it goes on
   */
  record Change(
      String changeId,
      String programme,
      LocalDate signedUpOn,
      @Nullable String result,
      @Nullable LocalDate resultOn) {}

  /**
   * What the federation asks of the practice.
   *
   * @param acted null while the federation has not said
   */
  record Ask(
      String askId,
      @Nullable String what,
      LocalDate askedOn,
      LocalDate due,
      @Nullable Boolean acted,
      @Nullable LocalDate actedOn) {}

  /**
   * What the federation owes the practice.
   *
   * @param delivered null while the practice has not said
   */
  record Promise(
      String promiseId,
      @Nullable String what,
      LocalDate promisedOn,
      LocalDate due,
      @Nullable Boolean delivered,
      @Nullable LocalDate deliveredOn) {}

  record Review(LocalDate on, int level, @Nullable String notes) {}

  record Offer(
      String federationId, String practiceId, int level, List<Due> promises, LocalDate reviewOn) {}

  /** What is asked or promised, by a day. */
  record Due(String what, LocalDate due) {}

  /** Without a day it is today, here and below. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Signature(int level, @Nullable LocalDate on) {}

  record Programme(String programme) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Result(String result, @Nullable LocalDate on) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record FollowThrough(boolean acted, @Nullable LocalDate on) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Delivery(boolean delivered, @Nullable LocalDate on) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Reviewed(LocalDate nextReviewOn, @Nullable String notes, @Nullable LocalDate on) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Ending(@Nullable LocalDate on) {}
}
