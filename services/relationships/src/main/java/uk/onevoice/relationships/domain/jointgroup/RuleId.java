package uk.onevoice.relationships.domain.jointgroup;

import java.util.UUID;

public record RuleId(UUID value) {}
