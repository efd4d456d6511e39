/**
 * Holds code to the contracts beside it. A service's tests call {@link
 * uk.onevoice.contracts.EventChecks} and {@link uk.onevoice.contracts.RouteChecks}, and send their
 * requests through {@link uk.onevoice.contracts.OpenApiFilter}; used in test scope only.
 */
@NullMarked
package uk.onevoice.contracts;

import org.jspecify.annotations.NullMarked;
