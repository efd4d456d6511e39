package uk.onevoice.mandates.domain;

import java.util.UUID;

/** What somebody said or agreed under a mandate. */
public record InvocationId(UUID value) {}
