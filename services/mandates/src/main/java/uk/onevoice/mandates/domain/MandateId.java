package uk.onevoice.mandates.domain;

import java.util.UUID;

public record MandateId(UUID value) {}
