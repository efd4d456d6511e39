package uk.onevoice.projection.representation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * M11: seats of general practice that nobody is nominated for, or where neither the nominee nor a
 * stand-in was in the last three meetings of which anything is recorded.
 *
 * @param seats all of them
 */
record EmptyChairs(List<Seat> seats) implements Measure.Detail {
  private static final int JUDGED_BY = 3;

  /**
   * @param bodyId whose seat it is; null where it is for general practice as a whole
   * @param meetings of the last three, those of which anything is recorded
   * @param attended at how many of them
   */
  record Seat(
      String seatId,
      String seriesId,
      String forum,
      String label,
      @Nullable String bodyId,
      boolean nominated,
      int meetings,
      int attended) {
    /** Not known is not empty. */
    boolean empty() {
      return !nominated || (meetings == JUDGED_BY && attended == 0);
    }

    boolean unknown() {
      return nominated && meetings < JUDGED_BY && attended == 0;
    }
  }

  /** What the audience may see. */
  static Measure measure(String name, LocalDate asOf, List<Seat> seats, Audience audience) {
    if (!audience.sees(Part.MEETINGS)) {
      return Measure.withheld(name, asOf, "For general practice of the place.");
    }
    return new Measure(
        name,
        true,
        false,
        null,
        (int) seats.stream().filter(Seat::empty).count(),
        seats.size(),
        (int) seats.stream().filter(Seat::unknown).count(),
        asOf,
        null,
        new EmptyChairs(seats));
  }
}
