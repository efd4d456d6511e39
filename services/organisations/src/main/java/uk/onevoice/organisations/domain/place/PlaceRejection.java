package uk.onevoice.organisations.domain.place;

import java.time.LocalDate;
import uk.onevoice.organisations.domain.OrganisationId;

/** The rules that say no. */
public sealed interface PlaceRejection {
  record AlreadyDefined() implements PlaceRejection {}

  record NotDefined() implements PlaceRejection {}

  record NotAnIcb(OrganisationId id) implements PlaceRejection {}

  record IcbNotOpen(OrganisationId id, LocalDate on) implements PlaceRejection {}

  /** There is no such place on that day. */
  record PlaceNotOpen(LocalDate on) implements PlaceRejection {}

  /** A neighbourhood is part of a place: it has no ICS and no neighbourhoods of its own. */
  record IsNeighbourhood() implements PlaceRejection {}

  record EndsBeforeItStarts(LocalDate start, LocalDate end) implements PlaceRejection {}

  record StartsAfterItsLastDay(LocalDate end) implements PlaceRejection {}

  record StartsInTheFuture(LocalDate today) implements PlaceRejection {}

  /**
   * On this day a practice lies in it already, a neighbourhood is there, or a place went on in it.
   */
  record UsedBefore(LocalDate used) implements PlaceRejection {}

  record ClosedAlready(LocalDate end) implements PlaceRejection {}

  record NotClosed() implements PlaceRejection {}

  /** What it would go on in is itself, of another level, or not there on that day. */
  record CannotGoOnThere(LocalDate on) implements PlaceRejection {}
}
