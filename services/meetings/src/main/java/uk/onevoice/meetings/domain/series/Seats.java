package uk.onevoice.meetings.domain.series;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decision;
import uk.onevoice.kernel.Period;
import uk.onevoice.meetings.domain.PersonId;
import uk.onevoice.meetings.domain.SeriesId;
import uk.onevoice.meetings.domain.series.Series.Started;
import uk.onevoice.meetings.domain.series.SeriesCommand.AllocateSeat;
import uk.onevoice.meetings.domain.series.SeriesCommand.CorrectNomination;
import uk.onevoice.meetings.domain.series.SeriesCommand.EndNomination;
import uk.onevoice.meetings.domain.series.SeriesCommand.Nominate;
import uk.onevoice.meetings.domain.series.SeriesCommand.OfSeats;
import uk.onevoice.meetings.domain.series.SeriesCommand.WithdrawNomination;
import uk.onevoice.meetings.domain.series.SeriesCommand.WithdrawSeat;
import uk.onevoice.meetings.domain.series.SeriesEvent.NominationCorrected;
import uk.onevoice.meetings.domain.series.SeriesEvent.NominationEnded;
import uk.onevoice.meetings.domain.series.SeriesEvent.RepresentativeNominated;
import uk.onevoice.meetings.domain.series.SeriesEvent.SeatAllocated;
import uk.onevoice.meetings.domain.series.SeriesEvent.SeatWithdrawn;
import uk.onevoice.meetings.domain.series.SeriesRejection.EndsAlready;
import uk.onevoice.meetings.domain.series.SeriesRejection.EndsBeforeItStarts;
import uk.onevoice.meetings.domain.series.SeriesRejection.NoSuchNomination;
import uk.onevoice.meetings.domain.series.SeriesRejection.NoSuchSeat;
import uk.onevoice.meetings.domain.series.SeriesRejection.NominatedAlready;
import uk.onevoice.meetings.domain.series.SeriesRejection.OutsideSeat;
import uk.onevoice.meetings.domain.series.SeriesRejection.PersonNotKnown;
import uk.onevoice.meetings.domain.series.SeriesRejection.SamePerson;
import uk.onevoice.meetings.domain.series.SeriesRejection.SeatTaken;
import uk.onevoice.meetings.domain.series.SeriesRejection.SeatThereAlready;

/** Seats of a forum for general practice, and who is nominated for them. */
final class Seats {
  private Seats() {}

  static Decision<SeriesEvent, SeriesRejection> decide(OfSeats command, Started series) {
    return switch (command) {
      case AllocateSeat(var id, var seat, var label, var body, var start) ->
          series.seats().containsKey(seat)
              ? reject(new SeatThereAlready(seat))
              : accept(new SeatAllocated(id, seat, label, body, start));
      case WithdrawSeat wish -> withdraw(wish, series);
      case Nominate wish -> nominate(wish, series);
      case EndNomination wish -> end(wish, series);
      case CorrectNomination wish -> correct(wish, series);
      case WithdrawNomination(var id, var nomination) -> neverWas(id, nomination, series);
    };
  }

  private static Decision<SeriesEvent, SeriesRejection> withdraw(
      WithdrawSeat wish, Started series) {
    @Nullable Seat seat = series.seats().get(wish.seatId());
    if (seat == null) {
      return reject(new NoSuchSeat(wish.seatId()));
    }
    if (wish.end().isBefore(seat.period().start())) {
      return reject(new EndsBeforeItStarts(seat.period().start()));
    }
    return wish.end().equals(seat.period().end())
        ? accept()
        : accept(new SeatWithdrawn(wish.seriesId(), wish.seatId(), wish.end()));
  }

  private static Decision<SeriesEvent, SeriesRejection> nominate(Nominate wish, Started series) {
    if (series.nominations().containsKey(wish.nominationId())) {
      return reject(new NominatedAlready(wish.nominationId()));
    }
    return objection(
            wish.nominationId(),
            wish.seatId(),
            wish.personId(),
            wish.heldARole(),
            wish.part(),
            wish.start(),
            wish.end(),
            series)
        .<Decision<SeriesEvent, SeriesRejection>>map(Decision::reject)
        .orElseGet(() ->
            accept(
                new RepresentativeNominated(
                    wish.seriesId(),
                    wish.seatId(),
                    wish.nominationId(),
                    wish.personId(),
                    wish.part(),
                    wish.start(),
                    wish.end())));
  }

  private static Decision<SeriesEvent, SeriesRejection> correct(
      CorrectNomination wish, Started series) {
    @Nullable Nomination known = series.nominations().get(wish.nominationId());
    if (known == null) {
      return reject(new NoSuchNomination(wish.nominationId()));
    }
    return objection(
            wish.nominationId(),
            known.seatId(),
            wish.personId(),
            wish.heldARole(),
            wish.part(),
            wish.start(),
            wish.end(),
            series)
        .<Decision<SeriesEvent, SeriesRejection>>map(Decision::reject)
        .orElseGet(() -> {
          var corrected =
              new NominationCorrected(
                  wish.seriesId(),
                  wish.nominationId(),
                  wish.personId(),
                  wish.part(),
                  wish.start(),
                  wish.end(),
                  null);
          return evolve(series, corrected).equals(series) ? accept() : accept(corrected);
        });
  }

