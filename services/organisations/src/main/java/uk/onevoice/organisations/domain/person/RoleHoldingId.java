package uk.onevoice.organisations.domain.person;

import java.util.UUID;

/** One person's holding of one role for a time. */
public record RoleHoldingId(UUID value) {}
