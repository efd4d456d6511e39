package uk.onevoice.organisations.domain.place;

import java.time.LocalDate;
import uk.onevoice.kernel.Label;
import uk.onevoice.organisations.domain.OrganisationId;

/** Wishes about a place. */
public sealed interface PlaceCommand {
  /**
   * @param icsIsAnIcb whether the registry knows {@code ics} as an ICB
   */
  record DefinePlace(
      PlaceId id, OrganisationId ics, boolean icsIsAnIcb, Label name, LocalDate start)
      implements PlaceCommand {}

  record RevisePlace(Label name) implements PlaceCommand {}
}
