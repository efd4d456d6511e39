package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Answered;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Diary;
import uk.onevoice.web.api.Diary.Nomination;
import uk.onevoice.web.api.Diary.Seat;
import uk.onevoice.web.api.Diary.Series;
import uk.onevoice.web.api.People;
import uk.onevoice.web.api.PeopleNames;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Words;

/** A seat of general practice at a forum: who sits there, who stands in, and who did. */
@Path("/series/{id}/seats/{seatId}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class SeatPages {
  private static final int MOST_FOUND = 10;
  static final List<Choice> PARTS =
      List.of(
          new Choice("NOMINEE", "Sits there", "A seat has one at a time"),
          new Choice("SUBSTITUTE", "Stands in", "When the one who sits there cannot come"));

  private final Reader reader;
  private final Api api;
  private final PeopleNames people;
  private final Writing writing;

  SeatPages(Reader reader, Api api, PeopleNames people, Writing writing) {
    this.reader = reader;
    this.api = api;
    this.people = people;
    this.writing = writing;
  }

  /** Somebody named for the seat, now, before or later. */
  record Named(String nominationId, String name, String when, boolean open) {}

  record SeatPage(
      Frame frame,
      boolean refused,
      String path,
      String heading,
      String forum,
      String sentence,
      boolean empty,
      List<Named> named,
      boolean writes,
      List<Choice> found,
      List<Choice> parts,
      Form form)
      implements TemplateInstance {}

  @GET
  public Response seat(@PathParam("id") UUID id, @PathParam("seatId") UUID seatId) {
    return page(200, id, seatId, Form.blank(), List.of());
  }

  /** The first time the name is looked up; then one of those found is chosen. */
  @POST
  @Path("named")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response name(
      @PathParam("id") UUID id,
      @PathParam("seatId") UUID seatId,
      MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    List<Choice> found = found(form.value("name"));
    String chosen = form.value("person");
    if (form.value("name").isEmpty()) {
      form.refuse("name", "Write the name");
    } else if (found.isEmpty()) {
      form.refuse("name", "Nobody is found by this name; they have to be registered first");
    } else if (found.stream().noneMatch(choice -> choice.value().equals(chosen))) {
      form.refuse("person", "Choose who of them it is");
    }
    String part = form.text("part", "Choose whether they sit there or stand in");
    LocalDate start = form.aDay("start", "Write the first day");
    @Nullable LocalDate end = form.optionalDay("last").map(day -> day.plusDays(1)).orElse(null);
    return write(
        id,
        seatId,
        "seats/" + seatId + "/nominations",
        new Diary.Nominate(chosen, part, start, end),
        form,
        Map.of("personId", "person", "part", "part", "start", "start", "end", "last"),
        Notice.NAMED_FOR_SEAT,
        found);
  }

  private List<Choice> found(String name) {
    return name.isEmpty()
        ? List.of()
        : PeoplePages.named(api, name, null, MOST_FOUND).items().stream()
            .map(person ->
                new Choice(
                    person.personId(),
                    PersonView.name(person.name()),
                    PersonView.sentence(person.roleHoldings(), AsOf.today())))
            .toList();
  }

  @POST
  @Path("gone")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response withdraw(
      @PathParam("id") UUID id,
      @PathParam("seatId") UUID seatId,
      MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    return write(
        id,
        seatId,
        "seats/" + seatId + "/ending",
        new Diary.End(form.aDay("seatLast", "Write the last day of the seat").plusDays(1)),
        form,
        Map.of("end", "seatLast"),
        Notice.SEAT_GONE,
        List.of());
  }

  @POST
  @Path("nominations/{nominationId}/ended")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response end(
      @PathParam("id") UUID id,
      @PathParam("seatId") UUID seatId,
      @PathParam("nominationId") UUID nominationId,
      MultivaluedMap<String, String> fields) {
    return write(
        id,
        seatId,
        "nominations/" + nominationId + "/ending",
        new Diary.End(AsOf.today().plusDays(1)),
        Form.sent(fields),
        Map.of(),
        Notice.NOMINATION_ENDED,
        List.of());
  }

  @POST
  @Path("nominations/{nominationId}/never-was")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response neverWas(
      @PathParam("id") UUID id,
      @PathParam("seatId") UUID seatId,
      @PathParam("nominationId") UUID nominationId,
      MultivaluedMap<String, String> fields) {
    return write(
        id,
        seatId,
        "nominations/" + nominationId + "/withdrawal",
        new People.Nothing(),
        Form.sent(fields),
        Map.of(),
        Notice.NOMINATION_NEVER_WAS,
        List.of());
  }

  private Response write(
      UUID id,
      UUID seatId,
      String command,
      Object body,
      Form form,
      Map<String, String> fields,
      Notice done,
      List<Choice> found) {
    reader.me();
    return writing.sendOrShow(
        "/v1/meeting-series/" + id + "/" + command,
        form,
        _ -> body,
        fields,
        done.at("/series/" + id),
        () -> page(form.status(), id, seatId, form, found));
  }

  private Response page(int status, UUID id, UUID seatId, Form form, List<Choice> found) {
    reader.me();
    Answered<Series> answered = api.getVersioned("/v1/meeting-series/" + id, Series.class);
    Series series = answered.body();
    Seat seat =
        series.seats().stream()
            .filter(each -> each.seatId().equals(seatId.toString()))
            .findFirst()
            .orElseThrow(NotFoundException::new);
    LocalDate today = AsOf.today();
    List<String> now =
        seat.nominations().stream()
            .filter(each -> each.holds(today) && !each.substitute())
            .map(each -> SeriesView.name(each, people::of))
            .toList();
    if (!form.refused()) {
      form.withDay("start", today);
    }
    return Html.page(
        status,
        new SeatPage(
            reader
                .frame(seat.label(), Menu.REPRESENTATION)
                .withBreadcrumbs(new Link(series.called(), "/series/" + id)),
            form.refused(),
            "/series/" + id + "/seats/" + seatId,
            seat.label(),
            series.called(),
            now.isEmpty()
                ? "Nobody sits here for general practice."
                : Words.list(now) + " sits here for general practice.",
            now.isEmpty() && seat.isThere(today),
            seat.nominations().stream().map(each -> named(each, today)).toList(),
            reader.has(Roles.LEADERS) && (seat.end() == null || seat.end().isAfter(today)),
            found,
            PARTS,
            form.withEtag(answered.etag())));
  }

  private Named named(Nomination nomination, LocalDate today) {
    return new Named(
        nomination.nominationId(),
        SeriesView.name(nomination, people::of),
        when(nomination),
        nomination.end() == null || nomination.end().isAfter(today));
  }

  static String when(Nomination nomination) {
    return (nomination.substitute() ? "Stands in" : "Sits there")
        + " from "
        + Words.day(nomination.start())
        + (nomination.end() == null ? " on" : " to " + Words.day(nomination.end().minusDays(1)));
  }
}
