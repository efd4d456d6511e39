/**
 * The demonstration: an invented integrated care system, loaded through the public API as its
 * people would enter it. A client like any other: it knows addresses and JSON, none of our classes.
 */
@NullMarked
package uk.onevoice.seeds;

import org.jspecify.annotations.NullMarked;
