package uk.onevoice.organisations.domain.starter;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.place.PlaceId;

/** Wishes about the checklist of a place. */
public sealed interface StarterCommand {
  /**
   * @param listed whether the place's list of today has this step with this body
   */
  record Tick(
      PlaceId place, Step step, @Nullable OrganisationId organisation, boolean listed, LocalDate on)
      implements StarterCommand {}

  record Untick(PlaceId place, Step step, @Nullable OrganisationId organisation)
      implements StarterCommand {}
}
