/**
 * What general practice and the other side want of each other, and what came of it. Read {@link
 * uk.onevoice.relationships.domain.ledger.Ledger} first: it holds every rule. What was typed is in
 * the vault; for the team of the slot alone.
 */
@NullMarked
package uk.onevoice.relationships.domain.ledger;

import org.jspecify.annotations.NullMarked;
