package uk.onevoice.relationships.domain.jointgroup;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decision;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.AlreadySeated;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.DayInTheFuture;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.DayTooEarly;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.HoldsNoRoleThere;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.NatureDoesNotFit;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.NoSuchSeat;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.OfNeitherSide;
import uk.onevoice.relationships.domain.jointgroup.SeatCommand.LeaveSeat;
import uk.onevoice.relationships.domain.jointgroup.SeatCommand.NameSeat;
import uk.onevoice.relationships.domain.jointgroup.SeatCommand.TakeSeat;
import uk.onevoice.relationships.domain.jointgroup.SeatCommand.WithdrawSeat;
import uk.onevoice.relationships.domain.jointgroup.SeatEvent.JointGroupSeatLeft;
import uk.onevoice.relationships.domain.jointgroup.SeatEvent.JointGroupSeatNamed;
import uk.onevoice.relationships.domain.jointgroup.SeatEvent.JointGroupSeated;

/** Who sits in a joint group, and who did. */
public record Seats(Map<SeatId, Seat> all) {
  public static final Seats NONE = new Seats(Map.of());

  private static final int FEWEST = 4;
  private static final int MOST = 6;

  public Seats {
    all = Collections.unmodifiableMap(new LinkedHashMap<>(all));
  }

  /** Seats in which somebody sits, in the order in which they were taken. */
  public List<Seat> taken() {
    return all.values().stream().filter(Seat::isTaken).toList();
  }

  public Optional<Seat> of(SeatId id) {
    return Optional.ofNullable(all.get(id));
  }

  /** What the group lacks to be whole; nothing when it is. */
  public Set<Missing> missing() {
    Set<Missing> missing = EnumSet.noneOf(Missing.class);
    int seated = taken().size();
    if (seated < FEWEST) {
      missing.add(Missing.TOO_FEW);
    }
    if (seated > MOST) {
      missing.add(Missing.TOO_MANY);
    }
    if (lacks(Side.GP, Nature.CLINICAL)) {
      missing.add(Missing.GP_CLINICIAN);
    }
    if (lacks(Side.GP, Nature.MANAGERIAL)) {
      missing.add(Missing.GP_MANAGER);
    }
    if (lacks(Side.PARTNER, Nature.CLINICAL)) {
      missing.add(Missing.PARTNER_CLINICIAN);
    }
    if (lacks(Side.PARTNER, Nature.MANAGERIAL)) {
      missing.add(Missing.PARTNER_MANAGER);
    }
    return missing;
  }

  private boolean lacks(Side side, Nature nature) {
    return taken().stream().noneMatch(seat -> seat.side() == side && seat.nature() == nature);
  }

  /** Whether this person sits there now for this side. */
  boolean isTaken(SeatId id, Side side) {
    @Nullable Seat seat = all.get(id);
    return seat != null && seat.isTaken() && seat.side() == side;
  }

  Decision<JointGroupEvent, JointGroupRejection> decide(SeatCommand command, LocalDate formedOn) {
    return switch (command) {
      case TakeSeat take -> take(take, formedOn);
      case NameSeat name -> name(name);
      case LeaveSeat leave -> leave(leave);
      case WithdrawSeat withdraw -> withdraw(withdraw);
    };
  }

  private Decision<JointGroupEvent, JointGroupRejection> take(TakeSeat wish, LocalDate formedOn) {
    @Nullable Side side = wish.side();
    if (side == null) {
      return reject(new OfNeitherSide(wish.organisationId()));
    }
    if (wish.natures().isEmpty()) {
      return reject(new HoldsNoRoleThere(wish.personId(), wish.organisationId()));
    }
    if (!wish.natures().contains(wish.nature())) {
      return reject(new NatureDoesNotFit(wish.nature()));
    }
    if (wish.from().isAfter(wish.today())) {
      return reject(new DayInTheFuture(wish.from()));
    }
    if (wish.from().isBefore(formedOn)) {
      return reject(new DayTooEarly(formedOn));
    }
    for (Seat seat : taken()) {
      if (seat.personId().equals(wish.personId())) {
        return reject(new AlreadySeated(wish.personId(), seat.seatId()));
      }
    }
    return accept(
        new JointGroupSeated(
            wish.groupId(),
            wish.seatId(),
            wish.personId(),
            wish.organisationId(),
            side,
            wish.nature(),
            wish.from(),
            wish.nameRef()));
  }

  private Decision<JointGroupEvent, JointGroupRejection> name(NameSeat wish) {
    @Nullable Seat seat = all.get(wish.seatId());
    return seat == null || seat.neverWas()
        ? reject(new NoSuchSeat(wish.seatId()))
        : accept(new JointGroupSeatNamed(wish.groupId(), wish.seatId(), wish.nameRef()));
  }

  private Decision<JointGroupEvent, JointGroupRejection> leave(LeaveSeat wish) {
    @Nullable Seat seat = all.get(wish.seatId());
    if (seat == null || seat.neverWas()) {
      return reject(new NoSuchSeat(wish.seatId()));
    }
    if (wish.on().isAfter(wish.today())) {
      return reject(new DayInTheFuture(wish.on()));
    }
    if (!wish.on().isAfter(seat.from())) {
      return reject(new DayTooEarly(seat.from().plusDays(1)));
    }
    return wish.on().equals(seat.until())
        ? accept()
        : accept(new JointGroupSeatLeft(wish.groupId(), wish.seatId(), wish.on(), false));
  }

  private Decision<JointGroupEvent, JointGroupRejection> withdraw(WithdrawSeat wish) {
    @Nullable Seat seat = all.get(wish.seatId());
    if (seat == null) {
      return reject(new NoSuchSeat(wish.seatId()));
    }
    return seat.neverWas()
        ? accept()
        : accept(new JointGroupSeatLeft(wish.groupId(), wish.seatId(), seat.from(), true));
  }

  Seats after(SeatEvent event) {
    return switch (event) {
      case JointGroupSeated seated ->
          with(
              new Seat(
                  seated.seatId(),
                  seated.personId(),
                  seated.organisationId(),
                  seated.side(),
                  seated.nature(),
                  seated.nameRef(),
                  seated.from(),
                  null));
      case JointGroupSeatNamed(_, var id, var name) -> changed(id, seat -> seat.called(name));
      case JointGroupSeatLeft(_, var id, var on, _) -> changed(id, seat -> seat.until(on));
    };
  }

  private Seats changed(SeatId id, UnaryOperator<Seat> change) {
    @Nullable Seat seat = all.get(id);
    return seat == null ? this : with(change.apply(seat));
  }

  private Seats with(Seat seat) {
    var now = new LinkedHashMap<>(all);
    now.put(seat.seatId(), seat);
    return new Seats(now);
  }
}
