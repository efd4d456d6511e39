package uk.onevoice.mandates.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.AffiliationKind;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.Role;
import uk.onevoice.eventstore.Answering;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.mandates.adapter.http.AmbitionBodies.AmbitionRef;
import uk.onevoice.mandates.adapter.http.AmbitionBodies.AmbitionView;
import uk.onevoice.mandates.adapter.http.AmbitionBodies.AskRef;
import uk.onevoice.mandates.adapter.http.AmbitionBodies.ChangeRef;
import uk.onevoice.mandates.adapter.http.AmbitionBodies.Delivery;
import uk.onevoice.mandates.adapter.http.AmbitionBodies.DueWords;
import uk.onevoice.mandates.adapter.http.AmbitionBodies.EndAmbition;
import uk.onevoice.mandates.adapter.http.AmbitionBodies.FollowThrough;
import uk.onevoice.mandates.adapter.http.AmbitionBodies.OfferAmbition;
import uk.onevoice.mandates.adapter.http.AmbitionBodies.PromiseRef;
import uk.onevoice.mandates.adapter.http.AmbitionBodies.ResultOfChange;
import uk.onevoice.mandates.adapter.http.AmbitionBodies.ReviewAmbition;
import uk.onevoice.mandates.adapter.http.AmbitionBodies.SignAmbition;
import uk.onevoice.mandates.adapter.store.AmbitionLog;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.PracticeId;
import uk.onevoice.mandates.domain.ambition.AgreementId;
import uk.onevoice.mandates.domain.ambition.Ambition;
import uk.onevoice.mandates.domain.ambition.Ambition.Offered;
import uk.onevoice.mandates.domain.ambition.AmbitionCommand;
import uk.onevoice.mandates.domain.ambition.AmbitionCommand.CommitChange;
import uk.onevoice.mandates.domain.ambition.AmbitionCommand.End;
import uk.onevoice.mandates.domain.ambition.AmbitionCommand.Offer;
import uk.onevoice.mandates.domain.ambition.AmbitionCommand.PromiseBenefit;
import uk.onevoice.mandates.domain.ambition.AmbitionCommand.RecordAsk;
import uk.onevoice.mandates.domain.ambition.AmbitionCommand.RecordDelivery;
import uk.onevoice.mandates.domain.ambition.AmbitionCommand.RecordFollowThrough;
import uk.onevoice.mandates.domain.ambition.AmbitionCommand.RecordReview;
import uk.onevoice.mandates.domain.ambition.AmbitionCommand.SettleChange;
import uk.onevoice.mandates.domain.ambition.AmbitionCommand.Sign;
import uk.onevoice.mandates.domain.ambition.AmbitionEvent;
import uk.onevoice.mandates.domain.ambition.AmbitionEvent.AmbitionOffered;
import uk.onevoice.mandates.domain.ambition.AmbitionRejection;
import uk.onevoice.mandates.domain.ambition.AskId;
import uk.onevoice.mandates.domain.ambition.ChangeId;
import uk.onevoice.mandates.domain.ambition.NewPromise;
import uk.onevoice.mandates.domain.ambition.PromiseId;
import uk.onevoice.mandates.domain.words.WordsRef;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.security.Permission;
import uk.onevoice.security.Scope;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.edge.Versions;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.wiring.Ids;

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
  private final AmbitionViews views;
  private final TypedWords words;
  private final Places places;
  private final Directory directory;
  private final Commands commands;
  private final CurrentActor actor;
  private final Scope scope;
  private final Today today;
  private final Ids ids;

  AmbitionResource(
      CommandHandler<AmbitionCommand, Ambition, AmbitionEvent, AmbitionRejection> agreements,
      AmbitionLog.Lists lists,
      AmbitionViews views,
      TypedWords words,
      Places places,
      Directory directory,
      Commands commands,
      CurrentActor actor,
      Scope scope,
      Today today,
      Ids ids) {
    this.agreements = agreements;
    this.lists = lists;
    this.views = views;
    this.words = words;
    this.places = places;
    this.directory = directory;
    this.commands = commands;
    this.actor = actor;
    this.scope = scope;
    this.today = today;
    this.ids = ids;
  }

  @POST
  @Permission("offerAmbition")
  public Response offer(OfferAmbition wish) {
    var federation = Places.inDirectory(wish.federationId());
    scope.at(federation);
    List<DueWords> promises = wish.promises() == null ? List.of() : wish.promises();
    if (promises.size() > MOST_PROMISES) {
      throw Problem.invalid("/promises", "must have at most " + MOST_PROMISES).exception();
    }
    AgreementId id = AmbitionLog.idOf(wish.federationId(), wish.practiceId());
    boolean member =
        directory
            .parents(inDirectory(wish.practiceId()), AffiliationKind.FEDERATION, today.get())
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
                (_, _, _) -> commands.created(path(id), new AmbitionRef(id)),
                AmbitionProblems::of,
                places.circumstances(wish.practiceId(), federation)));
  }

  private List<NewPromise> promises(List<DueWords> wishes, TypedWords.Pen pen) {
    List<NewPromise> promises = new ArrayList<>();
    for (int i = 0; i < wishes.size(); i++) {
      promises.add(
          new NewPromise(
              new PromiseId(ids.get()),
              written(pen, "ambition-promise", "/promises/" + i + "/what", wishes.get(i).what()),
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
    scope.at(Places.inDirectory(federation));
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
    scope.at(Places.inDirectory(practice));
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
    Offered agreement = there(id);
    asEither(agreement);
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
    Offered agreement = asPractice(id);
    return handle(agreement, new Sign(idOf(agreement), wish.level(), day(wish.on()), today.get()));
  }

  @POST
  @Path("/{id}/changes")
  @Permission("commitChange")
  public Response commit(@PathParam("id") UUID id, AmbitionBodies.CommitChange wish) {
    Offered agreement = asPractice(id);
    ChangeId change = new ChangeId(ids.get());
    return handle(
        agreement,
        new CommitChange(idOf(agreement), change, wish.programme(), today.get()),
        created(agreement, new ChangeRef(idOf(agreement), change)));
  }

  @POST
  @Path("/{id}/changes/{changeId}/results")
  @Permission("recordChange")
  public Response settle(
      @PathParam("id") UUID id, @PathParam("changeId") UUID changeId, ResultOfChange wish) {
    Offered agreement = asPractice(id);
    return handle(
        agreement,
        new SettleChange(
            idOf(agreement), new ChangeId(changeId), wish.result(), day(wish.on()), today.get()));
  }

  @POST
  @Path("/{id}/asks")
  @Permission("recordAsk")
  public Response ask(@PathParam("id") UUID id, DueWords wish) {
    Offered agreement = asFederation(id);
    AskId ask = new AskId(ids.get());
    return words.keeping(
        AmbitionLog.stream(idOf(agreement)),
        pen ->
            handle(
                agreement,
                new RecordAsk(
                    idOf(agreement),
                    ask,
                    written(pen, "ambition-ask", "/what", wish.what()),
                    wish.due(),
                    today.get()),
                created(agreement, new AskRef(idOf(agreement), ask))));
  }

  @POST
  @Path("/{id}/asks/{askId}/follow-through")
  @Permission("recordFollowThrough")
  public Response followThrough(
      @PathParam("id") UUID id, @PathParam("askId") UUID askId, FollowThrough wish) {
    Offered agreement = asFederation(id);
    return handle(
        agreement,
        new RecordFollowThrough(
            idOf(agreement), new AskId(askId), wish.acted(), day(wish.on()), today.get()));
  }

  @POST
  @Path("/{id}/promises")
  @Permission("promiseBenefit")
  public Response promise(@PathParam("id") UUID id, DueWords wish) {
    Offered agreement = asFederation(id);
    PromiseId promise = new PromiseId(ids.get());
    return words.keeping(
        AmbitionLog.stream(idOf(agreement)),
        pen ->
            handle(
                agreement,
                new PromiseBenefit(
                    idOf(agreement),
                    new NewPromise(
                        promise,
                        written(pen, "ambition-promise", "/what", wish.what()),
                        wish.due()),
                    today.get()),
                created(agreement, new PromiseRef(idOf(agreement), promise))));
  }

  @POST
  @Path("/{id}/promises/{promiseId}/deliveries")
  @Permission("recordDelivery")
  public Response deliver(
      @PathParam("id") UUID id, @PathParam("promiseId") UUID promiseId, Delivery wish) {
    Offered agreement = asPractice(id);
    return handle(
        agreement,
        new RecordDelivery(
            idOf(agreement),
            new PromiseId(promiseId),
            wish.delivered(),
            day(wish.on()),
            today.get()));
  }

  @POST
  @Path("/{id}/reviews")
  @Permission("reviewAmbition")
  public Response review(@PathParam("id") UUID id, ReviewAmbition wish) {
    Offered agreement = asFederation(id);
    return words.keeping(
        AmbitionLog.stream(idOf(agreement)),
        pen ->
            handle(
                agreement,
                new RecordReview(
                    idOf(agreement),
                    wish.nextReviewOn(),
                    wish.notes() == null
                        ? null
                        : pen.body(
                            "ambition-review", "/notes", wish.notes(), TypedWords.LONG, null),
                    day(wish.on()),
                    today.get())));
  }

  @POST
  @Path("/{id}/endings")
  @Permission("endAmbition")
  public Response end(@PathParam("id") UUID id, EndAmbition wish) {
    Offered agreement = there(id);
    asEither(agreement);
    return handle(agreement, new End(idOf(agreement), day(wish.on()), today.get()));
  }

  private Response handle(Offered agreement, AmbitionCommand command) {
    return handle(agreement, command, (_, _, _) -> commands.noContent());
  }

  private Response handle(
      Offered agreement, AmbitionCommand command, Answering<Ambition, AmbitionEvent> answering) {
    return commands.handle(
        agreements,
        AmbitionLog.stream(idOf(agreement)),
        command,
        answering,
        AmbitionProblems::of,
        places.circumstances(agreement.terms().practiceId(), null));
  }

  private Answering<Ambition, AmbitionEvent> created(Offered agreement, Object ref) {
    return (_, _, _) -> commands.created(path(idOf(agreement)), ref);
  }

  private Offered there(UUID id) {
    if (agreements.current(AmbitionLog.stream(new AgreementId(id))).state()
        instanceof Offered offered) {
      return offered;
    }
    throw Problem.notFound().exception();
  }

  private Offered asFederation(UUID id) {
    Offered agreement = there(id);
    scope.at(Places.inDirectory(agreement.terms().federationId()));
    return agreement;
  }

  private Offered asPractice(UUID id) {
    Offered agreement = there(id);
    scope.at(inDirectory(agreement.terms().practiceId()));
    return agreement;
  }

  private void asEither(Offered agreement) {
    var federation = Places.inDirectory(agreement.terms().federationId());
    scope.at(
        actor.get().holdsAt(federation, Role.FEDERATION_LEAD)
            ? federation
            : inDirectory(agreement.terms().practiceId()));
  }

  private static AgreementId idOf(Offered agreement) {
    return agreement.terms().agreementId();
  }

  private static WordsRef written(TypedWords.Pen pen, String kind, String pointer, String words) {
    return pen.body(kind, pointer, words, TypedWords.SHORT, null);
  }

  private static String path(AgreementId id) {
    return "/v1/ambition-agreements/" + id.value();
  }

  private static uk.onevoice.directory.OrganisationId inDirectory(PracticeId practice) {
    return new uk.onevoice.directory.OrganisationId(practice.value());
  }

  private LocalDate day(@Nullable LocalDate on) {
    return on == null ? today.get() : on;
  }
}
