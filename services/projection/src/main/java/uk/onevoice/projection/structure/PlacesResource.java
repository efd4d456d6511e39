package uk.onevoice.projection.structure;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import uk.onevoice.projection.reading.AskedTime;
import uk.onevoice.projection.reading.Pages;
import uk.onevoice.projection.reading.Snapshot;
import uk.onevoice.projection.reading.Views;
import uk.onevoice.security.Permission;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;

/** Places and their practices. The registry is everybody's: figures here are live. */
@Path("/v1/places")
@RunOnVirtualThread
class PlacesResource {
  private final Views views;

  PlacesResource(Views views) {
    this.views = views;
  }

  @GET
  @Permission("listPlaces")
  public Response list(
      @QueryParam("ics") @Nullable String ics,
      @BeanParam AskedTime time,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    PageRequest part = PageRequest.of(after, limit);
    return views.ofRegistry(
        time,
        facts -> Pages.cut(new Structures(facts).placesOf(ics), part, PlaceStructure::placeId));
  }

  @GET
  @Path("/{placeId}")
  @Permission("readPlace")
  public Response place(@PathParam("placeId") String placeId, @BeanParam AskedTime time) {
    return views.ofRegistry(time, facts -> known(facts, placeId));
  }

  @GET
  @Path("/{placeId}/practices")
  @Permission("listPracticesOfPlace")
  public Response practices(
      @PathParam("placeId") String placeId,
      @BeanParam AskedTime time,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    PageRequest part = PageRequest.of(after, limit);
    return views.ofRegistry(
        time,
        facts -> {
          PlaceStructure place = known(facts, placeId);
          return Pages.cut(
              new Members(facts)
                  .practices(place.partOf() == null ? "PLACE" : "NEIGHBOURHOOD", placeId),
              part,
              Member.Practice::odsCode);
        });
  }

  @GET
  @Path("/{placeId}/neighbourhoods")
  @Permission("listNeighbourhoods")
  public Response neighbourhoods(
      @PathParam("placeId") String placeId,
      @BeanParam AskedTime time,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    PageRequest part = PageRequest.of(after, limit);
    return views.ofRegistry(
        time,
        facts -> {
          known(facts, placeId);
          return Pages.cut(
              new Structures(facts).neighbourhoodsOf(placeId), part, PlaceStructure::placeId);
        });
  }

  /** Registry figures: who belongs to a federation is no answer of a practice. */
  @GET
  @Path("/{placeId}/federation-share")
  @Permission("readFederationShareOfPlace")
  public Response federationShare(@PathParam("placeId") String placeId, @BeanParam AskedTime time) {
    return views.ofRegistry(
        time,
        facts -> {
          PlaceStructure place = known(facts, placeId);
          return FederationShare.of(
              facts,
              place.partOf() == null ? "PLACE" : "NEIGHBOURHOOD",
              placeId,
              place.name(),
              null);
        });
  }

  private static PlaceStructure known(Snapshot facts, String placeId) {
    return new Structures(facts).place(placeId).orElseThrow(() -> Problem.notFound().exception());
  }
}
