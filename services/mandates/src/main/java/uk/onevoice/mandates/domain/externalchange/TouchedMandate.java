package uk.onevoice.mandates.domain.externalchange;

import java.util.UUID;
import uk.onevoice.mandates.domain.MandateId;

/** A mandate that is about one of the change's topics. */
public record TouchedMandate(MandateId mandateId, UUID topicId) {}
