package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Areas;
import uk.onevoice.web.api.Areas.IcsList;
import uk.onevoice.web.api.Areas.IcsStructure;
import uk.onevoice.web.api.Areas.IcsSummary;
import uk.onevoice.web.api.Names;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.api.Successions.Lineage;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Grid;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Words;

/** ICSs and what they are made of. */
@Path("/ics")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class IcsPages {
  private final Reader reader;
  private final Api api;
  private final Names names;
  private final FederationPages federations;

  IcsPages(Reader reader, Api api, Names names, FederationPages federations) {
    this.reader = reader;
    this.api = api;
    this.names = names;
    this.federations = federations;
  }

  record AllIcs(
      Frame frame,
      String sentence,
      String fresh,
      Grid table,
      List<Choice> days,
      String day,
      boolean mayKeep)
      implements TemplateInstance {}

  /**
   * @param exposed places that no leadership group speaks for, and what can be done there
   */
  record Structure(
      Frame frame,
      StructureView view,
      List<SuccessionWords.Line> lineage,
      AreaWords area,
      List<Choice> days,
      String day,
      List<Link> kept,
      List<Link> lists,
      List<Link> exposed)
      implements TemplateInstance {}

  record Members(
      Frame frame,
      String heading,
      String sentence,
      String fresh,
      AreaWords area,
      Grid table,
      @Nullable String first,
      @Nullable String next)
      implements TemplateInstance {}

  @GET
  public TemplateInstance all(@QueryParam("asOf") @Nullable String asOf) {
    AsOf day = new AsOf(asOf);
    Frame frame = reader.frame("Integrated care systems", Menu.STRUCTURE);
    IcsList list = api.get("/v1/ics" + day.query("?"), IcsList.class);
    return new AllIcs(
        frame,
        IcsTables.sentence(list.totals()),
        StructureSentences.fresh(
            list.asOf(),
            list.totals().listSizeMonth(),
            list.totals().practices(),
            list.totals().practicesWithoutListSize()),
        IcsTables.all(list.items(), day),
        AsOf.choices(list.asOf(), AsOf.today()),
        day.value(list.asOf()),
        reader.has(Roles.KEEPERS));
  }

  @GET
  @Path("{odsCode}")
  public TemplateInstance structure(
      @PathParam("odsCode") String odsCode,
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("footprint") @Nullable String footprint,
      @QueryParam("topic") @Nullable String topic) {
    AsOf day = new AsOf(asOf);
    AsOf area = day.with(footprint);
    reader.me();
    String path = "/v1/ics/" + Segment.of(odsCode);
    IcsStructure ics = api.get(path + "/structure" + area.query("?"), IcsStructure.class);
    List<Areas.SubIcb> subIcbs =
        ics.places().isEmpty()
            ? api.get(path + "/sub-icbs?limit=200" + area.query("&"), Areas.SubIcbList.class)
                .items()
            : List.of();
    StructureView view = StructureView.of(ics, subIcbs, topic, day);
    Lineage lineage =
        api.get("/v1/organisations/" + Segment.of(odsCode) + "/succession", Lineage.class);
    return new Structure(
        reader
            .frame("Many voices against one: " + ics.name(), Menu.STRUCTURE)
            .withBreadcrumbs(new Link("Integrated care systems", "/ics" + day.query("?"))),
        view,
        SuccessionWords.linesOfIcs(lineage, ics.asOf()),
        AreaWords.of(ics.footprint(), ics.asOf(), "/ics/" + Segment.of(odsCode), day),
        AsOf.choices(ics.asOf(), AsOf.today()),
        day.value(ics.asOf()),
        area.kept(),
        lists(odsCode, area, lineage),
        ics.places().stream()
            .filter(place -> place.leadershipGroups() == 0)
            .map(place -> new Link(place.name(), "/starters/" + place.placeId()))
            .toList());
  }

  private List<Link> lists(String odsCode, AsOf area, Lineage lineage) {
    List<Link> lists = new ArrayList<>(IcsTables.lists(odsCode, area));
    lists.add(
        new Link(
            "Who speaks for general practice here",
            "/ics/" + Segment.of(odsCode) + "/representation" + area.query("?")));
    lists.add(new Link("The same over time", "/ics/" + Segment.of(odsCode) + "/over-time"));
    if (reader.has(Roles.SPEAK_FOR_BODIES)) {
      lists.add(
          new Link("Questions before general practice", "/questions/of/" + Segment.of(odsCode)));
      lists.add(new Link("What changed outside", "/changes/of/" + Segment.of(odsCode)));
    }
    if (reader.has(Roles.KEEPERS)) {
      if (lineage.waiting() > 0) {
        lists.add(
            new Link(
                Words.count(lineage.waiting(), "thing waits", "things wait")
                    + " for somebody to say where to go",
                "/unresolved/" + Segment.of(odsCode)));
      }
      lists.add(new Link("Define a place", "/places/new/" + Segment.of(odsCode)));
      lists.add(new Link("Register a federation or LMC", "/organisations/new"));
    }
    return lists;
  }

  @GET
  @Path("{odsCode}/federations")
  public TemplateInstance federations(
      @PathParam("odsCode") String odsCode,
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("footprint") @Nullable String footprint) {
    String area = "ics/" + Segment.of(odsCode);
    AsOf day = new AsOf(asOf, footprint);
    return federations.page(area, "/" + area + day.query("?"), Menu.STRUCTURE, day);
  }

  @GET
  @Path("{odsCode}/{list}")
  public TemplateInstance members(
      @PathParam("odsCode") String odsCode,
      @PathParam("list") String list,
      @QueryParam("pcn") @Nullable String pcn,
      @QueryParam("subIcb") @Nullable String subIcb,
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("footprint") @Nullable String footprint,
      @QueryParam("after") @Nullable String after) {
    AsOf day = new AsOf(asOf);
    AsOf area = day.with(footprint);
    reader.me();
    Optional<PracticeFilter> filter =
        list.equals("practices") ? PracticeFilter.of(pcn, subIcb) : Optional.empty();
    String only = filter.map(PracticeFilter::query).orElse("");
    IcsSummary ics = api.get("/v1/ics/" + Segment.of(odsCode) + area.query("?"), IcsSummary.class);
    String path = "/v1/ics/" + Segment.of(odsCode) + "/" + list;
    String query =
        query("limit=100", only, area.query(""), after == null ? "" : "after=" + Segment.of(after));
    IcsTables.Part part =
        switch (list) {
          case "practices" ->
              IcsTables.practices(api.get(path + query, Areas.PracticeList.class), day);
          case "pcns" -> IcsTables.pcns(api.get(path + query, Areas.PcnList.class), odsCode, area);
          case "sub-icbs" ->
              IcsTables.subIcbs(api.get(path + query, Areas.SubIcbList.class), odsCode, area);
          case "trusts" ->
              IcsTables.partners("Trusts", api.get(path + query, Areas.PartnerList.class));
          case "councils" ->
              IcsTables.partners("Councils", api.get(path + query, Areas.PartnerList.class));
          case "places" -> IcsTables.places(api.get(path + query, Areas.PlaceList.class), day);
          default -> throw new NotFoundException();
        };
    String here = "/ics/" + Segment.of(odsCode) + "/" + list;
    String heading =
        part.name()
            + " of "
            + filter.map(some -> names.of(some.code()) + " in ").orElse("")
            + ics.name();
    return new Members(
        reader
            .frame(heading, Menu.STRUCTURE)
            .withBreadcrumbs(
                new Link("Integrated care systems", "/ics" + day.query("?")),
                new Link(ics.name(), "/ics/" + Segment.of(odsCode) + area.query("?"))),
        heading,
        part.sentence(after != null),
        filter.map(_ -> "In the whole ICS: ").orElse("")
            + StructureSentences.fresh(
                day.day(), ics.listSizeMonth(), ics.practices(), ics.practicesWithoutListSize()),
        AreaWords.of(ics.footprint(), day.day(), here, day),
        part.table(),
        after == null ? null : here + query(only, area.query("")),
        part.next() == null
            ? null
            : here + query(only, "after=" + Segment.of(part.next()), area.query("")));
  }

  private static String query(String... parts) {
    String joined =
        Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining("&"));
    return joined.isEmpty() ? "" : "?" + joined;
  }
}
