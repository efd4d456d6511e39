package uk.onevoice.organisations.domain.invitation;

import java.util.UUID;

/** One code that was given to a person. */
public record InvitationId(UUID value) {}
