package uk.onevoice.meetings.domain.briefing;

import java.util.UUID;

/** Names one entry of who of partner organisations is expected in the room. */
public record ExpectedId(UUID value) {}
