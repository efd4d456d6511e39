/** Places of an ICS and their neighbourhoods. The registry knows none; they are our own records. */
@NullMarked
package uk.onevoice.organisations.domain.place;

import org.jspecify.annotations.NullMarked;
