package uk.onevoice.directory;

import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Seat.FilledBy;
import uk.onevoice.directory.Seat.Per;

/** For each of these so many seats, for holders of a role or of any. */
record SeatRule(Per per, @Nullable Role role, FilledBy filledBy, int seats) {
  private static final String ANY = "-";

  static SeatRule parse(String text) {
    var parts = text.split(":", -1);
    return new SeatRule(
        Per.valueOf(parts[0]),
        parts[1].equals(ANY) ? null : Role.valueOf(parts[1]),
        FilledBy.valueOf(parts[2]),
        Integer.parseInt(parts[3]));
  }

  @Override
  public String toString() {
    return per + ":" + (role == null ? ANY : role) + ":" + filledBy + ":" + seats;
  }
}
