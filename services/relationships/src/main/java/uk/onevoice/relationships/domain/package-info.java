/**
 * Who of general practice keeps in touch with whom. Read {@link
 * uk.onevoice.relationships.domain.Slot} first: it holds every rule. Whom a relationship is with is
 * never part of this package but by reference to the vault, since events carry no person of a
 * partner.
 */
@NullMarked
package uk.onevoice.relationships.domain;

import org.jspecify.annotations.NullMarked;
