/** The meetings' log: their events in the event store, and the meetings of a place read from it. */
@NullMarked
package uk.onevoice.meetings.adapter.store;

import org.jspecify.annotations.NullMarked;
