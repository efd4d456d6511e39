/**
 * What is killed in the middle of its work loses nothing that was acknowledged and doubles nothing:
 * separate processes, killed by force, and an oracle that counts.
 */
@NullMarked
package uk.onevoice.eventstore.fault;

import org.jspecify.annotations.NullMarked;
