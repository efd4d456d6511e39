package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Me.RoleHolding;
import uk.onevoice.web.api.MeetingRecords.Action;
import uk.onevoice.web.api.MeetingRecords.Actions;
import uk.onevoice.web.api.MeetingRecords.Invited;
import uk.onevoice.web.api.MeetingRecords.Minutes;
import uk.onevoice.web.api.MeetingRecords.Shared;
import uk.onevoice.web.api.Names;
import uk.onevoice.web.api.Notes;
import uk.onevoice.web.api.PeopleNames;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Words;

/** The page of a meeting, for whichever form of it is shown again. */
@RequestScoped
class MeetingShown {
  private final Reader reader;
  private final Api api;
  private final MeetingReading meetings;
  private final ListViews lists;
  private final BodiesOfPlace bodies;
  private final Names names;
  private final PeopleNames people;

  MeetingShown(
      Reader reader,
      Api api,
      MeetingReading meetings,
      ListViews lists,
      BodiesOfPlace bodies,
      Names names,
      PeopleNames people) {
    this.reader = reader;
    this.api = api;
    this.meetings = meetings;
    this.lists = lists;
    this.bodies = bodies;
    this.names = names;
    this.people = people;
  }

  /**
   * @param heldOrToday whether its day has come, so that something can have come of it
   */
  record MeetingPage(
      Frame frame,
      boolean refused,
      MeetingView view,
      boolean mayWrite,
      boolean heldOrToday,
      List<Choice> topics,
      String topicLabel,
      List<Choice> bodies,
      List<ActionLine> actions,
      List<NoteLine> notes,
      String minutes,
      Form form)
      implements TemplateInstance {}

  record SharedPage(Frame frame, SharedMeetingView view) implements TemplateInstance {}

  record InvitedPage(
      Frame frame, String heading, String sentence, List<String> items, String papers)
      implements TemplateInstance {}

  /**
   * @param late null for a template's no
   */
  public record ActionLine(String href, String what, String who, @Nullable Boolean late) {}

  public record NoteLine(String href, String text, String state) {}

  /** What the reader may see of it: all of it, what is shared, or what they are invited for. */
  Response forWhoever(UUID id) {
    Optional<MeetingReading.Seen> whole = meetings.find(id);
    if (whole.isPresent()) {
      return page(200, whole.get(), Form.blank());
    }
    Optional<Shared> shared = api.find("/v1/meetings/shared/" + id, Shared.class);
    if (shared.isPresent()) {
      Frame frame = reader.frame(shared.get().forum(), Menu.REPRESENTATION);
      return Html.page(
          200, new SharedPage(frame, SharedMeetingView.of(shared.get(), people::of, names::of)));
    }
    return invited(id, api.get("/v1/meetings/" + id + "/invited-items", Invited.class));
  }

  private Response invited(UUID id, Invited meeting) {
    return Html.page(
        200,
        new InvitedPage(
            reader.frame(meeting.forum(), Menu.REPRESENTATION),
            meeting.forum(),
            SharedMeetingView.invitation(meeting),
            meeting.items().stream()
                .map(item ->
                    MeetingWords.title(item.title())
                        + ", on "
                        + MeetingWords.topic(item.topic(), item.topicNow()))
                .toList(),
            "/meetings/" + id + "/files"));
  }

  Response page(int status, UUID id, Form form) {
    return page(status, meetings.read(id), form);
  }

  private Response page(int status, MeetingReading.Seen seen, Form form) {
    boolean leader = reader.has(Roles.LEADERS);
    String id = seen.meeting().meetingId();
    List<Choice> topics =
        leader
            ? ListViews.choices(
                "Another one, in own words",
                ListViews.labels(lists.inUse(ListKind.TOPICS, seen.place().icsOdsCode())))
            : List.of();
    return Html.page(
        status,
        new MeetingPage(
            meetings.frame("After", seen),
            form.refused(),
            MeetingView.of(
                seen.meeting(),
                reader.me().personId(),
                people::of,
                names::of,
                meetings.citedMandates(seen)),
            leader,
            !seen.meeting().on().isAfter(AsOf.today()),
            topics,
            topics.size() > 1 ? "Or in own words" : "Topic",
            leader ? about(seen, form) : List.of(),
            actions(seen),
            leader ? due(seen.place().placeId(), id) : received(id),
            minutes(id, leader),
            form.withEtag(seen.etag())));
  }

  private List<Choice> about(MeetingReading.Seen seen, Form form) {
    List<Choice> choices = new ArrayList<>(bodies.all(seen.place(), form.value("concerns")));
    choices.set(0, new Choice("", "No body in particular"));
    return choices;
  }

  private List<ActionLine> actions(MeetingReading.Seen seen) {
    String path =
        "/v1/actions?limit=200&placeId="
            + Segment.of(seen.place().placeId())
            + "&meetingId="
            + Segment.of(seen.meeting().meetingId());
    return api.find(path, Actions.class).map(Actions::items).orElse(List.of()).stream()
        .map(this::action)
        .toList();
  }

  private ActionLine action(Action action) {
    return new ActionLine(
        "/actions/" + action.actionId(),
        action.what() == null ? "An action whose words were erased" : action.what(),
        (action.ownerName() == null ? names.of(action.ownerId()) : action.ownerName())
            + ", by "
            + Words.day(action.due())
            + (action.state().equals("CLOSED") ? ", closed" : ""),
        action.overdue() ? Boolean.TRUE : null);
  }

  /** For whoever writes the notes: one for each mandate that covered an item. */
  private List<NoteLine> due(String placeId, String meetingId) {
    return api
        .all(
            "/v1/meetings/feedback-due?limit=200&placeId=" + Segment.of(placeId),
            Notes.DueList.class,
            Notes.DueList::items,
            Notes.DueList::next)
        .stream()
        .filter(note -> note.meetingId().equals(meetingId))
        .map(note ->
            new NoteLine(
                "/meetings/" + meetingId + "/notes/" + note.mandateId(),
                "Note to practices",
                NoteWords.due(note)))
        .toList();
  }

  private List<NoteLine> received(String meetingId) {
    return practice()
        .map(code -> "/v1/meetings/feedback-received?limit=200&practiceId=" + Segment.of(code))
        .flatMap(path -> api.find(path, Notes.ReceivedList.class))
        .map(Notes.ReceivedList::items)
        .orElse(List.of())
        .stream()
        .filter(note -> note.meetingId().equals(meetingId))
        .map(note ->
            new NoteLine(
                "/meetings/" + meetingId + "/notes/" + note.mandateId(),
                "Note to your practice",
                NoteWords.received(note)))
        .toList();
  }

  private Optional<String> practice() {
    return reader
        .role()
        .filter(role -> role.role().equals(Roles.PRACTICE))
        .map(RoleHolding::organisationId);
  }

  private String minutes(String id, boolean leader) {
    Optional<Minutes> minutes = api.find("/v1/meetings/" + id + "/minutes", Minutes.class);
    return minutes
        .map(MinutesWords::state)
        .orElse(leader ? "Nobody has drafted minutes yet." : "No minutes are published.");
  }
}
