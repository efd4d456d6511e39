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
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.Organisation;
import uk.onevoice.directory.OrganisationKind;
import uk.onevoice.relationships.adapter.http.JointGroupAnswers.ActionView;
import uk.onevoice.relationships.adapter.http.JointGroupBodies.ActionRef;
import uk.onevoice.relationships.adapter.http.JointGroupBodies.WorkstreamRef;
import uk.onevoice.relationships.adapter.http.JointGroupDesk.Seated;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.jointgroup.Ability;
import uk.onevoice.relationships.domain.jointgroup.Action;
import uk.onevoice.relationships.domain.jointgroup.ActionId;
import uk.onevoice.relationships.domain.jointgroup.WorkCommand.AddAction;
import uk.onevoice.relationships.domain.jointgroup.WorkCommand.AddWorkstream;
import uk.onevoice.relationships.domain.jointgroup.WorkCommand.MoveAction;
import uk.onevoice.relationships.domain.jointgroup.WorkCommand.ReopenAction;
import uk.onevoice.relationships.domain.jointgroup.WorkCommand.ReportWorkstream;
import uk.onevoice.relationships.domain.jointgroup.WorkCommand.SettleAction;
import uk.onevoice.relationships.domain.jointgroup.WorkCommand.WithdrawWorkstream;
import uk.onevoice.relationships.domain.jointgroup.WorkstreamId;
import uk.onevoice.relationships.domain.jointgroup.WorkstreamKind;
import uk.onevoice.security.Permission;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.wiring.Ids;
import uk.onevoice.vault.TypedWords;

/** What a joint group has in hand: its work, and who is to deliver what, for who sits in it. */
@Path("/v1/relationships/joint-groups/{id}")
@RunOnVirtualThread
class JointGroupWorkResource {
  private final JointGroupDesk desk;
  private final JointGroupViews views;
  private final Directory directory;
  private final Ids ids;

  JointGroupWorkResource(JointGroupDesk desk, JointGroupViews views, Directory directory, Ids ids) {
    this.desk = desk;
    this.views = views;
    this.directory = directory;
    this.ids = ids;
  }

  @POST
  @Path("/workstreams")
  @Permission("addWorkstream")
  public Response add(@PathParam("id") UUID id, JointGroupBodies.AddWorkstream wish) {
    if (wish.kind() == WorkstreamKind.OWN && wish.name() == null) {
      throw Problem.invalid("/name", "is required for work of your own").exception();
    }
    if (wish.kind() != WorkstreamKind.OWN && wish.name() != null) {
      throw Problem.invalid("/name", "goes with work of your own only").exception();
    }
    Seated seated = desk.seated(id);
    WorkstreamId workstream = new WorkstreamId(ids.get());
    return desk.handle(
        seated,
        new AddWorkstream(seated.id(), workstream, wish.kind(), wish.name()),
        desk.created(seated.id(), new WorkstreamRef(seated.id(), workstream)));
  }

  @POST
  @Path("/workstreams/{workstreamId}/reports")
  @Permission("reportWorkstream")
  public Response report(
      @PathParam("id") UUID id,
      @PathParam("workstreamId") UUID workstreamId,
      JointGroupBodies.ReportWorkstream wish) {
    return desk.keeping(
        desk.seated(id),
        (seated, pen) ->
            desk.handle(
                seated,
                new ReportWorkstream(
                    seated.id(),
                    new WorkstreamId(workstreamId),
                    wish.state(),
                    JointGroupIssuesResource.ifAny(
                        pen, "joint-group-work", "/inHand", wish.inHand()),
                    desk.today())));
  }

  @POST
  @Path("/workstreams/{workstreamId}/withdrawal")
  @Permission("withdrawWorkstream")
  public Response withdraw(@PathParam("id") UUID id, @PathParam("workstreamId") UUID workstreamId) {
    Seated seated = desk.seated(id);
    return desk.handle(seated, new WithdrawWorkstream(seated.id(), new WorkstreamId(workstreamId)));
  }

  @GET
  @Path("/actions")
  @Permission("listJointGroupActions")
  public Page<ActionView> actions(
      @PathParam("id") UUID id,
      @QueryParam("open") @Nullable String open,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    PageRequest request = PageRequest.of(after, limit);
    List<Action> shown =
        List.copyOf(desk.heard(id).works().actions().values()).reversed().stream()
            .filter(action -> !"true".equals(open) || action.isOpen())
            .toList();
    return views.actions(JointGroupViews.page(shown, request, action -> action.actionId().value()));
  }

  @POST
  @Path("/actions")
  @Permission("addJointGroupAction")
  public Response add(@PathParam("id") UUID id, JointGroupBodies.AddAction wish) {
    ActionId action = new ActionId(ids.get());
    return desk.keeping(
        desk.seated(id),
        (seated, pen) ->
            desk.handle(
                seated,
                new AddAction(
                    seated.id(),
                    action,
                    wish.workstreamId(),
                    wish.ownerId(),
                    abilityOf(wish.ownerId()),
                    pen.body("joint-group-action", "/what", wish.what(), TypedWords.SHORT, null),
                    wish.due(),
                    desk.today()),
                desk.created(seated.id(), new ActionRef(seated.id(), action))));
  }

  private Ability abilityOf(OrganisationId owner) {
    return directory
        .organisation(JointGroupDesk.inDirectory(owner))
        .filter(it -> it.openOn(desk.today()))
        .map(JointGroupWorkResource::abilityOf)
        .orElse(Ability.NOT_KNOWN);
  }

  private static Ability abilityOf(Organisation organisation) {
    return organisation.is(OrganisationKind.LEADERSHIP_GROUP) ? Ability.GROUP : Ability.ABLE;
  }

  @POST
  @Path("/actions/{actionId}/moves")
  @Permission("moveJointGroupAction")
  public Response move(
      @PathParam("id") UUID id,
      @PathParam("actionId") UUID actionId,
      JointGroupBodies.MoveAction wish) {
    Seated seated = desk.seated(id);
    return desk.handle(
        seated, new MoveAction(seated.id(), new ActionId(actionId), wish.due(), desk.today()));
  }

  @POST
  @Path("/actions/{actionId}/settlement")
  @Permission("settleJointGroupAction")
  public Response settle(
      @PathParam("id") UUID id,
      @PathParam("actionId") UUID actionId,
      JointGroupBodies.SettleAction wish) {
    Seated seated = desk.seated(id);
    return desk.handle(
        seated,
        new SettleAction(
            seated.id(), new ActionId(actionId), wish.done(), desk.day(wish.on()), desk.today()));
  }

  @POST
  @Path("/actions/{actionId}/reopening")
  @Permission("reopenJointGroupAction")
  public Response reopen(@PathParam("id") UUID id, @PathParam("actionId") UUID actionId) {
    Seated seated = desk.seated(id);
    return desk.handle(seated, new ReopenAction(seated.id(), new ActionId(actionId)));
  }
}
