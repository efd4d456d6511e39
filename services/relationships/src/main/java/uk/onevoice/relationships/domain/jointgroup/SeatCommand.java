package uk.onevoice.relationships.domain.jointgroup;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.PersonId;

/** Who sits in a joint group. */
public sealed interface SeatCommand extends JointGroupCommand {
  /**
   * @param organisationId for which they sit
   * @param side that of the organisation; null where it is of neither
   * @param nameRef what they are called; null where who seats them does not say it
   * @param natures what their roles there today let them be; none where they hold no role there
   */
  record TakeSeat(
      GroupId groupId,
      SeatId seatId,
      PersonId personId,
      OrganisationId organisationId,
      @Nullable Side side,
      Set<Nature> natures,
      Nature nature,
      @Nullable WordsRef nameRef,
      LocalDate from,
      LocalDate today)
      implements SeatCommand {
    public TakeSeat {
      natures = Set.copyOf(natures);
    }
  }

  /**
   * @param on the first day on which they sit no more; said again, it corrects the day
   */
  record LeaveSeat(GroupId groupId, SeatId seatId, LocalDate on, LocalDate today)
      implements SeatCommand {}

  /** What they are called was not said, or said wrongly. */
  record NameSeat(GroupId groupId, SeatId seatId, WordsRef nameRef) implements SeatCommand {}

  /** They never sat: the seat was entered by mistake. */
  record WithdrawSeat(GroupId groupId, SeatId seatId) implements SeatCommand {}
}
