package uk.onevoice.mandates.domain.ambition;

import java.util.UUID;

/** An agreement of one federation with one practice; it follows from the two. */
public record AgreementId(UUID value) {}
