package uk.onevoice.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the mandates service answers about who decides what in a place. */
public interface Schemes {
  record Scheme(
      String placeId, int version, String adoptedBy, LocalDate on, List<IssueClass> classes) {}

  /**
   * A class of questions, and who decides them.
   *
   * @param decides LEADERSHIP_GROUP, PCN, FEDERATION, LMC or EACH_PRACTICE
   * @param why null where the words are no longer kept
   */
  record IssueClass(String issueClass, String name, String decides, @Nullable String why) {}

  /**
   * A question of which is said who decides it.
   *
   * @param outdated whether the scheme has changed since
   */
  record Classification(
      String issueId,
      @Nullable String question,
      String issueClass,
      String name,
      String decides,
      @Nullable String why,
      int schemeVersion,
      boolean outdated,
      LocalDate on) {}

  record ClassificationList(List<Classification> items, @Nullable String next) {}

  /** Without a day it is today. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record NewScheme(
      String placeId, String adoptedBy, List<NewClass> classes, @Nullable LocalDate on) {}

  record NewClass(String name, String decides, String why) {}

  record Classify(String issueId, String issueClass) {}
}
