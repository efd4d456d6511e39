package uk.onevoice.mandates.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import uk.onevoice.mandates.adapter.http.AmbitionBodies.AskRef;
import uk.onevoice.mandates.adapter.http.AmbitionBodies.ChangeRef;
import uk.onevoice.mandates.adapter.http.AmbitionBodies.Delivery;
import uk.onevoice.mandates.adapter.http.AmbitionBodies.DueWords;
import uk.onevoice.mandates.adapter.http.AmbitionBodies.FollowThrough;
import uk.onevoice.mandates.adapter.http.AmbitionBodies.PromiseRef;
import uk.onevoice.mandates.adapter.http.AmbitionBodies.ResultOfChange;
import uk.onevoice.mandates.adapter.store.AmbitionLog;
import uk.onevoice.mandates.domain.ambition.Ambition.Offered;
import uk.onevoice.mandates.domain.ambition.AmbitionCommand.CommitChange;
import uk.onevoice.mandates.domain.ambition.AmbitionCommand.PromiseBenefit;
import uk.onevoice.mandates.domain.ambition.AmbitionCommand.RecordAsk;
import uk.onevoice.mandates.domain.ambition.AmbitionCommand.RecordDelivery;
import uk.onevoice.mandates.domain.ambition.AmbitionCommand.RecordFollowThrough;
import uk.onevoice.mandates.domain.ambition.AmbitionCommand.SettleChange;
import uk.onevoice.mandates.domain.ambition.AskId;
import uk.onevoice.mandates.domain.ambition.ChangeId;
import uk.onevoice.mandates.domain.ambition.NewPromise;
import uk.onevoice.mandates.domain.ambition.PromiseId;
import uk.onevoice.security.Permission;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.wiring.Ids;
import uk.onevoice.vault.TypedWords;

/** What the two of an ambition agreement owe each other, and whether it was kept. */
@Path("/v1/ambition-agreements")
@RunOnVirtualThread
class AmbitionDealingsResource {
  private final AmbitionDesk desk;
  private final TypedWords words;
  private final Today today;
  private final Ids ids;

  AmbitionDealingsResource(AmbitionDesk desk, TypedWords words, Today today, Ids ids) {
    this.desk = desk;
    this.words = words;
    this.today = today;
    this.ids = ids;
  }

  @POST
  @Path("/{id}/changes")
  @Permission("commitChange")
  public Response commit(@PathParam("id") UUID id, AmbitionBodies.CommitChange wish) {
    Offered agreement = desk.asPractice(id);
    ChangeId change = new ChangeId(ids.get());
    return desk.handle(
        agreement,
        new CommitChange(AmbitionDesk.idOf(agreement), change, wish.programme(), today.get()),
        desk.created(agreement, new ChangeRef(AmbitionDesk.idOf(agreement), change)));
  }

  @POST
  @Path("/{id}/changes/{changeId}/results")
  @Permission("recordChange")
  public Response settle(
      @PathParam("id") UUID id, @PathParam("changeId") UUID changeId, ResultOfChange wish) {
    Offered agreement = desk.asPractice(id);
    return desk.handle(
        agreement,
        new SettleChange(
            AmbitionDesk.idOf(agreement),
            new ChangeId(changeId),
            wish.result(),
            desk.day(wish.on()),
            today.get()));
  }

  @POST
  @Path("/{id}/asks")
  @Permission("recordAsk")
  public Response ask(@PathParam("id") UUID id, DueWords wish) {
    Offered agreement = desk.asFederation(id);
    AskId ask = new AskId(ids.get());
    return words.keeping(
        AmbitionLog.stream(AmbitionDesk.idOf(agreement)),
        pen ->
            desk.handle(
                agreement,
                new RecordAsk(
                    AmbitionDesk.idOf(agreement),
                    ask,
                    AmbitionDesk.written(pen, "ambition-ask", "/what", wish.what()),
                    wish.due(),
                    today.get()),
                desk.created(agreement, new AskRef(AmbitionDesk.idOf(agreement), ask))));
  }

  @POST
  @Path("/{id}/asks/{askId}/follow-through")
  @Permission("recordFollowThrough")
  public Response followThrough(
      @PathParam("id") UUID id, @PathParam("askId") UUID askId, FollowThrough wish) {
    Offered agreement = desk.asFederation(id);
    return desk.handle(
        agreement,
        new RecordFollowThrough(
            AmbitionDesk.idOf(agreement),
            new AskId(askId),
            wish.acted(),
            desk.day(wish.on()),
            today.get()));
  }

  @POST
  @Path("/{id}/promises")
  @Permission("promiseBenefit")
  public Response promise(@PathParam("id") UUID id, DueWords wish) {
    Offered agreement = desk.asFederation(id);
    PromiseId promise = new PromiseId(ids.get());
    return words.keeping(
        AmbitionLog.stream(AmbitionDesk.idOf(agreement)),
        pen ->
            desk.handle(
                agreement,
                new PromiseBenefit(
                    AmbitionDesk.idOf(agreement),
                    new NewPromise(
                        promise,
                        AmbitionDesk.written(pen, "ambition-promise", "/what", wish.what()),
                        wish.due()),
                    today.get()),
                desk.created(agreement, new PromiseRef(AmbitionDesk.idOf(agreement), promise))));
  }

  @POST
  @Path("/{id}/promises/{promiseId}/deliveries")
  @Permission("recordDelivery")
  public Response deliver(
      @PathParam("id") UUID id, @PathParam("promiseId") UUID promiseId, Delivery wish) {
    Offered agreement = desk.asPractice(id);
    return desk.handle(
        agreement,
        new RecordDelivery(
            AmbitionDesk.idOf(agreement),
            new PromiseId(promiseId),
            wish.delivered(),
            desk.day(wish.on()),
            today.get()));
  }
}
