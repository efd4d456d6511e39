package uk.onevoice.relationships.domain.opportunity;

import java.util.UUID;

public record OpportunityId(UUID value) {}
