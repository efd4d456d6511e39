/**
 * What topics and forums have in common: entries of an ICS's own list, which are named, merged,
 * split, taken out of use and put back.
 */
@NullMarked
package uk.onevoice.organisations.domain.controlled;

import org.jspecify.annotations.NullMarked;
