package uk.onevoice.mandates.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.mandates.adapter.http.ExternalChangeBodies.ExternalChangeRef;
import uk.onevoice.mandates.adapter.http.ExternalChangeBodies.ExternalChangeView;
import uk.onevoice.mandates.adapter.http.ExternalChangeBodies.RecordExternalChange;
import uk.onevoice.mandates.adapter.http.ExternalChangeBodies.ReviewView;
import uk.onevoice.mandates.adapter.http.ExternalChangeBodies.SettleReview;
import uk.onevoice.mandates.adapter.registry.Registry;
import uk.onevoice.mandates.adapter.store.ExternalChangeLog;
import uk.onevoice.mandates.adapter.store.MandateFacts;
import uk.onevoice.mandates.domain.MandateId;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.externalchange.ExternalChange;
import uk.onevoice.mandates.domain.externalchange.ExternalChange.Recorded;
import uk.onevoice.mandates.domain.externalchange.ExternalChangeCommand;
import uk.onevoice.mandates.domain.externalchange.ExternalChangeCommand.RecordChange;
import uk.onevoice.mandates.domain.externalchange.ExternalChangeEvent;
import uk.onevoice.mandates.domain.externalchange.ExternalChangeEvent.ExternalChangeRecorded;
import uk.onevoice.mandates.domain.externalchange.ExternalChangeEvent.MandateReviewSettled;
import uk.onevoice.mandates.domain.externalchange.ExternalChangeId;
import uk.onevoice.mandates.domain.externalchange.ExternalChangeRejection;
import uk.onevoice.mandates.domain.externalchange.TouchedMandate;
import uk.onevoice.security.Permission;
import uk.onevoice.security.Scope;
import uk.onevoice.service.command.Circumstances;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.edge.Versions;
import uk.onevoice.service.listing.FirstEvents;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.wiring.Ids;
import uk.onevoice.vault.TypedWords;

/** What changes outside, and the mandates to be looked at because of it, for leaders of the ICS. */
@Path("/v1/external-changes")
@RunOnVirtualThread
class ExternalChangesResource {
  private static final int MOST_TOPICS = 20;

  private final CommandHandler<
          ExternalChangeCommand, ExternalChange, ExternalChangeEvent, ExternalChangeRejection>
      changes;
  private final FirstEvents<ExternalChangeRecorded> ofIcs;
  private final MandateFacts mandates;
  private final TypedWords words;
  private final Places places;
  private final Commands commands;
  private final Scope scope;
  private final Today today;
  private final Ids ids;

  ExternalChangesResource(
      CommandHandler<
              ExternalChangeCommand, ExternalChange, ExternalChangeEvent, ExternalChangeRejection>
          changes,
      FirstEvents<ExternalChangeRecorded> ofIcs,
      MandateFacts mandates,
      TypedWords words,
      Places places,
      Commands commands,
      Scope scope,
      Today today,
      Ids ids) {
    this.changes = changes;
    this.ofIcs = ofIcs;
    this.mandates = mandates;
    this.words = words;
    this.places = places;
    this.commands = commands;
    this.scope = scope;
    this.today = today;
    this.ids = ids;
  }

  @POST
  @Permission("recordExternalChange")
  public Response record(RecordExternalChange wish) {
    var circumstances = in(wish.icsId());
    if (wish.topicIds().size() > MOST_TOPICS) {
      throw Problem.invalid("/topicIds", "must have at most " + MOST_TOPICS).exception();
    }
    ExternalChangeId id = new ExternalChangeId(ids.get());
    String stream = ExternalChangeLog.stream(id);
    List<UUID> topics = wish.topicIds().stream().distinct().toList();
    List<UUID> notInUse =
        topics.stream().filter(topic -> !places.isTopicInUse(wish.icsId(), topic)).toList();
    return words.keeping(
        stream,
        pen ->
            commands.handle(
                changes,
                stream,
                new RecordChange(
                    id,
                    wish.icsId(),
                    wish.kind(),
                    pen.body("external-change", "/what", wish.what(), TypedWords.SHORT, null),
                    topics,
                    notInUse,
                    touched(wish.icsId(), Set.copyOf(topics)),
                    wish.from(),
                    today.get()),
                (_, _, _) ->
                    commands.created(
                        "/v1/external-changes/" + id.value(), new ExternalChangeRef(id)),
                ExternalChangeProblems::of,
                circumstances));
  }

