package uk.onevoice.meetings.domain;

import java.util.UUID;

/** Names the words of an item, which are kept outside the log so that they can be erased. */
public record TitleRef(UUID value) {}
