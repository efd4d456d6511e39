package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Areas.Place;
import uk.onevoice.web.api.Diary;
import uk.onevoice.web.api.Diary.Hours;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Link;

/** Says that a forum meets again and again, in words: the first Tuesday of each month. */
@Path("/series/new/{placeId}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class NewSeriesPages {
  static final List<Choice> RETENTIONS =
      List.of(
          new Choice("BOARD", "A board", "Its records are kept for 20 years"),
          new Choice(
              "REPORTING_COMMITTEE",
              "A committee that reports to a board",
              "Its records are kept for 20 years"),
          new Choice("OTHER_GROUP", "Another group", "Its records are kept for 6 years"));

  private final Reader reader;
  private final PlaceViews places;
  private final ListViews lists;
  private final Writing writing;

  NewSeriesPages(Reader reader, PlaceViews places, ListViews lists, Writing writing) {
    this.reader = reader;
    this.places = places;
    this.lists = lists;
    this.writing = writing;
  }

  record NewSeriesPage(
      Frame frame,
      boolean refused,
      String placeId,
      String place,
      String icsId,
      List<Choice> forums,
      List<Choice> which,
      List<Choice> weekdays,
      List<Choice> months,
      List<Choice> retentions,
      Form form)
      implements TemplateInstance {}

  @GET
  public Response blank(
      @PathParam("placeId") UUID placeId, @QueryParam("forum") @Nullable String forum) {
    return page(200, placeId, Form.blank().with("forumId", forum).withDay("from", AsOf.today()));
  }

  @POST
  @Path("started")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response start(@PathParam("placeId") UUID placeId, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    Optional<String> made =
        writing
            .send(
                "/v1/meeting-series",
                wish(placeId, form),
                form,
                Map.of(
                    "forumId", "forumId",
                    "first", "from",
                    "rule", "which",
                    "hours", "starts",
                    "retention", "retention",
                    "terms", "terms",
                    "link", "link"))
            .flatMap(reached -> reached.id("seriesId"));
    return made.isPresent()
        ? Html.goTo(Notice.SERIES.at("/series/" + made.get()))
        : page(form.status(), placeId, form);
  }

  private static Diary.@Nullable StartSeries wish(UUID placeId, Form form) {
    String forum = form.text("forumId", "Choose the forum");
    Optional<Recurrence> recurrence = Recurrence.of(form);
    Optional<Hours> hours = Clock.hours(form);
    LocalDate from = form.aDay("from", "Write from which day on");
    String retention = form.text("retention", "Choose what kind of forum it is");
    return recurrence.isPresent() && hours.isPresent()
        ? new Diary.StartSeries(
            placeId.toString(),
            forum,
            recurrence.get().firstFrom(from),
            recurrence.get().rule(),
            hours.get(),
            retention,
            form.optional("terms"),
            form.optional("link"))
        : null;
  }

  private Response page(int status, UUID placeId, Form form) {
    reader.me();
    Place place = places.place(placeId);
    return Html.page(
        status,
        new NewSeriesPage(
            reader
                .frame("Let a forum meet regularly", Menu.REPRESENTATION)
                .withBreadcrumbs(
                    new Link(place.name(), "/places/" + placeId),
                    new Link("Who meets when", "/diary/" + placeId)),
            form.refused(),
            placeId.toString(),
            place.name(),
            place.icsOdsCode(),
            ListViews.choices(
                "Choose", ListViews.labels(lists.inUse(ListKind.FORUMS, place.icsOdsCode()))),
            Recurrence.WHICH,
            Recurrence.WEEKDAYS,
            Recurrence.MONTHS,
            RETENTIONS,
            form));
  }
}
