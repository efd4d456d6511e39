/** Hears what the mandates service says, and keeps a copy of what this service needs of it. */
@NullMarked
package uk.onevoice.relationships.adapter.kafka;

import org.jspecify.annotations.NullMarked;
