package uk.onevoice.directory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A place, or a neighbourhood, on a day.
 *
 * @param ics the ODS code of the ICB in whose ICS it lies on that day
 * @param name as it was last said
 * @param end the first day after its last; null while it goes on
 * @param partOf the place of which it is a neighbourhood; null for a place
 */
public record Place(
    PlaceId id,
    OrganisationId ics,
    String name,
    @Nullable LocalDate end,
    @Nullable PlaceId partOf) {}
