package uk.onevoice.organisations.domain.place;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.time.LocalDate;
import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.place.PlaceCommand.DefinePlace;
import uk.onevoice.organisations.domain.place.PlaceCommand.RevisePlace;
import uk.onevoice.organisations.domain.place.PlaceEvent.PlaceDefined;
import uk.onevoice.organisations.domain.place.PlaceEvent.PlaceRevised;
import uk.onevoice.organisations.domain.place.PlaceRejection.AlreadyDefined;
import uk.onevoice.organisations.domain.place.PlaceRejection.IcbNotOpen;
import uk.onevoice.organisations.domain.place.PlaceRejection.NotAnIcb;
import uk.onevoice.organisations.domain.place.PlaceRejection.NotDefined;

/** A place of an ICS. Practices are in it by an affiliation of their own. */
public sealed interface Place {
  Decider<PlaceCommand, Place, PlaceEvent, PlaceRejection> DECIDER =
      new Decider<>(new Absent(), Place::decide, Place::evolve);

  record Absent() implements Place {}

  record Defined(PlaceId id, OrganisationId ics, String name, LocalDate start) implements Place {}

  static Decision<PlaceEvent, PlaceRejection> decide(PlaceCommand command, Place place) {
    return switch (command) {
      case DefinePlace define ->
          switch (place) {
            case Absent _ -> define(define);
            case Defined _ -> reject(new AlreadyDefined());
          };
      case RevisePlace(var name) ->
          switch (place) {
            case Absent _ -> reject(new NotDefined());
            case Defined(var id, _, var now, _) ->
                now.equals(name.value()) ? accept() : accept(new PlaceRevised(id, name.value()));
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
    return accept(new PlaceDefined(wish.id(), wish.ics(), wish.name().value(), wish.start()));
  }

  static Place evolve(Place place, PlaceEvent event) {
    return switch (event) {
      case PlaceDefined(var id, var ics, var name, var start) -> new Defined(id, ics, name, start);
      case PlaceRevised(_, var name) ->
          switch (place) {
            case Absent absent -> absent;
            case Defined(var id, var ics, _, var start) -> new Defined(id, ics, name, start);
          };
    };
  }
}
