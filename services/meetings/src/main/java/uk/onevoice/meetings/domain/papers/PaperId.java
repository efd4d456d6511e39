package uk.onevoice.meetings.domain.papers;

import java.util.UUID;

public record PaperId(UUID value) {}
