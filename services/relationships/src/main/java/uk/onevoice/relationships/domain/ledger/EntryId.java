package uk.onevoice.relationships.domain.ledger;

import java.util.UUID;

/** A priority, ask, offer, support or result. */
public record EntryId(UUID value) {}
