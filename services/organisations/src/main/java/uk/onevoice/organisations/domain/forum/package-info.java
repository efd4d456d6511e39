/** The tables of an ICS at which something is decided, as one list that meetings refer to. */
@NullMarked
package uk.onevoice.organisations.domain.forum;

import org.jspecify.annotations.NullMarked;
