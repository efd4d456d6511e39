/**
 * Who belongs to whom: ICSs, sub-ICB locations, networks, places and practices, with their
 * patients.
 */
@NullMarked
package uk.onevoice.projection.structure;

import org.jspecify.annotations.NullMarked;