  /** What stands against this nomination, if anything does. */
  private static Optional<SeriesRejection> objection(
      NominationId id,
      SeatId seatId,
      PersonId person,
      boolean heldARole,
      Part part,
      LocalDate start,
      @Nullable LocalDate end,
      Started series) {
    @Nullable Seat seat = series.seats().get(seatId);
    if (seat == null) {
      return Optional.of(new NoSuchSeat(seatId));
    }
    if (end != null && !end.isAfter(start)) {
      return Optional.of(new EndsBeforeItStarts(start));
    }
    if (!heldARole) {
      return Optional.of(new PersonNotKnown(person));
    }
    if (!seat.period().includes(start)) {
      return Optional.of(new OutsideSeat(seatId));
    }
    var period = new Period(start, end);
    for (Map.Entry<NominationId, Nomination> each : series.nominations().entrySet()) {
      Nomination other = each.getValue();
      if (each.getKey().equals(id)
          || !other.seatId().equals(seatId)
          || !other.period().overlaps(period)) {
        continue;
      }
      if (other.personId().equals(person)) {
        return Optional.of(new SamePerson(each.getKey()));
      }
      if (other.part() == Part.NOMINEE && part == Part.NOMINEE) {
        return Optional.of(new SeatTaken(each.getKey()));
      }
    }
    return Optional.empty();
  }

  private static Decision<SeriesEvent, SeriesRejection> end(EndNomination wish, Started series) {
    @Nullable Nomination known = series.nominations().get(wish.nominationId());
    if (known == null) {
      return reject(new NoSuchNomination(wish.nominationId()));
    }
    if (!wish.end().isAfter(known.period().start())) {
      return reject(new EndsBeforeItStarts(known.period().start()));
    }
    @Nullable LocalDate ends = known.period().end();
    if (ends != null && wish.end().isAfter(ends)) {
      return reject(new EndsAlready(ends));
    }
    return wish.end().equals(ends)
        ? accept()
        : accept(new NominationEnded(wish.seriesId(), wish.nominationId(), wish.end()));
  }

  private static Decision<SeriesEvent, SeriesRejection> neverWas(
      SeriesId series, NominationId id, Started known) {
    @Nullable Nomination nomination = known.nominations().get(id);
    return nomination == null
        ? reject(new NoSuchNomination(id))
        : accept(
            new NominationCorrected(
                series,
                id,
                nomination.personId(),
                nomination.part(),
                nomination.period().start(),
                nomination.period().end(),
                true));
  }

  static Started evolve(Started series, SeatAllocated event) {
    return with(
        series,
        event.seatId(),
        new Seat(event.label(), event.bodyId(), Period.from(event.start())));
  }

  static Started evolve(Started series, SeatWithdrawn event) {
    @Nullable Seat seat = series.seats().get(event.seatId());
    return seat == null
        ? series
        : with(
            series,
            event.seatId(),
            new Seat(seat.label(), seat.bodyId(), new Period(seat.period().start(), event.end())));
  }

  private static Started with(Started series, SeatId id, Seat seat) {
    var seats = new LinkedHashMap<>(series.seats());
    seats.put(id, seat);
    return series.withSeats(seats);
  }

  static Started evolve(Started series, RepresentativeNominated event) {
    return with(
        series,
        event.nominationId(),
        new Nomination(
            event.seatId(),
            event.personId(),
            event.part(),
            new Period(event.start(), event.end())));
  }

  static Started evolve(Started series, NominationEnded event) {
    @Nullable Nomination known = series.nominations().get(event.nominationId());
    return known == null
        ? series
        : with(
            series,
            event.nominationId(),
            new Nomination(
                known.seatId(),
                known.personId(),
                known.part(),
                new Period(known.period().start(), event.end())));
  }

  static Started evolve(Started series, NominationCorrected event) {
    @Nullable Nomination known = series.nominations().get(event.nominationId());
    if (known == null) {
      return series;
    }
    if (Boolean.TRUE.equals(event.void_())) {
      var nominations = new LinkedHashMap<>(series.nominations());
      nominations.remove(event.nominationId());
      return series.withNominations(nominations);
    }
    return with(
        series,
        event.nominationId(),
        new Nomination(
            known.seatId(),
            event.personId(),
            event.part(),
            new Period(event.start(), event.end())));
  }

  private static Started with(Started series, NominationId id, Nomination nomination) {
    var nominations = new LinkedHashMap<>(series.nominations());
    nominations.put(id, nomination);
    return series.withNominations(nominations);
  }
}
