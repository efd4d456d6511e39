package uk.onevoice.mandates.domain.ambition;

import java.util.UUID;

/** What a federation owes a practice. */
public record PromiseId(UUID value) {}
