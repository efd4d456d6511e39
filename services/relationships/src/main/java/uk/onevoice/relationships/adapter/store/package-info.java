/** The relationships' log: their events in the event store, and a place's slots read from it. */
@NullMarked
package uk.onevoice.relationships.adapter.store;

import org.jspecify.annotations.NullMarked;
