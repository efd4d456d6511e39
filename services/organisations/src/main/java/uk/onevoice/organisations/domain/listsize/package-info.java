/** Registered patients of a practice by extract month, and the totals of each published month. */
@NullMarked
package uk.onevoice.organisations.domain.listsize;

import org.jspecify.annotations.NullMarked;
