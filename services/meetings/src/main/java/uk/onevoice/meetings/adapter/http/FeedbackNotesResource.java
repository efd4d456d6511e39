package uk.onevoice.meetings.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Role;
import uk.onevoice.eventstore.Answering;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.meetings.adapter.http.FeedbackBodies.DraftFeedbackNote;
import uk.onevoice.meetings.adapter.http.FeedbackBodies.FeedbackDraftNumber;
import uk.onevoice.meetings.adapter.http.FeedbackBodies.FeedbackDraftRef;
import uk.onevoice.meetings.adapter.http.FeedbackBodies.FeedbackReading;
import uk.onevoice.meetings.adapter.http.FeedbackBodies.FeedbackVersionRef;
import uk.onevoice.meetings.adapter.http.FeedbackBodies.ReplyToFeedback;
import uk.onevoice.meetings.adapter.http.FeedbackViews.DraftView;
import uk.onevoice.meetings.adapter.http.FeedbackViews.NoteView;
import uk.onevoice.meetings.adapter.http.FeedbackViews.ReplyView;
import uk.onevoice.meetings.adapter.http.FeedbackViews.VersionView;
import uk.onevoice.meetings.adapter.store.FeedbackLog;
import uk.onevoice.meetings.adapter.store.Sittings;
import uk.onevoice.meetings.domain.MandateId;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.PracticeId;
import uk.onevoice.meetings.domain.feedback.Duty;
import uk.onevoice.meetings.domain.feedback.FeedbackCommand;
import uk.onevoice.meetings.domain.feedback.FeedbackCommand.Confirm;
import uk.onevoice.meetings.domain.feedback.FeedbackCommand.Draft;
import uk.onevoice.meetings.domain.feedback.FeedbackCommand.Read;
import uk.onevoice.meetings.domain.feedback.FeedbackCommand.Reply;
import uk.onevoice.meetings.domain.feedback.FeedbackCommand.Send;
import uk.onevoice.meetings.domain.feedback.FeedbackEvent;
import uk.onevoice.meetings.domain.feedback.FeedbackNote;
import uk.onevoice.meetings.domain.feedback.FeedbackRejection;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.security.Parts;
import uk.onevoice.security.Permission;
import uk.onevoice.security.Scope;
import uk.onevoice.service.command.Circumstances;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.edge.Versions;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.listing.Part;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.vault.TypedWords;

/** The note about a meeting to the practices that granted a mandate. */
@Path("/v1/meetings/{id}/feedback/{mandateId}")
@RunOnVirtualThread
class FeedbackNotesResource {
  private static final String KIND = "practice-feedback";

  private final CommandHandler<FeedbackCommand, FeedbackNote, FeedbackEvent, FeedbackRejection>
      notes;
  private final FeedbackProposal proposals;
  private final MandatesOfPlace mandates;
  private final Sittings sittings;
  private final SittingDesk desk;
  private final TypedWords words;
  private final Parts parts;
  private final Scope scope;
  private final CurrentActor actor;
  private final Commands commands;
  private final Today today;

  FeedbackNotesResource(
      CommandHandler<FeedbackCommand, FeedbackNote, FeedbackEvent, FeedbackRejection> notes,
      FeedbackProposal proposals,
      MandatesOfPlace mandates,
      Sittings sittings,
      SittingDesk desk,
      TypedWords words,
      Parts parts,
      Scope scope,
      CurrentActor actor,
      Commands commands,
      Today today) {
    this.notes = notes;
    this.proposals = proposals;
    this.mandates = mandates;
    this.sittings = sittings;
    this.desk = desk;
    this.words = words;
    this.parts = parts;
    this.scope = scope;
    this.actor = actor;
    this.commands = commands;
    this.today = today;
  }

  /** A note that is there for the caller's operation, and the meeting it is about. */
  private record There(Sittings.Known meeting, Duty duty, String stream) {}

  private There there(UUID id, UUID mandateId) {
    return duty(desk.there(id), mandateId).orElseThrow(() -> Problem.notFound().exception());
  }

  /**
   * For general practice of the place, and for who holds the mandate: nobody can confirm a draft
   * that they cannot read, and a holder may be in a role that counts at a body alone.
   */
  private There toRead(UUID id, UUID mandateId) {
    return sittings
        .find(new MeetingId(id))
        .flatMap(meeting -> duty(meeting, mandateId))
        .filter(there ->
            scope.covers(SittingDesk.inDirectory(there.meeting().placeId())) || isHolder(there))
        .orElseThrow(() -> Problem.notFound().exception());
  }

