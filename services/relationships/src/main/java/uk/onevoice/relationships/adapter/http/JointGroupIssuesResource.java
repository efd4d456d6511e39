package uk.onevoice.relationships.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.adapter.http.JointGroupAnswers.IssueView;
import uk.onevoice.relationships.adapter.http.JointGroupBodies.IssueRef;
import uk.onevoice.relationships.adapter.http.JointGroupDesk.Seated;
import uk.onevoice.relationships.domain.jointgroup.Issue;
import uk.onevoice.relationships.domain.jointgroup.IssueCommand.AnswerIssue;
import uk.onevoice.relationships.domain.jointgroup.IssueCommand.AssignIssue;
import uk.onevoice.relationships.domain.jointgroup.IssueCommand.MoveIssue;
import uk.onevoice.relationships.domain.jointgroup.IssueCommand.RaiseIssue;
import uk.onevoice.relationships.domain.jointgroup.IssueCommand.ReopenIssue;
import uk.onevoice.relationships.domain.jointgroup.IssueCommand.ResolveIssue;
import uk.onevoice.relationships.domain.jointgroup.IssueId;
import uk.onevoice.relationships.domain.jointgroup.Owners;
import uk.onevoice.security.Permission;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.wiring.Ids;
import uk.onevoice.vault.TypedWords;

/** The troubleshooting log of a joint group, for who sits in it. */
@Path("/v1/relationships/joint-groups/{id}/issues")
@RunOnVirtualThread
class JointGroupIssuesResource {
  private final JointGroupDesk desk;
  private final JointGroupViews views;
  private final Ids ids;

  JointGroupIssuesResource(JointGroupDesk desk, JointGroupViews views, Ids ids) {
    this.desk = desk;
    this.views = views;
    this.ids = ids;
  }

  @GET
  @Permission("listJointGroupIssues")
  public Page<IssueView> list(
      @PathParam("id") UUID id,
      @QueryParam("open") @Nullable String open,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    PageRequest request = PageRequest.of(after, limit);
    Seated seated = desk.seated(id);
    List<Issue> shown =
        seated.group().issues().shown().reversed().stream()
            .filter(issue -> !"true".equals(open) || issue.isOpen())
            .toList();
    return views.issues(
        seated.group(), JointGroupViews.page(shown, request, issue -> issue.issueId().value()));
  }

  @POST
  @Permission("raiseJointGroupIssue")
  public Response raise(@PathParam("id") UUID id, JointGroupBodies.RaiseIssue wish) {
    IssueId issueId = new IssueId(ids.get());
    return desk.keeping(
        desk.seated(id),
        (seated, pen) ->
            desk.handle(
                seated,
                new RaiseIssue(
                    seated.id(),
                    issueId,
                    wish.kind(),
                    pen.body("joint-group-issue", "/what", wish.what(), TypedWords.MIDDLE, null),
                    seated.side(),
                    desk.day(wish.on()),
                    wish.due(),
                    new Owners(wish.gpOwnerSeatId(), wish.partnerOwnerSeatId()),
                    desk.today()),
                desk.created(seated.id(), new IssueRef(seated.id(), issueId))));
  }

  @POST
  @Path("/{issueId}/answers")
  @Permission("answerJointGroupIssue")
  public Response answer(
      @PathParam("id") UUID id,
      @PathParam("issueId") UUID issueId,
      JointGroupBodies.AnswerIssue wish) {
    return desk.keeping(
        desk.seated(id),
        (seated, pen) ->
            desk.handle(
                seated,
                new AnswerIssue(
                    seated.id(),
                    new IssueId(issueId),
                    seated.side(),
                    ifAny(pen, "joint-group-answer", "/words", wish.words()),
                    desk.day(wish.on()),
                    desk.today())));
  }

  @POST
  @Path("/{issueId}/moves")
  @Permission("moveJointGroupIssue")
  public Response move(
      @PathParam("id") UUID id,
      @PathParam("issueId") UUID issueId,
      JointGroupBodies.MoveIssue wish) {
    Seated seated = desk.seated(id);
    return desk.handle(
        seated, new MoveIssue(seated.id(), new IssueId(issueId), wish.due(), desk.today()));
  }

  @POST
  @Path("/{issueId}/owners")
  @Permission("assignJointGroupIssue")
  public Response assign(
      @PathParam("id") UUID id,
      @PathParam("issueId") UUID issueId,
      JointGroupBodies.AssignIssue wish) {
    Seated seated = desk.seated(id);
    return desk.handle(
        seated,
        new AssignIssue(
            seated.id(),
            new IssueId(issueId),
            new Owners(wish.gpOwnerSeatId(), wish.partnerOwnerSeatId())));
  }

  @POST
  @Path("/{issueId}/resolution")
  @Permission("resolveJointGroupIssue")
  public Response resolve(
      @PathParam("id") UUID id,
      @PathParam("issueId") UUID issueId,
      JointGroupBodies.ResolveIssue wish) {
    return desk.keeping(
        desk.seated(id),
        (seated, pen) ->
            desk.handle(
                seated,
                new ResolveIssue(
                    seated.id(),
                    new IssueId(issueId),
                    ifAny(pen, "joint-group-resolution", "/how", wish.how()),
                    Boolean.TRUE.equals(wish.mistake()),
                    desk.day(wish.on()),
                    desk.today())));
  }

  @POST
  @Path("/{issueId}/reopening")
  @Permission("reopenJointGroupIssue")
  public Response reopen(@PathParam("id") UUID id, @PathParam("issueId") UUID issueId) {
    Seated seated = desk.seated(id);
    return desk.handle(seated, new ReopenIssue(seated.id(), new IssueId(issueId)));
  }

  static @Nullable WordsRef ifAny(
      TypedWords.Pen pen, String kind, String pointer, @Nullable String words) {
    @Nullable UUID ref = pen.ifAny(kind, pointer, words);
    return ref == null ? null : new WordsRef(ref);
  }
}
