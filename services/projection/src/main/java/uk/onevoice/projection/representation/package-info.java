/**
 * How general practice of a place is represented: the measures, for each audience what it may see.
 */
@NullMarked
package uk.onevoice.projection.representation;

import org.jspecify.annotations.NullMarked;
