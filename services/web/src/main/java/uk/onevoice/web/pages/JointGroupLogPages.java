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
import java.util.UUID;
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
  @Path("{log:issues|actions|workstreams}/{item}")
  public Response item(
      @PathParam("id") UUID id, @PathParam("log") String log, @PathParam("item") UUID item) {
    return page(200, id, log, item, Form.blank());
  }

  @POST
  @Path("{log:issues|actions|workstreams}/{item}/{step}")
  public Response settle(
      @PathParam("id") UUID id,
      @PathParam("log") String log,
      @PathParam("item") UUID item,
      @PathParam("step") String name,
      MultivaluedMap<String, String> fields) {
    var step = JointGroupSteps.of(log, name).orElseThrow(NotFoundException::new);
    reader.me();
    Form form = Form.sent(fields);
    String here = "/" + log + "/" + item;
    return writing.sendOrShow(
        JointGroupReading.path(id) + here + "/" + step.command(),
        form,
        step.body(),
        step.fields(),
        Notice.JOINT_SAVED.at("/joint-groups/" + id + (step.goes() ? "" : here)),
        () -> page(form.status(), id, log, item, form));
  }

  private Response page(int status, UUID id, String log, UUID item, Form form) {
    return switch (log) {
      case "issues" -> issuePage(status, id, item, form);
      case "actions" -> actionPage(status, id, item, form);
      default -> workPage(status, id, item, form);
    };
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
            shown(issue, group.body()),
            group.body().dissolvedOn() == null,
            reading.seated(group.body(), "GP"),
            reading.seated(group.body(), "PARTNER"),
            form.withEtag(group.etag())));
  }

  private IssueShown shown(Issue issue, Group group) {
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
        "Who sees to it: "
            + owner(group, issue.gpOwner())
            + ", and "
            + owner(group, issue.partnerOwner())
            + ".",
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

  private String owner(Group group, JointGroups.Owner owner) {
    return reading.person(group, owner.seatId())
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
