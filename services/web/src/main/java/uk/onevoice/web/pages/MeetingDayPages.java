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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Answered;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Diary;
import uk.onevoice.web.api.Diary.Change;
import uk.onevoice.web.api.Diary.Hours;
import uk.onevoice.web.api.Doings.Held;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Words;

/** When a meeting takes place, and what became of its day: this one alone is moved or cancelled. */
@Path("/meetings/{id}/day")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class MeetingDayPages {
  private final Reader reader;
  private final Api api;
  private final Writing writing;

  MeetingDayPages(Reader reader, Api api, Writing writing) {
    this.reader = reader;
    this.api = api;
    this.writing = writing;
  }

  /** Something that became of the day, and why. */
  record Line(String what, String why, String when) {}

  record DayPage(
      Frame frame,
      boolean refused,
      String meetingId,
      String forum,
      String sentence,
      List<Line> history,
      List<Link> others,
      boolean writes,
      Form form)
      implements TemplateInstance {}

  @GET
  public Response day(@PathParam("id") UUID id) {
    return page(200, id, Form.blank());
  }

  @POST
  @Path("moved")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response move(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    LocalDate on = form.aDay("on", "Write the new day");
    Optional<Hours> hours = Clock.optionalHours(form);
    return write(
        id,
        "moves",
        new Diary.Move(on, hours.orElse(null), form.optional("why")),
        form,
        Map.of("on", "on", "hours", "starts", "reason", "why"),
        Notice.MOVED);
  }

  @POST
  @Path("cancelled")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response cancel(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    return write(
        id,
        "cancellation",
        new Diary.Why(form.optional("whyNot")),
        form,
        Map.of("reason", "whyNot"),
        Notice.CANCELLED);
  }

  private Response write(
      UUID id, String command, Object body, Form form, Map<String, String> fields, Notice done) {
    return writing.sendOrShow(
        "/v1/meetings/" + id + "/" + command,
        form,
        _ -> body,
        fields,
        done.at("/meetings/" + id + "/day"),
        () -> page(form.status(), id, form));
  }

  private Response page(int status, UUID id, Form form) {
    reader.me();
    Answered<Held> answered = api.getVersioned("/v1/meetings/" + id, Held.class);
    Held meeting = answered.body();
    List<Change> changes =
        api.all(
            "/v1/meetings/" + id + "/changes?limit=200",
            Diary.Changes.class,
            Diary.Changes::items,
            Diary.Changes::next);
    if (!form.refused()) {
      form.withDay("on", meeting.on());
      if (meeting.hours() != null) {
        form.with("starts", Clock.words(meeting.hours().start()))
            .with("ends", Clock.words(meeting.hours().end()));
      }
    }
    String series = meeting.seriesId();
    return Html.page(
        status,
        new DayPage(
            reader
                .frame("When " + meeting.called() + " meets", Menu.REPRESENTATION)
                .withBreadcrumbs(new Link(meeting.called(), "/meetings/" + id)),
            form.refused(),
            id.toString(),
            meeting.called(),
            sentence(meeting),
            changes.stream().map(MeetingDayPages::line).toList(),
            series == null
                ? List.of()
                : List.of(
                    new Link(
                        "Change this one and all later ones",
                        "/series/" + series + "/schedule?from=" + meeting.on()),
                    new Link("Change all that are to come", "/series/" + series + "/schedule"),
                    new Link("See the series with its seats", "/series/" + series)),
            reader.has(Roles.LEADERS) && !meeting.cancelled() && !meeting.recorded(),
            form.withEtag(answered.etag())));
  }

  static String sentence(Held meeting) {
    String day = Words.weekday(meeting.on()) + Clock.after(meeting.hours()) + ".";
    if (meeting.cancelled()) {
      return "It is cancelled. It was to be on " + day;
    }
    return meeting.recorded() ? "It was on " + day : "It is on " + day;
  }

  static Line line(Change change) {
    return new Line(
        what(change),
        change.reason() == null ? "" : change.reason(),
        "Entered at "
            + Words.time(change.at())
            + (change.withSeries() ? ", with the whole series." : "."));
  }

  private static String what(Change change) {
    @Nullable LocalDate on = change.on();
    String day = on == null ? "" : Words.weekday(on) + Clock.after(change.hours());
    return switch (change.what()) {
      case "SCHEDULED" -> "Set for " + day;
      case "MOVED" -> "Moved to " + day;
      case "CANCELLED" -> "Cancelled";
      default -> change.what();
    };
  }
}
