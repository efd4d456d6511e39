package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Areas.Place;
import uk.onevoice.web.api.Me.RoleHolding;
import uk.onevoice.web.api.Names;
import uk.onevoice.web.api.Notes;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Words;

/** Notes on what came of meetings: those a practice was sent, and those a place still owes. */
@Path("/notes")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class NotePages {
  private static final int ONE_PAGE = 50;

  private final Reader reader;
  private final Api api;
  private final Names names;
  private final PlaceViews places;

  NotePages(Reader reader, Api api, Names names, PlaceViews places) {
    this.reader = reader;
    this.api = api;
    this.names = names;
    this.places = places;
  }

  /**
   * @param late null for a template's no
   */
  public record Line(String href, String text, String state, @Nullable Boolean late) {}

  record NotesPage(
      Frame frame,
      String heading,
      String sentence,
      List<Line> notes,
      @Nullable String first,
      @Nullable String next)
      implements TemplateInstance {}

  /** What the reader's practice was sent. */
  @GET
  public TemplateInstance received(@QueryParam("after") @Nullable String after) {
    Frame frame = reader.frame("Notes to your practice", Menu.REPRESENTATION);
    @Nullable String practice =
        reader
            .role()
            .filter(role -> role.role().equals(Roles.PRACTICE))
            .map(RoleHolding::organisationId)
            .orElse(null);
    if (practice == null) {
      return new NotesPage(
          frame,
          "Notes to your practice",
          "Notes on what came of meetings go to practices. Choose the role at your practice to read them.",
          List.of(),
          null,
          null);
    }
    Notes.ReceivedList list =
        api.get(
            "/v1/meetings/feedback-received?limit="
                + ONE_PAGE
                + "&practiceId="
                + Segment.of(practice)
                + after(after),
            Notes.ReceivedList.class);
    String heading = "Notes to " + names.of(practice);
    long unread = list.items().stream().filter(note -> !note.read()).count();
    return new NotesPage(
        frame.withTitle(heading),
        heading,
        list.items().isEmpty()
            ? "No note has been sent yet."
            : unread == 0
                ? "All of these are read."
                : Words.sentence(Words.count(unread, "of these is", "of these are"))
                    + " not read yet.",
        list.items().stream()
            .map(note ->
                new Line(
                    "/meetings/" + note.meetingId() + "/notes/" + note.mandateId(),
                    note.forum() + ", " + Words.day(note.on()),
                    NoteWords.received(note),
                    null))
            .toList(),
        after == null ? null : "/notes",
        list.next() == null ? null : "/notes?after=" + Segment.of(list.next()));
  }

  /** What practices of a place are owed, the one due first on top. */
  @GET
  @Path("of/{placeId}")
  public TemplateInstance due(
      @PathParam("placeId") UUID placeId, @QueryParam("after") @Nullable String after) {
    Frame frame = reader.frame("Notes to practices", Menu.REPRESENTATION);
    Place place = places.place(placeId);
    Notes.DueList list =
        api.get(
            "/v1/meetings/feedback-due?limit=" + ONE_PAGE + "&placeId=" + placeId + after(after),
            Notes.DueList.class);
    long overdue = list.items().stream().filter(Notes.Due::overdue).count();
    String here = "/notes/of/" + placeId;
    return new NotesPage(
        frame
            .withTitle("Notes to practices of " + place.name())
            .withBreadcrumbs(new Link(place.name(), "/places/" + placeId)),
        "Notes to practices of " + place.name(),
        list.items().isEmpty()
            ? "No note is due: no meeting with an item under a mandate is over."
            : overdue == 0
                ? "None of these is overdue."
                : Words.sentence(Words.count(overdue, "of these is", "of these are")) + " overdue.",
        list.items().stream()
            .map(note ->
                new Line(
                    "/meetings/" + note.meetingId() + "/notes/" + note.mandateId(),
                    note.forum() + ", " + Words.day(note.on()),
                    NoteWords.due(note),
                    note.overdue() ? Boolean.TRUE : null))
            .toList(),
        after == null ? null : here,
        list.next() == null ? null : here + "?after=" + Segment.of(list.next()));
  }

  private static String after(@Nullable String after) {
    return after == null ? "" : "&after=" + Segment.of(after);
  }
}
