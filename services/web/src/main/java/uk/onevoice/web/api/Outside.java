package uk.onevoice.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the mandates service answers about new contracts, policies and laws. */
public interface Outside {
  /**
   * @param kind CONTRACT, POLICY or LAW
   * @param what null where the words are no longer kept
   * @param toBeReviewed how many reviews are not settled
   */
  record Change(
      String externalChangeId,
      String icsId,
      String kind,
      @Nullable String what,
      List<String> topicIds,
      LocalDate from,
      LocalDate recordedOn,
      List<Review> reviews,
      int toBeReviewed) {}

  record Listing(List<Change> items, @Nullable String next) {}

  /**
   * The review of a mandate that the change touches.
   *
   * @param outcome STANDS, TO_BE_AMENDED, TO_BE_RENEWED or TO_BE_ENDED; null while it is open
   */
  record Review(
      String mandateId,
      String topicId,
      @Nullable String outcome,
      @Nullable String notes,
      @Nullable LocalDate settledOn) {}

  record NewChange(String icsId, String kind, String what, List<String> topicIds, LocalDate from) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Settlement(String outcome, @Nullable String notes) {}
}
