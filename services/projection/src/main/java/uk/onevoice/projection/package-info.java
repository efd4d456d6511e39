/**
 * Turns the events of the four write services into facts, and answers what follows from them: who
 * belongs to whom, how a place is represented, who is called what. Reads only; its one writer is
 * the consumer of the topics.
 */
@NullMarked
package uk.onevoice.projection;

import org.jspecify.annotations.NullMarked;
