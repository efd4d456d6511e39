package uk.onevoice.organisations.domain.place;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Label;
import uk.onevoice.kernel.Period;
import uk.onevoice.organisations.domain.OrganisationId;

/** Wishes about a place. */
public sealed interface PlaceCommand {
  /**
   * @param icbOpen when {@code ics} is open; null where the registry does not know it as an ICB
   */
  record DefinePlace(
      PlaceId id, OrganisationId ics, @Nullable Period icbOpen, Label name, LocalDate start)
      implements PlaceCommand {}

  record RevisePlace(Label name) implements PlaceCommand {}
}
