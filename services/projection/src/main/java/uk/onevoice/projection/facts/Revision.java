package uk.onevoice.projection.facts;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What an event changes in our belief about one key: a function from the facts held so far to those
 * held from now on.
 */
record Revision<V extends FactValue>(
    FactTable<V> table, List<String> key, UnaryOperator<List<Fact<V>>> revise) {}
