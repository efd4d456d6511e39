/**
 * The representation matrix of a place: which forums there are, how far each part of general
 * practice gets there, where the gaps are, and what of it a partner is shown.
 */
@NullMarked
package uk.onevoice.projection.matrix;

import org.jspecify.annotations.NullMarked;
