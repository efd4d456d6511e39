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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.AffiliationKind;
import uk.onevoice.directory.Directory;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.mandates.adapter.http.AmbitionBodies.AmbitionRef;
import uk.onevoice.mandates.adapter.http.AmbitionBodies.AmbitionView;
import uk.onevoice.mandates.adapter.http.AmbitionBodies.DueWords;
import uk.onevoice.mandates.adapter.http.AmbitionBodies.EndAmbition;
import uk.onevoice.mandates.adapter.http.AmbitionBodies.OfferAmbition;
import uk.onevoice.mandates.adapter.http.AmbitionBodies.ReviewAmbition;
import uk.onevoice.mandates.adapter.http.AmbitionBodies.SignAmbition;
import uk.onevoice.mandates.adapter.registry.Registry;
import uk.onevoice.mandates.adapter.store.AmbitionLog;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.ambition.AgreementId;
import uk.onevoice.mandates.domain.ambition.Ambition;
import uk.onevoice.mandates.domain.ambition.Ambition.Offered;
import uk.onevoice.mandates.domain.ambition.AmbitionCommand;
import uk.onevoice.mandates.domain.ambition.AmbitionCommand.End;
import uk.onevoice.mandates.domain.ambition.AmbitionCommand.Offer;
import uk.onevoice.mandates.domain.ambition.AmbitionCommand.RecordReview;
import uk.onevoice.mandates.domain.ambition.AmbitionCommand.Sign;
import uk.onevoice.mandates.domain.ambition.AmbitionEvent;
import uk.onevoice.mandates.domain.ambition.AmbitionEvent.AmbitionOffered;
import uk.onevoice.mandates.domain.ambition.AmbitionRejection;
import uk.onevoice.mandates.domain.ambition.NewPromise;
import uk.onevoice.mandates.domain.ambition.PromiseId;
import uk.onevoice.security.Permission;
import uk.onevoice.security.Scope;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.edge.Versions;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.wiring.Ids;
import uk.onevoice.vault.TypedWords;

/**
 * Ambition agreements, between a federation and one of its practices and for nobody else. Each side
 * says of the other whether it kept its word: the federation of asks, the practice of promises.
 */
@Path("/v1/ambition-agreements")
@RunOnVirtualThread
class AmbitionResource {
  private static final int MOST_PROMISES = 40;

  private final CommandHandler<AmbitionCommand, Ambition, AmbitionEvent, AmbitionRejection>
      agreements;
  private final AmbitionLog.Lists lists;
  private final AmbitionDesk desk;
  private final AmbitionViews views;
  private final TypedWords words;
  private final Places places;
  private final Directory directory;
  private final Commands commands;
  private final Scope scope;
  private final Today today;
  private final Ids ids;

  AmbitionResource(
      CommandHandler<AmbitionCommand, Ambition, AmbitionEvent, AmbitionRejection> agreements,
      AmbitionLog.Lists lists,
      AmbitionDesk desk,
      AmbitionViews views,
      TypedWords words,
      Places places,
      Directory directory,
      Commands commands,
      Scope scope,
      Today today,
      Ids ids) {
    this.agreements = agreements;
    this.lists = lists;
    this.desk = desk;
    this.views = views;
    this.words = words;
    this.places = places;
    this.directory = directory;
    this.commands = commands;
    this.scope = scope;
    this.today = today;
    this.ids = ids;
  }

  @POST
  @Permission("offerAmbition")
  public Response offer(OfferAmbition wish) {
    var federation = Registry.inDirectory(wish.federationId());
    scope.at(federation);
    List<DueWords> promises = wish.promises() == null ? List.of() : wish.promises();
    if (promises.size() > MOST_PROMISES) {
      throw Problem.invalid("/promises", "must have at most " + MOST_PROMISES).exception();
    }
    AgreementId id = AmbitionLog.idOf(wish.federationId(), wish.practiceId());
    boolean member =
        directory
            .parents(
                AmbitionDesk.inDirectory(wish.practiceId()),
                AffiliationKind.FEDERATION,
                today.get())
            .contains(federation);
    return words.keeping(
        AmbitionLog.stream(id),
        pen ->
            commands.handle(
                agreements,
                AmbitionLog.stream(id),
                new Offer(
                    id,
                    wish.federationId(),
                    wish.practiceId(),
                    member,
                    wish.level(),
                    promises(promises, pen),
                    wish.reviewOn(),
                    today.get()),
                (_, _, _) -> commands.created(AmbitionDesk.path(id), new AmbitionRef(id)),
                AmbitionProblems::of,
                places.circumstances(wish.practiceId(), federation)));
  }

