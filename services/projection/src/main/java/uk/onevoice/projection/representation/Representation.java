package uk.onevoice.projection.representation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How general practice of a place is represented. */
record Representation(
    String placeId,
    String name,
    String icsOdsCode,
    LocalDate asOf,
    Instant knownAt,
    @Nullable String listSizeMonth,
    Map<String, Measure> measures) {}
