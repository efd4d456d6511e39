package uk.onevoice.projection.facts;

/** Something that was so for a while. */
record Fact<V extends FactValue>(Span valid, V value) {}
