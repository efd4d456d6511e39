package uk.onevoice.meetings.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.ListEntry;
import uk.onevoice.directory.Role;
import uk.onevoice.meetings.adapter.store.KnownMandates;
import uk.onevoice.meetings.adapter.store.Sittings;
import uk.onevoice.meetings.adapter.store.UsedTopics;
import uk.onevoice.meetings.domain.Item;
import uk.onevoice.meetings.domain.MandateId;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.meetings.domain.PlaceId;
import uk.onevoice.meetings.domain.PracticeId;
import uk.onevoice.meetings.domain.briefing.Verdict;
import uk.onevoice.meetings.domain.feedback.Duty;
import uk.onevoice.meetings.domain.mandate.Held;
import uk.onevoice.meetings.domain.mandate.KnownMandate;
import uk.onevoice.meetings.domain.mandate.KnownMandate.Version;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.service.command.Today;

/**
 * What mandates of a place mean for a meeting there, before and after it. Topics and forums that
 * were merged since count as what they went on in, on both sides.
 */
@ApplicationScoped
class MandatesOfPlace {
  private final KnownMandates known;
  private final UsedTopics topics;
  private final Directory directory;
  private final CurrentActor actor;
  private final Today today;

  MandatesOfPlace(
      KnownMandates known,
      UsedTopics topics,
      Directory directory,
      CurrentActor actor,
      Today today) {
    this.known = known;
    this.topics = topics;
    this.directory = directory;
    this.actor = actor;
    this.today = today;
  }

  List<KnownMandate> of(PlaceId place) {
    return known.ofPlace(place).stream()
        .map(mandate -> mandate.named(topics::now, this::forumNow))
        .toList();
  }

  private UUID forumNow(UUID forum) {
    return directory.forumOn(forum, today.get()).map(ListEntry::id).orElse(forum);
  }

  @Nullable UUID forum(@Nullable UUID forum) {
    return forum == null ? null : forumNow(forum);
  }

  /**
   * The mandates under which practices are to hear of the meeting: in force on its day, at its
   * table, on a topic of its agenda, and with days for it in their terms.
   */
  List<Duty> duties(Sittings.Known meeting) {
    return of(meeting.placeId()).stream()
        .flatMap(mandate -> duty(meeting, mandate).stream())
        .toList();
  }

  Optional<Duty> duty(Sittings.Known meeting, MandateId mandate) {
    return known
        .mandate(mandate.value())
        .filter(one -> one.placeId().equals(meeting.placeId()))
        .map(one -> one.named(topics::now, this::forumNow))
        .flatMap(one -> duty(meeting, one));
  }

  private Optional<Duty> duty(Sittings.Known meeting, KnownMandate mandate) {
    boolean covers = meeting.items().stream().anyMatch(item -> covers(meeting, item, mandate));
    return mandate
        .on(meeting.on())
        .map(Version::reportBackDays)
        .filter(_ -> covers)
        .map(days ->
            new Duty(
                meeting.meetingId(),
                new MandateId(mandate.mandateId()),
                meeting.placeId(),
                meeting.on(),
                days));
  }

  private boolean covers(Sittings.Known meeting, Item item, KnownMandate mandate) {
    return item.topicId() != null
        && !Verdict.of(
                List.of(mandate),
                topics.now(item.topicId()),
                forum(meeting.forumId()),
                meeting.on())
            .covering()
            .isEmpty();
  }

  /** The items of the agenda that the mandate covered, in order. */
  List<Item> covered(Sittings.Known meeting, MandateId id) {
    return known
        .mandate(id.value())
        .map(mandate -> mandate.named(topics::now, this::forumNow))
        .map(mandate ->
            meeting.items().stream().filter(item -> covers(meeting, item, mandate)).toList())
        .orElse(List.of());
  }

  /** Whether the caller holds today what spoke under the mandate at the meeting, or stands in. */
  boolean isHeldByCaller(Sittings.Known meeting, MandateId id) {
    Set<Held> held =
        actor.get().holdings(Role.values()).stream()
            .filter(holding -> holding.organisation() != null)
            .map(holding ->
                new Held(new OrganisationId(holding.organisation().value()), holding.role().name()))
            .collect(Collectors.toSet());
    return known
        .mandate(id.value())
        .flatMap(mandate ->
            mandate.on(meeting.on()).map(version -> mandate.speakers(version, today.get())))
        .stream()
        .flatMap(List::stream)
        .anyMatch(speaker -> speaker.isAmong(held));
  }

  /** The practices whose grant stands today, of the version in force today or at the meeting. */
  Set<PracticeId> granting(Sittings.Known meeting, MandateId id) {
    return known
        .mandate(id.value())
        .flatMap(mandate -> mandate.on(today.get()).or(() -> mandate.on(meeting.on())))
        .map(version -> known.granted(id.value(), version.number()))
        .orElse(Set.of())
        .stream()
        .map(PracticeId::new)
        .collect(Collectors.toSet());
  }
}
