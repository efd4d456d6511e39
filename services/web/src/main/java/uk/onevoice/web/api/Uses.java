package uk.onevoice.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the mandates service answers about what was said and agreed under a mandate. */
public interface Uses {
  record Listing(List<Invocation> items, @Nullable String next) {}

  /**
   * @param act SPOKE or AGREED
   * @param state COVERED, PROVISIONAL, RATIFIED or TAKEN_BACK
   * @param needs how many practices have to stand by it
   */
  record Invocation(
      String invocationId,
      String act,
      String state,
      List<String> outside,
      String topicId,
      @Nullable String forumId,
      LocalDate on,
      @Nullable String words,
      int needs,
      int ratified,
      int refused,
      List<LmcWord> lmcs) {}

  /** An LMC that has to stand by it as well, since it backed the mandate; null until it says. */
  record LmcWord(String lmcId, @Nullable Boolean agrees) {}

  record Verdict(
      String verdict,
      List<String> outside,
      boolean asHolder,
      int needs,
      List<String> needsLmcIds) {}

  /** What is left out is not sent: without a day it is today. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record NewUse(
      String act,
      String topicId,
      @Nullable String forumId,
      List<String> limitIds,
      @Nullable LocalDate on,
      @Nullable String words) {}

  record Ratification(String practiceId, boolean agrees) {}

  record LmcRatification(String lmcId, boolean agrees) {}
}
