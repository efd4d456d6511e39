package uk.onevoice.organisations.imports;

/** An aggregate's state and the version of its stream. */
record Held<S>(S state, long version) {}
