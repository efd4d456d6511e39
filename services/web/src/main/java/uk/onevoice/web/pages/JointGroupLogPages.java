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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Answered;
import uk.onevoice.web.api.JointGroups;
import uk.onevoice.web.api.JointGroups.Action;
import uk.onevoice.web.api.JointGroups.Group;
import uk.onevoice.web.api.JointGroups.Issue;
import uk.onevoice.web.api.JointGroups.Workstream;
import uk.onevoice.web.api.Names;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Words;

/** One issue, action or piece of work of a joint group, for who sits there. */
@Path("/joint-groups/{id}")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class JointGroupLogPages {
  private final Reader reader;
  private final Names names;
  private final JointGroupReading reading;
  private final Writing writing;

  JointGroupLogPages(Reader reader, Names names, JointGroupReading reading, Writing writing) {
    this.reader = reader;
    this.names = names;
    this.reading = reading;
    this.writing = writing;
  }

  /**
   * An issue in words.
   *
   * @param said what was answered, oldest first
   */
  public record IssueShown(
      String what,
      String raised,
      String fix,
      String answer,
      String owners,
      boolean ownerLeft,
      List<String> said,
      @Nullable String how,
      boolean open) {}

  record JointGroupIssuePage(
      Frame frame,
      boolean refused,
      String here,
      String group,
      IssueShown view,
      boolean works,
      List<Choice> gpOwners,
      List<Choice> partnerOwners,
      Form form)
      implements TemplateInstance {}

  record JointGroupActionPage(
      Frame frame,
      boolean refused,
      String here,
      String group,
      String what,
      String sentence,
      boolean open,
      boolean works,
      Form form)
      implements TemplateInstance {}

  record JointGroupWorkPage(
      Frame frame,
      boolean refused,
      String here,
      String group,
      String what,
      String sentence,
      boolean works,
      List<Choice> states,
      Form form)
      implements TemplateInstance {}

  @GET
  @Path("issues/{issueId}")
  public Response issue(@PathParam("id") UUID id, @PathParam("issueId") UUID issue) {
    return issuePage(200, id, issue, Form.blank());
  }

  @POST
  @Path("issues/{issueId}/{what:answered|moved|assigned|resolved|mistake|reopened}")
  public Response settleIssue(
      @PathParam("id") UUID id,
      @PathParam("issueId") UUID issue,
      @PathParam("what") String what,
      MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    String here = "/issues/" + issue;
    Supplier<Response> again = () -> issuePage(form.status(), id, issue, form);
    return switch (what) {
      case "answered" ->
          write(
              id,
              here,
              here + "/answers",
              form,
              sent -> new JointGroups.NewAnswer(sent.text("answer", "Write what you say to it")),
              Map.of("words", "answer"),
              again);
      case "moved" ->
          write(
              id,
              here,
              here + "/moves",
              form,
              sent -> new JointGroups.Due(sent.aDay("due", "Write the new day")),
              Map.of(),
              again);
      case "assigned" ->
          write(
              id,
              here,
              here + "/owners",
              form,
              sent ->
                  new JointGroups.Owners(
                      sent.text("gpOwnerSeatId", "Choose who sees to it in general practice"),
                      sent.text("partnerOwnerSeatId", "Choose who sees to it at the partner")),
              Map.of(),
              again);
      case "resolved" ->
          write(
              id,
              here,
              here + "/resolution",
              form,
              sent -> new JointGroups.Resolving(sent.optional("how"), null),
              Map.of(),
              again);
      case "mistake" ->
          write(
              id,
              "",
              here + "/resolution",
              form,
              _ -> new JointGroups.Resolving(null, true),
              Map.of(),
              again);
      default ->
          write(id, here, here + "/reopening", form, JointGroupPages::nothing, Map.of(), again);
    };
  }

  @GET
  @Path("actions/{actionId}")
  public Response action(@PathParam("id") UUID id, @PathParam("actionId") UUID action) {
    return actionPage(200, id, action, Form.blank());
  }

  @POST
  @Path("actions/{actionId}/{what:moved|done|given-up|reopened}")
  public Response settleAction(
      @PathParam("id") UUID id,
      @PathParam("actionId") UUID action,
      @PathParam("what") String what,
      MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    String here = "/actions/" + action;
    Supplier<Response> again = () -> actionPage(form.status(), id, action, form);
    return switch (what) {
      case "moved" ->
          write(
              id,
              here,
              here + "/moves",
              form,
              sent -> new JointGroups.Due(sent.aDay("due", "Write the new day")),
              Map.of(),
              again);
      case "reopened" ->
          write(id, here, here + "/reopening", form, JointGroupPages::nothing, Map.of(), again);
      default ->
          write(
              id,
              here,
              here + "/settlement",
              form,
              _ -> new JointGroups.Settling(what.equals("done")),
              Map.of(),
              again);
    };
  }

  @GET
  @Path("workstreams/{workstreamId}")
  public Response work(@PathParam("id") UUID id, @PathParam("workstreamId") UUID work) {
    return workPage(200, id, work, Form.blank());
  }

  @POST
  @Path("workstreams/{workstreamId}/reported")
  public Response report(
      @PathParam("id") UUID id,
      @PathParam("workstreamId") UUID work,
      MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    return write(
        id,
        "/workstreams/" + work,
        "/workstreams/" + work + "/reports",
        form,
        sent ->
            new JointGroups.Report(
                sent.text("state", "Choose how it stands"), sent.optional("inHand")),
        Map.of(),
        () -> workPage(form.status(), id, work, form));
  }

  @POST
  @Path("workstreams/{workstreamId}/withdrawn")
  public Response withdraw(
      @PathParam("id") UUID id,
      @PathParam("workstreamId") UUID work,
      MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    return write(
        id,
        "",
        "/workstreams/" + work + "/withdrawal",
        form,
        JointGroupPages::nothing,
        Map.of(),
        () -> workPage(form.status(), id, work, form));
  }

  /**
   * @param onward below the group's page, where to go on
   * @param path below the group, which command it is
   */
  private Response write(
      UUID id,
      String onward,
      String path,
      Form form,
      Function<Form, @Nullable Object> body,
      Map<String, String> fields,
      Supplier<Response> again) {
    reader.me();
    return writing.sendOrShow(
        JointGroupReading.path(id) + path,
        form,
        body,
        fields,
        Notice.JOINT_SAVED.at("/joint-groups/" + id + onward),
        again);
  }

  private Response issuePage(int status, UUID id, UUID issueId, Form form) {
    reader.me();
    Answered<Group> group = reading.group(id);
    Issue issue =
        reading.issues(id).stream()
            .filter(each -> each.issueId().equals(issueId.toString()))
            .findFirst()
            .orElseThrow(NotFoundException::new);
    return Html.page(
        status,
        new JointGroupIssuePage(
            reading.frame(
                group.body(),
                JointGroupWords.word(JointGroupWords.ISSUE_KINDS, issue.kind()),
                true),
            form.refused(),
            "/joint-groups/" + id + "/issues/" + issueId,
            group.body().name(),
            shown(issue),
            group.body().dissolvedOn() == null,
            reading.seated(group.body(), "GP"),
            reading.seated(group.body(), "PARTNER"),
            form.withEtag(group.etag())));
  }

  private IssueShown shown(Issue issue) {
    return new IssueShown(
        JointGroupView.kept(issue.what()),
        "Raised by "
            + JointGroupWords.side(issue.raisedBy()).toLowerCase(Locale.UK)
            + " on "
            + Words.day(issue.raisedOn())
            + ".",
        issue.resolvedOn() == null
            ? "To be put right by " + JointGroupView.fix(issue) + "."
            : JointGroupView.fix(issue) + ".",
        issue.daysToAnswer() == null
            ? "The other side has not answered yet."
            : "The other side answered " + JointGroupWords.after(issue.daysToAnswer()) + ".",
        "Who sees to it: " + owner(issue.gpOwner()) + ", and " + owner(issue.partnerOwner()) + ".",
        issue.gpOwner().left() || issue.partnerOwner().left(),
        issue.answers().stream()
            .map(answer ->
                JointGroupWords.side(answer.side())
                    + ", "
                    + Words.day(answer.on())
                    + ": "
                    + JointGroupView.kept(answer.words()))
            .toList(),
        issue.how(),
        issue.resolvedOn() == null);
  }

  private String owner(JointGroups.Owner owner) {
    return reading.person(owner.personId())
        + " of "
        + names.of(owner.organisationId())
        + (owner.left() ? " (sits there no more)" : "");
  }

  private Response actionPage(int status, UUID id, UUID actionId, Form form) {
    reader.me();
    Answered<Group> group = reading.group(id);
    Action action =
        reading.actions(id).stream()
            .filter(each -> each.actionId().equals(actionId.toString()))
            .findFirst()
            .orElseThrow(NotFoundException::new);
    return Html.page(
        status,
        new JointGroupActionPage(
            reading.frame(group.body(), "An action", true),
            form.refused(),
            "/joint-groups/" + id + "/actions/" + actionId,
            group.body().name(),
            JointGroupView.kept(action.what()),
            names.of(action.ownerId())
                + (action.settledOn() == null ? " delivers it by " : ": ")
                + JointGroupView.due(action)
                + ".",
            action.settledOn() == null,
            group.body().dissolvedOn() == null,
            form.withEtag(group.etag())));
  }

  private Response workPage(int status, UUID id, UUID workId, Form form) {
    reader.me();
    Answered<Group> group = reading.group(id);
    Workstream work =
        group.body().workstreams().stream()
            .filter(each -> each.workstreamId().equals(workId.toString()))
            .findFirst()
            .orElseThrow(NotFoundException::new);
    String what = JointGroupWords.work(work.kind(), work.name());
    return Html.page(
        status,
        new JointGroupWorkPage(
            reading.frame(group.body(), what, true),
            form.refused(),
            "/joint-groups/" + id + "/workstreams/" + workId,
            group.body().name(),
            what,
            JointGroupWords.word(JointGroupWords.WORK_STATES, work.state())
                + (work.inHand() == null ? "." : ": " + work.inHand()),
            group.body().own() != null && group.body().dissolvedOn() == null,
            JointGroupWords.WORK_STATES,
            form.withEtag(group.etag())));
  }
}
