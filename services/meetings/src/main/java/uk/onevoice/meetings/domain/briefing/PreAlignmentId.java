package uk.onevoice.meetings.domain.briefing;

import java.util.UUID;

public record PreAlignmentId(UUID value) {}
