/** Days and calendars as RFC 5545 has them: rules read, calendars written. */
@NullMarked
package uk.onevoice.meetings.adapter.calendar;

import org.jspecify.annotations.NullMarked;
