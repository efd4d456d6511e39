/**
 * How far a practice goes along with its federation, and what each asks of and owes the other. Read
 * {@link uk.onevoice.mandates.domain.ambition.Ambition} first: it holds every rule.
 */
@NullMarked
package uk.onevoice.mandates.domain.ambition;

import org.jspecify.annotations.NullMarked;
