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
      case DefinePlace(var id, var ics, var icsIsAnIcb, var name, var start) ->
          switch (place) {
            case Absent _ ->
                icsIsAnIcb
                    ? accept(new PlaceDefined(id, ics, name.value(), start))
                    : reject(new NotAnIcb(ics));
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
