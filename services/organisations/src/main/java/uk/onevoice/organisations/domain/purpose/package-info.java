/** What a federation is for, in the versions its practices have adopted. The words are vaulted. */
@NullMarked
package uk.onevoice.organisations.domain.purpose;

import org.jspecify.annotations.NullMarked;
