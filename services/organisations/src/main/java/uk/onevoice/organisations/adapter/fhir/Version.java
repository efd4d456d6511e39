package uk.onevoice.organisations.adapter.fhir;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decider;
import uk.onevoice.organisations.domain.affiliation.Affiliation;
import uk.onevoice.organisations.domain.affiliation.Affiliations;
import uk.onevoice.organisations.domain.affiliation.AffiliationsEvent;
import uk.onevoice.organisations.domain.organisation.Organisation;
import uk.onevoice.organisations.domain.organisation.Organisation.Registered;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent;
import uk.onevoice.organisations.domain.place.Place;
import uk.onevoice.organisations.domain.place.PlaceEvent;

/**
 * One version of a resource: what the log said after one event.
 *
 * @param number of the event in its stream, and so the resource's {@code versionId}
 * @param recordedAt when we knew it
 * @param first whether there was none before
 * @param content null where it was withdrawn with this version
 */
record Version(
    ResourceType type,
    String id,
    String stream,
    long number,
    Instant recordedAt,
    boolean first,
    @Nullable Content content) {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  static final String ORGANISATION = "organisation-";
  static final String PLACE = "place-";
  static final String AFFILIATIONS = "affiliations-";

  /** What there is to be told. */
  sealed interface Content {
    /** First day, null where it is not known. */
    @Nullable LocalDate start();

    /** First day after the last, null while open. */
    @Nullable LocalDate end();

    /** Open on this day, as far as is known. */
    default boolean openOn(LocalDate day) {
      return (start() == null || !day.isBefore(start())) && (end() == null || day.isBefore(end()));
    }
  }

  record Body(Registered known) implements Content {
    @Override
    public @Nullable LocalDate start() {
      return known.record().start();
    }

    @Override
    public @Nullable LocalDate end() {
      return known.record().end();
    }
  }

  record Area(Place.Defined place) implements Content {
    @Override
    public @Nullable LocalDate start() {
      return place.open().start();
    }

    @Override
    public @Nullable LocalDate end() {
      return place.open().end();
    }

    String kind() {
      return place.partOf() == null ? Coding.PLACE : Coding.NEIGHBOURHOOD;
    }
  }

  record Belonging(Affiliation affiliation) implements Content {
    @Override
    public @Nullable LocalDate start() {
      return affiliation.period().start();
    }

    @Override
    public @Nullable LocalDate end() {
      return affiliation.period().end();
    }
  }

  /**
   * Whether it is told in another way than on the day it was recorded, and there was no event: it
   * has opened, closed or taken a new name on a day that was known then.
   */
  boolean hasChangedByItself(LocalDate today) {
    return content != null
        && !ResourceJson.of(this, content, recordedAt.atZone(LONDON).toLocalDate())
            .equals(ResourceJson.of(this, content, today));
  }

  /** An event of a stream, read. */
  record Told(String stream, long number, Instant recordedAt, Object event) {}

  /**
   * The versions that a stream tells, in its order: one for each event.
   *
   * @param stream whole, from its first event
   */
  static List<Version> all(List<Told> stream) {
    if (stream.isEmpty()) {
      return List.of();
    }
    var name = stream.getFirst().stream();
    if (name.startsWith(ORGANISATION)) {
      return of(stream, ORGANISATION, Organisation.DECIDER, OrganisationEvent.class, Version::body);
    }
    if (name.startsWith(PLACE)) {
      return of(stream, PLACE, Place.DECIDER, PlaceEvent.class, Version::area);
    }
    return affiliations(stream);
  }

  private static @Nullable Content body(Organisation organisation) {
    return organisation instanceof Registered known ? new Body(known) : null;
  }

  private static @Nullable Content area(Place place) {
    return place instanceof Place.Defined defined ? new Area(defined) : null;
  }

  /** What a state has to tell. */
  private interface Telling<S> {
    @Nullable Content of(S state);
  }

  private static <S, E> List<Version> of(
      List<Told> stream,
      String prefix,
      Decider<?, S, E, ?> decider,
      Class<E> type,
      Telling<S> telling) {
    var versions = new ArrayList<Version>(stream.size());
    S state = decider.initial();
    for (var told : stream) {
      state = decider.evolve().apply(state, type.cast(told.event()));
      versions.add(
          new Version(
              ResourceType.ORGANIZATION,
              told.stream().substring(prefix.length()),
              told.stream(),
              told.number(),
              told.recordedAt(),
              versions.isEmpty(),
              telling.of(state)));
    }
    return versions;
  }

  private static List<Version> affiliations(List<Told> stream) {
    var versions = new ArrayList<Version>(stream.size());
    var there = new HashSet<String>();
    var state = Affiliations.DECIDER.initial();
    for (var told : stream) {
      var event = (AffiliationsEvent) told.event();
      state = Affiliations.DECIDER.evolve().apply(state, event);
      var id = event.affiliationId().toString();
      var affiliation = state.live().get(event.affiliationId());
      versions.add(
          new Version(
              ResourceType.AFFILIATION,
              id,
              told.stream(),
              told.number(),
              told.recordedAt(),
              !there.contains(id),
              affiliation == null ? null : new Belonging(affiliation)));
      if (affiliation == null) {
        there.remove(id);
      } else {
        there.add(id);
      }
    }
    return versions;
  }
}
