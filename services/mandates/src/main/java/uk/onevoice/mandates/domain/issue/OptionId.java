package uk.onevoice.mandates.domain.issue;

import java.util.UUID;

/** One of the answers that an issue allows. */
public record OptionId(UUID value) {}
