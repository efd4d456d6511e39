package uk.onevoice.relationships.domain.jointgroup;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.PersonId;

/**
 * A person's place in a joint group.
 *
 * @param nameRef what they were called by who seated them; null where nobody said it
 * @param until the first day on which they sit no more; null while they sit. On the day on which it
 *     began where they never sat
 */
public record Seat(
    SeatId seatId,
    PersonId personId,
    OrganisationId organisationId,
    Side side,
    Nature nature,
    @Nullable WordsRef nameRef,
    LocalDate from,
    @Nullable LocalDate until) {
  /** Whether they have not left. A seat that began never lies in the future. */
  public boolean isTaken() {
    return until == null;
  }

  /** Whether it was entered by mistake. */
  public boolean neverWas() {
    return from.equals(until);
  }

  Seat until(LocalDate on) {
    return new Seat(seatId, personId, organisationId, side, nature, nameRef, from, on);
  }

  Seat called(WordsRef name) {
    return new Seat(seatId, personId, organisationId, side, nature, name, from, until);
  }
}
