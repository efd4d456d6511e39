package uk.onevoice.relationships.domain.jointgroup;

import java.util.UUID;

public record GroupId(UUID value) {}
