/**
 * With whom else in an organisation it would be worth being in touch, who can open the door, and
 * who of our allies could win over whom. People are named by where the vault keeps them.
 */
@NullMarked
package uk.onevoice.relationships.domain.candidate;

import org.jspecify.annotations.NullMarked;
