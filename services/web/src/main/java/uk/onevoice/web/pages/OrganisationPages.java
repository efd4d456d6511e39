package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.ApiProblem;
import uk.onevoice.web.api.Areas;
import uk.onevoice.web.api.Areas.Named;
import uk.onevoice.web.api.Groups;
import uk.onevoice.web.api.Me.RoleHolding;
import uk.onevoice.web.api.People;
import uk.onevoice.web.api.Registry.Organisation;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.api.Slots;
import uk.onevoice.web.api.Successions.Lineage;
import uk.onevoice.web.ui.Grid;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Words;

/** An organisation with its dated history. */
@Path("/organisations")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class OrganisationPages {
  private static final AsOf TODAY = new AsOf(null);
  private static final Set<String> SITS_IN_SLOTS =
      Set.of("ICB", "TRUST", "COUNCIL", "LMC", "FEDERATION");

  private final Reader reader;
  private final Api api;
  private final FederationPages federations;
  private final OwnPlaces ownPlaces;
  private final CandidatePages candidates;
  private final OrganisationWork work;
  private final FederationGround ground;

  OrganisationPages(
      Reader reader,
      Api api,
      FederationPages federations,
      OwnPlaces ownPlaces,
      CandidatePages candidates,
      OrganisationWork work,
      FederationGround ground) {
    this.reader = reader;
    this.api = api;
    this.federations = federations;
    this.ownPlaces = ownPlaces;
    this.candidates = candidates;
    this.work = work;
    this.ground = ground;
  }

  /**
   * A key relationship with the organisation.
   *
   * @param people as its team sees them, null for others of general practice
   */
  record KeyRelationship(Link link, CandidatePages.@Nullable OfTeam people) {}

  /**
   * The practices of a network or a sub-ICB location, as far as they lie in one ICS.
   *
   * @param more where the rest of them is
   */
  record Practices(String heading, String sentence, Grid table, @Nullable String more) {}

  /**
   * @param worksTogether whether general practice works with organisations of this kind
   * @param promises that general practice shares with it, for its own people
   * @param share how many of a network's practices are in a federation; null for other bodies
   * @param ground what a federation stands on; null for other bodies
   */
  record OrganisationPage(
      Frame frame,
      OrganisationView view,
      @Nullable String share,
      @Nullable String ground,
      List<RoleHolder> roleHolders,
      List<SuccessionWords.Line> lineage,
      List<Practices> practices,
      List<KeyRelationship> relationships,
      boolean worksTogether,
      List<OrganisationWork.Line> joint,
      List<OrganisationWork.Line> forums,
      List<OrganisationWork.Promise> promises,
      List<Link> links)
      implements TemplateInstance {}

  /**
   * Who holds a role there, or held it.
   *
   * @param who a name where the reader may read it
   * @param href their page, where there is a name
   */
  public record RoleHolder(
      String role, String who, @Nullable String href, String since, String until) {}

  @GET
  @Path("{id}")
  public TemplateInstance organisation(@PathParam("id") String id) {
    reader.me();
    Organisation organisation = api.get("/v1/organisations/" + Segment.of(id), Organisation.class);
    OrganisationView view = OrganisationView.of(organisation, AsOf.today());
    List<Link> links = new ArrayList<>();
    if (organisation.kinds().contains("ICB")) {
      links.add(new Link("The structure of its ICS", "/ics/" + Segment.of(id)));
    }
    if (organisation.kinds().contains("LEADERSHIP_GROUP") && isFormed(id)) {
      links.add(new Link("Who sits in the group and who chairs it", "/groups/" + Segment.of(id)));
    }
    String here = "/organisations/" + Segment.of(id);
    if (organisation.kinds().contains("FEDERATION")) {
      links.add(new Link("What it is for", here + "/purpose"));
    }
    if (reader.has(Roles.FEDERATION, Roles.PRACTICE)
        && reader.role().map(RoleHolding::organisationId).filter(id::equals).isPresent()) {
      links.add(
          new Link(
              reader.has(Roles.PRACTICE)
                  ? "Our agreement with the federation"
                  : "How far its practices go along: agreements",
              "/agreements/of/" + Segment.of(id)));
    }
    if (reader.has(Roles.FEDERATION)
        && reader.role().map(RoleHolding::organisationId).filter(id::equals).isPresent()) {
      links.add(new Link("Which systems hear from general practice", "/hearing/" + Segment.of(id)));
    }
    boolean network = organisation.kinds().contains("PCN");
    if (network) {
      links.add(new Link("How many are in a federation", here + "/federations"));
    }
    if (BodyPages.hasMembersByHand(organisation) || network) {
      links.add(new Link("Its members, with their days", here + "/members"));
    }
    if (organisation.odsCode() == null && reader.has(Roles.KEEPERS)) {
      links.add(new Link("Keep its record: name, last day", here + "/keeping"));
    }
    links.add(new Link("Who followed it, and whom it followed", here + "/succession"));
    links.add(new Link("History: who said what and when", here + "/history"));
    links.add(
        new Link(
            "Search for organisations with this name",
            "/search?query=" + Segment.of(organisation.name())));
    boolean worksTogether = organisation.kinds().stream().anyMatch(SITS_IN_SLOTS::contains);
    return new OrganisationPage(
        reader
            .frame(organisation.name(), Menu.STRUCTURE)
            .withBreadcrumbs(new Link("Integrated care systems", "/ics")),
        view,
        network ? federations.sentence(pcn(id), TODAY) : null,
        ground.of(organisation),
        roleHolders(organisation),
        SuccessionWords.lines(api.get("/v1" + here + "/succession", Lineage.class), AsOf.today()),
        practices(organisation),
        relationships(organisation),
        worksTogether,
        worksTogether ? work.joint(organisation.organisationId()) : List.of(),
        worksTogether ? work.forums(organisation.organisationId()) : List.of(),
        worksTogether ? work.promises(organisation.organisationId()) : List.of(),
        links);
  }

  @GET
  @Path("{id}/federations")
  public TemplateInstance federations(
      @PathParam("id") String id, @QueryParam("asOf") @Nullable String asOf) {
    return federations.page(
        pcn(id), "/organisations/" + Segment.of(id), Menu.STRUCTURE, new AsOf(asOf));
  }

  private static String pcn(String id) {
    return "pcns/" + Segment.of(id);
  }

  /** A body can be registered as a leadership group before it is formed: then nobody sits in it. */
  private boolean isFormed(String id) {
    try {
      api.get("/v1/groups/" + Segment.of(id), Groups.Group.class);
      return true;
    } catch (ApiProblem refused) {
      if (refused.problem().status() == 404) {
        return false;
      }
      throw refused;
    }
  }

  /** Only leaders are asked for: nobody else is of a team. */
  private List<KeyRelationship> relationships(Organisation organisation) {
    if (!reader.has(Roles.LEADERS)
        || organisation.kinds().stream().noneMatch(SITS_IN_SLOTS::contains)) {
      return List.of();
    }
    return ownPlaces.places().stream()
        .flatMap(place ->
            api
                .find(
                    "/v1/relationships/slots?limit=200&placeId=" + Segment.of(place.placeId()),
                    Slots.Listing.class)
                .map(Slots.Listing::items)
                .orElse(List.of())
                .stream()
                .filter(slot -> slot.organisationId().equals(organisation.organisationId()))
                .map(slot ->
                    new KeyRelationship(
                        new Link(
                            Vocabulary.words(Vocabulary.SLOT_KINDS, slot.kind())
                                + ", "
                                + place.name(),
                            "/slots/" + slot.slotId()),
                        candidates.ofTeam(slot.slotId()).orElse(null))))
        .toList();
  }

  private List<RoleHolder> roleHolders(Organisation organisation) {
    return api
        .get(
            "/v1/organisations/"
                + Segment.of(organisation.organisationId())
                + "/role-holders?past=true&limit=200",
            People.HoldingList.class)
        .items()
        .stream()
        .map(holding ->
            new RoleHolder(
                RoleWords.of(holding.role()),
                holding.name() == null ? "Not shown" : holding.name(),
                holding.name() == null ? null : "/people/" + holding.personId(),
                Words.day(holding.start()),
                holding.end() == null ? "Goes on" : Words.day(holding.end().minusDays(1))))
        .toList();
  }

  /** A network can have practices in several ICSs; searching knows in which. */
  private List<Practices> practices(Organisation organisation) {
    Optional<PracticeFilter> filter = PracticeFilter.of(organisation);
    if (filter.isEmpty()) {
      return List.of();
    }
    PracticeFilter only = filter.get();
    String search = "/v1/search?limit=10&query=" + Segment.of(only.code()) + "&type=" + only.type();
    return api.get(search, Areas.FoundList.class).items().stream()
        .filter(found -> found.id().equals(organisation.organisationId()))
        .flatMap(found -> found.ics().stream())
        .map(ics -> practices(only, ics))
        .toList();
  }

  private Practices practices(PracticeFilter filter, Named ics) {
    IcsTables.Part part =
        IcsTables.practices(
            api.get(
                "/v1/ics/" + Segment.of(ics.odsCode()) + "/practices?limit=100&" + filter.query(),
                Areas.PracticeList.class),
            TODAY);
    return new Practices(
        "Practices in " + (ics.name() == null ? ics.odsCode() : ics.name()),
        part.sentence(false),
        part.table(),
        part.next() == null ? null : filter.page(ics.odsCode(), TODAY));
  }
}
