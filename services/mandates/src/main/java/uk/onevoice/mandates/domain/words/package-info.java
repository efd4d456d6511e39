/** Typed words, which no event carries: the vault keeps them, events name where. */
@NullMarked
package uk.onevoice.mandates.domain.words;

import org.jspecify.annotations.NullMarked;
