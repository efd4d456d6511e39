package uk.onevoice.organisations.domain.forum;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.place.PlaceId;
import uk.onevoice.organisations.domain.topic.TopicId;

/**
 * What a forum is.
 *
 * @param ownerId the organisation that convenes it, null where that is not known
 * @param placeIds for which places it is; empty for the whole ICS
 * @param topicIds what it decides on
 * @param remitRef where the words are that say what it decides, null where there are none
 */
public record ForumTerms(
    ForumLevel level,
    @Nullable OrganisationId ownerId,
    List<PlaceId> placeIds,
    List<TopicId> topicIds,
    @Nullable UUID remitRef) {
  public ForumTerms {
    placeIds = List.copyOf(placeIds);
    topicIds = List.copyOf(topicIds);
  }
}
