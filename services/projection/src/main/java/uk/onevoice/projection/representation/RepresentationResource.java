package uk.onevoice.projection.representation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import uk.onevoice.directory.ClientKind;
import uk.onevoice.projection.reading.AskedTime;
import uk.onevoice.projection.reading.PointInTime;
import uk.onevoice.projection.reading.Views;
import uk.onevoice.security.Allow;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.service.problem.Problem;

/** The measures of a place. A system sees them as they stood on Monday at 06:00. */
@Path("/v1/places/{placeId}/representation")
@RunOnVirtualThread
class RepresentationResource {
  private final Views views;
  private final CurrentActor actor;

  RepresentationResource(Views views, CurrentActor actor) {
    this.views = views;
    this.actor = actor;
  }

  @GET
  @Allow(
      anyPerson = true,
      clients = {ClientKind.ICB, ClientKind.PARTNER})
  public Response read(@PathParam("placeId") String placeId, @BeanParam AskedTime asked) {
    Audience audience = Audience.of(actor.get());
    return views.answer(
        asked,
        audience.isSystem() ? PointInTime::weekly : time -> time,
        facts ->
            new Measures(facts, audience)
                .of(placeId)
                .orElseThrow(() -> Problem.notFound().exception()));
  }
}
