/**
 * Practices' authority for the holder of a role to speak and agree for them. Read {@link
 * uk.onevoice.mandates.domain.Mandate} first: it holds every rule.
 */
@NullMarked
package uk.onevoice.mandates.domain;

import org.jspecify.annotations.NullMarked;
