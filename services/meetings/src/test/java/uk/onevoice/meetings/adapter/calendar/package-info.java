@NullMarked
package uk.onevoice.meetings.adapter.calendar;

import org.jspecify.annotations.NullMarked;
