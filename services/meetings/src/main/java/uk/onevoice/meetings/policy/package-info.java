/** What follows from an event without anybody asking for it: event in, commands out. */
@NullMarked
package uk.onevoice.meetings.policy;

import org.jspecify.annotations.NullMarked;
