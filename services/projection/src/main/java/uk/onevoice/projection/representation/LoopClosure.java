package uk.onevoice.projection.representation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * M10: items of which practices that granted a mandate had to hear, and did within the mandate's
 * own days. That every action has an owner and a day needs no counting: none is opened without.
 *
 * @param notYetDue items whose days are not over
 * @param medianDays from the meeting until practices were told; null where none were
 * @param practicesTold over all notes; a practice counts once for each
 * @param practicesRead of those told, who have read it
 * @param overdueActions open actions of the place whose day is over
 */
record LoopClosure(
    int notYetDue,
    @Nullable Integer medianDays,
    int practicesTold,
    int practicesRead,
    int overdueActions)
    implements Measure.Detail {

  /** What the audience may see. */
  static Measure measure(
      String name, LocalDate asOf, int due, int inTime, LoopClosure detail, Audience audience) {
    return audience.sees(Part.MEETINGS)
        ? new Measure(name, true, false, null, inTime, due, 0, asOf, null, detail)
        : Measure.withheld(name, asOf, "For general practice of the place.");
  }
}
