package uk.onevoice.mandates.adapter.http;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Label;
import uk.onevoice.mandates.domain.Mandate;
import uk.onevoice.mandates.domain.Mandate.Opened;
import uk.onevoice.mandates.domain.MandateId;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.PlaceId;
import uk.onevoice.mandates.domain.Terms;
import uk.onevoice.mandates.domain.Topic;

/**
 * A mandate in a list: what it is for, whose and until when. Everybody may see this.
 *
 * @param topic what it was about in the words of the day it was opened
 * @param topicId the topic of the ICS's list, null where it names none of it
 * @param topicNow what that topic, or the one it went on in, is called today
 * @param state at risk is told as in force, but to general practice of the place
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
    LocalDate end,
    Mandate.State state) {
  static MandateTerms of(Opened mandate, MandateLists topics, Mandate.State state) {
    var opening = mandate.opening();
    @Nullable Terms terms = mandate.version().terms();
    return new MandateTerms(
        mandate.id(),
        opening.placeId(),
        terms == null ? opening.topic() : terms.topics().getFirst().topic(),
        terms == null ? opening.topicId() : terms.topics().getFirst().topicId(),
        topics.labelNow(terms == null ? opening.topicId() : terms.topics().getFirst().topicId()),
        terms == null ? opening.board() : board(terms),
        terms == null ? opening.holderId() : terms.holder().organisationId(),
        terms == null ? opening.holderRole() : terms.holder().label(),
        mandate.version().start(),
        mandate.version().end(),
        state);
  }

  private static @Nullable Label board(Terms terms) {
    return terms.tables().isEmpty() ? null : terms.tables().getFirst().label();
  }

  /** What everybody is told: whether grants still suffice is for general practice of the place. */
  static Mandate.State forEverybody(Mandate.State state) {
    return state == Mandate.State.AT_RISK ? Mandate.State.IN_FORCE : state;
  }
}
