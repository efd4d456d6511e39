package uk.onevoice.mandates.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.mandates.adapter.registry.Registry;
import uk.onevoice.mandates.adapter.store.MandateLog;
import uk.onevoice.mandates.domain.DraftCommand.Draft;
import uk.onevoice.mandates.domain.DraftCommand.OpenForConsent;
import uk.onevoice.mandates.domain.DraftCommand.ReviseDraft;
import uk.onevoice.mandates.domain.DraftCommand.WithdrawDraft;
import uk.onevoice.mandates.domain.DraftEvent.MandateDrafted;
import uk.onevoice.mandates.domain.Mandate;
import uk.onevoice.mandates.domain.Mandate.Absent;
import uk.onevoice.mandates.domain.Mandate.Drafted;
import uk.onevoice.mandates.domain.Mandate.Opened;
import uk.onevoice.mandates.domain.MandateCommand;
import uk.onevoice.mandates.domain.MandateEvent;
import uk.onevoice.mandates.domain.MandateId;
import uk.onevoice.mandates.domain.MandateRejection;
import uk.onevoice.mandates.domain.PlaceId;
import uk.onevoice.mandates.domain.Terms;
import uk.onevoice.security.Permission;
import uk.onevoice.security.Scope;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.edge.Versions;
import uk.onevoice.service.listing.FirstEvents;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.wiring.Ids;
import uk.onevoice.vault.TypedWords;

/** Mandates before practices are asked: for those who may ask them. */
@Path("/v1/mandates/drafts")
@RunOnVirtualThread
class DraftsResource {
  private final CommandHandler<MandateCommand, Mandate, MandateEvent, MandateRejection> mandates;
  private final FirstEvents<MandateDrafted> drafts;
  private final MandateDesk desk;
  private final TypedWords words;
  private final TermsOf terms;
  private final MandateLists lists;
  private final Registry registry;
  private final Commands commands;
  private final Scope scope;
  private final Today today;
  private final Ids ids;

  DraftsResource(
      CommandHandler<MandateCommand, Mandate, MandateEvent, MandateRejection> mandates,
      FirstEvents<MandateDrafted> drafts,
      MandateDesk desk,
      TypedWords words,
      TermsOf terms,
      MandateLists lists,
      Registry registry,
      Commands commands,
      Scope scope,
      Today today,
      Ids ids) {
    this.mandates = mandates;
    this.drafts = drafts;
    this.desk = desk;
    this.words = words;
    this.terms = terms;
    this.lists = lists;
    this.registry = registry;
    this.commands = commands;
    this.scope = scope;
    this.today = today;
    this.ids = ids;
  }

  record DraftMandate(PlaceId placeId, TermsWish terms) {}

  /**
   * @param openedOn null for today
   */
  record Opening(@Nullable LocalDate openedOn) {}

  /** What has become of it. */
  enum DraftState {
    DRAFT,
    WITHDRAWN,
    OPENED
  }

  record DraftView(
      MandateId mandateId,
      PlaceId placeId,
      TermsView terms,
      LocalDate draftedOn,
      DraftState state) {}

  @POST
  @Permission("draftMandate")
  public Response draft(DraftMandate wish) {
    var circumstances = desk.actingIn(wish.placeId());
    var id = new MandateId(ids.get());
    return words.keeping(
        MandateLog.stream(id),
        pen -> {
          Terms asked = terms.of(wish.terms(), wish.placeId(), null, "/terms", pen);
          return desk.handle(
              new Draft(
                  id,
                  wish.placeId(),
                  asked,
                  registry.speakForPractices(asked, today.get()),
                  today.get()),
              (_, _, _) ->
                  commands.created("/v1/mandates/drafts/" + id.value(), new MandateRef(id)),
              circumstances);
        });
  }

  @GET
  @Permission("listDrafts")
  public Page<DraftView> ofPlace(
      @QueryParam("placeId") @Nullable String placeId,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    UUID place = PageRequest.uuid("placeId", placeId);
    scope.in(new uk.onevoice.directory.PlaceId(place));
    var page = drafts.page(place.toString(), PageRequest.of(after, limit));
    return new Page<>(
        page.items().stream().map(first -> view(first.mandateId())).toList(), page.next());
  }

  @GET
  @Path("/{id}")
  @Permission("readDraft")
  public Response read(@PathParam("id") UUID id) {
    var draft = known(id);
    return Response.ok(view(draft.mandateId()))
        .header(
            "ETag", Versions.etag(mandates.current(MandateLog.stream(draft.mandateId())).version()))
        .build();
  }

  @POST
  @Path("/{id}/revisions")
  @Permission("reviseDraft")
  public Response revise(@PathParam("id") UUID id, TermsWish wish) {
    var draft = known(id);
    var circumstances = desk.actingIn(draft.placeId());
    return words.keeping(
        MandateLog.stream(draft.mandateId()),
        pen -> {
          Terms asked = terms.of(wish, draft.placeId(), draft.terms(), "", pen);
          return desk.done(
              new ReviseDraft(
                  draft.mandateId(),
                  asked,
                  registry.speakForPractices(asked, today.get()),
                  today.get()),
              circumstances);
        });
  }

  @POST
  @Path("/{id}/withdrawal")
  @Permission("withdrawDraft")
  public Response withdraw(@PathParam("id") UUID id) {
    var draft = known(id);
    return desk.done(
        new WithdrawDraft(draft.mandateId(), today.get()), desk.actingIn(draft.placeId()));
  }

  @POST
  @Path("/{id}/opening")
  @Permission("openForConsent")
  public Response open(@PathParam("id") UUID id, Opening wish) {
    var draft = known(id);
    return desk.done(
        new OpenForConsent(draft.mandateId(), wish.openedOn(), today.get()),
        desk.actingIn(draft.placeId()));
  }

  /** The draft, for who may ask practices of its place; for everybody else there is none. */
  private Known known(UUID text) {
    var id = new MandateId(text);
    Known draft =
        switch (mandates.current(MandateLog.stream(id)).state()) {
          case Absent _ -> throw Problem.notFound().exception();
          case Drafted(var place, var asked, var on, var givenUp) ->
              new Known(id, place, asked, on, givenUp ? DraftState.WITHDRAWN : DraftState.DRAFT);
          case Opened opened -> asked(id, opened);
        };
    scope.in(Registry.inDirectory(draft.placeId()));
    return draft;
  }

  private static Known asked(MandateId id, Opened opened) {
    @Nullable Terms first = opened.opening().terms();
    if (first == null) {
      throw Problem.notFound().exception();
    }
    return new Known(
        id, opened.opening().placeId(), first, opened.opening().on(), DraftState.OPENED);
  }

  private record Known(
      MandateId mandateId, PlaceId placeId, Terms terms, LocalDate on, DraftState state) {}

  private DraftView view(MandateId id) {
    var draft = known(id.value());
    return new DraftView(
        id,
        draft.placeId(),
        TermsView.of(draft.terms(), lists, words.texts(TermsView.refs(draft.terms()))),
        draft.on(),
        draft.state());
  }
}
