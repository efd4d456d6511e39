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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Answered;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Areas.Place;
import uk.onevoice.web.api.Diary;
import uk.onevoice.web.api.Diary.Series;
import uk.onevoice.web.api.Names;
import uk.onevoice.web.api.PeopleNames;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Link;

/** A forum that meets again and again: its seats for general practice, what is to come and was. */
@Path("/series/{id}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class SeriesPages {
  private static final int PAST = 10;
  private static final int YEARS_BACK = 2;

  private final Reader reader;
  private final Api api;
  private final Names names;
  private final PeopleNames people;
  private final PlaceViews places;
  private final DiaryViews diary;
  private final BodiesOfPlace bodies;
  private final Writing writing;

  SeriesPages(
      Reader reader,
      Api api,
      Names names,
      PeopleNames people,
      PlaceViews places,
      DiaryViews diary,
      BodiesOfPlace bodies,
      Writing writing) {
    this.reader = reader;
    this.api = api;
    this.names = names;
    this.people = people;
    this.places = places;
    this.diary = diary;
    this.bodies = bodies;
    this.writing = writing;
  }

  record SeriesPage(
      Frame frame,
      boolean refused,
      SeriesView view,
      String placeId,
      String forumId,
      List<String> terms,
      @Nullable String link,
      boolean writes,
      List<Choice> bodies,
      List<Choice> retentions,
      Form form)
      implements TemplateInstance {}

  @GET
  public Response series(@PathParam("id") UUID id) {
    return page(200, id, Form.blank());
  }

  @POST
  @Path("seats")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response seat(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    return write(
        id,
        "seats",
        new Diary.NewSeat(
            form.text("seat", "Write for whom the seat is"),
            form.optional("seatBody"),
            form.aDay("seatStart", "Write the first day of the seat")),
        form,
        Map.of("label", "seat", "bodyId", "seatBody", "start", "seatStart"),
        Notice.SEAT_ADDED);
  }

  @POST
  @Path("terms")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response terms(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    return write(
        id,
        "terms",
        new Diary.NewTerms(
            form.text("retention", "Choose what kind of forum it is"),
            form.optional("terms"),
            form.optional("link")),
        form,
        Map.of("retention", "retention", "terms", "terms", "link", "link"),
        Notice.SERIES_TERMS);
  }

  @POST
  @Path("extra")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response extra(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    return write(
        id,
        "extra-days",
        new Diary.OneDay(form.aDay("extra", "Write the day")),
        form,
        Map.of("on", "extra"),
        Notice.DAY_ADDED);
  }

  @POST
  @Path("left-out")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response leaveOut(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    return write(
        id,
        "days-left-out",
        new Diary.OneDay(form.aDay("leftOut", "Write the day")),
        form,
        Map.of("on", "leftOut"),
        Notice.DAY_LEFT_OUT);
  }

  @POST
  @Path("ending")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response end(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    return write(
        id,
        "ending",
        new Diary.End(form.aDay("endLast", "Write the last day").plusDays(1)),
        form,
        Map.of("end", "endLast"),
        Notice.SERIES_ENDED);
  }

  private Response write(
      UUID id, String command, Object body, Form form, Map<String, String> fields, Notice done) {
    reader.me();
    return writing.sendOrShow(
        "/v1/meeting-series/" + id + "/" + command,
        form,
        _ -> body,
        fields,
        done.at("/series/" + id),
        () -> page(form.status(), id, form));
  }

  private Response page(int status, UUID id, Form form) {
    reader.me();
    Answered<Series> answered = api.getVersioned("/v1/meeting-series/" + id, Series.class);
    Series series = answered.body();
    Place place = places.place(UUID.fromString(series.placeId()));
    SeriesView view =
        SeriesView.of(
            series,
            diary.before(
                series.placeId(),
                AsOf.today(),
                AsOf.today().minusYears(YEARS_BACK),
                meeting -> series.seriesId().equals(meeting.seriesId()),
                PAST),
            AsOf.today(),
            people::of,
            names::of);
    boolean writes = reader.has(Roles.LEADERS) && !view.over();
    if (!form.refused()) {
      form.withDay("seatStart", AsOf.today())
          .with("retention", series.retention())
          .with("terms", series.terms())
          .with("link", series.link());
    }
    return Html.page(
        status,
        new SeriesPage(
            reader
                .frame(view.heading(), Menu.REPRESENTATION)
                .withBreadcrumbs(
                    new Link(place.name(), "/places/" + place.placeId()),
                    new Link("Who meets when", "/diary/" + place.placeId())),
            form.refused(),
            view,
            series.placeId(),
            series.forumId(),
            series.terms() == null
                ? List.of()
                : series.terms().lines().filter(line -> !line.isBlank()).toList(),
            series.link(),
            writes,
            writes ? nominating(place, form) : List.of(),
            NewSeriesPages.RETENTIONS,
            form.withEtag(answered.etag())));
  }

  private List<Choice> nominating(Place place, Form form) {
    List<Choice> choices = new ArrayList<>(bodies.all(place, form.value("seatBody")));
    choices.set(0, new Choice("", "Nobody in particular"));
    return choices;
  }
}
