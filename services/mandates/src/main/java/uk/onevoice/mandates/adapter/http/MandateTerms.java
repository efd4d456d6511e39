package uk.onevoice.mandates.adapter.http;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Label;
import uk.onevoice.mandates.domain.MandateEvent.MandateOpened;
import uk.onevoice.mandates.domain.MandateId;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.PlaceId;
import uk.onevoice.mandates.domain.Topic;
import uk.onevoice.service.command.ListedTopics;

/**
 * A mandate in a list: what it is for, whose and until when. Everybody may see this.
 *
 * @param topic what it was about in the words of the day it was opened
 * @param topicId the topic of the ICS's list, null where it names none of it
 * @param topicNow what that topic, or the one it went on in, is called today
 */
record MandateTerms(
    MandateId mandateId,
    PlaceId placeId,
    Topic topic,
    @Nullable UUID topicId,
    @Nullable String topicNow,
    @Nullable Label board,
    OrganisationId holderId,
    Label holderRole,
    LocalDate start,
    LocalDate end) {
  static MandateTerms of(MandateOpened opened, ListedTopics topics) {
    return new MandateTerms(
        opened.mandateId(),
        opened.placeId(),
        opened.topic(),
        opened.topicId(),
        topics.labelNow(opened.topicId()),
        opened.board(),
        opened.holderId(),
        opened.holderRole(),
        opened.start(),
        opened.end());
  }
}
