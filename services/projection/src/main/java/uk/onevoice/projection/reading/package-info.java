/**
 * How a view is asked for: of which day, known when, which part of a list; and how it is answered\n
 * * from one state of the facts.
 */
@NullMarked
package uk.onevoice.projection.reading;

import org.jspecify.annotations.NullMarked;
