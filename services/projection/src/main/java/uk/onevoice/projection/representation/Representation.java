package uk.onevoice.projection.representation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How general practice of a place is represented.
 *
 * @param weekly whether both dates were put back to Monday 06:00 Europe/London
 * @param coming null for those outside general practice of the place
 */
record Representation(
    String placeId,
    String name,
    String icsOdsCode,
    LocalDate asOf,
    Instant knownAt,
    boolean weekly,
    @Nullable String listSizeMonth,
    Map<String, Measure> measures,
    @Nullable List<Coming> coming) {}
