package uk.onevoice.projection.representation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import uk.onevoice.projection.reading.Views;
import uk.onevoice.security.AccessRefused;
import uk.onevoice.security.Permission;
import uk.onevoice.security.Standing;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.problem.ProblemException;

/**
 * Says that what a caller would read of a place has changed, and nothing of what it says. For those
 * who see the week as it began that is when the week changes, and hardly ever else.
 */
@Path("/v1/places/{placeId}/representation/updates")
@RunOnVirtualThread
class UpdatesResource {
  private static final Logger LOG = Logger.getLogger(UpdatesResource.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
  private static final int LOOKS_BETWEEN_BEATS = 5;

  /** What a client has that knows nothing yet. */
  private static final String NOTHING = "";

  private final Views views;
  private final Audiences audiences;
  private final Standing standing;
  private final Listeners listeners;
  private final RoutingContext request;

  UpdatesResource(
      Views views,
      Audiences audiences,
      Standing standing,
      Listeners listeners,
      RoutingContext request) {
    this.views = views;
    this.audiences = audiences;
    this.standing = standing;
    this.listeners = listeners;
    this.request = request;
  }

  @GET
  @Produces("text/event-stream")
  @Permission("readRepresentationUpdates")
  public Response updates(
      @PathParam("placeId") String placeId,
      @HeaderParam("Last-Event-ID") @Nullable String lastSeen) {
    Audience audience = audiences.of(placeId);
    String mark = mark(placeId, audience);
    Listeners.Seat seat = listeners.enter();
    // Known at once when the caller goes, and not only with the next that is sent.
    request.addEndHandler(_ -> seat.close());
    StreamingOutput stream =
        out -> {
          try (seat) {
            listen(out, seat, placeId, audience, mark, lastSeen == null ? NOTHING : lastSeen);
          } catch (IOException | ProblemException over) {
            LOG.debug("whoever listened has gone, or the place has", over);
          }
        };
    return Response.ok(stream, MediaType.SERVER_SENT_EVENTS_TYPE)
        .header("Vary", "Authorization, X-Acting-As")
        .build();
  }

  /** Goes on until the caller leaves, sees other parts than at first, or may not ask any more. */
  private void listen(
      OutputStream out,
      Listeners.Seat seat,
      String placeId,
      Audience audience,
      String first,
      String lastSeen)
      throws IOException {
    String mark = first;
    write(out, event(lastSeen.isEmpty() || lastSeen.equals(mark) ? "current" : "changed", mark));
    for (int look = 1; rest() && !seat.isLeft() && holds(placeId, audience); look++) {
      String now = mark(placeId, audience);
      if (!now.equals(mark)) {
        mark = now;
        write(out, event("changed", mark));
      } else if (look % LOOKS_BETWEEN_BEATS == 0) {
        write(out, ": nothing new\n\n");
      }
    }
  }

  private boolean holds(String placeId, Audience audience) {
    try {
      standing.renew();
      return audiences.of(placeId).equals(audience);
    } catch (AccessRefused refused) {
      return false;
    }
  }

  private String mark(String placeId, Audience audience) {
    return views.mark(
        placeId + audience.key(),
        facts ->
            Measures.of(placeId, facts, audience, Measures.keys())
                .orElseThrow(() -> Problem.notFound().exception()));
  }

  private static String event(String name, String mark) {
    return "retry: 5000\nid: " + mark + "\nevent: " + name + "\ndata: " + mark + "\n\n";
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static boolean rest() {
    try {
      Thread.sleep(BETWEEN_LOOKS);
      return true;
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
