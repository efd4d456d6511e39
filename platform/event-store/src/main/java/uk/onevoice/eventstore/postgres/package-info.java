/** The event store on PostgreSQL: dense positions, many commands per commit (ADR 2). */
@NullMarked
package uk.onevoice.eventstore.postgres;

import org.jspecify.annotations.NullMarked;
