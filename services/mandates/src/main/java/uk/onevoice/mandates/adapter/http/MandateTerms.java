package uk.onevoice.mandates.adapter.http;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Label;
import uk.onevoice.mandates.domain.MandateEvent.MandateOpened;
import uk.onevoice.mandates.domain.MandateId;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.PlaceId;
import uk.onevoice.mandates.domain.Topic;

/** A mandate in a list: what it is for, whose and until when. Everybody may see this. */
record MandateTerms(
    MandateId mandateId,
    PlaceId placeId,
    Topic topic,
    @Nullable Label board,
    OrganisationId holderId,
    Label holderRole,
    LocalDate start,
    LocalDate end) {
  static MandateTerms of(MandateOpened opened) {
    return new MandateTerms(
        opened.mandateId(),
        opened.placeId(),
        opened.topic(),
        opened.board(),
        opened.holderId(),
        opened.holderRole(),
        opened.start(),
        opened.end());
  }
}
