package uk.onevoice.organisations.domain.rights;

import java.util.UUID;

/** One thing that a person has asked for about themself. */
public record RequestId(UUID value) {}
