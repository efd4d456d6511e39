package uk.onevoice.meetings.domain.guests;

import java.util.UUID;

public record InvitationId(UUID value) {}
