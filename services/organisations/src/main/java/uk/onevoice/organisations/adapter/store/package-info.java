/**
 * The registry's log: its events in the event store, the copy of it in memory that files are
 * compared with, and the uploads on their way into it.
 */
@NullMarked
package uk.onevoice.organisations.adapter.store;

import org.jspecify.annotations.NullMarked;
