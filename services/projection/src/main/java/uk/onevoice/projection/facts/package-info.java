/**
 * What the four topics say, as bitemporal facts: when something was so, and from when we knew.
 * Every view and every measure is computed from these tables and from nothing else.
 */
@NullMarked
package uk.onevoice.projection.facts;

import org.jspecify.annotations.NullMarked;
