/** Typed words, which no event carries: the vault keeps them, events name where. */
@NullMarked
package uk.onevoice.meetings.domain.words;

import org.jspecify.annotations.NullMarked;
