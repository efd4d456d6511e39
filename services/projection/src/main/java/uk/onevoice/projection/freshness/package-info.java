/** How far the logs have been heard. */
@NullMarked
package uk.onevoice.projection.freshness;

import org.jspecify.annotations.NullMarked;
