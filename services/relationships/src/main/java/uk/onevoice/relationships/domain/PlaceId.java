package uk.onevoice.relationships.domain;

import java.util.UUID;

public record PlaceId(UUID value) {}
