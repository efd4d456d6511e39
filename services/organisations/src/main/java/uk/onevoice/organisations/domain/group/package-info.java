/**
 * The leadership group of general practice in a place, in several or in a whole ICS: what it is
 * part of, its terms, its seats, its chair, what its members declared, how far it has come.
 */
@NullMarked
package uk.onevoice.organisations.domain.group;

import org.jspecify.annotations.NullMarked;
