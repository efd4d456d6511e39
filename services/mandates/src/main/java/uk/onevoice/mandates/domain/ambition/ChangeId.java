package uk.onevoice.mandates.domain.ambition;

import java.util.UUID;

/** A change programme that a practice signed up to. */
public record ChangeId(UUID value) {}
