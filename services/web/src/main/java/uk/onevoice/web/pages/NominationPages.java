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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.onevoice.web.api.Answered;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Diary;
import uk.onevoice.web.api.Diary.Nomination;
import uk.onevoice.web.api.Diary.Seat;
import uk.onevoice.web.api.Diary.Series;
import uk.onevoice.web.api.PeopleNames;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Link;

/** Corrects what was entered wrongly about somebody on a seat; who it is stays. */
@Path("/series/{id}/seats/{seatId}/nominations/{nominationId}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class NominationPages {
  private final Reader reader;
  private final Api api;
  private final PeopleNames people;
  private final Writing writing;

  NominationPages(Reader reader, Api api, PeopleNames people, Writing writing) {
    this.reader = reader;
    this.api = api;
    this.people = people;
    this.writing = writing;
  }

  record NominationPage(
      Frame frame,
      boolean refused,
      String path,
      String heading,
      String now,
      boolean writes,
      List<Choice> parts,
      Form form)
      implements TemplateInstance {}

  /** Somebody's place on a seat, in the series as it was read. */
  private record There(Answered<Series> series, Seat seat, Nomination nomination) {}

  @GET
  public Response nomination(
      @PathParam("id") UUID id,
      @PathParam("seatId") UUID seatId,
      @PathParam("nominationId") UUID nominationId) {
    return page(200, there(id, seatId, nominationId), Form.blank());
  }

  @POST
  @Path("corrected")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response correct(
      @PathParam("id") UUID id,
      @PathParam("seatId") UUID seatId,
      @PathParam("nominationId") UUID nominationId,
      MultivaluedMap<String, String> fields) {
    There there = there(id, seatId, nominationId);
    Form form = Form.sent(fields);
    return writing.sendOrShow(
        "/v1/meeting-series/" + id + "/nominations/" + nominationId + "/correction",
        form,
        sent ->
            new Diary.NominationAsItShouldBe(
                there.nomination().personId(),
                sent.text("part", "Choose whether they sit there or stand in"),
                sent.aDay("start", "Write the first day"),
                sent.optionalDay("last").map(day -> day.plusDays(1)).orElse(null)),
        Map.of("part", "part", "start", "start", "end", "last"),
        Notice.NOMINATION_CORRECTED.at("/series/" + id),
        () -> page(form.status(), there, form));
  }

  private There there(UUID id, UUID seatId, UUID nominationId) {
    reader.me();
    Answered<Series> series = api.getVersioned("/v1/meeting-series/" + id, Series.class);
    for (Seat seat : series.body().seats()) {
      for (Nomination nomination : seat.nominations()) {
        if (seat.seatId().equals(seatId.toString())
            && nomination.nominationId().equals(nominationId.toString())) {
          return new There(series, seat, nomination);
        }
      }
    }
    throw new NotFoundException();
  }

  private Response page(int status, There there, Form form) {
    Nomination nomination = there.nomination();
    String series = "/series/" + there.series().body().seriesId();
    String seat = series + "/seats/" + there.seat().seatId();
    if (!form.refused()) {
      form.with("part", nomination.part()).withDay("start", nomination.start());
      if (nomination.end() != null) {
        form.withDay("last", nomination.end().minusDays(1));
      }
    }
    String name = SeriesView.name(nomination, people::of);
    return Html.page(
        status,
        new NominationPage(
            reader
                .frame("Correct " + name, Menu.REPRESENTATION)
                .withBreadcrumbs(
                    new Link(there.series().body().called(), series),
                    new Link(there.seat().label(), seat)),
            form.refused(),
            seat + "/nominations/" + nomination.nominationId(),
            "Correct what is entered of " + name,
            SeatPages.when(nomination) + ".",
            reader.has(Roles.LEADERS),
            SeatPages.PARTS,
            form.withEtag(there.series().etag())));
  }
}
