/** Who of general practice is the one to turn to for a partner organisation in a place. */
@NullMarked
package uk.onevoice.relationships.domain.focal;

import org.jspecify.annotations.NullMarked;
