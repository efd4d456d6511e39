package uk.onevoice.meetings.domain;

import java.util.UUID;

public record SeriesId(UUID value) {}
