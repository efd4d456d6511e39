package uk.onevoice.projection.representation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How general practice of a place is represented.
 *
 * @param coming null for those outside general practice of the place
 */
record Representation(
    String placeId,
    String name,
    String icsOdsCode,
    LocalDate asOf,
    Instant knownAt,
    @Nullable String listSizeMonth,
    Map<String, Measure> measures,
    @Nullable List<Coming> coming) {}
