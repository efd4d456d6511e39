/**
 * A forum that meets again and again, its seats for general practice and who is nominated for them.
 * Read {@link uk.onevoice.meetings.domain.series.Series} first.
 */
@NullMarked
package uk.onevoice.meetings.domain.series;

import org.jspecify.annotations.NullMarked;
