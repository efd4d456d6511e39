package uk.onevoice.projection.structure;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import uk.onevoice.projection.representation.JoinedUp;

/**
 * A place in the picture of its ICS.
 *
 * @param joinedUpAsOf the day of {@code joinedUp}: a Monday for those outside the place
 * @param joinedUp what its practices have been asked, and how many said yes
 */
record PlaceOfIcs(
    @JsonUnwrapped PlaceStructure place, LocalDate joinedUpAsOf, List<JoinedUp> joinedUp) {}
