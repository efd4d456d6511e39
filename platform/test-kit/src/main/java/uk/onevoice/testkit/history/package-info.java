/**
 * Believable histories of England's general practice as events of the four services: {@link
 * uk.onevoice.testkit.history.History} tells one of any size from a seed, one event after another.
 */
@NullMarked
package uk.onevoice.testkit.history;

import org.jspecify.annotations.NullMarked;
