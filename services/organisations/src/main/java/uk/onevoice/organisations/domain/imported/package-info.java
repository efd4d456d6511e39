/** An accepted import, as the log remembers it. */
@NullMarked
package uk.onevoice.organisations.domain.imported;

import org.jspecify.annotations.NullMarked;
