package uk.onevoice.relationships.domain.jointgroup;

import java.util.UUID;

public record ActionId(UUID value) {}
