package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Names;
import uk.onevoice.web.api.People;
import uk.onevoice.web.api.PeopleNames;
import uk.onevoice.web.api.Reached;
import uk.onevoice.web.api.Relationships;
import uk.onevoice.web.api.Relationships.Counterpart;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.api.Slots;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Words;

/** Whom the team of a slot knows on the other side, and who is of the team. */
@Path("/counterparts")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class RelationshipPeoplePages {
  private static final List<Choice> AUTHORITY =
      List.of(
          new Choice("CAN_SIGN", "Yes"),
          new Choice("CANNOT_SIGN", "No: the role lacks the authority"),
          new Choice("NOT_KNOWN", "Nobody knows"));

  private final Reader reader;
  private final Api api;
  private final Names names;
  private final PeopleNames people;
  private final BodiesOfPlace bodies;
  private final Writing writing;

  RelationshipPeoplePages(
      Reader reader,
      Api api,
      Names names,
      PeopleNames people,
      BodiesOfPlace bodies,
      Writing writing) {
    this.reader = reader;
    this.api = api;
    this.names = names;
    this.people = people;
    this.bodies = bodies;
    this.writing = writing;
  }

  /**
   * @param ref of the one whose form it is; null for somebody new
   */
  record PeoplePage(
      Frame frame,
      boolean refused,
      String slotId,
      String organisation,
      String sentence,
      List<Known> known,
      @Nullable String ref,
      List<Choice> authorities,
      List<Member> team,
      List<Choice> deputies,
      Form form)
      implements TemplateInstance {}

  record Known(String ref, String name, String role, String with, boolean mayName) {}

  /**
   * @param personId to take a deputy off the team; null for a holder
   */
  record Member(String name, String part, @Nullable String personId) {}

  @GET
  @Path("{slotId}")
  public Response all(@PathParam("slotId") UUID slotId, @QueryParam("of") @Nullable UUID of) {
    String ref = of == null ? null : of.toString();
    return page(200, slotId, ref, null);
  }

  @POST
  @Path("{slotId}/noted")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response note(@PathParam("slotId") UUID slotId, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    String path = "/v1/relationships/slots/" + slotId;
    Optional<Reached> noted = writing.send(path + "/counterparts", wish(form), form, Map.of());
    return noted.isPresent()
        ? Html.goTo(Notice.COUNTERPART.at("/counterparts/" + slotId))
        : page(form.status(), slotId, null, form);
  }

  @POST
  @Path("{slotId}/{ref}/revised")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response revise(
      @PathParam("slotId") UUID slotId,
      @PathParam("ref") UUID ref,
      MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    return writing.sendOrShow(
        "/v1/relationships/slots/" + slotId + "/counterparts/" + ref + "/revisions",
        form,
        RelationshipPeoplePages::wish,
        Map.of(),
        Notice.COUNTERPART.at("/counterparts/" + slotId),
        () -> page(form.status(), slotId, ref.toString(), form));
  }

  @POST
  @Path("{slotId}/{ref}/named")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response name(
      @PathParam("slotId") UUID slotId,
      @PathParam("ref") UUID ref,
      MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    String path = "/v1/relationships/slots/" + slotId;
    return writing.sendOrShow(
        path + "/relationships/" + own(slotId).orElse("none") + "/counterparts",
        form,
        _ -> new Relationships.NameCounterpart(ref.toString()),
        Map.of(),
        Notice.COUNTERPART_NAMED.at("/relationships/" + slotId),
        () -> page(form.status(), slotId, null, form));
  }

  @POST
  @Path("{slotId}/deputy")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response add(@PathParam("slotId") UUID slotId, MultivaluedMap<String, String> fields) {
    return team(slotId, "", Form.sent(fields), Notice.DEPUTY);
  }

  @POST
  @Path("{slotId}/deputy-removed")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response remove(@PathParam("slotId") UUID slotId, MultivaluedMap<String, String> fields) {
    return team(slotId, "/removals", Form.sent(fields), Notice.DEPUTY_REMOVED);
  }

  private Response team(UUID slotId, String command, Form form, Notice done) {
    reader.me();
    return writing.sendOrShow(
        "/v1/relationships/slots/" + slotId + "/team" + command,
        form,
        sent ->
            sent.required("deputy", "Choose who stands in")
                .map(Relationships.TeamMember::new)
                .orElse(null),
        Map.of("personId", "deputy"),
        done.at("/counterparts/" + slotId),
        () -> page(form.status(), slotId, null, form));
  }

  private static Relationships.@Nullable CounterpartWish wish(Form form) {
    Optional<String> name = form.required("name", "Write the name");
    Optional<String> role = form.required("roleTitle", "Write what they are there");
    LocalDate since = form.optionalDay("inRoleSince").orElse(null);
    return name.isEmpty() || role.isEmpty()
        ? null
        : new Relationships.CounterpartWish(
            name.get(),
            role.get(),
            since,
            form.optional("sitsOn"),
            form.optional("signsFor"),
            form.optional("authority"));
  }

  /** The reader's own relationship in the slot, as long as it goes on. */
  private Optional<String> own(UUID slotId) {
    Slots.Slot slot = api.get("/v1/relationships/slots/" + slotId, Slots.Slot.class);
    List<Slots.Relationship> all = slot.relationships() == null ? List.of() : slot.relationships();
    return all.stream()
        .filter(each -> each.closedOn() == null)
        .filter(each -> each.holderId().equals(reader.me().personId()))
        .map(Slots.Relationship::relationshipId)
        .findFirst();
  }

  private Response page(int status, UUID slotId, @Nullable String ref, @Nullable Form sent) {
    reader.me();
    String path = "/v1/relationships/slots/" + slotId;
    Slots.Slot slot = api.get(path, Slots.Slot.class);
    String organisation = names.of(slot.organisationId());
    List<Counterpart> all =
        api.all(
            path + "/counterparts",
            Relationships.Counterparts.class,
            Relationships.Counterparts::items,
            Relationships.Counterparts::next);
    Optional<String> own = own(slotId);
    Form form = sent == null ? filled(all, ref) : sent;
    return Html.page(
        status,
        new PeoplePage(
            reader
                .frame("People of " + organisation, Menu.REPRESENTATION)
                .withBreadcrumbs(new Link(organisation, "/slots/" + slotId)),
            form.refused(),
            slotId.toString(),
            organisation,
            all.isEmpty()
                ? "Nobody is named yet."
                : "The team knows " + Words.count(all.size(), "person", "people") + " by name.",
            all.stream().map(each -> known(each, own)).toList(),
            ref,
            AUTHORITY,
            team(path),
            deputies(slot.placeId()),
            form));
  }

  private static Known known(Counterpart each, Optional<String> own) {
    boolean with = own.filter(each.relationships()::contains).isPresent();
    return new Known(
        each.counterpartRef(),
        RelationshipView.name(each),
        (each.roleTitle() == null ? "Not shown" : each.roleTitle())
            + (each.lacksAuthority() ? ". The role lacks the authority to sign" : ""),
        with ? "You" : each.relationships().isEmpty() ? "Nobody yet" : "A colleague",
        own.isPresent() && !with);
  }

  private List<Member> team(String path) {
    String me = reader.me().personId();
    var members = new ArrayList<Member>();
    for (var member : api.get(path + "/team", Relationships.Team.class).members()) {
      boolean holder = member.part().equals("HOLDER");
      members.add(
          new Member(
              member.personId().equals(me)
                  ? "You"
                  : people.of(member.personId()).orElse("A colleague"),
              holder ? "Keeps in touch" : "Deputy",
              holder ? null : member.personId()));
    }
    return members;
  }

  /** Colleagues at the reader's own body and in the groups of the place, whose names are told. */
  private List<Choice> deputies(String placeId) {
    var known = new LinkedHashMap<String, String>();
    for (String body : bodies.speaking(placeId).keySet()) {
      api.find(
              "/v1/organisations/" + Segment.of(body) + "/role-holders?limit=200",
              People.HoldingList.class)
          .ifPresent(list ->
              list.items().stream()
                  .filter(People.Holding::active)
                  .forEach(holding -> {
                    if (holding.personId() != null && holding.name() != null) {
                      known.putIfAbsent(holding.personId(), holding.name());
                    }
                  }));
    }
    known.remove(reader.me().personId());
    return ListViews.choices("Choose", known);
  }

  private static Form filled(List<Counterpart> all, @Nullable String ref) {
    Form form = Form.blank();
    Optional<Counterpart> known =
        all.stream().filter(each -> each.counterpartRef().equals(ref)).findFirst();
    if (known.isEmpty()) {
      return form;
    }
    Counterpart person = known.get();
    form =
        form.with("name", person.name())
            .with("roleTitle", person.roleTitle())
            .with("sitsOn", person.sitsOn())
            .with("signsFor", person.signsFor())
            .with("authority", person.authority());
    return person.inRoleSince() == null ? form : form.withDay("inRoleSince", person.inRoleSince());
  }
}
