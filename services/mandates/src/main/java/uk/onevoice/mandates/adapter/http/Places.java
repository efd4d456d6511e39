package uk.onevoice.mandates.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.ListEntry;
import uk.onevoice.directory.Place;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.PlaceId;
import uk.onevoice.mandates.domain.PracticeId;
import uk.onevoice.service.command.Circumstances;
import uk.onevoice.service.command.Today;

/** Where a place lies, and what its ICS's list calls a topic, as this service's copy has it. */
@ApplicationScoped
class Places {
  private final Directory directory;
  private final Today today;

  Places(Directory directory, Today today) {
    this.directory = directory;
    this.today = today;
  }

  static uk.onevoice.directory.PlaceId inDirectory(PlaceId place) {
    return new uk.onevoice.directory.PlaceId(place.value());
  }

  static uk.onevoice.directory.OrganisationId inDirectory(OrganisationId body) {
    return new uk.onevoice.directory.OrganisationId(body.value());
  }

  /** The ICB in whose ICS the place lies today. */
  @Nullable OrganisationId icsOf(PlaceId place) {
    return directory
        .place(inDirectory(place), today.get())
        .map(Place::ics)
        .map(ics -> new OrganisationId(ics.value()))
        .orElse(null);
  }

  /** A command about the place, for the body. */
  Circumstances circumstances(
      PlaceId place, uk.onevoice.directory.@Nullable OrganisationId actingFor) {
    OrganisationId ics = icsOf(place);
    return new Circumstances(null, actingFor, ics == null ? null : inDirectory(ics));
  }

  /** A command about a practice, for the body. */
  Circumstances circumstances(
      PracticeId practice, uk.onevoice.directory.@Nullable OrganisationId actingFor) {
    return directory
        .placeOf(new uk.onevoice.directory.OrganisationId(practice.value()), today.get())
        .map(place -> circumstances(new PlaceId(place.value()), actingFor))
        .orElseGet(() -> new Circumstances(null, actingFor, null));
  }

  boolean isTopicInUse(OrganisationId ics, UUID topic) {
    return directory
        .topic(topic)
        .filter(entry -> entry.ics().value().equals(ics.value()) && entry.openOn(today.get()))
        .isPresent();
  }

  /** The topic that is meant today by this one: mergers are followed. */
  UUID topicToday(UUID topic) {
    return directory.topicOn(topic, today.get()).map(ListEntry::id).orElse(topic);
  }

  /** What the topic, or the one that it was merged into, is called today. */
  @Nullable String topicNow(UUID topic) {
    return directory.topicOn(topic, today.get()).map(ListEntry::label).orElse(null);
  }
}
