/**
 * Names and typed words of a service, outside its log (ADR 9): kept with the people they are about,
 * encrypted under a key for each of them, and erased by destroying the key.
 */
@NullMarked
package uk.onevoice.vault;

import org.jspecify.annotations.NullMarked;
