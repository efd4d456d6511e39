package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Areas.Place;
import uk.onevoice.web.api.JointGroups;
import uk.onevoice.web.api.Names;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Grid;
import uk.onevoice.web.ui.Grid.Cell;
import uk.onevoice.web.ui.Grid.Column;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Words;

/** The joint groups of a place, and how another is formed. */
@Path("/joint-groups")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class JointGroupListPages {
  private static final int LARGEST_PAGE = 200;

  private final Reader reader;
  private final Api api;
  private final Names names;
  private final PlaceViews places;
  private final Writing writing;

  JointGroupListPages(Reader reader, Api api, Names names, PlaceViews places, Writing writing) {
    this.reader = reader;
    this.api = api;
    this.names = names;
    this.places = places;
    this.writing = writing;
  }

  record JointGroupsPage(
      Frame frame, String heading, String sentence, Grid table, boolean mayForm, String placeId)
      implements TemplateInstance {}

  record NewJointGroupPage(
      Frame frame, boolean refused, String placeId, String place, List<Choice> partners, Form form)
      implements TemplateInstance {}

  @GET
  @Path("of/{placeId}")
  public TemplateInstance list(@PathParam("placeId") UUID placeId) {
    Frame frame = reader.frame("Joint groups", Menu.REPRESENTATION);
    List<JointGroups.Row> groups =
        api.all(
            JointGroups.PATH + "?limit=" + LARGEST_PAGE + "&placeId=" + placeId,
            JointGroups.Listing.class,
            JointGroups.Listing::items,
            JointGroups.Listing::next);
    Place place = places.place(placeId);
    return new JointGroupsPage(
        frame.withBreadcrumbs(new Link(place.name(), "/places/" + placeId)),
        "Joint groups of " + place.name(),
        groups.isEmpty()
            ? "There is no joint group yet. A few people who know each other, from both sides, put right what meetings do not."
            : "Four to six people from both sides put right what meetings do not.",
        table(groups),
        reader.has(Roles.LEADERS),
        placeId.toString());
  }

  private Grid table(List<JointGroups.Row> groups) {
    return new Grid(
        "Joint groups",
        List.of(
            new Column("Group", false),
            new Column("With", false),
            new Column("Work in hand", false),
            new Column("Who sits", false),
            new Column("Issues", false)),
        groups.stream()
            .map(group ->
                List.of(
                    new Cell(group.name(), "/joint-groups/" + group.groupId()),
                    new Cell(names.of(group.organisationId())),
                    new Cell(inHand(group.workstreams(), group.openActions())),
                    new Cell(
                        group.dissolvedOn() != null
                            ? "Dissolved on " + Words.day(group.dissolvedOn())
                            : Words.count(group.seated(), "person", "people")
                                + ". "
                                + JointGroupWords.missing(group.missing())),
                    new Cell(JointGroupWords.issues(group.openIssues(), group.overdueIssues()))))
            .toList());
  }

  /** A partnership is about work, not about meetings. */
  static String inHand(List<JointGroups.Workstream> works, long openActions) {
    List<String> said = new ArrayList<>();
    for (JointGroups.Workstream work : works) {
      said.add(
          JointGroupWords.work(work.kind(), work.name())
              + ": "
              + JointGroupWords.word(JointGroupWords.WORK_STATES, work.state())
                  .toLowerCase(Locale.UK));
    }
    if (openActions > 0) {
      said.add(Words.count(openActions, "action is open", "actions are open"));
    }
    return said.isEmpty() ? "No joint work yet" : String.join(". ", said);
  }

  @GET
  @Path("new/{placeId}")
  public NewJointGroupPage form(@PathParam("placeId") UUID placeId) {
    return newPage(placeId, Form.blank().withDay("formedOn", AsOf.today()));
  }

  @POST
  @Path("new/{placeId}/formed")
  public Response formed(
      @PathParam("placeId") UUID placeId, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    var body =
        new JointGroups.Forming(
            placeId.toString(),
            form.text("partner", "Choose the partner"),
            form.text("name", "Write what the group is called"),
            form.optionalDay("formedOn").orElse(null));
    Optional<String> made =
        writing
            .send(
                JointGroups.PATH, body, form, Map.of("organisationId", "partner", "on", "formedOn"))
            .flatMap(reached -> reached.id("groupId"));
    return made.isPresent()
        ? Html.goTo(Notice.JOINT_GROUP.at("/joint-groups/" + made.get()))
        : Html.page(form.status(), newPage(placeId, form));
  }

  private NewJointGroupPage newPage(UUID placeId, Form form) {
    Frame frame = reader.frame("Form a joint group", Menu.REPRESENTATION);
    Place place = places.place(placeId);
    return new NewJointGroupPage(
        frame.withBreadcrumbs(
            new Link(place.name(), "/places/" + placeId),
            new Link("Joint groups", "/joint-groups/of/" + placeId)),
        form.refused(),
        placeId.toString(),
        place.name(),
        JointGroupWords.choose(places.partners(place.icsOdsCode())),
        form);
  }
}