  private Optional<There> duty(Sittings.Known meeting, UUID mandateId) {
    MandateId mandate = new MandateId(mandateId);
    return mandates
        .duty(meeting, mandate)
        .map(duty -> new There(meeting, duty, FeedbackLog.stream(meeting.meetingId(), mandate)));
  }

  @GET
  @Permission("readFeedbackNote")
  public Response read(@PathParam("id") UUID id, @PathParam("mandateId") UUID mandateId) {
    There there = toRead(id, mandateId);
    var current = notes.current(there.stream());
    boolean atDesk = isAtDesk(there);
    if (!atDesk && own(current.state()).isEmpty()) {
      throw Problem.notFound().exception();
    }
    return Response.ok(view(there, current.state(), atDesk))
        .header("ETag", Versions.etag(current.version()))
        .build();
  }

  @POST
  @Path("/drafts")
  @Permission("draftFeedbackNote")
  public Response draft(
      @PathParam("id") UUID id, @PathParam("mandateId") UUID mandateId, DraftFeedbackNote wish) {
    There there = there(id, mandateId);
    var circumstances = desk.in(there.meeting().placeId());
    return words.keeping(
        there.stream(),
        pen ->
            handle(
                there.stream(),
                new Draft(there.duty(), typed(pen, there, wish), today.get()),
                (state, _, _) ->
                    commands.ok(
                        new FeedbackDraftRef(
                            there.meeting().meetingId(),
                            there.duty().mandateId(),
                            state.draft() == null ? 0 : state.draft().draft())),
                circumstances));
  }

  private WordsRef typed(TypedWords.Pen pen, There there, DraftFeedbackNote wish) {
    if (wish.words() != null) {
      return pen.body(KIND, "/words", wish.words(), TypedWords.LONG, wish.aboutIds());
    }
    FeedbackProposal.Text made = proposals.of(there.meeting(), there.duty().mandateId());
    return pen.body(KIND, "/words", made.words(), Integer.MAX_VALUE, List.copyOf(made.about()));
  }

  @POST
  @Path("/confirmation")
  @Permission("confirmFeedbackNote")
  public Response confirm(
      @PathParam("id") UUID id, @PathParam("mandateId") UUID mandateId, FeedbackDraftNumber wish) {
    There there = forHolder(id, mandateId);
    return handle(
        there.stream(),
        new Confirm(there.duty(), wish.draft(), desk.caller(), isHolder(there), today.get()),
        (_, _, _) -> commands.noContent(),
        new Circumstances(null, null, desk.icsOf(there.meeting().placeId())));
  }

  /**
   * A holder may be in a role that counts at a body alone, and not in the place. Leaders of the
   * place are told that it is not theirs to confirm; for everybody else it is not there.
   */
  private There forHolder(UUID id, UUID mandateId) {
    return sittings
        .find(new MeetingId(id))
        .flatMap(meeting -> duty(meeting, mandateId))
        .filter(this::isAtDesk)
        .orElseThrow(() -> Problem.notFound().exception());
  }

  @POST
  @Path("/sending")
  @Permission("sendFeedbackNote")
  public Response send(
      @PathParam("id") UUID id, @PathParam("mandateId") UUID mandateId, FeedbackDraftNumber wish) {
    There there = there(id, mandateId);
    return handle(
        there.stream(),
        new Send(
            there.duty(),
            wish.draft(),
            mandates.granting(there.meeting(), there.duty().mandateId()),
            today.get()),
        (state, _, _) ->
            commands.ok(
                new FeedbackVersionRef(
                    there.meeting().meetingId(), there.duty().mandateId(), state.sent().size())),
        desk.in(there.meeting().placeId()));
  }

  @POST
  @Path("/readings")
  @Permission("readFeedbackForPractice")
  public Response reading(
      @PathParam("id") UUID id, @PathParam("mandateId") UUID mandateId, FeedbackReading wish) {
    There there = sentTo(id, mandateId, wish.practiceId());
    return handle(
        there.stream(),
        new Read(
            there.meeting().meetingId(),
            there.duty().mandateId(),
            wish.version(),
            wish.practiceId(),
            today.get()),
        (_, _, _) -> commands.noContent(),
        ofPractice(there, wish.practiceId()));
  }

  @POST
  @Path("/replies")
  @Permission("replyToFeedbackNote")
  public Response reply(
      @PathParam("id") UUID id, @PathParam("mandateId") UUID mandateId, ReplyToFeedback wish) {
    There there = sentTo(id, mandateId, wish.practiceId());
    return words.keeping(
        there.stream(),
        pen ->
            handle(
                there.stream(),
                new Reply(
                    there.meeting().meetingId(),
                    there.duty().mandateId(),
                    wish.version(),
                    wish.practiceId(),
                    pen.own("feedback-reply", "/words", wish.words(), wish.aboutIds()),
                    today.get()),
                (_, _, _) -> commands.noContent(),
                ofPractice(there, wish.practiceId())));
  }

