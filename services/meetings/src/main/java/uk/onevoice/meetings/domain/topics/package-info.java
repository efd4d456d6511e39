/** What becomes of one topic across meetings and places: rules over what other aggregates say. */
@NullMarked
package uk.onevoice.meetings.domain.topics;

import org.jspecify.annotations.NullMarked;
