/**
 * What happens to every request before and after its resource method: correlation, limits, rates,
 * waiting for a position.
 */
@NullMarked
package uk.onevoice.service.edge;

import org.jspecify.annotations.NullMarked;
