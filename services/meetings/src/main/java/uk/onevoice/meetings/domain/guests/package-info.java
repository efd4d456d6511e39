/**
 * Partners who are invited to a meeting for named items and no others. Read {@link
 * uk.onevoice.meetings.domain.guests.Guests} first.
 */
@NullMarked
package uk.onevoice.meetings.domain.guests;

import org.jspecify.annotations.NullMarked;
