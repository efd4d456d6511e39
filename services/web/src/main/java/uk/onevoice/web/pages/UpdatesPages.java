package uk.onevoice.web.pages;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;

/**
 * Hands on to the page of a place that there is something new in it. The page works without: its
 * reader then loads it again when they like.
 */
@Path("/places/{placeId}/updates")
@RunOnVirtualThread
public class UpdatesPages {
  private static final int BUFFER = 1024;

  private final Reader reader;
  private final Api api;

  UpdatesPages(Reader reader, Api api) {
    this.reader = reader;
    this.api = api;
  }

  /**
   * @param since the last event that the page has had; a browser that connects again by itself says
   *     it in a header
   */
  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public Response updates(
      @PathParam("placeId") UUID placeId,
      @QueryParam("since") @Nullable String since,
      @HeaderParam("Last-Event-ID") @Nullable String lastSeen) {
    reader.me();
    InputStream events =
        api.events(
            "/v1/places/" + placeId + "/representation/updates",
            lastSeen == null ? since : lastSeen);
    StreamingOutput stream =
        out -> {
          try (events) {
            byte[] part = new byte[BUFFER];
            for (int read = events.read(part); read >= 0; read = events.read(part)) {
              out.write(part, 0, read);
              out.flush();
            }
          }
        };
    return Response.ok(stream, MediaType.SERVER_SENT_EVENTS_TYPE).build();
  }
}
