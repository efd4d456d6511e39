package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Answered;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.JointGroups;
import uk.onevoice.web.api.JointGroups.Group;
import uk.onevoice.web.api.JointGroups.Seat;
import uk.onevoice.web.api.Names;
import uk.onevoice.web.api.People;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Words;

/**
 * Who sits in a joint group. Leaders of general practice seat people of both sides; members of the
 * partner seat people of their own.
 */
@Path("/joint-groups/{id}")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class JointGroupSeatPages {
  /** Before the id of a role whose holder is not shown by name. */
  private static final String BY_ROLE = "role-";

  private final Reader reader;
  private final Api api;
  private final Names names;
  private final PlaceViews places;
  private final BodiesOfPlace bodies;
  private final JointGroupReading reading;
  private final Writing writing;

  JointGroupSeatPages(
      Reader reader,
      Api api,
      Names names,
      PlaceViews places,
      BodiesOfPlace bodies,
      JointGroupReading reading,
      Writing writing) {
    this.reader = reader;
    this.api = api;
    this.names = names;
    this.places = places;
    this.bodies = bodies;
    this.reading = reading;
    this.writing = writing;
  }

  /**
   * @param chosen the organisation for which somebody is to sit; empty while none is chosen
   */
  record JointGroupSeatPage(
      Frame frame,
      boolean refused,
      String groupId,
      String group,
      List<Choice> organisations,
      String chosen,
      String chosenName,
      List<Choice> people,
      List<Choice> natures,
      Form form)
      implements TemplateInstance {}

  record JointGroupSeatNamePage(
      Frame frame, boolean refused, String here, String group, String who, Form form)
      implements TemplateInstance {}

  @GET
  @Path("seat")
  public Response seat(
      @PathParam("id") UUID id, @QueryParam("organisation") @Nullable String organisation) {
    return seatPage(200, id, organisation == null ? "" : organisation, Form.blank());
  }

  @POST
  @Path("seated")
  public Response seated(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    String organisation = form.value("organisation");
    return writing.sendOrShow(
        JointGroupReading.path(id) + "/seats",
        form,
        sent -> seating(sent, organisation),
        Map.of("personId", "person", "name", "called", "on", "since"),
        Notice.JOINT_SEAT.at("/joint-groups/" + id),
        () -> seatPage(form.status(), id, organisation, form));
  }

  private static JointGroups.Seating seating(Form sent, String organisation) {
    String who = sent.text("person", "Choose who sits");
    boolean byRole = who.startsWith(BY_ROLE);
    return new JointGroups.Seating(
        byRole ? null : who,
        byRole ? who.substring(BY_ROLE.length()) : null,
        organisation,
        sent.text("nature", "Choose what they bring"),
        sent.optional("called"),
        sent.optionalDay("since").orElse(null));
  }

  private Response seatPage(int status, UUID id, String wished, Form form) {
    reader.me();
    Answered<Group> answered = reading.group(id);
    Group group = answered.body();
    if (!reading.seats(group, JointGroupReading.PARTNER)) {
      throw new NotFoundException();
    }
    boolean both = reading.leads(group);
    String chosen = both ? wished : group.organisationId();
    return Html.page(
        status,
        new JointGroupSeatPage(
            reading.frame(group, "Seat somebody", true),
            form.refused(),
            id.toString(),
            group.name(),
            both ? organisations(group, chosen) : List.of(),
            chosen,
            chosen.isEmpty() ? "" : names.of(chosen),
            chosen.isEmpty() ? List.of() : people(chosen),
            JointGroupWords.NATURES,
            form.withEtag(answered.etag())));
  }

  private List<Choice> organisations(Group group, String chosen) {
    List<Choice> choices =
        new ArrayList<>(bodies.all(places.place(UUID.fromString(group.placeId())), chosen));
    String partner = group.organisationId();
    choices.removeIf(choice -> partner.equals(choice.value()));
    choices.add(1, new Choice(partner, names.of(partner)));
    return choices;
  }

  /** Who holds a role there: by name who wants to be found, by their role who does not. */
  private List<Choice> people(String organisation) {
    Map<String, String> known = new LinkedHashMap<>();
    Map<String, String> byRole = new LinkedHashMap<>();
    api.find(
            "/v1/organisations/" + Segment.of(organisation) + "/role-holders?limit=200",
            People.HoldingList.class)
        .ifPresent(list ->
            list.items().stream()
                .filter(People.Holding::active)
                .forEach(holding -> {
                  if (holding.personId() != null && holding.name() != null) {
                    known.putIfAbsent(
                        holding.personId(), holding.name() + ", " + RoleWords.of(holding.role()));
                  } else {
                    byRole.put(
                        BY_ROLE + holding.roleHoldingId(),
                        RoleWords.of(holding.role())
                            + " since "
                            + Words.day(holding.start())
                            + ", name not shown");
                  }
                }));
    known.putAll(byRole);
    return ListViews.choices("Choose", known);
  }

  @GET
  @Path("seats/{seatId}")
  public Response name(@PathParam("id") UUID id, @PathParam("seatId") UUID seat) {
    return namePage(200, id, seat, Form.blank());
  }

  @POST
  @Path("seats/{seatId}/named")
  public Response named(
      @PathParam("id") UUID id,
      @PathParam("seatId") UUID seat,
      MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    return writing.sendOrShow(
        JointGroupReading.path(id) + "/seats/" + seat + "/name",
        form,
        sent -> new JointGroups.Naming(sent.text("called", "Write what they are called")),
        Map.of("name", "called"),
        Notice.JOINT_SAVED.at("/joint-groups/" + id),
        () -> namePage(form.status(), id, seat, form));
  }

  private Response namePage(int status, UUID id, UUID seatId, Form form) {
    reader.me();
    Answered<Group> group = reading.group(id);
    Seat seat =
        JointGroupReading.seat(group.body(), seatId.toString())
            .filter(it -> reading.seats(group.body(), it.side()))
            .orElseThrow(NotFoundException::new);
    return Html.page(
        status,
        new JointGroupSeatNamePage(
            reading.frame(group.body(), "What they are called", true),
            form.refused(),
            "/joint-groups/" + id + "/seats/" + seatId,
            group.body().name(),
            reading.person(seat)
                + " of "
                + names.of(seat.organisationId())
                + " sits here since "
                + Words.day(seat.from())
                + ".",
            (form.refused() ? form : form.with("called", seat.name())).withEtag(group.etag())));
  }
}
