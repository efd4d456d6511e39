package uk.onevoice.mandates.domain.externalchange;

import java.util.UUID;

public record ExternalChangeId(UUID value) {}
