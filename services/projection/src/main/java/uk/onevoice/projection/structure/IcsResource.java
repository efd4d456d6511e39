package uk.onevoice.projection.structure;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.onevoice.projection.reading.AskedFootprint;
import uk.onevoice.projection.reading.AskedTime;
import uk.onevoice.projection.reading.IcsFootprint;
import uk.onevoice.projection.reading.IcsFootprint.Chosen;
import uk.onevoice.projection.reading.Pages;
import uk.onevoice.projection.reading.Snapshot;
import uk.onevoice.projection.reading.Views;
import uk.onevoice.projection.representation.Audiences;
import uk.onevoice.security.Permission;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;

/**
 * ICSs and what they are made of. The registry is everybody's: figures here are live, but for how
 * many practices of a place have joined up.
 */
@Path("/v1/ics")
@RunOnVirtualThread
class IcsResource {
  private final Views views;
  private final IcsLists lists;
  private final Audiences audiences;

  IcsResource(Views views, IcsLists lists, Audiences audiences) {
    this.views = views;
    this.lists = lists;
    this.audiences = audiences;
  }

  @GET
  @Permission("listIcs")
  public Response list(
      @BeanParam AskedTime time,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    PageRequest part = PageRequest.of(after, limit == null ? "200" : limit);
    return views.ofRegistry(
        time,
        facts -> {
          IcsList all = lists.of(facts);
          Page<IcsSummary> page = Pages.cut(all.items(), part, IcsSummary::odsCode);
          return new IcsList(
              all.asOf(), facts.time().knownAt(), page.items(), all.totals(), page.next());
        });
  }

  @GET
  @Path("/{odsCode}")
  @Permission("readIcs")
  public Response summary(
      @PathParam("odsCode") String odsCode,
      @BeanParam AskedTime time,
      @BeanParam AskedFootprint asked) {
    return views.ofRegistry(time, facts -> summary(facts, odsCode, asked.chosen()));
  }

  private static IcsSummary summary(Snapshot facts, String odsCode, Chosen chosen) {
    IcsFootprint footprint = IcsFootprint.of(facts, odsCode, chosen);
    return new Structures(facts.on(footprint.on()))
        .summary(odsCode, footprint)
        .orElseThrow(IcsResource::unknown);
  }

  @GET
  @Path("/{odsCode}/structure")
  @Permission("readIcsStructure")
  public Response structure(
      @PathParam("odsCode") String odsCode,
      @BeanParam AskedTime time,
      @BeanParam AskedFootprint asked) {
    Chosen chosen = asked.chosen();
    return views.byContent(
        time,
        "structure",
        facts -> {
          IcsFootprint footprint = IcsFootprint.of(facts, odsCode, chosen);
          return new Structures(facts.on(footprint.on()))
              .structure(odsCode, footprint, audiences::of)
              .orElseThrow(IcsResource::unknown);
        });
  }

  @GET
  @Path("/{odsCode}/practices")
  @Permission("listPracticesOfIcs")
  public Response practices(
      @PathParam("odsCode") String odsCode,
      @QueryParam("subIcb") @Nullable String subIcb,
      @QueryParam("pcn") @Nullable String pcn,
      @QueryParam("withoutPlace") boolean withoutPlace,
      @BeanParam AskedTime time,
      @BeanParam AskedFootprint asked,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    return page(
        odsCode,
        time,
        asked.chosen(),
        PageRequest.of(after, limit),
        facts ->
            new Members(facts)
                .practices("ICS", odsCode).stream()
                    .filter(practice -> subIcb == null || is(subIcb, practice.subIcb()))
                    .filter(practice -> pcn == null || is(pcn, practice.pcn()))
                    .filter(practice -> !withoutPlace || practice.place() == null)
                    .toList(),
        Member.Practice::odsCode);
  }

  private static boolean is(String code, Member.@Nullable Named body) {
    return body != null && body.odsCode().equals(code);
  }

  @GET
  @Path("/{odsCode}/pcns")
  @Permission("listPcnsOfIcs")
  public Response pcns(
      @PathParam("odsCode") String odsCode,
      @BeanParam AskedTime time,
      @BeanParam AskedFootprint asked,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    return page(
        odsCode,
        time,
        asked.chosen(),
        PageRequest.of(after, limit),
        facts -> new Members(facts).pcns(odsCode),
        Member.Pcn::odsCode);
  }

  @GET
  @Path("/{odsCode}/sub-icbs")
  @Permission("listSubIcbsOfIcs")
  public Response subIcbs(
      @PathParam("odsCode") String odsCode,
      @BeanParam AskedTime time,
      @BeanParam AskedFootprint asked,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    return page(
        odsCode,
        time,
        asked.chosen(),
        PageRequest.of(after, limit),
        facts -> new Members(facts).subIcbs(odsCode),
        Member.SubIcb::odsCode);
  }

  @GET
  @Path("/{odsCode}/trusts")
  @Permission("listTrustsOfIcs")
  public Response trusts(
      @PathParam("odsCode") String odsCode,
      @BeanParam AskedTime time,
      @BeanParam AskedFootprint asked,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    return page(
        odsCode,
        time,
        asked.chosen(),
        PageRequest.of(after, limit),
        facts -> new Members(facts).partners(odsCode, "TRUST"),
        Member.Partner::odsCode);
  }

  @GET
  @Path("/{odsCode}/councils")
  @Permission("listCouncilsOfIcs")
  public Response councils(
      @PathParam("odsCode") String odsCode,
      @BeanParam AskedTime time,
      @BeanParam AskedFootprint asked,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    return page(
        odsCode,
        time,
        asked.chosen(),
        PageRequest.of(after, limit),
        facts -> new Members(facts).partners(odsCode, "COUNCIL"),
        Member.Partner::odsCode);
  }

  @GET
  @Path("/{odsCode}/places")
  @Permission("listPlacesOfIcs")
  public Response places(
      @PathParam("odsCode") String odsCode,
      @BeanParam AskedTime time,
      @BeanParam AskedFootprint asked,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    return page(
        odsCode,
        time,
        asked.chosen(),
        PageRequest.of(after, limit),
        facts -> new Structures(facts).placesOf(odsCode),
        PlaceStructure::placeId);
  }

  @GET
  @Path("/{odsCode}/federation-share")
  @Permission("readFederationShareOfIcs")
  public Response federationShare(
      @PathParam("odsCode") String odsCode,
      @BeanParam AskedTime time,
      @BeanParam AskedFootprint asked) {
    Chosen chosen = asked.chosen();
    return views.ofRegistry(
        time,
        facts -> {
          IcsFootprint footprint = IcsFootprint.of(facts, odsCode, chosen);
          String name = new Structures(facts).nameOf(odsCode).orElseThrow(IcsResource::unknown);
          return FederationShare.of(facts.on(footprint.on()), "ICS", odsCode, name, footprint);
        });
  }

  private <T> Response page(
      String odsCode,
      AskedTime time,
      Chosen chosen,
      PageRequest part,
      Function<Snapshot, List<T>> items,
      Function<T, String> id) {
    return views.ofRegistry(
        time,
        facts -> {
          if (new Structures(facts).nameOf(odsCode).isEmpty()) {
            throw unknown();
          }
          IcsFootprint footprint = IcsFootprint.of(facts, odsCode, chosen);
          Page<T> page = Pages.cut(items.apply(facts.on(footprint.on())), part, id);
          return new IcsPage<>(footprint, page.items(), page.next());
        });
  }

  private static RuntimeException unknown() {
    return Problem.notFound().exception();
  }
}
