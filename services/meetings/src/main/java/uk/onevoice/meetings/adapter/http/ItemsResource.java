package uk.onevoice.meetings.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.meetings.adapter.http.MeetingBodies.AgreementOnItem;
import uk.onevoice.meetings.adapter.http.MeetingBodies.Dispute;
import uk.onevoice.meetings.adapter.http.MeetingBodies.InfluenceOnItem;
import uk.onevoice.meetings.adapter.http.MeetingBodies.MarkOnItem;
import uk.onevoice.meetings.adapter.http.MeetingBodies.OfItem;
import uk.onevoice.meetings.adapter.http.MeetingBodies.OutcomeOfItem;
import uk.onevoice.meetings.adapter.http.MeetingBodies.Position;
import uk.onevoice.meetings.adapter.http.MeetingBodies.ReachOnItem;
import uk.onevoice.meetings.adapter.http.MeetingBodies.Settling;
import uk.onevoice.meetings.adapter.store.MeetingLog;
import uk.onevoice.meetings.domain.InfluenceCommand.AssessInfluence;
import uk.onevoice.meetings.domain.InfluenceCommand.ConfirmInfluence;
import uk.onevoice.meetings.domain.InfluenceCommand.DisputeInfluence;
import uk.onevoice.meetings.domain.InfluenceCommand.SettleDispute;
import uk.onevoice.meetings.domain.ItemCommand.MarkPresence;
import uk.onevoice.meetings.domain.ItemCommand.PutPosition;
import uk.onevoice.meetings.domain.ItemCommand.RecordOutcome;
import uk.onevoice.meetings.domain.ItemCommand.RecordReach;
import uk.onevoice.meetings.domain.ItemCommand.TakeAgreementBack;
import uk.onevoice.meetings.domain.ItemCommand.TakeMarkBack;
import uk.onevoice.meetings.domain.Judgement;
import uk.onevoice.meetings.domain.Meeting.Scheduled;
import uk.onevoice.security.Permission;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.problem.Problem;

/** What was said on an item, what came of it, and how far that came from general practice. */
@Path("/v1/meetings/{id}")
@RunOnVirtualThread
class ItemsResource {
  private final MeetingDesk desk;
  private final Rows rows;
  private final MeetingWords words;
  private final MeetingViews views;
  private final Commands commands;

  ItemsResource(
      MeetingDesk desk, Rows rows, MeetingWords words, MeetingViews views, Commands commands) {
    this.desk = desk;
    this.rows = rows;
    this.words = words;
    this.views = views;
    this.commands = commands;
  }

  @POST
  @Path("/positions")
  @Permission("putPosition")
  public Response put(@PathParam("id") UUID id, Position wish) {
    return desk.handle(id, asked -> new PutPosition(asked.id(), wish.itemId(), wish.stance()));
  }

  @POST
  @Path("/reach")
  @Permission("recordReach")
  public Response reach(@PathParam("id") UUID id, ReachOnItem wish) {
    return desk.handle(
        id, asked -> new RecordReach(asked.id(), wish.itemId(), wish.reach(), desk.today()));
  }

  @POST
  @Path("/presence-marks")
  @Permission("markPresence")
  public Response mark(@PathParam("id") UUID id, MarkOnItem wish) {
    return desk.handle(
        id, asked -> new MarkPresence(asked.id(), wish.itemId(), wish.mark(), desk.today()));
  }

  @POST
  @Path("/presence-marks/taking-back")
  @Permission("takePresenceMarkBack")
  public Response takeMarkBack(@PathParam("id") UUID id, OfItem wish) {
    return desk.handle(id, asked -> new TakeMarkBack(asked.id(), wish.itemId()));
  }

  @POST
  @Path("/agreements")
  @Permission("recordAgreement")
  public Response agree(@PathParam("id") UUID id, AgreementOnItem wish) {
    var asked = desk.forWriting(id);
    return desk.handle(
        asked,
        rows.agreement(asked.meeting(), wish.itemId(), wish.invocationId(), "/invocationId"),
        (state, _, _) ->
            commands.ok(
                views.agreements((Scheduled) state).stream()
                    .filter(each -> each.itemId().equals(wish.itemId()))
                    .findFirst()
                    .orElseThrow()));
  }

  @POST
  @Path("/agreements/taking-back")
  @Permission("takeAgreementBack")
  public Response takeAgreementBack(@PathParam("id") UUID id, OfItem wish) {
    return desk.handle(id, asked -> new TakeAgreementBack(asked.id(), wish.itemId()));
  }

  @POST
  @Path("/outcomes")
  @Permission("recordOutcome")
  public Response record(@PathParam("id") UUID id, OutcomeOfItem wish) {
    if (wish.influence() == null) {
      without(wish.evidence(), "/evidence");
      without(wish.sameWithoutUs(), "/sameWithoutUs");
    }
    var asked = desk.forWriting(id);
    return words.keeping(
        wish.aboutIds(),
        pen ->
            desk.handle(
                asked,
                new RecordOutcome(
                    asked.id(),
                    wish.itemId(),
                    wish.outcome(),
                    rows.judgement(
                        asked.meeting(),
                        wish.influence(),
                        evidence(pen, asked, wish.evidence()),
                        wish.sameWithoutUs()),
                    desk.today())));
  }

  @POST
  @Path("/assessments")
  @Permission("assessInfluence")
  public Response assess(@PathParam("id") UUID id, InfluenceOnItem wish) {
    var asked = desk.forWriting(id);
    return words.keeping(
        wish.aboutIds(),
        pen -> {
          @Nullable Judgement judgement =
              rows.judgement(
                  asked.meeting(),
                  wish.influence(),
                  evidence(pen, asked, wish.evidence()),
                  wish.sameWithoutUs());
          return desk.handle(
              asked,
              new AssessInfluence(asked.id(), wish.itemId(), Objects.requireNonNull(judgement)));
        });
  }

  private static @Nullable UUID evidence(
      MeetingWords.Pen pen, MeetingDesk.Asked asked, @Nullable String typed) {
    return pen.optional(MeetingWords.EVIDENCE, MeetingLog.stream(asked.id()), typed, "/evidence");
  }

  private static void without(@Nullable Object said, String pointer) {
    if (said != null) {
      throw Problem.invalid(pointer, "goes with influence").exception();
    }
  }

  @POST
  @Path("/confirmations")
  @Permission("confirmInfluence")
  public Response confirm(@PathParam("id") UUID id, OfItem wish) {
    return desk.handle(
        id,
        asked ->
            new ConfirmInfluence(
                asked.id(), wish.itemId(), desk.asParty(asked.meeting(), wish.itemId())));
  }

  @POST
  @Path("/disputes")
  @Permission("disputeInfluence")
  public Response dispute(@PathParam("id") UUID id, Dispute wish) {
    var asked = desk.forWriting(id);
    return words.keeping(
        wish.aboutIds(),
        pen ->
            desk.handle(
                asked,
                new DisputeInfluence(
                    asked.id(),
                    wish.itemId(),
                    pen.write(
                        MeetingWords.DISPUTE,
                        MeetingLog.stream(asked.id()),
                        wish.reason(),
                        "/reason",
                        MeetingWords.LONG),
                    desk.asParty(asked.meeting(), wish.itemId()))));
  }

  @POST
  @Path("/disputes/settling")
  @Permission("settleDispute")
  public Response settle(@PathParam("id") UUID id, Settling wish) {
    return desk.handle(
        id,
        asked ->
            new SettleDispute(
                asked.id(),
                wish.itemId(),
                wish.stands(),
                desk.asParty(asked.meeting(), wish.itemId())));
  }
}
