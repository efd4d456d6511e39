/**
 * What official files say, and what that changes: unpack, recognise by content, parse, compare.
 * Nothing here writes; the outcome is a {@link uk.onevoice.organisations.imports.Plan}.
 */
@NullMarked
package uk.onevoice.organisations.imports;

import org.jspecify.annotations.NullMarked;
