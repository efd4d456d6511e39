package uk.onevoice.web.api;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/places/{id}/representation}: the measures of a place, by their number.
 *
 * @param weekly whether they are those of Monday 06:00, {@code asOf} being that day
 */
public record Representation(
    String placeId,
    String name,
    String icsOdsCode,
    LocalDate asOf,
    boolean weekly,
    @Nullable YearMonth listSizeMonth,
    Map<String, Measure> measures) {

  /** One measure; what it says beside its figure depends on which one it is. */
  public record Measure(
      String name,
      boolean available,
      boolean withheld,
      @Nullable String reason,
      @Nullable Integer numerator,
      @Nullable Integer denominator,
      @Nullable Integer unknown,
      @Nullable YearMonth listSizeMonth,
      @Nullable List<Topic> topics,
      @Nullable List<EmptySlot> emptySlots,
      @Nullable Map<String, Integer> counts,
      @Nullable Integer itemsAttended,
      @Nullable Integer itemsWithoutAttendance,
      @Nullable Integer assessedPercent,
      @Nullable Share influenced) {}

  /**
   * M1: the four answers on one topic, at one board or at every one.
   *
   * @param topicLabel null where the topic is none of the ICS's list
   * @param mandateIds the mandates that are counted
   */
  public record Topic(
      String topic,
      @Nullable String topicLabel,
      @Nullable String board,
      List<String> mandateIds,
      boolean contested,
      int numerator,
      int denominator,
      int unknown,
      @Nullable Split<Integer> practices,
      @Nullable Split<Long> patients,
      @Nullable Split<Integer> practicesPercent,
      @Nullable Split<Integer> patientsPercent) {}

  /** Null is withheld. */
  public record Split<N>(
      @Nullable N granted,
      @Nullable N conditional,
      @Nullable N declined,
      @Nullable N notAnswered) {}

  /** M2: a slot without a talk of both sides in 90 days. */
  public record EmptySlot(
      String slotId,
      String kind,
      @Nullable String organisationId,
      @Nullable String organisationName,
      boolean held) {}

  /** M7: a share with its likely range. */
  public record Share(int numerator, int denominator, int percent, int low, int high) {}
}
