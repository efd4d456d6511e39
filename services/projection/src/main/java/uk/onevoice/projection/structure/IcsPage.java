package uk.onevoice.projection.structure;

import uk.onevoice.projection.reading.IcsFootprint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a list of an ICS's bodies, and with which area the ICS is told. */
record IcsPage<T>(IcsFootprint footprint, List<T> items, @Nullable String next) {}
