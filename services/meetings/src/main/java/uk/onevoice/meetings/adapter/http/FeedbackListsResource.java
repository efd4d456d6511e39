package uk.onevoice.meetings.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.meetings.adapter.http.FeedbackViews.DueView;
import uk.onevoice.meetings.adapter.http.FeedbackViews.ReceivedView;
import uk.onevoice.meetings.adapter.store.FeedbackLog;
import uk.onevoice.meetings.adapter.store.Sittings;
import uk.onevoice.meetings.domain.PlaceId;
import uk.onevoice.meetings.domain.PracticeId;
import uk.onevoice.meetings.domain.feedback.Duty;
import uk.onevoice.meetings.domain.feedback.FeedbackCommand;
import uk.onevoice.meetings.domain.feedback.FeedbackEvent;
import uk.onevoice.meetings.domain.feedback.FeedbackNote;
import uk.onevoice.meetings.domain.feedback.FeedbackRejection;
import uk.onevoice.security.Permission;
import uk.onevoice.security.Scope;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.listing.Part;
import uk.onevoice.service.problem.Problem;

/** Which notes practices are owed, for leaders of a place; and which a practice has been sent. */
@Path("/v1/meetings")
@RunOnVirtualThread
class FeedbackListsResource {
  /** So far back a meeting's notes are still listed as due or sent. */
  private static final int DAYS = 366;

  private final CommandHandler<FeedbackCommand, FeedbackNote, FeedbackEvent, FeedbackRejection>
      notes;
  private final FeedbackLog log;
  private final MandatesOfPlace mandates;
  private final Sittings sittings;
  private final Scope scope;
  private final Today today;

  FeedbackListsResource(
      CommandHandler<FeedbackCommand, FeedbackNote, FeedbackEvent, FeedbackRejection> notes,
      FeedbackLog log,
      MandatesOfPlace mandates,
      Sittings sittings,
      Scope scope,
      Today today) {
    this.notes = notes;
    this.log = log;
    this.mandates = mandates;
    this.sittings = sittings;
    this.scope = scope;
    this.today = today;
  }

  @GET
  @Path("/feedback-due")
  @Permission("listFeedbackDue")
  public Page<DueView> due(
      @QueryParam("placeId") @Nullable String placeId,
      @QueryParam("overdue") @Nullable String overdue,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    PageRequest request = PageRequest.of(after, limit);
    UUID place = PageRequest.uuid("placeId", placeId);
    if (overdue != null && !overdue.equals("true") && !overdue.equals("false")) {
      throw Problem.invalid("query:overdue", "must be true or false").exception();
    }
    if (!scope.covers(new uk.onevoice.directory.PlaceId(place))) {
      throw scope.refusal();
    }
    boolean overdueAlone = "true".equals(overdue);
    List<DueView> all =
        sittings.ofPlace(new PlaceId(place), today.get().minusDays(DAYS), today.get()).stream()
            .flatMap(
                meeting -> mandates.duties(meeting).stream().map(duty -> dueView(meeting, duty)))
            .filter(view -> !overdueAlone || view.overdue())
            .sorted(
                Comparator.comparing(DueView::dueOn)
                    .thenComparing(view -> view.meetingId().value().toString())
                    .thenComparing(view -> view.mandateId().value().toString()))
            .toList();
    return Part.of(all, request, views -> views);
  }

  private DueView dueView(Sittings.Known meeting, Duty duty) {
    FeedbackNote note =
        notes.current(FeedbackLog.stream(meeting.meetingId(), duty.mandateId())).state();
    FeedbackNote.@Nullable Sent last = note.sent().isEmpty() ? null : note.sent().getLast();
    return new DueView(
        meeting.meetingId(),
        meeting.forum(),
        meeting.on(),
        duty.mandateId(),
        duty.dueOn(),
        note.stage(),
        note.overdue(duty.dueOn(), today.get()),
        note.sent().isEmpty() ? null : note.sent().getFirst().on(),
        note.late(duty.dueOn()),
        last == null ? null : last.practices().size(),
        last == null ? null : last.read().size(),
        last == null ? null : note.repliedTo(last.version()).size());
  }

  @GET
  @Path("/feedback-received")
  @Permission("listFeedbackOfPractice")
  public Page<ReceivedView> received(
      @QueryParam("practiceId") @Nullable String practiceId,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    PageRequest request = PageRequest.of(after, limit);
    PracticeId practice = practice(practiceId);
    scope.at(new uk.onevoice.directory.OrganisationId(practice.value()));
    List<ReceivedView> all =
        log.sentTo(practice).stream()
            .flatMap(id ->
                sittings.find(id.meetingId()).stream()
                    .map(meeting -> receivedView(meeting, id, practice)))
            .sorted(
                Comparator.comparing(ReceivedView::on)
                    .thenComparing(view -> view.meetingId().value().toString())
                    .thenComparing(view -> view.mandateId().value().toString())
                    .reversed())
            .toList();
    return Part.of(all, request, views -> views);
  }

  private ReceivedView receivedView(
      Sittings.Known meeting, FeedbackLog.NoteId id, PracticeId practice) {
    FeedbackNote note = notes.current(FeedbackLog.stream(id.meetingId(), id.mandateId())).state();
    FeedbackNote.Sent last =
        note.sent().reversed().stream()
            .filter(sent -> sent.practices().contains(practice))
            .findFirst()
            .orElseThrow();
    return new ReceivedView(
        meeting.meetingId(),
        meeting.forum(),
        meeting.on(),
        id.mandateId(),
        last.version(),
        last.on(),
        last.read().contains(practice),
        note.replies().stream().anyMatch(reply -> reply.practiceId().equals(practice)));
  }

  private static PracticeId practice(@Nullable String value) {
    if (value == null) {
      throw Problem.invalid("query:practiceId", "is required").exception();
    }
    try {
      return new PracticeId(value);
    } catch (IllegalArgumentException malformed) {
      throw Problem.invalid("query:practiceId", "must be an ODS code").exception();
    }
  }
}