  /** By the first of its topics, or of those that they went on in, that the change is about. */
  private List<TouchedMandate> touched(OrganisationId ics, Set<UUID> topics) {
    List<TouchedMandate> touched = new ArrayList<>();
    for (MandateFacts.Known mandate : mandates.onTopics(today.get())) {
      if (ics.equals(places.icsOf(mandate.placeId()))) {
        mandate.topicIds().stream()
            .map(places::topicToday)
            .filter(topics::contains)
            .findFirst()
            .ifPresent(topic -> touched.add(new TouchedMandate(mandate.mandateId(), topic)));
      }
    }
    return touched;
  }

  @POST
  @Path("/{id}/reviews/{mandateId}/settlements")
  @Permission("settleReview")
  public Response settle(
      @PathParam("id") UUID id, @PathParam("mandateId") UUID mandateId, SettleReview wish) {
    Recorded change = there(id);
    var circumstances = in(change.terms().icsId());
    String stream = ExternalChangeLog.stream(change.terms().externalChangeId());
    return words.keeping(
        stream,
        pen ->
            commands.handle(
                changes,
                stream,
                new ExternalChangeCommand.SettleReview(
                    change.terms().externalChangeId(),
                    new MandateId(mandateId),
                    wish.outcome(),
                    wish.notes() == null
                        ? null
                        : pen.body("mandate-review", "/notes", wish.notes(), TypedWords.LONG, null),
                    today.get()),
                (_, _, _) -> commands.noContent(),
                ExternalChangeProblems::of,
                circumstances));
  }

  @GET
  @Path("/{id}")
  @Permission("readExternalChange")
  public Response read(@PathParam("id") UUID id) {
    Recorded change = there(id);
    in(change.terms().icsId());
    return Response.ok(views(List.of(change)).getFirst())
        .header(
            "ETag",
            Versions.etag(
                changes
                    .current(ExternalChangeLog.stream(change.terms().externalChangeId()))
                    .version()))
        .build();
  }

  @GET
  @Permission("listExternalChanges")
  public Page<ExternalChangeView> ofIcs(
      @QueryParam("icsId") @Nullable String icsId,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    OrganisationId ics = PathBodies.of("query:icsId", icsId);
    PageRequest request = PageRequest.of(after, limit);
    in(ics);
    Page<ExternalChangeRecorded> page = ofIcs.page(ics.value(), request);
    return new Page<>(
        views(page.items().stream().map(each -> there(each.externalChangeId().value())).toList()),
        page.next());
  }

  private List<ExternalChangeView> views(List<Recorded> all) {
    var read = words.read(all.stream().flatMap(ExternalChangesResource::refs).toList());
    return all.stream().map(change -> view(change, read)).toList();
  }

  private static Stream<WordsRef> refs(Recorded change) {
    return Stream.concat(
        Stream.of(change.terms().whatRef()),
        change.settled().values().stream()
            .map(MandateReviewSettled::notesRef)
            .filter(Objects::nonNull));
  }

  private static ExternalChangeView view(Recorded change, Map<WordsRef, String> read) {
    var terms = change.terms();
    return new ExternalChangeView(
        terms.externalChangeId(),
        terms.icsId(),
        terms.kind(),
        read.get(terms.whatRef()),
        terms.topicIds(),
        terms.from(),
        terms.on(),
        terms.mandates().stream()
            .map(touched -> review(touched, change.settled().get(touched.mandateId()), read))
            .collect(Collectors.toUnmodifiableList()),
        change.toBeReviewed());
  }

  private static ReviewView review(
      TouchedMandate touched, @Nullable MandateReviewSettled settled, Map<WordsRef, String> read) {
    if (settled == null) {
      return new ReviewView(touched.mandateId(), touched.topicId(), null, null, null);
    }
    @Nullable WordsRef notes = settled.notesRef();
    return new ReviewView(
        touched.mandateId(),
        touched.topicId(),
        settled.outcome(),
        notes == null ? null : read.get(notes),
        settled.on());
  }

  private Recorded there(UUID id) {
    if (changes.current(ExternalChangeLog.stream(new ExternalChangeId(id))).state()
        instanceof Recorded recorded) {
      return recorded;
    }
    throw Problem.notFound().exception();
  }

  /** Lets leaders of the ICS pass. */
  private Circumstances in(OrganisationId ics) {
    var icb = Registry.inDirectory(ics);
    return new Circumstances(null, scope.inIcs(icb).organisation(), icb);
  }
}
