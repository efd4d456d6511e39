package uk.onevoice.feeds.subscriptions;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.feeds.FeedSettings;
import uk.onevoice.feeds.log.FeedLog;
import uk.onevoice.feeds.readers.OwnSystems;
import uk.onevoice.feeds.readers.Reader;
import uk.onevoice.feeds.subscriptions.SubscriptionBodies.FilterBody;
import uk.onevoice.feeds.subscriptions.SubscriptionBodies.NewSecret;
import uk.onevoice.feeds.subscriptions.SubscriptionBodies.NewSubscription;
import uk.onevoice.feeds.subscriptions.SubscriptionBodies.StandingView;
import uk.onevoice.feeds.subscriptions.SubscriptionBodies.SubscriptionView;
import uk.onevoice.feeds.subscriptions.domain.AllowedAddresses;
import uk.onevoice.feeds.subscriptions.domain.PauseReason;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionCommand;
import uk.onevoice.feeds.webhooks.Deliveries;
import uk.onevoice.security.Permission;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.edge.Versions;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.wiring.Ids;

/** Subscriptions: made, verified, changed, paused and ended by those whose they are. */
@Path("/v1/subscriptions")
@RunOnVirtualThread
class SubscriptionsResource {
  private final SubscriptionDesk desk;
  private final StoredSubscriptions stored;
  private final OwnSystems systems;
  private final SigningKeys keys;
  private final Deliveries deliveries;
  private final FeedLog log;
  private final AllowedAddresses allowed;
  private final int most;
  private final Commands commands;
  private final Ids ids;

  SubscriptionsResource(
      SubscriptionDesk desk,
      StoredSubscriptions stored,
      OwnSystems systems,
      SigningKeys keys,
      Deliveries deliveries,
      FeedLog log,
      FeedSettings settings,
      Commands commands,
      Ids ids) {
    this.desk = desk;
    this.stored = stored;
    this.systems = systems;
    this.keys = keys;
    this.deliveries = deliveries;
    this.log = log;
    this.allowed = new AllowedAddresses(settings.webhookHosts(), settings.webhookThisMachine());
    this.most = settings.mostSubscriptions();
    this.commands = commands;
    this.ids = ids;
  }

  @GET
  @Permission("listSubscriptions")
  public Page<SubscriptionView> list(
      @QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit)
      throws SQLException {
    PageRequest request = PageRequest.of(after, limit);
    UUID before = after == null ? null : PageRequest.uuid("after", after);
    List<SubscriptionView> found =
        stored.of(desk.organisations(), before, request.limit() + 1).stream()
            .map(one -> SubscriptionView.of(one, null))
            .toList();
    if (found.size() <= request.limit()) {
      return new Page<>(found, null);
    }
    List<SubscriptionView> items = found.subList(0, request.limit());
    return new Page<>(items, items.getLast().subscriptionId().toString());
  }

  @POST
  @Permission("makeSubscription")
  public Response make(NewSubscription wish) throws SQLException {
    Reader reader =
        systems
            .meant(wish.clientId())
            .orElseThrow(() -> SubscriptionProblems.withoutSystem(wish.clientId()).exception());
    UUID id = ids.get();
    UUID key = ids.get();
    var command =
        new SubscriptionCommand.Make(
            id,
            reader.client(),
            reader.organisation(),
            wish.address(),
            allowed,
            wish.wanted(),
            wish.from() == null
                ? log.reach().position()
                : log.before(SubscriptionBodies.time("/from", wish.from())),
            key,
            stored.countOf(reader),
            most);
    Response answer =
        desk.handle(
            id,
            reader.organisation(),
            command,
            (_, _, _) ->
                commands.created("/v1/subscriptions/" + id, new NewSecret(id, key, null, null)));
    // The answer is kept for repeats, and the key is not: it is told here and never again.
    return answer.getHeaderString("Idempotency-Replayed") == null
        ? Response.fromResponse(answer)
            .entity(new NewSecret(id, key, keys.told(id, key), null))
            .build()
        : answer;
  }

  @GET
  @Path("/{id}")
  @Permission("readSubscription")
  public Response read(@PathParam("id") UUID id) throws SQLException {
    StoredSubscription one = desk.own(id);
    return Response.ok(SubscriptionView.of(one, StandingView.of(deliveries.standing(one.id()))))
        .header("ETag", Versions.etag(desk.version(id)))
        .build();
  }

  @POST
  @Path("/{id}/verification")
  @Consumes(MediaType.WILDCARD)
  @Permission("verifySubscription")
  public Response verify(@PathParam("id") UUID id) throws SQLException {
    StoredSubscription one = desk.own(id);
    if (desk.isRepeat()) {
      return desk.handle(id, new SubscriptionCommand.Verify(one.perMinute()));
    }
    // Also one that was verified: it may allow more or less by now.
    Deliveries.Handshake handshake = deliveries.handshake(one.url());
    if (!handshake.agreed()) {
      throw SubscriptionProblems.notVerified(handshake).exception();
    }
    Response answer = desk.handle(id, new SubscriptionCommand.Verify(handshake.perMinute()));
    deliveries.agreed(id);
    return answer;
  }

  @POST
  @Path("/{id}/pause")
  @Consumes(MediaType.WILDCARD)
  @Permission("pauseSubscription")
  public Response pause(@PathParam("id") UUID id) throws SQLException {
    return desk.handle(id, new SubscriptionCommand.Pause(PauseReason.ASKED));
  }

  @POST
  @Path("/{id}/resumption")
  @Consumes(MediaType.WILDCARD)
  @Permission("resumeSubscription")
  public Response resume(@PathParam("id") UUID id) throws SQLException {
    return desk.handle(id, new SubscriptionCommand.Resume());
  }

  @POST
  @Path("/{id}/filter")
  @Permission("changeSubscriptionFilter")
  public Response filter(@PathParam("id") UUID id, FilterBody wish) throws SQLException {
    // Whose it is goes first: what is wrong with the wish says nothing then.
    desk.own(id);
    return desk.handle(id, new SubscriptionCommand.ChangeFilter(wish.filter("")));
  }

  @POST
  @Path("/{id}/deletion")
  @Consumes(MediaType.WILDCARD)
  @Permission("deleteSubscription")
  public Response delete(@PathParam("id") UUID id) throws SQLException {
    Response answer = desk.handle(id, new SubscriptionCommand.Delete());
    deliveries.forget(id);
    return answer;
  }
}
