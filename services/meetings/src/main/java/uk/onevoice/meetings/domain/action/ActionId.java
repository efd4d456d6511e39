package uk.onevoice.meetings.domain.action;

import java.util.UUID;

public record ActionId(UUID value) {}
