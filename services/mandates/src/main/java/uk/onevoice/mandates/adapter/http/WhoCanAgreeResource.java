package uk.onevoice.mandates.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Directory;
import uk.onevoice.kernel.Label;
import uk.onevoice.mandates.adapter.registry.Registry;
import uk.onevoice.mandates.adapter.store.OpenedMandates;
import uk.onevoice.mandates.domain.Holder;
import uk.onevoice.mandates.domain.Mandate.Opened;
import uk.onevoice.mandates.domain.MandateId;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.PlaceId;
import uk.onevoice.mandates.domain.Tally;
import uk.onevoice.mandates.domain.Terms;
import uk.onevoice.mandates.domain.Topic;
import uk.onevoice.security.Permission;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.vault.TypedWords;

/**
 * Who may agree what for general practice. Everybody hears topic, role and until when; how many
 * practices it binds, those outside hear as it was on Monday, so that nobody sees a single answer
 * fall by looking often.
 */
@Path("/v1/who-can-agree")
@RunOnVirtualThread
class WhoCanAgreeResource {
  private static final int READ_AT_ONCE = 200;

  private final OpenedMandates opened;
  private final MandateMoments moments;
  private final MandateLists lists;
  private final TypedWords words;
  private final Directory directory;
  private final Registry registry;
  private final MandateDesk desk;
  private final Today today;

  WhoCanAgreeResource(
      OpenedMandates opened,
      MandateMoments moments,
      MandateLists lists,
      TypedWords words,
      Directory directory,
      Registry registry,
      MandateDesk desk,
      Today today) {
    this.opened = opened;
    this.moments = moments;
    this.lists = lists;
    this.words = words;
    this.directory = directory;
    this.registry = registry;
    this.desk = desk;
    this.today = today;
  }

  /**
   * @param tables none for every table
   * @param countedOn the day of the counts; null while they are not told yet
   * @param limits null for who is not general practice of the place
   */
  record MayAgree(
      MandateId mandateId,
      PlaceId placeId,
      Topic topic,
      @Nullable UUID topicId,
      @Nullable String topicNow,
      List<String> tables,
      OrganisationId holderId,
      Label holderRole,
      List<Holder> alternates,
      LocalDate validUntil,
      boolean contested,
      boolean confirmationNeeded,
      @Nullable Integer practices,
      @Nullable Integer ofPractices,
      @Nullable Long patients,
      @Nullable Integer patientsPercent,
      @Nullable LocalDate countedOn,
      @Nullable List<TermsView.LimitView> limits) {}

  record Answered(LocalDate asOf, List<MayAgree> items, @Nullable String next) {}

  /** One topic of a mandate in force. */
  private record Entry(Opened mandate, Topic topic, @Nullable UUID topicId, List<String> tables) {
    boolean meets(Entry other) {
      boolean sameTopic =
          topicId != null && other.topicId != null
              ? topicId.equals(other.topicId)
              : topic.equals(other.topic);
      boolean sameTable =
          tables.isEmpty()
              || other.tables.isEmpty()
              || tables.stream().anyMatch(other.tables::contains);
      return sameTopic && sameTable;
    }

    OrganisationId holder() {
      @Nullable Terms terms = mandate.version().terms();
      return terms == null ? mandate.opening().holderId() : terms.holder().organisationId();
    }
  }

  @GET
  @Permission("whoCanAgree")
  public Answered list(
      @QueryParam("area") @Nullable String area,
      @QueryParam("topic") @Nullable String topic,
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    LocalDate day = asOf == null ? today.get() : day(asOf);
    var request = PageRequest.of(after, limit);
    @Nullable MandateId last = after == null ? null : cursor(after);
    @Nullable List<PlaceId> places = area == null ? null : places(area, day);
    List<MayAgree> items = new ArrayList<>();
    Map<PlaceId, List<Entry>> byPlace = new HashMap<>();
    List<MandateId> part;
    do {
      part = opened.page(places, last, READ_AT_ONCE);
      for (MandateId id : part) {
        List<MayAgree> found =
            entries(id, day).stream()
                .filter(entry -> topic == null || isAbout(entry, topic))
                .map(entry -> view(entry, day, byPlace))
                .toList();
        // A mandate's topics stay on one page, so that the cursor is the mandate.
        if (!items.isEmpty() && items.size() + found.size() > request.limit()) {
          return new Answered(day, items, last == null ? null : last.value().toString());
        }
        items.addAll(found);
        last = id;
      }
    } while (part.size() == READ_AT_ONCE);
    return new Answered(day, items, null);
  }

