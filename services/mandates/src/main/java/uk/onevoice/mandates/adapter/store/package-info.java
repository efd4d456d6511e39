/** The mandates' log: their events in the event store, and the mandates of a place read from it. */
@NullMarked
package uk.onevoice.mandates.adapter.store;

import org.jspecify.annotations.NullMarked;