  private List<NewPromise> promises(List<DueWords> wishes, TypedWords.Pen pen) {
    List<NewPromise> promises = new ArrayList<>();
    for (int i = 0; i < wishes.size(); i++) {
      promises.add(
          new NewPromise(
              new PromiseId(ids.get()),
              AmbitionDesk.written(
                  pen, "ambition-promise", "/promises/" + i + "/what", wishes.get(i).what()),
              wishes.get(i).due()));
    }
    return promises;
  }

  @GET
  @Permission("listAmbitionAgreements")
  public Page<AmbitionView> ofFederation(
      @QueryParam("federationId") @Nullable String federationId,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    OrganisationId federation = PathBodies.of("query:federationId", federationId);
    PageRequest request = PageRequest.of(after, limit);
    scope.at(Registry.inDirectory(federation));
    return listed(lists.ofFederation().page(federation.value(), request));
  }

  @GET
  @Path("/of-practices/{practiceId}")
  @Permission("listAmbitionOfPractice")
  public Page<AmbitionView> ofPractice(
      @PathParam("practiceId") String practiceId,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    OrganisationId practice = PathBodies.of("path:practiceId", practiceId);
    PageRequest request = PageRequest.of(after, limit);
    scope.at(Registry.inDirectory(practice));
    return listed(lists.ofPractice().page(practice.value(), request));
  }

  private Page<AmbitionView> listed(Page<AmbitionOffered> page) {
    List<Offered> found =
        page.items().stream()
            .map(AmbitionOffered::agreementId)
            .distinct()
            .map(id -> agreements.current(AmbitionLog.stream(id)).state())
            .filter(Offered.class::isInstance)
            .map(Offered.class::cast)
            .toList();
    return new Page<>(views.of(found), page.next());
  }

  @GET
  @Path("/{id}")
  @Permission("readAmbitionAgreement")
  public Response read(@PathParam("id") UUID id) {
    Offered agreement = desk.there(id);
    desk.asEither(agreement);
    return Response.ok(views.of(List.of(agreement)).getFirst())
        .header(
            "ETag",
            Versions.etag(
                agreements.current(AmbitionLog.stream(agreement.terms().agreementId())).version()))
        .build();
  }

  @POST
  @Path("/{id}/signatures")
  @Permission("signAmbition")
  public Response sign(@PathParam("id") UUID id, SignAmbition wish) {
    Offered agreement = desk.asPractice(id);
    return desk.handle(
        agreement,
        new Sign(AmbitionDesk.idOf(agreement), wish.level(), desk.day(wish.on()), today.get()));
  }

  @POST
  @Path("/{id}/reviews")
  @Permission("reviewAmbition")
  public Response review(@PathParam("id") UUID id, ReviewAmbition wish) {
    Offered agreement = desk.asFederation(id);
    return words.keeping(
        AmbitionLog.stream(AmbitionDesk.idOf(agreement)),
        pen ->
            desk.handle(
                agreement,
                new RecordReview(
                    AmbitionDesk.idOf(agreement),
                    wish.nextReviewOn(),
                    wish.notes() == null
                        ? null
                        : pen.body(
                            "ambition-review", "/notes", wish.notes(), TypedWords.LONG, null),
                    desk.day(wish.on()),
                    today.get())));
  }

  @POST
  @Path("/{id}/endings")
  @Permission("endAmbition")
  public Response end(@PathParam("id") UUID id, EndAmbition wish) {
    Offered agreement = desk.there(id);
    desk.asEither(agreement);
    return desk.handle(
        agreement, new End(AmbitionDesk.idOf(agreement), desk.day(wish.on()), today.get()));
  }
}