  private List<Entry> entries(MandateId id, LocalDate day) {
    if (!(moments.of(id, day) instanceof Opened mandate) || !mandate.on(day).isInForce()) {
      return List.of();
    }
    @Nullable Terms terms = mandate.version().terms();
    if (terms == null) {
      var opening = mandate.opening();
      return List.of(
          new Entry(
              mandate,
              opening.topic(),
              opening.topicId(),
              opening.board() == null ? List.of() : List.of(opening.board().value())));
    }
    List<String> tables = terms.tables().stream().map(table -> table.label().value()).toList();
    return terms.topics().stream()
        .map(each -> new Entry(mandate, each.topic(), each.topicId(), tables))
        .toList();
  }

  /** By the id or the slug; a topic that was merged is meant by the one it went on in. */
  private boolean isAbout(Entry entry, String topic) {
    if (entry.topic().value().equals(topic)) {
      return true;
    }
    try {
      UUID asked = UUID.fromString(topic);
      return entry.topicId() != null
          && lists.amongTopics(List.of(entry.topicId()), asked).equals(entry.topicId());
    } catch (IllegalArgumentException slug) {
      @Nullable String now = lists.labelNow(entry.topicId());
      return now != null && Topic.called(now).value().equals(topic);
    }
  }

  private MayAgree view(Entry entry, LocalDate day, Map<PlaceId, List<Entry>> byPlace) {
    Opened mandate = entry.mandate();
    var place = mandate.opening().placeId();
    boolean ofThePlace = desk.audience(mandate).limits();
    @Nullable Terms terms = mandate.version().terms();
    @Nullable Bound bound = ofThePlace ? bound(mandate, day) : boundOnMonday(mandate, day);
    return new MayAgree(
        mandate.id(),
        place,
        entry.topic(),
        entry.topicId(),
        lists.labelNow(entry.topicId()),
        entry.tables(),
        entry.holder(),
        terms == null ? mandate.opening().holderRole() : terms.holder().label(),
        terms == null ? List.of() : terms.alternates(),
        mandate.version().end().minusDays(1),
        byPlace.computeIfAbsent(place, _ -> entriesOf(place, day)).stream()
            .anyMatch(other -> other.meets(entry) && !other.holder().equals(entry.holder())),
        mandate.toConfirm() != null,
        bound == null ? null : (Integer) bound.tally().granted(),
        bound == null ? null : (Integer) bound.tally().practices(),
        bound == null ? null : (Long) bound.tally().patientsGranted(),
        bound == null ? null : bound.tally().patientsPercent(),
        bound == null ? null : bound.on(),
        ofThePlace && terms != null
            ? TermsView.limits(terms, words.texts(TermsView.refs(terms)))
            : null);
  }

  private record Bound(Tally tally, LocalDate on) {}

  private Bound bound(Opened mandate, LocalDate day) {
    return new Bound(Tally.of(registry.electorate(mandate, day), mandate.version().answers()), day);
  }

  private @Nullable Bound boundOnMonday(Opened mandate, LocalDate day) {
    LocalDate monday = moments.mondayOf(day);
    return moments.asTold(mandate.id(), monday) instanceof Opened then
            && then.on(monday).isInForce()
        ? bound(then, monday)
        : null;
  }

  private List<Entry> entriesOf(PlaceId place, LocalDate day) {
    List<Entry> all = new ArrayList<>();
    @Nullable MandateId last = null;
    List<MandateId> part;
    do {
      part = opened.page(List.of(place), last, READ_AT_ONCE);
      for (MandateId id : part) {
        all.addAll(entries(id, day));
        last = id;
      }
    } while (part.size() == READ_AT_ONCE);
    return all;
  }

  /** The place itself, or all places of the ICS. */
  private List<PlaceId> places(String area, LocalDate day) {
    try {
      return List.of(new PlaceId(UUID.fromString(area)));
    } catch (IllegalArgumentException ics) {
      if (!area.matches("[A-Za-z0-9-]{3,36}")) {
        throw Problem.invalid("query:area", "must be a place's id or an ICB's ODS code")
            .exception();
      }
      return directory.placesOf(new uk.onevoice.directory.OrganisationId(area), day).stream()
          .map(place -> new PlaceId(place.id().value()))
          .toList();
    }
  }

  private static MandateId cursor(String after) {
    try {
      return new MandateId(UUID.fromString(after));
    } catch (IllegalArgumentException malformed) {
      throw Problem.invalid("query:after", "is not the next of an earlier page").exception();
    }
  }

  private LocalDate day(String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      if (!day.isAfter(today.get())) {
        return day;
      }
    } catch (DateTimeParseException noDay) {
      // Answered below, as a day to come is.
    }
    throw Problem.invalid("query:asOf", "must be a date as 2026-11-30, today or earlier")
        .exception();
  }
}
