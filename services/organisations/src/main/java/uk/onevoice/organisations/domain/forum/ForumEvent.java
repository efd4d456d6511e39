package uk.onevoice.organisations.domain.forum;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Label;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.place.PlaceId;
import uk.onevoice.organisations.domain.topic.TopicId;

/** Facts about the forums of an ICS. */
public sealed interface ForumEvent {
  ForumId forumId();

  record ForumRegistered(
      ForumId forumId,
      OrganisationId icsId,
      Label label,
      LocalDate start,
      ForumLevel level,
      @Nullable OrganisationId ownerId,
      List<PlaceId> placeIds,
      List<TopicId> topicIds,
      @Nullable UUID remitRef)
      implements ForumEvent {
    public ForumRegistered {
      placeIds = List.copyOf(placeIds);
      topicIds = List.copyOf(topicIds);
    }
  }

  record ForumRevised(
      ForumId forumId,
      OrganisationId icsId,
      ForumLevel level,
      @Nullable OrganisationId ownerId,
      List<PlaceId> placeIds,
      List<TopicId> topicIds,
      @Nullable UUID remitRef)
      implements ForumEvent {
    public ForumRevised {
      placeIds = List.copyOf(placeIds);
      topicIds = List.copyOf(topicIds);
    }
  }

  record ForumRenamed(ForumId forumId, OrganisationId icsId, Label label, LocalDate from)
      implements ForumEvent {}

  /**
   * Whoever names it from this day on means the other, which may be in the list of an ICB that
   * followed.
   */
  record ForumMerged(ForumId forumId, OrganisationId icsId, ForumId into, LocalDate on)
      implements ForumEvent {}

  record ForumSplit(ForumId forumId, OrganisationId icsId, List<ForumId> into, LocalDate on)
      implements ForumEvent {
    public ForumSplit {
      into = List.copyOf(into);
    }
  }

  record ForumClosed(ForumId forumId, OrganisationId icsId, LocalDate on) implements ForumEvent {}

  /** Its closing, merger or split is taken back, as if it had not been. */
  record ForumReopened(ForumId forumId, OrganisationId icsId) implements ForumEvent {}
}
