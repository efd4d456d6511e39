package uk.onevoice.organisations.adapter.http;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Label;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.forum.ForumId;
import uk.onevoice.organisations.domain.forum.ForumLevel;
import uk.onevoice.organisations.domain.place.PlaceId;
import uk.onevoice.organisations.domain.topic.TopicId;

/** What is posted about topics and forums, and the short answers to it. */
interface ListBodies {
  record NewTopic(OrganisationId icsId, Label label, LocalDate start) {}

  record TopicRef(TopicId topicId) {}

  record NewLabel(Label label, LocalDate from) {}

  /**
   * @param on the first day on which it is no longer used
   */
  record TopicMerger(TopicId into, LocalDate on) {}

  record ForumMerger(ForumId into, LocalDate on) {}

  /**
   * @param into what the parts are called
   */
  record Splitting(List<Label> into, LocalDate on) {
    public Splitting {
      into = whole(into);
    }
  }

  record Retirement(LocalDate on) {}

  /**
   * @param remit what it decides, in words
   */
  record NewForum(
      OrganisationId icsId,
      Label label,
      LocalDate start,
      ForumLevel level,
      @Nullable OrganisationId ownerId,
      @Nullable List<PlaceId> placeIds,
      @Nullable List<TopicId> topicIds,
      @Nullable String remit) {
    public NewForum {
      placeIds = placeIds == null ? List.of() : whole(placeIds);
      topicIds = topicIds == null ? List.of() : whole(topicIds);
    }
  }

  record ForumRevision(
      ForumLevel level,
      @Nullable OrganisationId ownerId,
      @Nullable List<PlaceId> placeIds,
      @Nullable List<TopicId> topicIds,
      @Nullable String remit) {
    public ForumRevision {
      placeIds = placeIds == null ? List.of() : whole(placeIds);
      topicIds = topicIds == null ? List.of() : whole(topicIds);
    }
  }

  record ForumRef(ForumId forumId) {}

  private static <T> List<T> whole(List<T> list) {
    if (list.stream().anyMatch(Objects::isNull)) {
      throw new IllegalArgumentException("A list holds no null.");
    }
    return List.copyOf(list);
  }
}
