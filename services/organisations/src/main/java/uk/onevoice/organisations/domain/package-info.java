/**
 * Words that every aggregate of the registry uses: ids, kinds, and which official file says what.
 */
@NullMarked
package uk.onevoice.organisations.domain;

import org.jspecify.annotations.NullMarked;
