package uk.onevoice.mandates.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.Organisation;
import uk.onevoice.directory.Place;
import uk.onevoice.directory.RoleHolding;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.mandates.adapter.store.MandateLog;
import uk.onevoice.mandates.domain.Mandate;
import uk.onevoice.mandates.domain.MandateCommand;
import uk.onevoice.mandates.domain.MandateCommand.Open;
import uk.onevoice.mandates.domain.MandateCommand.Respond;
import uk.onevoice.mandates.domain.MandateEvent;
import uk.onevoice.mandates.domain.MandateEvent.MandateOpened;
import uk.onevoice.mandates.domain.MandateId;
import uk.onevoice.mandates.domain.MandateRejection;
import uk.onevoice.mandates.domain.MandateRejection.PracticeNotInPlace;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.PlaceId;
import uk.onevoice.mandates.domain.PracticeId;
import uk.onevoice.mandates.domain.Topic;
import uk.onevoice.security.Parts;
import uk.onevoice.security.Permission;
import uk.onevoice.security.Scope;
import uk.onevoice.service.command.Circumstances;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.command.ListedTopics;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.edge.Versions;
import uk.onevoice.service.listing.FirstEvents;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.wiring.Ids;

/**
 * Mandates: asked for by a body of general practice, answered by practices. What is asked for is
 * for everybody; how it is answered is for general practice of the place.
 */
@Path("/v1/mandates")
@RunOnVirtualThread
class MandatesResource {
  private final CommandHandler<MandateCommand, Mandate, MandateEvent, MandateRejection> mandates;
  private final FirstEvents<MandateOpened> ofPlaces;
  private final Commands commands;
  private final Directory directory;
  private final Parts parts;
  private final ListedTopics topics;
  private final Scope scope;
  private final Today today;
  private final Ids ids;

  MandatesResource(
      CommandHandler<MandateCommand, Mandate, MandateEvent, MandateRejection> mandates,
      FirstEvents<MandateOpened> ofPlaces,
      Commands commands,
      Directory directory,
      Parts parts,
      ListedTopics topics,
      Scope scope,
      Today today,
      Ids ids) {
    this.mandates = mandates;
    this.ofPlaces = ofPlaces;
    this.commands = commands;
    this.directory = directory;
    this.parts = parts;
    this.topics = topics;
    this.scope = scope;
    this.today = today;
    this.ids = ids;
  }

  @POST
  @Permission("openMandate")
  public Response open(OpenMandate wish) {
    RoleHolding asker = scope.in(inDirectory(wish.placeId()));
    MandateId id = new MandateId(ids.get());
    return commands.handle(
        mandates,
        MandateLog.stream(id),
        new Open(
            id,
            wish.placeId(),
            topics.of(wish.topicId(), wish.topic(), inDirectory(wish.placeId()), Topic::called),
            wish.board(),
            wish.holderId(),
            speaksForPractices(wish.holderId()),
            wish.holderRole(),
            wish.start(),
            wish.end(),
            wish.openedOn(),
            today.get(),
            wish.topicId()),
        (_, _, _) -> commands.created("/v1/mandates/" + id.value(), new MandateRef(id)),
        MandateProblems::of,
        new Circumstances(null, asker.organisation(), icsOf(wish.placeId())));
  }

  @POST
  @Path("/{id}/responses")
  @Permission("respondToMandate")
  public Response respond(@PathParam("id") UUID id, PracticeResponse response) {
    var practice = new uk.onevoice.directory.OrganisationId(response.practiceId().value());
    scope.at(practice);
    LocalDate day = today.get();
    LocalDate on = response.on() == null ? day : response.on();
    @Nullable PlaceId place =
        directory.placeOf(practice, on).map(found -> new PlaceId(found.value())).orElse(null);
    MandateId mandate = new MandateId(id);
    // A lost race is answered with the stream's version, which is not for practices elsewhere.
    if (mandates.current(MandateLog.stream(mandate)).state() instanceof Mandate.Opened opened
        && !opened.terms().placeId().equals(place)) {
      throw MandateProblems.of(new PracticeNotInPlace(response.practiceId(), on)).exception();
    }
    return commands.handle(
        mandates,
        MandateLog.stream(mandate),
        new Respond(mandate, response.practiceId(), place, response.answer(), on, day),
        (_, _, _) -> commands.noContent(),
        MandateProblems::of,
        new Circumstances(null, practice, place == null ? null : icsOf(place)));
  }

  @GET
  @Path("/{id}")
  @Permission("readMandate")
  public Response read(@PathParam("id") UUID id) {
    var current = mandates.current(MandateLog.stream(new MandateId(id)));
    return switch (current.state()) {
      case Mandate.Absent _ -> throw Problem.notFound().exception();
      case Mandate.Opened mandate -> answer(mandate, current.version());
    };
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
        page.items().stream().map(terms -> MandateTerms.of(terms, topics)).toList(), page.next());
  }

  private Response answer(Mandate.Opened mandate, long version) {
    var place = inDirectory(mandate.terms().placeId());
    LocalDate day = today.get();
    return switch (AnswerAudience.of(parts, place)) {
      // The version would count the answers.
      case AnswerAudience.Outside _ ->
          Response.ok(MandateView.outside(mandate, day, topics)).build();
      case AnswerAudience.Own(var practices) ->
          versioned(
              MandateView.forPractices(mandate, day, topics, practicesIn(place, day), practices),
              version);
      case AnswerAudience.Leaders _ ->
          versioned(MandateView.forLeaders(mandate, day, topics, practicesIn(place, day)), version);
    };
  }

  private static Response versioned(MandateView view, long version) {
    return Response.ok(view).header("ETag", Versions.etag(version)).build();
  }

  private Set<PracticeId> practicesIn(uk.onevoice.directory.PlaceId place, LocalDate day) {
    return directory.listedPracticesIn(place, day).stream()
        .map(practice -> new PracticeId(practice.value()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private boolean speaksForPractices(OrganisationId holder) {
    return directory
        .organisation(new uk.onevoice.directory.OrganisationId(holder.value()))
        .filter(body -> body.openOn(today.get()))
        .filter(Organisation::isGeneralPractice)
        .isPresent();
  }

  private uk.onevoice.directory.@Nullable OrganisationId icsOf(PlaceId place) {
    return directory.place(inDirectory(place), today.get()).map(Place::ics).orElse(null);
  }

  private static uk.onevoice.directory.PlaceId inDirectory(PlaceId place) {
    return new uk.onevoice.directory.PlaceId(place.value());
  }
}
