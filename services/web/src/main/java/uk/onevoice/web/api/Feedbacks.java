package uk.onevoice.web.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the holder of a mandate and practices tell each other. */
public interface Feedbacks {
  /**
   * @param from PRACTICE or HOLDER
   * @param words null where they are no longer kept
   */
  record Feedback(String from, String bodyId, @Nullable String words, LocalDate on) {}

  record Listing(List<Feedback> items, @Nullable String next) {}

  record Given(String practiceId, String words) {}

  record Answered(String words) {}
}
