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
import uk.onevoice.web.api.MeetingRecords;
import uk.onevoice.web.api.MeetingRecords.Minutes;
import uk.onevoice.web.api.Meetings;
import uk.onevoice.web.api.PeopleNames;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Words;

/** Minutes of a meeting: a draft, approved, published; corrected beside the text, never in it. */
@Path("/meetings/{id}/minutes")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class MeetingMinutesPages {
  private final Reader reader;
  private final Api api;
  private final MeetingReading meetings;
  private final Writing writing;
  private final PeopleNames people;

  MeetingMinutesPages(
      Reader reader, Api api, MeetingReading meetings, Writing writing, PeopleNames people) {
    this.reader = reader;
    this.api = api;
    this.meetings = meetings;
    this.writing = writing;
    this.people = people;
  }

  public record CorrectionLine(String when, List<String> paragraphs) {}

  /**
   * @param text what is drafted, to be written on; null while there is nothing
   */
  record MinutesPage(
      Frame frame,
      boolean refused,
      String meetingId,
      String what,
      String sentence,
      String state,
      @Nullable String text,
      List<String> paragraphs,
      List<CorrectionLine> corrections,
      boolean mayWrite,
      Form form)
      implements TemplateInstance {}

  @GET
  public Response minutes(@PathParam("id") UUID id) {
    return page(200, id, Form.blank());
  }

  @POST
  @Path("drafted")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response draft(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(id, "", fields, MeetingMinutesPages::text, Notice.MINUTES_DRAFTED);
  }

  @POST
  @Path("revised")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response revise(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(id, "/revisions", fields, MeetingMinutesPages::text, Notice.MINUTES_DRAFTED);
  }

  @POST
  @Path("approved")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response approve(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(id, "/approval", fields, _ -> new Meetings.Nothing(), Notice.MINUTES_APPROVED);
  }

  @POST
  @Path("published")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response publish(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(id, "/publication", fields, _ -> new Meetings.Nothing(), Notice.MINUTES_PUBLISHED);
  }

  @POST
  @Path("corrected")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response correct(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(id, "/corrections", fields, MeetingMinutesPages::text, Notice.MINUTES_CORRECTED);
  }

  private static Object text(Form form) {
    return new MeetingRecords.Text(form.text("text", "Write the text"));
  }

  private Response write(
      UUID id,
      String command,
      MultivaluedMap<String, String> fields,
      Function<Form, @Nullable Object> body,
      Notice done) {
    reader.me();
    Form form = Form.sent(fields);
    return writing.sendOrShow(
        "/v1/meetings/" + id + "/minutes" + command,
        form,
        body,
        Map.of("text", "text"),
        done.at("/meetings/" + id + "/minutes"),
        () -> page(form.status(), id, form));
  }

  private Response page(int status, UUID id, Form form) {
    MeetingReading.Seen seen = meetings.read(id);
    boolean leader = reader.has(Roles.LEADERS);
    Optional<Answered<Minutes>> read =
        api.findVersioned("/v1/meetings/" + id + "/minutes", Minutes.class);
    @Nullable Minutes minutes = read.map(Answered::body).orElse(null);
    @Nullable String text = minutes == null ? null : minutes.text();
    return Html.page(
        status,
        new MinutesPage(
            meetings.partFrame("Minutes", seen),
            form.refused(),
            id.toString(),
            MeetingWords.forum(seen.meeting()) + ", " + MeetingWords.when(seen.meeting()),
            minutes == null
                ? leader ? "Nobody has drafted minutes yet." : "No minutes are published."
                : MinutesWords.state(minutes) + approved(minutes),
            minutes == null ? "NONE" : minutes.state(),
            text,
            paragraphs(text),
            minutes == null
                ? List.of()
                : minutes.corrections().stream()
                    .map(one ->
                        new CorrectionLine(
                            "Corrected on " + Words.day(one.on()) + " by " + who(one.correctedBy()),
                            paragraphs(one.text())))
                    .toList(),
            leader,
            form.withEtag(read.map(Answered::etag).orElse(seen.etag()))));
  }

  private String approved(Minutes minutes) {
    return minutes.approvedBy() == null
        ? " Drafted by " + who(minutes.draftedBy()) + "."
        : " Approved by " + who(minutes.approvedBy()) + ".";
  }

  private String who(String personId) {
    return MeetingItemView.who(personId, reader.me().personId(), people::of, "a colleague");
  }

  /** Lines as they were typed. */
  static List<String> paragraphs(@Nullable String text) {
    return text == null
        ? List.of()
        : text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }
}
