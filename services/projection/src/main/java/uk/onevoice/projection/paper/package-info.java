/**
 * One page of A4 that is laid on the table of a board: as PDF that a screen reader can read too.
 */
@NullMarked
package uk.onevoice.projection.paper;

import org.jspecify.annotations.NullMarked;
