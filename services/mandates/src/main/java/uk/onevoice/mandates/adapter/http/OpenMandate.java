package uk.onevoice.mandates.adapter.http;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Label;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.PlaceId;
import uk.onevoice.mandates.domain.Topic;

/**
 * The body of POST /v1/mandates.
 *
 * @param topic in words of one's own; null where {@code topicId} names one of the ICS's list
 * @param openedOn the day the practices were asked; null for today, or for the first day when that
 *     has passed
 */
record OpenMandate(
    PlaceId placeId,
    @Nullable Topic topic,
    @Nullable UUID topicId,
    @Nullable Label board,
    OrganisationId holderId,
    Label holderRole,
    LocalDate start,
    LocalDate end,
    @Nullable LocalDate openedOn) {}
