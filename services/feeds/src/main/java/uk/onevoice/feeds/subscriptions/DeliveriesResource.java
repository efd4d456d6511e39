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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.feeds.subscriptions.SubscriptionBodies.DeliveryView;
import uk.onevoice.feeds.subscriptions.SubscriptionBodies.Replay;
import uk.onevoice.feeds.subscriptions.SubscriptionBodies.Resending;
import uk.onevoice.feeds.subscriptions.SubscriptionBodies.Resent;
import uk.onevoice.feeds.subscriptions.domain.Ringing;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionCommand.LeaveOut;
import uk.onevoice.feeds.webhooks.Deliveries;
import uk.onevoice.feeds.webhooks.Deliveries.Tested;
import uk.onevoice.security.Permission;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;

/** What was rung, and what is to be rung once more. */
@Path("/v1/subscriptions/{id}")
@RunOnVirtualThread
class DeliveriesResource {
  private static final int MOST = 200;

  private final SubscriptionDesk desk;
  private final Webhooks webhooks;
  private final Deliveries deliveries;
  private final Commands commands;
  private final Clock clock;

  DeliveriesResource(
      SubscriptionDesk desk,
      Webhooks webhooks,
      Deliveries deliveries,
      Commands commands,
      Clock clock) {
    this.desk = desk;
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.commands = commands;
    this.clock = clock;
  }

  @POST
  @Path("/test-events")
  @Consumes(MediaType.WILDCARD)
  @Permission("sendTestEvent")
  public Response test(@PathParam("id") UUID id) throws SQLException {
    StoredSubscription one = desk.own(id);
    return desk.ring(
        one,
        Ringing.TEST,
        () -> {
          Webhook webhook = webhooks.find(id).orElseThrow(() -> Problem.notFound().exception());
          return switch (deliveries.test(webhook)) {
            case Tested.Rung(var delivery) -> commands.ok(DeliveryView.of(delivery));
            case Tested.NotBefore(var next) ->
                throw SubscriptionProblems.rateReached(Duration.between(clock.instant(), next))
                    .exception();
          };
        });
  }

  @GET
  @Path("/deliveries")
  @Permission("listDeliveries")
  public Page<DeliveryView> log(
      @PathParam("id") UUID id,
      @QueryParam("state") @Nullable String state,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit)
      throws SQLException {
    desk.own(id);
    PageRequest request = PageRequest.of(after, limit);
    if (after != null) {
      var _ = PageRequest.uuid("after", after);
    }
    Deliveries.Log part = deliveries.log(id, state(state), request.after(), request.limit());
    return new Page<>(part.items().stream().map(DeliveryView::of).toList(), part.next());
  }

  @POST
  @Path("/deliveries/resending")
  @Permission("resendDeliveries")
  public Response resend(@PathParam("id") UUID id, Resending wish) throws SQLException {
    StoredSubscription one = desk.own(id);
    return desk.ring(one, Ringing.AGAIN, () -> commands.ok(new Resent(again(one.id(), wish))));
  }

  private int again(UUID id, Resending wish) throws SQLException {
    List<UUID> these = wish.deliveryIds();
    if (these != null) {
      if (wish.from() != null || wish.until() != null || wish.state() != null) {
        throw Problem.invalid("/deliveryIds", "goes without from, until and state").exception();
      }
      if (these.isEmpty() || these.size() > MOST || these.contains(null)) {
        throw Problem.invalid("/deliveryIds", "must be 1 to " + MOST + " ids").exception();
      }
      return deliveries.resend(id, new HashSet<>(these));
    }
    if (wish.from() == null || wish.until() == null) {
      throw Problem.invalid(
              wish.from() == null ? "/from" : "/until", "is required without deliveryIds")
          .exception();
    }
    Instant from = SubscriptionBodies.time("/from", wish.from());
    Instant until = SubscriptionBodies.time("/until", wish.until());
    if (!from.isBefore(until)) {
      throw Problem.invalid("/until", "must be after from").exception();
    }
    return deliveries.resendRange(id, from, until, wish.state());
  }

  @POST
  @Path("/deliveries/{deliveryId}/leaving-out")
  @Consumes(MediaType.WILDCARD)
  @Permission("leaveDeliveryOut")
  public Response leaveOut(@PathParam("id") UUID id, @PathParam("deliveryId") UUID delivery)
      throws SQLException {
    desk.own(id);
    boolean held =
        deliveries
            .find(id, delivery)
            .orElseThrow(() -> Problem.notFound().exception())
            .holdsOthersBack();
    return desk.handle(id, new LeaveOut(delivery, held));
  }

  @POST
  @Path("/replay")
  @Permission("replaySubscription")
  public Response replay(@PathParam("id") UUID id, Replay wish) throws SQLException {
    StoredSubscription one = desk.own(id);
    return desk.ring(
        one,
        Ringing.REPLAY,
        () -> {
          deliveries.replayFrom(id, SubscriptionBodies.time("/from", wish.from()));
          return commands.noContent();
        });
  }

  private static Deliveries.@Nullable State state(@Nullable String asked) {
    if (asked == null) {
      return null;
    }
    return Arrays.stream(Deliveries.State.values())
        .filter(state -> state.name().equals(asked))
        .findFirst()
        .orElseThrow(() ->
            Problem.invalid("query:state", "must be one of " + List.of(Deliveries.State.values()))
                .exception());
  }
}
