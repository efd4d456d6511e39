package uk.onevoice.organisations.domain.starter;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.place.PlaceId;

/** Facts about the checklist of a place. */
public sealed interface StarterEvent {
  record StarterStepTicked(
      PlaceId placeId, Step step, @Nullable OrganisationId organisationId, LocalDate on)
      implements StarterEvent {}

  record StarterStepUnticked(PlaceId placeId, Step step, @Nullable OrganisationId organisationId)
      implements StarterEvent {}
}
