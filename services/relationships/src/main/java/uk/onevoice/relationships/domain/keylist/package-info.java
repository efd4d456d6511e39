/**
 * The few relationships that a leader keeps on purpose, how often they want to speak there, and
 * which are going cold.
 */
@NullMarked
package uk.onevoice.relationships.domain.keylist;

import org.jspecify.annotations.NullMarked;
