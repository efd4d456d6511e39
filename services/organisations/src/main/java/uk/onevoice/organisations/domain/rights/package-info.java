/**
 * What people ask for about themselves: what is kept of them, its erasure, correction, restriction.
 */
@NullMarked
package uk.onevoice.organisations.domain.rights;

import org.jspecify.annotations.NullMarked;
