package uk.onevoice.feeds.subscriptions;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import uk.onevoice.feeds.subscriptions.SubscriptionBodies.NewKey;
import uk.onevoice.feeds.subscriptions.SubscriptionBodies.NewSecret;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionCommand.AddKey;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionCommand.EndKey;
import uk.onevoice.security.Permission;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.wiring.Ids;

/** The keys that a subscription's messages are signed with. */
@Path("/v1/subscriptions/{id}/keys")
@RunOnVirtualThread
class KeysResource {
  private static final Duration OVERLAP = Duration.ofDays(7);

  private final SubscriptionDesk desk;
  private final SigningKeys keys;
  private final Commands commands;
  private final Clock clock;
  private final Ids ids;

  KeysResource(SubscriptionDesk desk, SigningKeys keys, Commands commands, Clock clock, Ids ids) {
    this.desk = desk;
    this.keys = keys;
    this.commands = commands;
    this.clock = clock;
    this.ids = ids;
  }

  @POST
  @Permission("addSigningKey")
  public Response add(@PathParam("id") UUID id, NewKey wish) throws SQLException {
    String organisation = desk.own(id).reader().organisation();
    Instant now = clock.instant();
    Instant olderEndsAt =
        wish.olderEndsAt() == null
            ? now.plus(OVERLAP).truncatedTo(ChronoUnit.SECONDS)
            : wish.olderEndsAt();
    UUID key = ids.get();
    Response answer =
        desk.handle(
            id,
            organisation,
            new AddKey(key, now, olderEndsAt),
            (_, _, _) ->
                commands.created(
                    "/v1/subscriptions/" + id, new NewSecret(id, key, null, olderEndsAt)));
    // The answer is kept for repeats, and the key is not: it is told here and never again.
    return answer.getHeaderString("Idempotency-Replayed") == null
        ? Response.fromResponse(answer)
            .entity(new NewSecret(id, key, keys.told(id, key), olderEndsAt))
            .build()
        : answer;
  }

  @POST
  @Path("/{keyId}/end")
  @Consumes(MediaType.WILDCARD)
  @Permission("endSigningKey")
  public Response end(@PathParam("id") UUID id, @PathParam("keyId") UUID key) throws SQLException {
    return desk.handle(id, new EndKey(key, clock.instant()));
  }
}
