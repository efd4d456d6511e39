/**
 * What changes outside, a contract, a policy or a law, and the mandates that have to be looked at
 * because of it. Read {@link uk.onevoice.mandates.domain.externalchange.ExternalChange} first: it
 * holds every rule.
 */
@NullMarked
package uk.onevoice.mandates.domain.externalchange;

import org.jspecify.annotations.NullMarked;
