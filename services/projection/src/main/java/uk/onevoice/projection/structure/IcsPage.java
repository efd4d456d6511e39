package uk.onevoice.projection.structure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.projection.reading.IcsFootprint;

/** A part of a list of an ICS's bodies, and with which area the ICS is told. */
record IcsPage<T>(IcsFootprint footprint, List<T> items, @Nullable String next) {}
