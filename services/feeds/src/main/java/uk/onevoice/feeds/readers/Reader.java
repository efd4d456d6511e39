package uk.onevoice.feeds.readers;

/**
 * A system that hears the feed.
 *
 * @param client its name
 * @param organisation for whom it asks; what is for that organisation, it may hear
 */
public record Reader(String client, String organisation) {}
