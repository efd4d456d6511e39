package uk.onevoice.organisations.domain.place;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Label;
import uk.onevoice.kernel.Period;
import uk.onevoice.organisations.domain.OrganisationId;

/** Wishes about a place, or about a neighbourhood. */
public sealed interface PlaceCommand {
  /**
   * @param icbOpen when {@code ics} is open; null where the registry does not know it as an ICB
   */
  record DefinePlace(
      PlaceId id, OrganisationId ics, @Nullable Period icbOpen, Label name, LocalDate start)
      implements PlaceCommand {}

  /** A part of a place: it lies in the same ICS as long as it is there. */
  record DefineNeighbourhood(PlaceId id, Place.Defined partOf, Label name, LocalDate start)
      implements PlaceCommand {}

  /** From this day on it is called so, whatever was said of later days. */
  record RevisePlace(Label name, LocalDate from) implements PlaceCommand {}

  /**
   * From this day on it lies in another ICS, whatever was said of later days.
   *
   * @param icbOpen when {@code ics} is open; null where the registry does not know it as an ICB
   */
  record MovePlace(OrganisationId ics, @Nullable Period icbOpen, LocalDate from)
      implements PlaceCommand {}

  /** From this day on it stays in its ICS, though others followed the ICB. */
  record StayInIcs(LocalDate from) implements PlaceCommand {}

  /**
   * It began on another day than was said.
   *
   * @param within when the ICB of that day is open, or the place of a neighbourhood; null where the
   *     registry does not know it
   * @param used the first day on which a practice lies in it, a neighbourhood of it is there, or
   *     another place has gone on in it; null where there is none
   */
  record CorrectStart(
      LocalDate start, LocalDate today, @Nullable Period within, @Nullable LocalDate used)
      implements PlaceCommand {}

  /**
   * Closes it, or says another day than was said.
   *
   * @param end the first day after its last
   */
  record ClosePlace(LocalDate end) implements PlaceCommand {}

  /**
   * It goes on in another. Moves no practice by itself.
   *
   * @param into the other as it is known, which may be absent
   * @param on the first day on which there is only the other
   */
  record MergePlace(PlaceId intoId, Place into, LocalDate on) implements PlaceCommand {}

  /** It was not closed or merged after all. */
  record ReopenPlace() implements PlaceCommand {}
}