  @GET
  @Path("/replies")
  @Permission("listFeedbackReplies")
  public Page<ReplyView> replies(
      @PathParam("id") UUID id,
      @PathParam("mandateId") UUID mandateId,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    PageRequest request = PageRequest.of(after, limit);
    There there = toRead(id, mandateId);
    FeedbackNote note = notes.current(there.stream()).state();
    boolean atDesk = isAtDesk(there);
    Set<PracticeId> own = own(note);
    if (!atDesk && own.isEmpty()) {
      throw Problem.notFound().exception();
    }
    List<FeedbackNote.Replied> shown =
        note.replies().stream()
            .filter(reply -> atDesk || own.contains(reply.practiceId()))
            .toList();
    return Part.of(shown, request, this::replyViews);
  }

  private List<ReplyView> replyViews(List<FeedbackNote.Replied> replies) {
    Map<WordsRef, String> read =
        words.read(replies.stream().map(FeedbackNote.Replied::replyRef).toList());
    return replies.stream()
        .map(reply ->
            new ReplyView(
                reply.practiceId(), reply.version(), read.get(reply.replyRef()), reply.on()))
        .toList();
  }

  /** Leaders see drafts, counts and all replies, and so does who has to confirm the draft. */
  private boolean isAtDesk(There there) {
    return parts.shows("feedback.desk", SittingDesk.inDirectory(there.meeting().placeId()))
        || isHolder(there);
  }

  private boolean isHolder(There there) {
    return mandates.isHeldByCaller(there.meeting(), there.duty().mandateId());
  }

  /** The practices of the caller that it was sent to. */
  private Set<PracticeId> own(FeedbackNote note) {
    return note.readers().stream()
        .filter(practice ->
            actor
                .get()
                .holdsAt(
                    new uk.onevoice.directory.OrganisationId(practice.value()),
                    Role.PRACTICE_PARTNER))
        .collect(Collectors.toSet());
  }

  /** For a partner of a practice that it was sent to; it is not there for any other. */
  private There sentTo(UUID id, UUID mandateId, PracticeId practice) {
    scope.at(new uk.onevoice.directory.OrganisationId(practice.value()));
    return sittings
        .find(new MeetingId(id))
        .flatMap(meeting -> duty(meeting, mandateId))
        .filter(there -> notes.current(there.stream()).state().readers().contains(practice))
        .orElseThrow(() -> Problem.notFound().exception());
  }

  private Circumstances ofPractice(There there, PracticeId practice) {
    return new Circumstances(
        null,
        new uk.onevoice.directory.OrganisationId(practice.value()),
        desk.icsOf(there.meeting().placeId()));
  }

  private NoteView view(There there, FeedbackNote note, boolean atDesk) {
    Duty duty = there.duty();
    Map<WordsRef, String> read =
        words.read(
            Stream.concat(
                    note.open().map(FeedbackNote.Drafted::noteRef).stream(),
                    note.sent().stream().map(FeedbackNote.Sent::noteRef))
                .toList());
    return new NoteView(
        duty.meetingId(),
        there.meeting().forum(),
        there.meeting().on(),
        duty.mandateId(),
        duty.dueOn(),
        note.stage(),
        note.overdue(duty.dueOn(), today.get()),
        atDesk ? draftView(note, read) : null,
        atDesk ? proposals.of(there.meeting(), duty.mandateId()).words() : null,
        note.sent().stream()
            .filter(sent -> atDesk || !Collections.disjoint(sent.practices(), own(note)))
            .map(sent ->
                new VersionView(
                    sent.version(),
                    read.get(sent.noteRef()),
                    sent.on(),
                    atDesk ? sent.practices().size() : null,
                    atDesk ? sent.read().size() : null,
                    atDesk ? note.repliedTo(sent.version()).size() : null))
            .toList());
  }

  private static @Nullable DraftView draftView(FeedbackNote note, Map<WordsRef, String> read) {
    return note.open()
        .map(draft ->
            new DraftView(draft.draft(), read.get(draft.noteRef()), draft.on(), note.confirmed()))
        .orElse(null);
  }

  private Response handle(
      String stream,
      FeedbackCommand command,
      Answering<FeedbackNote, FeedbackEvent> answering,
      Circumstances circumstances) {
    return commands.handle(notes, stream, command, answering, FeedbackProblems::of, circumstances);
  }
}
