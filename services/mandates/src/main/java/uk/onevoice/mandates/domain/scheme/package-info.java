/**
 * Who decides what in a place: for each class of issue one kind of body, explained in words. Read
 * {@link uk.onevoice.mandates.domain.scheme.DelegationScheme} first: it holds every rule.
 */
@NullMarked
package uk.onevoice.mandates.domain.scheme;

import org.jspecify.annotations.NullMarked;
