package uk.onevoice.service.command;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.ListEntry;
import uk.onevoice.directory.Place;
import uk.onevoice.directory.PlaceId;
import uk.onevoice.service.problem.Problem;

/** The topics of an ICS's own list, as a service's copy of the registry has them. */
@ApplicationScoped
public class ListedTopics {
  private final Directory directory;
  private final Today today;

  ListedTopics(Directory directory, Today today) {
    this.directory = directory;
    this.today = today;
  }

  /**
   * What something in this place is about: a topic that is in use today, or own words.
   *
   * @param topicId of the list; null where {@code words} say it
   * @param named the topic in the words of the list
   */
  public <T> T of(
      @Nullable UUID topicId, @Nullable T words, PlaceId place, Function<String, T> named) {
    if (topicId == null) {
      if (words == null) {
        throw Problem.invalid("/topic", "is required").exception();
      }
      return words;
    }
    if (words != null) {
      throw Problem.invalid("/topic", "is said by topicId already").exception();
    }
    return named.apply(inUse(topicId, place, "/topicId").label());
  }

  /**
   * A topic that is in use today in the list of the place's ICS.
   *
   * @param pointer where the body names it
   */
  public ListEntry inUse(UUID topicId, PlaceId place, String pointer) {
    var ics = directory.place(place, today.get()).map(Place::ics).orElse(null);
    return directory
        .topic(topicId)
        .filter(topic -> topic.ics().equals(ics) && topic.openOn(today.get()))
        .orElseThrow(() ->
            Problem.unprocessable("topic-not-in-use", "This topic is not in use in the ICS.")
                .at(pointer, "must be in use in the list of the place's ICS")
                .exception());
  }

  /** What is meant today by who once named this topic: it, or the one that it was merged into. */
  public @Nullable ListEntry now(@Nullable UUID topicId) {
    return topicId == null ? null : directory.topicOn(topicId, today.get()).orElse(null);
  }

  /** What this topic, or the one that it was merged into, is called today. */
  public @Nullable String labelNow(@Nullable UUID topicId) {
    @Nullable ListEntry now = now(topicId);
    return now == null ? null : now.label();
  }
}
