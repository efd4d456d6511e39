package uk.onevoice.mandates.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.ListEntry;
import uk.onevoice.directory.Place;
import uk.onevoice.mandates.domain.Topic;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.problem.Problem;

/** The topics of an ICS's own list, as this service's copy of the registry has them. */
@ApplicationScoped
class ListedTopics {
  private final Directory directory;
  private final Today today;

  ListedTopics(Directory directory, Today today) {
    this.directory = directory;
    this.today = today;
  }

  /** What the mandate is about: a topic of the place's ICS that is in use today, or own words. */
  Topic of(OpenMandate wish) {
    if (wish.topicId() == null) {
      if (wish.topic() == null) {
        throw Problem.invalid("/topic", "is required").exception();
      }
      return wish.topic();
    }
    if (wish.topic() != null) {
      throw Problem.invalid("/topic", "is said by topicId already").exception();
    }
    var ics =
        directory
            .place(new uk.onevoice.directory.PlaceId(wish.placeId().value()), today.get())
            .map(Place::ics)
            .orElse(null);
    return directory
        .topic(wish.topicId())
        .filter(topic -> topic.ics().equals(ics) && topic.openOn(today.get()))
        .map(topic -> Topic.called(topic.label()))
        .orElseThrow(() ->
            Problem.unprocessable("topic-not-in-use", "This topic is not in use in the ICS.")
                .at("/topicId", "must be in use in the list of the place's ICS")
                .exception());
  }

  /** What this topic, or the one that it was merged into, is called today. */
  @Nullable String labelNow(@Nullable UUID topicId) {
    return topicId == null
        ? null
        : directory.topicOn(topicId, today.get()).map(ListEntry::label).orElse(null);
  }
}
