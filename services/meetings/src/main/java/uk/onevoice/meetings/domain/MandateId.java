package uk.onevoice.meetings.domain;

import java.util.UUID;

public record MandateId(UUID value) {}
