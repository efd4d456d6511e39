/** Organisations and places by name, code or postcode. */
@NullMarked
package uk.onevoice.projection.search;

import org.jspecify.annotations.NullMarked;
