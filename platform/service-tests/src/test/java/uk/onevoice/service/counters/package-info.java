/** The smallest write service, for the tests of the edge. */
@NullMarked
package uk.onevoice.service.counters;

import org.jspecify.annotations.NullMarked;
