package uk.onevoice.web.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET …/representation/{measure}/evidence}: what a figure is made of.
 *
 * @param name of the area
 * @param weekly whether it is as of Monday 06:00, {@code asOf} being that day
 * @param withheld whether rows are not for this reader
 * @param basedOn null where withheld
 */
public record Evidence(
    String areaId,
    String name,
    String measure,
    String measureName,
    LocalDate asOf,
    boolean weekly,
    boolean withheld,
    @Nullable String reason,
    @Nullable Integer numerator,
    @Nullable Integer denominator,
    @Nullable Integer unknown,
    @Nullable BasedOn basedOn,
    List<Row> items,
    @Nullable String next) {

  /** Rows of each kind, and in how many meetings those were that count. */
  public record BasedOn(
      int numerator,
      int denominator,
      int unknown,
      int notCounted,
      int notTold,
      int meetings,
      @Nullable LocalDate last) {}

  /**
   * @param what ITEM, MEETING, ATTENDANCE, ANSWER, SLOT, PROMISE, SEAT, PARTNER, JOINT_GROUP, TOPIC
   * @param counts numerator, denominator, unknown, notCounted
   * @param page where it is found on this website
   */
  public record Row(
      String what,
      @Nullable String organisationId,
      @Nullable String organisationName,
      @Nullable String topic,
      @Nullable String board,
      @Nullable String label,
      @Nullable LocalDate day,
      List<String> counts,
      String why,
      @Nullable Integer minutes,
      @Nullable LocalDate recordedOn,
      @Nullable String enteredFor,
      @Nullable String enteredForName,
      @Nullable String page,
      boolean mayOpen) {}
}
