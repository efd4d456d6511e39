/** Which version of the read model views are answered from. */
@NullMarked
package uk.onevoice.projection.served;

import org.jspecify.annotations.NullMarked;
