package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Answered;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Me.RoleHolding;
import uk.onevoice.web.api.Names;
import uk.onevoice.web.api.Notes;
import uk.onevoice.web.api.Notes.Note;
import uk.onevoice.web.api.Notes.Replies;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Words;

/**
 * The note to the practices that granted a mandate, on what came of a meeting: drafted from the
 * record, confirmed by who speaks under the mandate, sent, read and answered.
 */
@Path("/meetings/{id}/notes/{mandate}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class MeetingNotePages {
  private final Reader reader;
  private final Api api;
  private final MeetingReading meetings;
  private final Names names;
  private final Writing writing;

  MeetingNotePages(Reader reader, Api api, MeetingReading meetings, Names names, Writing writing) {
    this.reader = reader;
    this.api = api;
    this.meetings = meetings;
    this.names = names;
    this.writing = writing;
  }

  public record SentNote(int version, String when, List<String> paragraphs) {}

  public record ReplyLine(String who, List<String> paragraphs) {}

  /**
   * @param words what stands in the draft, or what the record says to begin with
   * @param draft the number of the draft; null while there is none
   * @param mayConfirm whoever is shown the draft may try: the mandate says who speaks under it
   * @param practice whose partner the reader is; null for who writes the note
   */
  record NotePage(
      Frame frame,
      boolean refused,
      String meetingId,
      String mandateId,
      String what,
      String sentence,
      String words,
      List<String> wordsShown,
      @Nullable Integer draft,
      boolean confirmed,
      List<SentNote> sent,
      List<ReplyLine> replies,
      boolean mayWrite,
      boolean mayConfirm,
      @Nullable String practice,
      @Nullable Integer latest,
      Form form)
      implements TemplateInstance {}

  @GET
  public Response note(@PathParam("id") UUID id, @PathParam("mandate") UUID mandate) {
    return page(200, id, mandate, Form.blank());
  }

  @POST
  @Path("drafted")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response draft(
      @PathParam("id") UUID id,
      @PathParam("mandate") UUID mandate,
      MultivaluedMap<String, String> fields) {
    return write(
        id,
        mandate,
        "drafts",
        fields,
        form -> new Notes.NewDraft(form.optional("words")),
        Notice.NOTE_DRAFTED);
  }

  @POST
  @Path("confirmed")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response confirm(
      @PathParam("id") UUID id,
      @PathParam("mandate") UUID mandate,
      MultivaluedMap<String, String> fields) {
    return write(
        id,
        mandate,
        "confirmation",
        fields,
        form -> new Notes.DraftNumber(number(form, "draft")),
        Notice.NOTE_CONFIRMED);
  }

  @POST
  @Path("sent")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response send(
      @PathParam("id") UUID id,
      @PathParam("mandate") UUID mandate,
      MultivaluedMap<String, String> fields) {
    return write(
        id,
        mandate,
        "sending",
        fields,
        form -> new Notes.DraftNumber(number(form, "draft")),
        Notice.NOTE_SENT);
  }

  @POST
  @Path("read")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response read(
      @PathParam("id") UUID id,
      @PathParam("mandate") UUID mandate,
      MultivaluedMap<String, String> fields) {
    return write(
        id,
        mandate,
        "readings",
        fields,
        form ->
            practice().map(code -> new Notes.Reading(code, number(form, "version"))).orElse(null),
        Notice.NOTE_READ);
  }

  @POST
  @Path("reply")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response reply(
      @PathParam("id") UUID id,
      @PathParam("mandate") UUID mandate,
      MultivaluedMap<String, String> fields) {
    return write(
        id,
        mandate,
        "replies",
        fields,
        form -> {
          String words = form.text("reply", "Write your reply");
          return practice()
              .map(code -> new Notes.NewReply(code, number(form, "version"), words))
              .orElse(null);
        },
        Notice.NOTE_ANSWERED);
  }

  private static int number(Form form, String field) {
    try {
      return Integer.parseInt(form.value(field));
    } catch (NumberFormatException notANumber) {
      form.refuse(field, "Load the page again: it does not say which note it shows");
      return 1;
    }
  }

  private Response write(
      UUID id,
      UUID mandate,
      String command,
      MultivaluedMap<String, String> fields,
      Function<Form, @Nullable Object> body,
      Notice done) {
    reader.me();
    Form form = Form.sent(fields);
    String words = command.equals("replies") ? "reply" : "words";
    return writing.sendOrShow(
        "/v1/meetings/" + id + "/feedback/" + mandate + "/" + command,
        form,
        body,
        Map.of("words", words),
        done.at("/meetings/" + id + "/notes/" + mandate),
        () -> page(form.status(), id, mandate, form));
  }

  private Optional<String> practice() {
    return reader
        .role()
        .filter(role -> role.role().equals(Roles.PRACTICE))
        .map(RoleHolding::organisationId);
  }

  private Response page(int status, UUID id, UUID mandate, Form form) {
    // Who may confirm the note under a mandate is not always somebody who reads the meeting.
    Optional<MeetingReading.Seen> seen = meetings.find(id);
    String path = "/v1/meetings/" + id + "/feedback/" + mandate;
    Answered<Note> note = api.getVersioned(path, Note.class);
    boolean leader = reader.has(Roles.LEADERS);
    List<ReplyLine> replies =
        api.all(path + "/replies?limit=200", Replies.class, Replies::items, Replies::next).stream()
            .map(reply ->
                new ReplyLine(
                    names.of(reply.practiceId()) + ", " + Words.day(reply.on()),
                    MeetingMinutesPages.paragraphs(
                        reply.words() == null ? "Words that were erased." : reply.words())))
            .toList();
    Notes.@Nullable Draft draft = note.body().draft();
    return Html.page(
        status,
        new NotePage(
            seen.map(meeting -> meetings.partFrame("Note to practices", meeting))
                .orElseGet(() ->
                    reader.frame("Note to practices: " + note.body().forum(), Menu.REPRESENTATION)),
            form.refused(),
            id.toString(),
            mandate.toString(),
            seen.map(MeetingReading.Seen::meeting)
                .map(meeting -> MeetingWords.forum(meeting) + ", " + MeetingWords.when(meeting))
                .orElseGet(
                    () -> note.body().forum() + ", " + Words.weekday(note.body().on()) + "."),
            leader || draft != null ? NoteWords.of(note.body()) : practiceSentence(note.body()),
            words(note.body()),
            MeetingMinutesPages.paragraphs(words(note.body())),
            draft == null ? null : draft.draft(),
            draft != null && draft.confirmed(),
            note.body().sent().stream()
                .map(one ->
                    new SentNote(
                        one.version(),
                        NoteWords.sent(one),
                        MeetingMinutesPages.paragraphs(
                            one.words() == null ? "Words that were erased." : one.words())))
                .toList(),
            replies,
            leader,
            leader || draft != null,
            practice().map(names::of).orElse(null),
            note.body().sent().isEmpty() ? null : note.body().sent().getLast().version(),
            form.withEtag(note.etag())));
  }

  static String practiceSentence(Note note) {
    return note.sent().isEmpty()
        ? "Nothing has been sent yet."
        : note.sent().size() == 1
            ? "What came of the meeting, for the practices that granted the mandate."
            : "The last note corrects the ones before it; they stay.";
  }

  private static String words(Note note) {
    if (note.draft() != null && note.draft().words() != null) {
      return note.draft().words();
    }
    return note.proposal() == null ? "" : note.proposal();
  }
}
