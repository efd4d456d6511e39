package uk.onevoice.projection.representation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import uk.onevoice.projection.reading.AskedTime;
import uk.onevoice.projection.reading.Views;
import uk.onevoice.security.Permission;
import uk.onevoice.service.problem.Problem;

/** The measures of one forum at a place. */
@Path("/v1/places/{placeId}/representation/forums/{forumId}")
@RunOnVirtualThread
class ForumRepresentationResource {
  private final Views views;
  private final Audiences audiences;

  ForumRepresentationResource(Views views, Audiences audiences) {
    this.views = views;
    this.audiences = audiences;
  }

  @GET
  @Permission("readForumRepresentation")
  public Response read(
      @PathParam("placeId") String placeId,
      @PathParam("forumId") String forumId,
      @BeanParam AskedTime asked) {
    return view(placeId, forumId, asked, Measures.keys());
  }

  @GET
  @Path("/{measure: M[0-9]+}")
  @Permission("readForumMeasure")
  public Response measure(
      @PathParam("placeId") String placeId,
      @PathParam("forumId") String forumId,
      @PathParam("measure") String measure,
      @BeanParam AskedTime asked) {
    return view(placeId, forumId, asked, Measures.only(measure));
  }

  private Response view(String placeId, String forumId, AskedTime asked, Set<String> keys) {
    Audience audience = audiences.of(placeId);
    return views.ofPlace(
        placeId,
        asked,
        audience.key(),
        facts ->
            Forums.of(placeId, forumId, facts, audience, keys)
                .orElseThrow(() -> Problem.notFound().exception()));
  }
}
