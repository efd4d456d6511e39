package uk.onevoice.meetings.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.ListEntry;
import uk.onevoice.directory.Place;
import uk.onevoice.kernel.Label;
import uk.onevoice.meetings.adapter.store.Sittings;
import uk.onevoice.meetings.adapter.store.UsedTopics;
import uk.onevoice.meetings.domain.Item;
import uk.onevoice.meetings.domain.ItemId;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.meetings.domain.Outcome;
import uk.onevoice.meetings.domain.PlaceId;
import uk.onevoice.meetings.domain.Stance;
import uk.onevoice.meetings.domain.topics.DecidedInPlace;
import uk.onevoice.meetings.domain.topics.DecidedInPlace.Sitting;
import uk.onevoice.meetings.domain.topics.Step;
import uk.onevoice.meetings.domain.topics.Way;
import uk.onevoice.security.Permission;
import uk.onevoice.security.Scope;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.listing.Part;
import uk.onevoice.service.problem.Problem;

/** What became of one topic: in all places of an ICS (4.4), and in one over time (1.7). */
@Path("/v1/meetings")
@RunOnVirtualThread
class TopicsResource {
  private static final int DAYS = 365;

  private final UsedTopics used;
  private final Sittings sittings;
  private final TopicSteps steps;
  private final SittingDesk desk;
  private final Directory directory;
  private final Scope scope;
  private final Today today;

  TopicsResource(
      UsedTopics used,
      Sittings sittings,
      TopicSteps steps,
      SittingDesk desk,
      Directory directory,
      Scope scope,
      Today today) {
    this.used = used;
    this.sittings = sittings;
    this.steps = steps;
    this.desk = desk;
    this.directory = directory;
    this.scope = scope;
    this.today = today;
  }

  record DifferentlyView(UUID topicId, String topic, List<DecidedView> places) {}

  record DecidedView(
      PlaceId placeId,
      @Nullable String place,
      MeetingId meetingId,
      ItemId itemId,
      Label forum,
      LocalDate on,
      Outcome outcome,
      Way went) {}

  @GET
  @Path("/decided-differently")
  @Permission("listDecidedDifferently")
  public Page<DifferentlyView> differently(
      @QueryParam("icsId") @Nullable String icsId,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    PageRequest request = PageRequest.of(after, limit);
    uk.onevoice.directory.OrganisationId ics = ics(icsId);
    scope.inIcs(ics);
    Map<UUID, String> places =
        directory.placesOf(ics, today.get()).stream()
            .collect(Collectors.toMap(place -> place.id().value(), Place::name));
    Map<UUID, ListEntry> topics = new HashMap<>();
    Map<UUID, List<UUID>> ids = new HashMap<>();
    for (UUID id : used.all()) {
      directory
          .topicOn(id, today.get())
          .filter(topic -> topic.ics().equals(ics))
          .ifPresent(topic -> {
            topics.put(topic.id(), topic);
            ids.computeIfAbsent(topic.id(), _ -> new ArrayList<>()).add(id);
          });
    }
    List<DifferentlyView> all =
        topics.values().stream()
            .sorted(Comparator.comparing(ListEntry::label).thenComparing(ListEntry::id))
            .map(topic -> view(topic, ids.getOrDefault(topic.id(), List.of()), places))
            .filter(view -> !view.places().isEmpty())
            .toList();
    return Part.of(all, request, views -> views);
  }

  private static uk.onevoice.directory.OrganisationId ics(@Nullable String icsId) {
    if (icsId == null) {
      throw Problem.invalid("query:icsId", "is required").exception();
    }
    try {
      return new uk.onevoice.directory.OrganisationId(new OrganisationId(icsId).value());
    } catch (IllegalArgumentException malformed) {
      throw Problem.invalid("query:icsId", "must be an ODS code or a UUID").exception();
    }
  }

  private DifferentlyView view(ListEntry topic, List<UUID> ids, Map<UUID, String> places) {
    LocalDate since = today.get().minusDays(DAYS);
    Map<MeetingId, Label> forums = new HashMap<>();
    List<DecidedInPlace> decided = new ArrayList<>();
    for (Sittings.Known meeting : sittings.onTopics(ids)) {
      if (meeting.on().isBefore(since) || !places.containsKey(meeting.placeId().value())) {
        continue;
      }
      forums.put(meeting.meetingId(), meeting.forum());
      for (Item item : meeting.items()) {
        @Nullable Outcome outcome = Sittings.outcome(item);
        if (outcome != null && item.topicId() != null && ids.contains(item.topicId())) {
          decided.add(
              new DecidedInPlace(
                  new Sitting(meeting.placeId(), meeting.meetingId(), item.itemId(), meeting.on()),
                  outcome,
                  Way.of(item.position(), Sittings.counted(item))));
        }
      }
    }
    return new DifferentlyView(
        topic.id(),
        topic.label(),
        DecidedInPlace.differing(decided).stream()
            .map(one ->
                new DecidedView(
                    one.sitting().placeId(),
                    places.get(one.sitting().placeId().value()),
                    one.sitting().meetingId(),
                    one.sitting().itemId(),
                    Objects.requireNonNull(forums.get(one.sitting().meetingId())),
                    one.sitting().on(),
                    one.outcome(),
                    one.way()))
            .toList());
  }

  /**
   * @param leadDays below 0 where general practice came in after the decision
   */
  record TimelineView(
      UUID topicId,
      PlaceId placeId,
      @Nullable LocalDate firstInvolvementOn,
      @Nullable LocalDate decidedOn,
      @Nullable Long leadDays,
      List<StepView> items,
      @Nullable String next) {}

  record StepView(
      LocalDate on,
      Step.Kind kind,
      @Nullable OrganisationId organisationId,
      @Nullable MeetingId meetingId,
      @Nullable ItemId itemId,
      @Nullable Stance stance,
      @Nullable Outcome outcome,
      @Nullable Boolean agreed,
      boolean recordedAfter) {}

  @GET
  @Path("/topics/{topicId}/timeline")
  @Permission("readTopicTimeline")
  public TimelineView timeline(
      @PathParam("topicId") UUID topicId,
      @QueryParam("placeId") @Nullable String placeId,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    PageRequest request = PageRequest.of(after, limit);
    PlaceId place = new PlaceId(PageRequest.uuid("placeId", placeId));
    if (!scope.covers(SittingDesk.inDirectory(place))) {
      throw scope.refusal();
    }
    var ics = desk.icsOf(place);
    if (directory
        .topicOn(topicId, today.get())
        .filter(topic -> topic.ics().equals(ics))
        .isEmpty()) {
      throw Problem.notFound().exception();
    }
    List<Step> all = steps.of(place, Set.copyOf(used.meaning(topicId)));
    Page<StepView> page = Part.of(all, request, part -> part.stream().map(this::view).toList());
    var lead = Step.leadDays(all);
    return new TimelineView(
        used.now(topicId),
        place,
        Step.firstInvolvement(all).orElse(null),
        Step.firstDecision(all).orElse(null),
        lead.isPresent() ? lead.getAsLong() : null,
        page.items(),
        page.next());
  }

  private StepView view(Step step) {
    return new StepView(
        step.on(),
        step.kind(),
        step.organisationId(),
        step.meetingId(),
        step.itemId(),
        step.stance(),
        step.outcome(),
        step.agreed(),
        step.recordedAfter());
  }
}
