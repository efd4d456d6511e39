package uk.onevoice.relationships.domain.ledger;

import java.util.UUID;

public record CommitmentId(UUID value) {}
