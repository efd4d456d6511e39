package uk.onevoice.mandates.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.ListEntry;
import uk.onevoice.kernel.Label;
import uk.onevoice.mandates.adapter.registry.Registry;
import uk.onevoice.mandates.domain.ListedTopic;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.PlaceId;
import uk.onevoice.mandates.domain.Table;
import uk.onevoice.mandates.domain.Topic;
import uk.onevoice.service.command.ListedTopics;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.problem.Problem;

/** The topics and forums of an ICS's own lists that a mandate names. */
@ApplicationScoped
class MandateLists {
  private final ListedTopics topics;
  private final Directory directory;
  private final Places places;
  private final Today today;

  MandateLists(ListedTopics topics, Directory directory, Places places, Today today) {
    this.topics = topics;
    this.directory = directory;
    this.places = places;
    this.today = today;
  }

  /** A topic of the place's ICS that is in use today. */
  ListedTopic topic(UUID id, PlaceId place, String pointer) {
    var topic = topics.inUse(id, Registry.inDirectory(place), pointer);
    return new ListedTopic(id, Topic.called(topic.label()));
  }

  /** A forum of the place's ICS that is in use today. */
  Table table(UUID id, PlaceId place, String pointer) {
    return directory
        .forum(id)
        .filter(forum -> isInUse(forum, place))
        .map(forum -> new Table(id, new Label(forum.label())))
        .orElseThrow(() ->
            Problem.unprocessable("forum-not-in-use", "This forum is not in use in the ICS.")
                .at(pointer, "must be in use in the list of the place's ICS")
                .exception());
  }

  private boolean isInUse(ListEntry entry, PlaceId place) {
    @Nullable OrganisationId ics = places.icsOf(place);
    return ics != null && entry.ics().value().equals(ics.value()) && entry.openOn(today.get());
  }

  /** What this topic, or the one that it was merged into, is called today. */
  @Nullable String labelNow(@Nullable UUID topicId) {
    return topics.labelNow(topicId);
  }

  /** What this forum, or the one that it was merged into, is called today. */
  @Nullable String forumNow(UUID forumId) {
    return directory.forumOn(forumId, today.get()).map(ListEntry::label).orElse(null);
  }

  /** Whichever of these topics means the same as this one today; else this one. */
  UUID amongTopics(Collection<UUID> known, UUID asked) {
    return known.stream()
        .filter(each -> places.topicToday(each).equals(places.topicToday(asked)))
        .findFirst()
        .orElse(asked);
  }

  /** Whichever of these forums means the same as this one today; else this one. */
  UUID amongForums(Collection<UUID> known, UUID asked) {
    return known.stream()
        .filter(each -> forumToday(each).equals(forumToday(asked)))
        .findFirst()
        .orElse(asked);
  }

  private UUID forumToday(UUID forum) {
    return directory.forumOn(forum, today.get()).map(ListEntry::id).orElse(forum);
  }
}
