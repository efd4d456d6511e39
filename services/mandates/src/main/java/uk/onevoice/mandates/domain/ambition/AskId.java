package uk.onevoice.mandates.domain.ambition;

import java.util.UUID;

/** What a federation asks of a practice. */
public record AskId(UUID value) {}
