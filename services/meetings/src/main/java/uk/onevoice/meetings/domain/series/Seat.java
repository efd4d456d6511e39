package uk.onevoice.meetings.domain.series;

import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Label;
import uk.onevoice.kernel.Period;
import uk.onevoice.meetings.domain.OrganisationId;

/**
 * A seat for general practice.
 *
 * @param label for whom it is
 * @param bodyId the body that nominates; null where that is not one
 */
public record Seat(Label label, @Nullable OrganisationId bodyId, Period period) {}
