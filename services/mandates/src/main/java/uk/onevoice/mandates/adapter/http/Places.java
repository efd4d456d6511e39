package uk.onevoice.mandates.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.ListEntry;
import uk.onevoice.mandates.adapter.registry.Registry;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.PlaceId;
import uk.onevoice.mandates.domain.PracticeId;
import uk.onevoice.service.command.Circumstances;
import uk.onevoice.service.command.ListedTopics;
import uk.onevoice.service.command.Today;

/** In which ICS a command is about a place, a practice or a topic today. */
@ApplicationScoped
class Places {
  private final Registry registry;
  private final Directory directory;
  private final ListedTopics topics;
  private final Today today;

  Places(Registry registry, Directory directory, ListedTopics topics, Today today) {
    this.registry = registry;
    this.directory = directory;
    this.topics = topics;
    this.today = today;
  }

  /** The ICB in whose ICS the place lies today. */
  @Nullable OrganisationId icsOf(PlaceId place) {
    return registry.icsOf(place, today.get());
  }

  /** A command about the place, for the body. */
  Circumstances circumstances(
      PlaceId place, uk.onevoice.directory.@Nullable OrganisationId actingFor) {
    @Nullable OrganisationId ics = icsOf(place);
    return new Circumstances(null, actingFor, ics == null ? null : Registry.inDirectory(ics));
  }

  /** A command about a practice, for the body. */
  Circumstances circumstances(
      PracticeId practice, uk.onevoice.directory.@Nullable OrganisationId actingFor) {
    @Nullable PlaceId place = registry.placeOf(practice, today.get());
    return place == null
        ? new Circumstances(null, actingFor, null)
        : circumstances(place, actingFor);
  }

  boolean isTopicInUse(OrganisationId ics, UUID topic) {
    return directory
        .topic(topic)
        .filter(entry -> entry.ics().value().equals(ics.value()) && entry.openOn(today.get()))
        .isPresent();
  }

  /** The topic that is meant today by this one: mergers are followed. */
  UUID topicToday(UUID topic) {
    @Nullable ListEntry now = topics.now(topic);
    return now == null ? topic : now.id();
  }
}
