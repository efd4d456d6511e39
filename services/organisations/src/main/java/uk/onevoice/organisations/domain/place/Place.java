package uk.onevoice.organisations.domain.place;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;
import uk.onevoice.kernel.Period;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.place.PlaceCommand.ClosePlace;
import uk.onevoice.organisations.domain.place.PlaceCommand.CorrectStart;
import uk.onevoice.organisations.domain.place.PlaceCommand.DefineNeighbourhood;
import uk.onevoice.organisations.domain.place.PlaceCommand.DefinePlace;
import uk.onevoice.organisations.domain.place.PlaceCommand.MergePlace;
import uk.onevoice.organisations.domain.place.PlaceCommand.MovePlace;
import uk.onevoice.organisations.domain.place.PlaceCommand.ReopenPlace;
import uk.onevoice.organisations.domain.place.PlaceCommand.RevisePlace;
import uk.onevoice.organisations.domain.place.PlaceCommand.StayInIcs;
import uk.onevoice.organisations.domain.place.PlaceEvent.PlaceClosed;
import uk.onevoice.organisations.domain.place.PlaceEvent.PlaceDefined;
import uk.onevoice.organisations.domain.place.PlaceEvent.PlaceMerged;
import uk.onevoice.organisations.domain.place.PlaceEvent.PlaceMoved;
import uk.onevoice.organisations.domain.place.PlaceEvent.PlaceReopened;
import uk.onevoice.organisations.domain.place.PlaceEvent.PlaceRevised;
import uk.onevoice.organisations.domain.place.PlaceEvent.PlaceStartCorrected;
import uk.onevoice.organisations.domain.place.PlaceRejection.AlreadyDefined;
import uk.onevoice.organisations.domain.place.PlaceRejection.CannotGoOnThere;
import uk.onevoice.organisations.domain.place.PlaceRejection.ClosedAlready;
import uk.onevoice.organisations.domain.place.PlaceRejection.EndsBeforeItStarts;
import uk.onevoice.organisations.domain.place.PlaceRejection.IcbNotOpen;
import uk.onevoice.organisations.domain.place.PlaceRejection.IsNeighbourhood;
import uk.onevoice.organisations.domain.place.PlaceRejection.NotAnIcb;
import uk.onevoice.organisations.domain.place.PlaceRejection.NotClosed;
import uk.onevoice.organisations.domain.place.PlaceRejection.NotDefined;
import uk.onevoice.organisations.domain.place.PlaceRejection.PlaceNotOpen;
import uk.onevoice.organisations.domain.place.PlaceRejection.StartsAfterItsLastDay;
import uk.onevoice.organisations.domain.place.PlaceRejection.StartsInTheFuture;
import uk.onevoice.organisations.domain.place.PlaceRejection.UsedBefore;

/**
 * A place of an ICS, or a neighbourhood of a place. Practices are in it by an affiliation of their
 * own. What is said to hold from a day holds from then on: to correct a day, say what was so before
 * from the wrong one, and what is so from the right one.
 */
public sealed interface Place {
  Decider<PlaceCommand, Place, PlaceEvent, PlaceRejection> DECIDER =
      new Decider<>(new Absent(), Place::decide, Place::evolve);

  record Absent() implements Place {}

  /**
   * @param partOf the place of which it is a neighbourhood; null for a place
   * @param ics by the day from which it lies there; never empty
   * @param names by the day from which it is called so; never empty
   * @param into in what it goes on after its last day
   */
  record Defined(
      PlaceId id,
      @Nullable PlaceId partOf,
      NavigableMap<LocalDate, OrganisationId> ics,
      NavigableMap<LocalDate, String> names,
      Period open,
      @Nullable PlaceId into)
      implements Place {
    public Defined {
      ics = Collections.unmodifiableNavigableMap(new TreeMap<>(ics));
      names = Collections.unmodifiableNavigableMap(new TreeMap<>(names));
    }

    /** Its name of the day; before its first, the first. */
    public String name(LocalDate on) {
      return at(names, on);
    }

    /** The ICS of the day; before its first, the first. */
    public OrganisationId ics(LocalDate on) {
      return at(ics, on);
    }

    private static <T> T at(NavigableMap<LocalDate, T> values, LocalDate on) {
      var entry = values.floorEntry(on);
      return entry == null ? values.firstEntry().getValue() : entry.getValue();
    }
  }

