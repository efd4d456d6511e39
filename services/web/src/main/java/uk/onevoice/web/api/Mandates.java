package uk.onevoice.web.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the mandates service answers. */
public interface Mandates {
  /**
   * @param topicNow what it is called today by the list of the ICS; null where it is none of it
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
      LocalDate end) {}

  record Listing(List<Terms> items, @Nullable String next) {}

  /**
   * @param counts null for a reader who may not know how practices answer
   * @param answers null for a reader who may not know which practice said what
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
      @Nullable List<PracticeAnswer> answers) {}

  /** Withdrawn answers are none of the others; views count them as not answered. */
  record Counts(
      int practices, int granted, int conditional, int declined, int withdrawn, int notAnswered) {}

  record PracticeAnswer(String practiceId, String answer, LocalDate on) {}

  record OpenMandate(
      String placeId,
      @Nullable String topic,
      @Nullable String topicId,
      @Nullable String board,
      String holderId,
      String holderRole,
      LocalDate start,
      LocalDate end) {}

  record Response(String practiceId, String answer) {}

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
}
