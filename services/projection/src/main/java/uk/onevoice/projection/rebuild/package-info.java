/** Versions of the read model: filled beside the one that is served, swapped in, rolled back. */
@NullMarked
package uk.onevoice.projection.rebuild;

import org.jspecify.annotations.NullMarked;
