package uk.onevoice.meetings.adapter.http;

import static uk.onevoice.service.problem.Problem.conflict;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.meetings.adapter.store.MeetingLog;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.PersonId;
import uk.onevoice.meetings.domain.minutes.Minutes;
import uk.onevoice.meetings.domain.minutes.Minutes.Written;
import uk.onevoice.meetings.domain.minutes.MinutesCommand;
import uk.onevoice.meetings.domain.minutes.MinutesEvent;
import uk.onevoice.meetings.domain.minutes.MinutesRejection;
import uk.onevoice.meetings.domain.minutes.MinutesRejection.AlreadyApproved;
import uk.onevoice.meetings.domain.minutes.MinutesRejection.AlreadyDrafted;
import uk.onevoice.meetings.domain.minutes.MinutesRejection.MeetingStillToCome;
import uk.onevoice.meetings.domain.minutes.MinutesRejection.NotApproved;
import uk.onevoice.meetings.domain.minutes.MinutesRejection.NotDrafted;
import uk.onevoice.security.Parts;
import uk.onevoice.security.Permission;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.edge.Versions;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.wiring.Ids;

/** The minutes of a meeting: drafted, approved, published, and corrected for everybody to see. */
@Path("/v1/meetings/{id}/minutes")
@RunOnVirtualThread
class MinutesResource {
  private final CommandHandler<MinutesCommand, Minutes, MinutesEvent, MinutesRejection> minutes;
  private final MeetingDesk desk;
  private final MeetingWords words;
  private final Commands commands;
  private final Parts parts;
  private final Ids ids;

  MinutesResource(
      CommandHandler<MinutesCommand, Minutes, MinutesEvent, MinutesRejection> minutes,
      MeetingDesk desk,
      MeetingWords words,
      Commands commands,
      Parts parts,
      Ids ids) {
    this.minutes = minutes;
    this.desk = desk;
    this.words = words;
    this.commands = commands;
    this.parts = parts;
    this.ids = ids;
  }

  record MinutesText(String text, @Nullable List<UUID> aboutIds) {}

  enum State {
    DRAFT,
    APPROVED,
    PUBLISHED
  }

  record MinutesView(
      MeetingId meetingId,
      State state,
      @Nullable String text,
      PersonId draftedBy,
      LocalDate draftedOn,
      @Nullable PersonId approvedBy,
      @Nullable LocalDate approvedOn,
      @Nullable LocalDate publishedOn,
      List<Correction> corrections) {}

  record Correction(UUID correctionId, @Nullable String text, PersonId correctedBy, LocalDate on) {}

  @POST
  @Permission("draftMinutes")
  public Response draft(@PathParam("id") UUID id, MinutesText wish) {
    return write(
        id,
        wish,
        (asked, text) ->
            new MinutesCommand.Draft(
                asked.id(),
                asked.meeting().terms().placeId(),
                asked.meeting().terms().on(),
                text,
                desk.caller(),
                desk.today()));
  }

  @POST
  @Path("/revisions")
  @Permission("reviseMinutes")
  public Response revise(@PathParam("id") UUID id, MinutesText wish) {
    return write(
        id,
        wish,
        (asked, text) -> new MinutesCommand.Revise(asked.id(), text, desk.caller(), desk.today()));
  }

  @POST
  @Path("/corrections")
  @Permission("correctMinutes")
  public Response correct(@PathParam("id") UUID id, MinutesText wish) {
    UUID correction = ids.get();
    return write(
        id,
        wish,
        (asked, text) ->
            new MinutesCommand.Correct(asked.id(), correction, text, desk.caller(), desk.today()));
  }

  @POST
  @Path("/approval")
  @Permission("approveMinutes")
  public Response approve(@PathParam("id") UUID id) {
    var asked = desk.forWriting(id);
    return handle(asked, new MinutesCommand.Approve(asked.id(), desk.caller(), desk.today()));
  }

  @POST
  @Path("/publication")
  @Permission("publishMinutes")
  public Response publish(@PathParam("id") UUID id) {
    var asked = desk.forWriting(id);
    return handle(asked, new MinutesCommand.Publish(asked.id(), desk.caller(), desk.today()));
  }

  private interface Writing {
    MinutesCommand command(MeetingDesk.Asked asked, UUID textRef);
  }

  private Response write(UUID id, MinutesText wish, Writing command) {
    var asked = desk.forWriting(id);
    return words.keeping(
        wish.aboutIds(),
        pen ->
            handle(
                asked,
                command.command(
                    asked,
                    pen.write(
                        MeetingWords.MINUTES,
                        MeetingLog.minutes(asked.id()),
                        wish.text(),
                        "/text",
                        MeetingWords.WHOLE_TEXT))));
  }

  private Response handle(MeetingDesk.Asked asked, MinutesCommand command) {
    return commands.handle(
        minutes,
        MeetingLog.minutes(asked.id()),
        command,
        (_, _, _) -> commands.noContent(),
        MinutesResource::problem,
        asked.circumstances());
  }

  /** Before they are published, minutes are there for those who write them. */
  @GET
  @Permission("readMinutes")
  public Response read(@PathParam("id") UUID id) {
    var asked = desk.forReading(id);
    var current = minutes.current(MeetingLog.minutes(asked.id()));
    if (!(current.state() instanceof Written written)
        || (written.publication() == null
            && !parts.shows(
                "meeting.draftMinutes",
                MeetingDesk.inDirectory(asked.meeting().terms().placeId())))) {
      throw Problem.notFound().exception();
    }
    return Response.ok(view(written)).header("ETag", Versions.etag(current.version())).build();
  }

  private MinutesView view(Written written) {
    List<UUID> refs = new ArrayList<>(List.of(written.textRef()));
    written.corrections().forEach(each -> refs.add(each.textRef()));
    Map<UUID, String> said = words.read(refs);
    var approval = written.approval();
    var publication = written.publication();
    return new MinutesView(
        written.draft().meetingId(),
        publication != null ? State.PUBLISHED : approval != null ? State.APPROVED : State.DRAFT,
        said.get(written.textRef()),
        desk.standing(written.draft().draftedBy()),
        written.draft().on(),
        approval == null ? null : desk.standing(approval.approvedBy()),
        approval == null ? null : approval.on(),
        publication == null ? null : publication.on(),
        written.corrections().stream()
            .map(each ->
                new Correction(
                    each.correctionId(),
                    said.get(each.textRef()),
                    desk.standing(each.correctedBy()),
                    each.on()))
            .toList());
  }

  private static Problem problem(MinutesRejection rejection) {
    return switch (rejection) {
      case AlreadyDrafted _ -> conflict("minutes-already-drafted", "The meeting has its minutes.");
      case NotDrafted _ ->
          conflict("minutes-not-drafted", "There are no minutes of this meeting yet.");
      case AlreadyApproved _ ->
          conflict("minutes-approved", "Approved minutes are corrected and not changed.");
      case NotApproved _ ->
          conflict("minutes-not-approved", "Only approved minutes are published and corrected.");
      case MeetingStillToCome(var on) ->
          conflict("meeting-still-to-come", "The meeting has not taken place yet.")
              .detail("It is on " + on + ".");
    };
  }
}
