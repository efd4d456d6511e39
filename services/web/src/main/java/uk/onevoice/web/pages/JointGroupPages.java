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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Answered;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.JointGroups;
import uk.onevoice.web.api.JointGroups.Group;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;

/**
 * A joint group: a few people of general practice and of one partner who work together. Members of
 * both sides use the same page; what general practice keeps for itself is on a page of its own.
 */
@Path("/joint-groups")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class JointGroupPages {
  /** Fields of the bodies that are called otherwise in the forms. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "what", "issue",
          "due", "issueDue",
          "words", "rule",
          "name", "name");

  private final Reader reader;
  private final Api api;
  private final JointGroupReading reading;
  private final Writing writing;

  JointGroupPages(Reader reader, Api api, JointGroupReading reading, Writing writing) {
    this.reader = reader;
    this.api = api;
    this.reading = reading;
    this.writing = writing;
  }

  /**
   * @param works whether the reader sits there and it goes on
   * @param keeps whether the reader leads general practice there
   * @param seats whether the reader may seat people of one of the sides
   */
  record JointGroupPage(
      Frame frame,
      boolean refused,
      JointGroupView view,
      boolean member,
      boolean works,
      boolean keeps,
      boolean seats,
      boolean dissolved,
      List<Choice> issueKinds,
      List<Choice> gpOwners,
      List<Choice> partnerOwners,
      List<Choice> workKinds,
      List<Choice> workstreams,
      List<Choice> deliverers,
      Form form)
      implements TemplateInstance {}

  @GET
  @Path("{id}")
  public Response group(@PathParam("id") UUID id) {
    return page(200, id, Form.blank());
  }

  @POST
  @Path("{id}/rationale")
  public Response propose(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(
        id,
        "/rationale",
        fields,
        form ->
            new JointGroups.Aims(
                form.text("gpAims", "Write what general practice wants"),
                form.text("partnerAims", "Write what the partner wants")),
        Notice.JOINT_SAVED);
  }

  @POST
  @Path("{id}/rationale/{version:[0-9]{1,9}}/signed")
  public Response sign(
      @PathParam("id") UUID id,
      @PathParam("version") int version,
      MultivaluedMap<String, String> fields) {
    return write(
        id,
        "/rationale/signatures",
        fields,
        _ -> new JointGroups.Version(version),
        Notice.JOINT_SIGNED);
  }

  @POST
  @Path("{id}/rationale/{version:[0-9]{1,9}}/unsigned")
  public Response unsign(
      @PathParam("id") UUID id,
      @PathParam("version") int version,
      MultivaluedMap<String, String> fields) {
    return write(
        id,
        "/rationale/signatures/withdrawal",
        fields,
        _ -> new JointGroups.Version(version),
        Notice.JOINT_SAVED);
  }

  @POST
  @Path("{id}/no-takeover")
  public Response noTakeover(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(
        id,
        "/ground-rules",
        fields,
        _ -> new JointGroups.NewRule("NO_TAKEOVER", null),
        Notice.JOINT_RULE);
  }

  @POST
  @Path("{id}/rule")
  public Response rule(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(
        id,
        "/ground-rules",
        fields,
        form -> new JointGroups.NewRule("OWN", form.text("rule", "Write the rule")),
        Notice.JOINT_RULE);
  }

  @POST
  @Path("{id}/rules/{ruleId}/{what:accepted|unaccepted|withdrawn}")
  public Response settleRule(
      @PathParam("id") UUID id,
      @PathParam("ruleId") UUID rule,
      @PathParam("what") String what,
      MultivaluedMap<String, String> fields) {
    String command =
        switch (what) {
          case "accepted" -> "/acceptances";
          case "unaccepted" -> "/acceptances/withdrawal";
          default -> "/withdrawal";
        };
    return write(
        id,
        "/ground-rules/" + rule + command,
        fields,
        JointGroupPages::nothing,
        Notice.JOINT_SAVED);
  }

  @POST
  @Path("{id}/issue")
  public Response issue(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(
        id,
        "/issues",
        fields,
        form ->
            new JointGroups.NewIssue(
                form.text("issueKind", "Choose what it is about"),
                form.text("issue", "Write what goes wrong"),
                null,
                form.aDay("issueDue", "Write by which day it is put right"),
                form.text("gpOwnerSeatId", "Choose who sees to it in general practice"),
                form.text("partnerOwnerSeatId", "Choose who sees to it at the partner")),
        Notice.JOINT_ISSUE);
  }

  @POST
  @Path("{id}/workstreams")
  public Response work(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(
        id,
        "/workstreams",
        fields,
        form ->
            new JointGroups.NewWork(
                form.text("workKind", "Choose what the work is about"), form.optional("workName")),
        Notice.JOINT_WORK,
        Map.of("kind", "workKind", "name", "workName"));
  }

  @POST
  @Path("{id}/action")
  public Response action(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(
        id,
        "/actions",
        fields,
        form ->
            new JointGroups.NewAction(
                form.text("action", "Write what is to be done"),
                form.optional("actionWork"),
                form.text("actionOwner", "Choose who delivers it"),
                form.aDay("actionDue", "Write by which day")),
        Notice.JOINT_ACTION,
        Map.of("what", "action", "ownerId", "actionOwner", "due", "actionDue"));
  }

  @POST
  @Path("{id}/name")
  public Response rename(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(
        id,
        "/name",
        fields,
        form -> new JointGroups.Naming(form.text("name", "Write what the group is called")),
        Notice.JOINT_SAVED);
  }

  @POST
  @Path("{id}/{what:dissolution|restoration}")
  public Response dissolve(
      @PathParam("id") UUID id,
      @PathParam("what") String what,
      MultivaluedMap<String, String> fields) {
    return write(id, "/" + what, fields, JointGroupPages::nothing, Notice.JOINT_SAVED);
  }

  @POST
  @Path("{id}/seats/{seatId}/{what:leaving|withdrawal}")
  public Response leave(
      @PathParam("id") UUID id,
      @PathParam("seatId") UUID seat,
      @PathParam("what") String what,
      MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    // Who leaves and leads nothing here does not see the group any more.
    JointGroups.@Nullable OwnSeat own = reading.group(id).body().own();
    boolean goes = own != null && own.seatId().equals(seat.toString());
    String onward = goes && !reader.has(Roles.LEADERS) ? "/week" : "/joint-groups/" + id;
    return writing.sendOrShow(
        JointGroupReading.path(id) + "/seats/" + seat + "/" + what,
        form,
        JointGroupPages::nothing,
        FIELDS,
        Notice.JOINT_SAVED.at(onward),
        () -> page(form.status(), id, form));
  }

  static Object nothing(Form form) {
    return Map.of();
  }

  private Response write(
      UUID id,
      String command,
      MultivaluedMap<String, String> fields,
      Function<Form, @Nullable Object> body,
      Notice done) {
    return write(id, command, fields, body, done, FIELDS);
  }

  private Response write(
      UUID id,
      String command,
      MultivaluedMap<String, String> sent,
      Function<Form, @Nullable Object> body,
      Notice done,
      Map<String, String> fields) {
    reader.me();
    Form form = Form.sent(sent);
    return writing.sendOrShow(
        JointGroupReading.path(id) + command,
        form,
        body,
        fields,
        done.at("/joint-groups/" + id),
        () -> page(form.status(), id, form));
  }

  private Response page(int status, UUID id, Form form) {
    reader.me();
    Answered<Group> answered = reading.group(id);
    Group group = answered.body();
    boolean member = group.own() != null;
    JointGroups.@Nullable OwnSide gp =
        api.find(JointGroupReading.path(id) + "/general-practice", JointGroups.OwnSide.class)
            .orElse(null);
    JointGroupView view =
        JointGroupView.of(
            group,
            gp,
            member ? reading.issues(id) : List.of(),
            member ? reading.actions(id) : List.of(),
            reading.place(group),
            reading.naming(group));
    return Html.page(
        status,
        new JointGroupPage(
            reading.frame(group, group.name(), false),
            form.refused(),
            view,
            member,
            member && group.dissolvedOn() == null,
            gp != null && reader.has(Roles.LEADERS),
            reading.seats(group, JointGroupReading.PARTNER),
            group.dissolvedOn() != null,
            JointGroupWords.choose(JointGroupWords.ISSUE_KINDS),
            reading.seated(group, "GP"),
            reading.seated(group, "PARTNER"),
            JointGroupWords.choose(JointGroupWords.WORK_KINDS),
            reading.works(group),
            reading.owners(group),
            form.withEtag(answered.etag())));
  }
}
