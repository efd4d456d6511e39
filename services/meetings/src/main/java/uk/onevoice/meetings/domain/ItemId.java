package uk.onevoice.meetings.domain;

import java.util.UUID;

public record ItemId(UUID value) {}
