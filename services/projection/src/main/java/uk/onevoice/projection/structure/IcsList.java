package uk.onevoice.projection.structure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ICSs, by code. */
record IcsList(
    LocalDate asOf,
    Instant knownAt,
    List<IcsSummary> items,
    IcsTotals totals,
    @Nullable String next) {}
