package uk.onevoice.relationships.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.adapter.http.JointGroupBodies.ProposeRule;
import uk.onevoice.relationships.adapter.http.JointGroupBodies.RationaleRef;
import uk.onevoice.relationships.adapter.http.JointGroupBodies.RuleRef;
import uk.onevoice.relationships.adapter.http.JointGroupBodies.VersionOfRationale;
import uk.onevoice.relationships.adapter.http.JointGroupDesk.Seated;
import uk.onevoice.relationships.domain.jointgroup.AgreementCommand;
import uk.onevoice.relationships.domain.jointgroup.AgreementCommand.AcceptRule;
import uk.onevoice.relationships.domain.jointgroup.AgreementCommand.ProposeRationale;
import uk.onevoice.relationships.domain.jointgroup.AgreementCommand.SignRationale;
import uk.onevoice.relationships.domain.jointgroup.AgreementCommand.WithdrawAcceptance;
import uk.onevoice.relationships.domain.jointgroup.AgreementCommand.WithdrawRule;
import uk.onevoice.relationships.domain.jointgroup.AgreementCommand.WithdrawSignature;
import uk.onevoice.relationships.domain.jointgroup.JointGroup;
import uk.onevoice.relationships.domain.jointgroup.RuleId;
import uk.onevoice.relationships.domain.jointgroup.RuleKind;
import uk.onevoice.security.Permission;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.wiring.Ids;
import uk.onevoice.vault.TypedWords;

/** What both sides sign and accept: a person who sits does it for the side of their seat. */
@Path("/v1/relationships/joint-groups/{id}")
@RunOnVirtualThread
class JointGroupAgreementsResource {
  private final JointGroupDesk desk;
  private final Commands commands;
  private final Ids ids;

  JointGroupAgreementsResource(JointGroupDesk desk, Commands commands, Ids ids) {
    this.desk = desk;
    this.commands = commands;
    this.ids = ids;
  }

  @POST
  @Path("/rationale")
  @Permission("proposeJointRationale")
  public Response propose(@PathParam("id") UUID id, JointGroupBodies.ProposeRationale wish) {
    return desk.keeping(
        desk.seated(id),
        (seated, pen) ->
            desk.handle(
                seated,
                new ProposeRationale(
                    seated.id(),
                    aims(pen, "/gpAims", wish.gpAims()),
                    aims(pen, "/partnerAims", wish.partnerAims()),
                    seated.side(),
                    desk.today()),
                (state, _, _) ->
                    commands.created(
                        JointGroupDesk.path(seated.id()),
                        new RationaleRef(seated.id(), versionOf(state)))));
  }

  private static int versionOf(JointGroup group) {
    return switch (group) {
      case JointGroup.Formed formed when formed.agreements().rationale() != null ->
          formed.agreements().rationale().version();
      case JointGroup.Absent _, JointGroup.Formed _ ->
          throw new IllegalStateException("A rationale was proposed and is not there.");
    };
  }

  private static WordsRef aims(TypedWords.Pen pen, String pointer, String words) {
    return pen.body("joint-group-aims", pointer, words, TypedWords.MIDDLE, null);
  }

  @POST
  @Path("/rationale/signatures")
  @Permission("signJointRationale")
  public Response sign(@PathParam("id") UUID id, VersionOfRationale wish) {
    Seated seated = desk.seated(id);
    return desk.handle(
        seated,
        new SignRationale(
            seated.id(), wish.version(), seated.side(), seated.seat().seatId(), desk.today()));
  }

  @POST
  @Path("/rationale/signatures/withdrawal")
  @Permission("withdrawJointSignature")
  public Response withdrawSignature(@PathParam("id") UUID id, VersionOfRationale wish) {
    Seated seated = desk.seated(id);
    return desk.handle(
        seated, new WithdrawSignature(seated.id(), wish.version(), seated.side(), desk.today()));
  }

  @POST
  @Path("/ground-rules")
  @Permission("proposeGroundRule")
  public Response proposeRule(@PathParam("id") UUID id, ProposeRule wish) {
    RuleId ruleId = new RuleId(ids.get());
    return desk.keeping(
        desk.seated(id),
        (seated, pen) ->
            desk.handle(
                seated,
                new AgreementCommand.ProposeRule(
                    seated.id(),
                    ruleId,
                    wish.kind(),
                    words(pen, wish),
                    seated.side(),
                    desk.today()),
                desk.created(seated.id(), new RuleRef(seated.id(), ruleId))));
  }

  private static @Nullable WordsRef words(TypedWords.Pen pen, ProposeRule wish) {
    @Nullable String words = wish.words();
    if (wish.kind() == RuleKind.OWN) {
      return pen.body(
          "joint-group-rule", "/words", words == null ? "" : words, TypedWords.SHORT, null);
    }
    if (words != null) {
      throw Problem.invalid("/words", "goes with a rule of your own only").exception();
    }
    return null;
  }

  @POST
  @Path("/ground-rules/{ruleId}/acceptances")
  @Permission("acceptGroundRule")
  public Response accept(@PathParam("id") UUID id, @PathParam("ruleId") UUID ruleId) {
    Seated seated = desk.seated(id);
    return desk.handle(
        seated, new AcceptRule(seated.id(), new RuleId(ruleId), seated.side(), desk.today()));
  }

  @POST
  @Path("/ground-rules/{ruleId}/acceptances/withdrawal")
  @Permission("withdrawGroundRuleAcceptance")
  public Response withdrawAcceptance(@PathParam("id") UUID id, @PathParam("ruleId") UUID ruleId) {
    Seated seated = desk.seated(id);
    return desk.handle(
        seated,
        new WithdrawAcceptance(seated.id(), new RuleId(ruleId), seated.side(), desk.today()));
  }

  @POST
  @Path("/ground-rules/{ruleId}/withdrawal")
  @Permission("withdrawGroundRule")
  public Response withdrawRule(@PathParam("id") UUID id, @PathParam("ruleId") UUID ruleId) {
    Seated seated = desk.seated(id);
    return desk.handle(seated, new WithdrawRule(seated.id(), new RuleId(ruleId), desk.today()));
  }
}
