package uk.onevoice.relationships.domain.candidate;

import java.util.UUID;

public record IntroductionId(UUID value) {}
