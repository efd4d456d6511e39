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
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.MeetingRecords;
import uk.onevoice.web.api.Meetings.Attendance;
import uk.onevoice.web.api.Meetings.PartnerAttendance;
import uk.onevoice.web.api.Names;
import uk.onevoice.web.api.PeopleNames;
import uk.onevoice.web.api.Reached;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Words;

/** Who was at a meeting, how, and as what: under a mandate, or as what they were without one. */
@Path("/meetings/{id}/attendance")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class MeetingAttendancePages {
  private final Reader reader;
  private final MeetingReading meetings;
  private final Writing writing;
  private final Names names;
  private final PeopleNames people;

  MeetingAttendancePages(
      Reader reader, MeetingReading meetings, Writing writing, Names names, PeopleNames people) {
    this.reader = reader;
    this.meetings = meetings;
    this.writing = writing;
    this.names = names;
    this.people = people;
  }

  /**
   * @param named who of an organisation it was, where somebody is named
   */
  public record Line(String id, @Nullable String named, String who, String words) {}

  record AttendancePage(
      Frame frame,
      boolean refused,
      String meetingId,
      String sentence,
      List<Line> people,
      List<Line> partners,
      boolean mayWrite,
      List<Choice> colleagues,
      List<Choice> substitutes,
      List<Choice> kinds,
      List<Choice> capacities,
      List<Choice> mandates,
      List<Choice> organisations,
      List<Choice> partnerKinds,
      Form form)
      implements TemplateInstance {}

  @GET
  public Response attendance(@PathParam("id") UUID id) {
    return page(200, id, Form.blank());
  }

  @POST
  @Path("recorded")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response record(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    var body =
        new MeetingRecords.WhoWasThere(
            form.text("person", "Choose who it is"),
            form.text("capacity", "Choose as what they were there"),
            form.text("kind", "Choose how they were there"),
            form.optional("mandate"),
            form.value("kind").equals("SUBSTITUTE")
                ? form.text("substitute", "Choose in whose place they came")
                : null);
    Optional<Reached> reached =
        writing.send(
            "/v1/meetings/" + id + "/attendances",
            body,
            form,
            Map.of(
                "personId", "person",
                "capacity", "capacity",
                "kind", "kind",
                "mandateId", "mandate",
                "substituteForId", "substitute"));
    return reached.isEmpty()
        ? page(form.status(), id, form)
        : Html.goTo(
            (reached.get().body().path("unmandated").isEmpty()
                    ? Notice.ATTENDANCE
                    : Notice.STORED_WITHOUT_MANDATE)
                .at(here(id)));
  }

  @POST
  @Path("taken-back")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response takeBack(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(
        id,
        "attendances/taking-back",
        fields,
        form -> new MeetingRecords.Person(form.value("who")));
  }

  @POST
  @Path("partner")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response recordPartner(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(
        id,
        "partner-attendances",
        fields,
        form ->
            new MeetingRecords.Partner(
                form.text("organisation", "Choose the organisation"),
                null,
                form.text("partnerKind", "Choose how it was there")));
  }

  @POST
  @Path("partner-taken-back")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response takePartnerBack(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(
        id,
        "partner-attendances/taking-back",
        fields,
        form -> new MeetingRecords.Partner(form.value("who"), form.optional("named"), null));
  }

  private Response write(
      UUID id,
      String command,
      MultivaluedMap<String, String> fields,
      Function<Form, @Nullable Object> body) {
    reader.me();
    Form form = Form.sent(fields);
    return writing.sendOrShow(
        "/v1/meetings/" + id + "/" + command,
        form,
        body,
        Map.of("organisationId", "organisation", "kind", "partnerKind"),
        Notice.WHO_WAS_THERE.at(here(id)),
        () -> page(form.status(), id, form));
  }

  private static String here(UUID id) {
    return "/meetings/" + id + "/attendance";
  }

  private Response page(int status, UUID id, Form form) {
    MeetingReading.Seen seen = meetings.read(id);
    boolean leader = reader.has(Roles.LEADERS);
    Map<String, String> mandates = leader ? meetings.mandates(seen) : Map.of();
    var cited = meetings.citedMandates(seen);
    return Html.page(
        status,
        new AttendancePage(
            meetings.partFrame("Who was there", seen),
            form.refused(),
            id.toString(),
            MeetingView.attendanceSentence(
                seen.meeting().attendances(),
                MeetingView.own(seen.meeting().attendances(), reader.me().personId())),
            seen.meeting().attendances().stream().map(one -> line(one, cited)).toList(),
            seen.meeting().partners().stream().map(this::partner).toList(),
            leader,
            leader ? meetings.colleagues(seen, "Choose a person") : List.of(),
            leader ? meetings.colleagues(seen, "Nobody’s") : List.of(),
            MeetingWords.KINDS,
            Vocabulary.CAPACITIES,
            ListViews.choices("None", mandates),
            leader ? meetings.partners(seen) : List.of(),
            MeetingWords.PARTNER_KINDS,
            form.withEtag(seen.etag())));
  }

  private Line line(Attendance one, UnaryOperator<String> mandates) {
    return new Line(
        one.personId(),
        null,
        people
            .of(one.personId())
            .orElse(one.personId().equals(reader.me().personId()) ? reader.name() : "A colleague"),
        Words.sentence(MeetingWords.attendance(one, people::of, mandates)));
  }

  private Line partner(PartnerAttendance one) {
    return new Line(
        one.organisationId(),
        one.personId(),
        one.name() == null ? names.of(one.organisationId()) : one.name(),
        Vocabulary.words(MeetingWords.KINDS, one.kind()) + ".");
  }
}
