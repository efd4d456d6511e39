package uk.onevoice.relationships.domain.jointgroup;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.PersonId;

/** Who sits in a joint group, and since when. */
public sealed interface SeatEvent extends JointGroupEvent {
  /**
   * @param nameRef what they are called, in the vault; null where nobody said it
   */
  record JointGroupSeated(
      GroupId groupId,
      SeatId seatId,
      PersonId personId,
      OrganisationId organisationId,
      Side side,
      Nature nature,
      LocalDate from,
      @Nullable WordsRef nameRef)
      implements SeatEvent {}

  /** They are called so, whatever was said before. */
  record JointGroupSeatNamed(GroupId groupId, SeatId seatId, WordsRef nameRef)
      implements SeatEvent {}

  /**
   * @param on the first day on which they sit no more; the first of all where they never sat
   * @param mistake whether they never sat
   */
  record JointGroupSeatLeft(GroupId groupId, SeatId seatId, LocalDate on, boolean mistake)
      implements SeatEvent {}
}
