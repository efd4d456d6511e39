package uk.onevoice.mandates.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.mandates.adapter.registry.Registry;
import uk.onevoice.mandates.adapter.store.MandateLog;
import uk.onevoice.mandates.domain.ConsentCommand.Given;
import uk.onevoice.mandates.domain.ConsentCommand.Respond;
import uk.onevoice.mandates.domain.Mandate;
import uk.onevoice.mandates.domain.Mandate.Opened;
import uk.onevoice.mandates.domain.MandateCommand;
import uk.onevoice.mandates.domain.MandateCommand.Open;
import uk.onevoice.mandates.domain.MandateEvent;
import uk.onevoice.mandates.domain.MandateEvent.MandateOpened;
import uk.onevoice.mandates.domain.MandateId;
import uk.onevoice.mandates.domain.MandateRejection;
import uk.onevoice.mandates.domain.Manner;
import uk.onevoice.mandates.domain.Manner.Through;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.PracticeId;
import uk.onevoice.mandates.domain.Topic;
import uk.onevoice.security.Permission;
import uk.onevoice.security.Scope;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.command.ListedTopics;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.edge.Versions;
import uk.onevoice.service.listing.FirstEvents;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.wiring.Ids;
import uk.onevoice.vault.TypedWords;

/**
 * Mandates: asked for by a body of general practice, answered by practices. What is asked for is
 * for everybody; how it is answered is for general practice of the place.
 */
@Path("/v1/mandates")
@RunOnVirtualThread
class MandatesResource {
  private final CommandHandler<MandateCommand, Mandate, MandateEvent, MandateRejection> mandates;
  private final FirstEvents<MandateOpened> ofPlaces;
  private final MandateDesk desk;
  private final MandateViews views;
  private final TypedWords words;
  private final Commands commands;
  private final Registry registry;
  private final ListedTopics topics;
  private final Scope scope;
  private final Today today;
  private final Ids ids;

  MandatesResource(
      CommandHandler<MandateCommand, Mandate, MandateEvent, MandateRejection> mandates,
      FirstEvents<MandateOpened> ofPlaces,
      MandateDesk desk,
      MandateViews views,
      TypedWords words,
      Commands commands,
      Registry registry,
      ListedTopics topics,
      Scope scope,
      Today today,
      Ids ids) {
    this.mandates = mandates;
    this.ofPlaces = ofPlaces;
    this.desk = desk;
    this.views = views;
    this.words = words;
    this.commands = commands;
    this.registry = registry;
    this.topics = topics;
    this.scope = scope;
    this.today = today;
    this.ids = ids;
  }

  @POST
  @Permission("openMandate")
  public Response open(OpenMandate wish) {
    var circumstances = desk.actingIn(wish.placeId());
    MandateId id = new MandateId(ids.get());
    return desk.handle(
        new Open(
            id,
            wish.placeId(),
            topics.of(
                wish.topicId(), wish.topic(), Registry.inDirectory(wish.placeId()), Topic::called),
            wish.board(),
            wish.holderId(),
            registry.speaksForPractices(wish.holderId(), today.get()),
            wish.holderRole(),
            wish.start(),
            wish.end(),
            wish.openedOn(),
            today.get(),
            wish.topicId()),
        (_, _, _) -> commands.created("/v1/mandates/" + id.value(), new MandateRef(id)),
        circumstances);
  }

  @POST
  @Path("/{id}/responses")
  @Permission("respondToMandate")
  public Response respond(@PathParam("id") UUID id, PracticeResponse response) {
    var practice = response.practiceId();
    scope.at(new uk.onevoice.directory.OrganisationId(practice.value()));
    LocalDate day = today.get();
    LocalDate on = response.on() == null ? day : response.on();
    MandateId mandate = new MandateId(id);
    if (!(mandates.current(MandateLog.stream(mandate)).state() instanceof Opened opened)) {
      throw Problem.notFound().exception();
    }
    desk.inPlace(practice, opened, on);
    return words.keeping(
        MandateLog.stream(mandate),
        pen ->
            desk.done(
                new Respond(
                    mandate,
                    given(
                        response, on, pen.ifAny(AnswersResource.WORDS, "/words", response.words())),
                    response.version(),
                    manner(response),
                    day,
                    desk.electorate(opened)),
                desk.actingFor(new OrganisationId(practice.value()), opened.opening().placeId())));
  }

  private List<Given> given(PracticeResponse response, LocalDate on, @Nullable UUID said) {
    Set<PracticeId> own = desk.partnerOf();
    return response.practices().stream()
        .map(each ->
            new Given(
                each,
                registry.belonging(each, on),
                own.contains(each),
                response.answer(),
                on,
                said))
        .toList();
  }

  private static Manner manner(PracticeResponse response) {
    return response.forLegalEntity() == null
        ? Manner.ONLINE
        : new Manner(Through.ONLINE, null, null, response.forLegalEntity().legalEntityId(), null);
  }

  @GET
  @Path("/{id}")
  @Permission("readMandate")
  public Response read(@PathParam("id") UUID id) {
    var current = mandates.current(MandateLog.stream(new MandateId(id)));
    if (!(current.state() instanceof Opened mandate)) {
      throw Problem.notFound().exception();
    }
    var audience = desk.audience(mandate);
    var answer = Response.ok(views.of(mandate, audience));
    // The version would count the answers.
    return audience.counts()
        ? answer.header("ETag", Versions.etag(current.version())).build()
        : answer.build();
  }

  @GET
  @Permission("listMandates")
  public Page<MandateTerms> ofPlace(
      @QueryParam("placeId") @Nullable String placeId,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    Page<MandateOpened> page =
        ofPlaces.page(
            PageRequest.uuid("placeId", placeId).toString(), PageRequest.of(after, limit));
    return new Page<>(
        page.items().stream()
            .map(first -> views.listed(desk.opened(first.mandateId().value())))
            .toList(),
        page.next());
  }
}
