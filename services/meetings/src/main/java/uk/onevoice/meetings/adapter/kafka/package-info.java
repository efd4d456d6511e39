/** Hears what the mandates service says, and keeps a copy of what meetings need of it. */
@NullMarked
package uk.onevoice.meetings.adapter.kafka;

import org.jspecify.annotations.NullMarked;
