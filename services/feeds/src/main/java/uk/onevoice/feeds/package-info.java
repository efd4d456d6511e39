/**
 * The partner feed: what partners may hear, in order, filtered for each reader at each read. Hears
 * {@code partner.events} and {@code clients.events} and nothing else, so that it cannot tell what
 * it never had (ADR 10).
 */
@NullMarked
package uk.onevoice.feeds;

import org.jspecify.annotations.NullMarked;