  static Decision<PlaceEvent, PlaceRejection> decide(PlaceCommand command, Place place) {
    return switch (place) {
      case Absent _ ->
          switch (command) {
            case DefinePlace define -> define(define);
            case DefineNeighbourhood define -> define(define);
            case RevisePlace _,
                MovePlace _,
                StayInIcs _,
                CorrectStart _,
                ClosePlace _,
                MergePlace _,
                ReopenPlace _ ->
                reject(new NotDefined());
          };
      case Defined known ->
          switch (command) {
            case DefinePlace _, DefineNeighbourhood _ -> reject(new AlreadyDefined());
            case RevisePlace(var name, var from) -> revise(name.value(), from, known);
            case MovePlace move -> move(move, known);
            case StayInIcs(var from) -> stay(from, known);
            case CorrectStart correct -> correctStart(correct, known);
            case ClosePlace(var end) -> close(end, known);
            case MergePlace merge -> merge(merge, known);
            case ReopenPlace _ ->
                known.open().end() == null
                    ? reject(new NotClosed())
                    : accept(new PlaceReopened(known.id()));
          };
    };
  }

  private static Decision<PlaceEvent, PlaceRejection> define(DefinePlace wish) {
    if (wish.icbOpen() == null) {
      return reject(new NotAnIcb(wish.ics()));
    }
    if (!wish.icbOpen().includes(wish.start())) {
      return reject(new IcbNotOpen(wish.ics(), wish.start()));
    }
    return accept(new PlaceDefined(wish.id(), wish.ics(), wish.name().value(), wish.start(), null));
  }

  private static Decision<PlaceEvent, PlaceRejection> define(DefineNeighbourhood wish) {
    var place = wish.partOf();
    if (place.partOf() != null) {
      return reject(new IsNeighbourhood());
    }
    if (!place.open().includes(wish.start())) {
      return reject(new PlaceNotOpen(wish.start()));
    }
    return accept(
        new PlaceDefined(
            wish.id(), place.ics(wish.start()), wish.name().value(), wish.start(), place.id()));
  }

  private static Decision<PlaceEvent, PlaceRejection> revise(
      String name, LocalDate from, Defined known) {
    if (!known.open().includes(from)) {
      return reject(new PlaceNotOpen(from));
    }
    return holds(known.names(), from, name)
        ? accept()
        : accept(new PlaceRevised(known.id(), name, from));
  }

  private static Decision<PlaceEvent, PlaceRejection> move(MovePlace wish, Defined known) {
    if (known.partOf() != null) {
      return reject(new IsNeighbourhood());
    }
    if (wish.icbOpen() == null) {
      return reject(new NotAnIcb(wish.ics()));
    }
    if (!wish.icbOpen().includes(wish.from())) {
      return reject(new IcbNotOpen(wish.ics(), wish.from()));
    }
    if (!known.open().includes(wish.from())) {
      return reject(new PlaceNotOpen(wish.from()));
    }
    return holds(known.ics(), wish.from(), wish.ics())
        ? accept()
        : accept(new PlaceMoved(known.id(), wish.ics(), wish.from()));
  }

  private static Decision<PlaceEvent, PlaceRejection> stay(LocalDate from, Defined known) {
    if (known.partOf() != null) {
      return reject(new IsNeighbourhood());
    }
    if (!known.open().includes(from)) {
      return reject(new PlaceNotOpen(from));
    }
    return known.ics().tailMap(from, true).isEmpty()
        ? accept(new PlaceMoved(known.id(), known.ics(from), from))
        : accept();
  }

  /** Whether this is so from the day on, without a later word. */
  private static <T> boolean holds(NavigableMap<LocalDate, T> said, LocalDate from, T value) {
    var entry = said.floorEntry(from);
    return entry != null && entry.getValue().equals(value) && said.tailMap(from, false).isEmpty();
  }

  private static Decision<PlaceEvent, PlaceRejection> correctStart(
      CorrectStart wish, Defined known) {
    var start = wish.start();
    if (start.equals(known.open().start())) {
      return accept();
    }
    if (start.isAfter(wish.today())) {
      return reject(new StartsInTheFuture(wish.today()));
    }
    var end = known.open().end();
    if (end != null && !start.isBefore(end)) {
      return reject(new StartsAfterItsLastDay(end));
    }
    if (wish.within() == null || !wish.within().includes(start)) {
      return reject(
          known.partOf() == null
              ? new IcbNotOpen(known.ics(start), start)
              : new PlaceNotOpen(start));
    }
    if (wish.used() != null && start.isAfter(wish.used())) {
      return reject(new UsedBefore(wish.used()));
    }
    return accept(new PlaceStartCorrected(known.id(), start, known.ics(start)));
  }

