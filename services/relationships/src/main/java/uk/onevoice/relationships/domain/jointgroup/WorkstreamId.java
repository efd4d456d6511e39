package uk.onevoice.relationships.domain.jointgroup;

import java.util.UUID;

public record WorkstreamId(UUID value) {}
