/**
 * What general practice thinks of the people it keeps in touch with, and how strong a relationship
 * has shown itself to be. The words, whom they are about and what they say are in the vault; here
 * are only their references, their days and the class of the slot that follows from them.
 */
@NullMarked
package uk.onevoice.relationships.domain.judgement;

import org.jspecify.annotations.NullMarked;
