package uk.onevoice.mandates.domain.issue;

import java.util.UUID;

public record IssueId(UUID value) {}