  private static Decision<PlaceEvent, PlaceRejection> close(LocalDate end, Defined known) {
    if (!end.isAfter(known.open().start())) {
      return reject(new EndsBeforeItStarts(known.open().start(), end));
    }
    var ended = known.open().end();
    if (ended != null && known.into() != null) {
      return reject(new ClosedAlready(ended));
    }
    return end.equals(ended) ? accept() : accept(new PlaceClosed(known.id(), end));
  }

  private static Decision<PlaceEvent, PlaceRejection> merge(MergePlace wish, Defined known) {
    var ended = known.open().end();
    if (ended != null) {
      return wish.intoId().equals(known.into()) && wish.on().equals(ended)
          ? accept()
          : reject(new ClosedAlready(ended));
    }
    if (!wish.on().isAfter(known.open().start())) {
      return reject(new EndsBeforeItStarts(known.open().start(), wish.on()));
    }
    boolean goesOn =
        wish.into() instanceof Defined into
            && !into.id().equals(known.id())
            && Objects.equals(into.partOf(), known.partOf())
            && into.open().includes(wish.on());
    return goesOn
        ? accept(new PlaceMerged(known.id(), wish.intoId(), wish.on()))
        : reject(new CannotGoOnThere(wish.on()));
  }

  static Place evolve(Place place, PlaceEvent event) {
    if (event instanceof PlaceDefined(var id, var ics, var name, var start, var partOf)) {
      return new Defined(
          id,
          partOf,
          new TreeMap<>(Map.of(start, ics)),
          new TreeMap<>(Map.of(start, name)),
          Period.from(start),
          null);
    }
    return switch (place) {
      case Absent absent -> absent;
      case Defined known -> evolve(known, event);
    };
  }

  private static Defined evolve(Defined known, PlaceEvent event) {
    return switch (event) {
      case PlaceDefined _ -> known;
      case PlaceRevised(_, var name, var from) ->
          new Defined(
              known.id(),
              known.partOf(),
              known.ics(),
              with(known.names(), from == null ? known.names().lastKey() : from, name),
              known.open(),
              known.into());
      case PlaceMoved(_, var ics, var from) ->
          new Defined(
              known.id(),
              known.partOf(),
              with(known.ics(), from, ics),
              known.names(),
              known.open(),
              known.into());
      case PlaceStartCorrected(_, var start, _) -> starting(known, start);
      case PlaceClosed(_, var end) -> ending(known, end, null);
      case PlaceMerged(_, var into, var on) -> ending(known, on, into);
      case PlaceReopened _ ->
          new Defined(
              known.id(),
              known.partOf(),
              known.ics(),
              known.names(),
              Period.from(known.open().start()),
              null);
    };
  }

  private static <T> NavigableMap<LocalDate, T> with(
      NavigableMap<LocalDate, T> said, LocalDate from, T value) {
    var now = new TreeMap<>(said.headMap(from, false));
    now.put(from, value);
    return now;
  }

  /**
   * What was said of days before its first falls away: its first name and ICS are those of then.
   */
  private static Defined starting(Defined known, LocalDate start) {
    var end = known.open().end();
    return end == null || start.isBefore(end)
        ? new Defined(
            known.id(),
            known.partOf(),
            since(start, known.ics()),
            since(start, known.names()),
            new Period(start, end),
            known.into())
        : known;
  }

  private static <T> NavigableMap<LocalDate, T> since(
      LocalDate start, NavigableMap<LocalDate, T> said) {
    var first = said.firstKey();
    var now = new TreeMap<>(said.tailMap(start.isBefore(first) ? first : start, false));
    now.put(start, Defined.at(said, start));
    return now;
  }

  /** What was said of days after its last falls away, and does not come back with it. */
  private static Defined ending(Defined known, LocalDate end, @Nullable PlaceId into) {
    var start = known.open().start();
    return end.isAfter(start)
        ? new Defined(
            known.id(),
            known.partOf(),
            known.ics().headMap(end, false),
            known.names().headMap(end, false),
            new Period(start, end),
            into)
        : known;
  }
}
