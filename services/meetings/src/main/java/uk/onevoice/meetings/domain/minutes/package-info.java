/** The minutes of a meeting. Read {@link uk.onevoice.meetings.domain.minutes.Minutes} first. */
@NullMarked
package uk.onevoice.meetings.domain.minutes;

import org.jspecify.annotations.NullMarked;
