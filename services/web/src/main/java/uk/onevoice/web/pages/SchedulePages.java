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
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Answered;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Diary;
import uk.onevoice.web.api.Diary.Hours;
import uk.onevoice.web.api.Diary.Series;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Link;

/** Changes when a series meets: all that are to come, or those from a day on. */
@Path("/series/{id}/schedule")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class SchedulePages {
  private final Reader reader;
  private final Api api;
  private final Writing writing;

  SchedulePages(Reader reader, Api api, Writing writing) {
    this.reader = reader;
    this.api = api;
    this.writing = writing;
  }

  record SchedulePage(
      Frame frame,
      boolean refused,
      String seriesId,
      String forum,
      String now,
      List<Choice> which,
      List<Choice> weekdays,
      List<Choice> months,
      Form form)
      implements TemplateInstance {}

  /**
   * @param from the day of a meeting, for this one and later ones; left out for all to come
   */
  @GET
  public Response schedule(@PathParam("id") UUID id, @QueryParam("from") @Nullable String from) {
    return page(200, id, Form.blank().withDay("from", day(from)));
  }

  private static LocalDate day(@Nullable String asked) {
    try {
      return asked == null ? AsOf.today() : LocalDate.parse(asked);
    } catch (DateTimeParseException notADay) {
      return AsOf.today();
    }
  }

  @POST
  @Path("changed")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response change(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    return writing.sendOrShow(
        "/v1/meeting-series/" + id + "/schedule",
        form,
        SchedulePages::wish,
        Map.of("from", "from", "first", "from", "rule", "which", "hours", "starts"),
        Notice.RESCHEDULED.at("/series/" + id),
        () -> page(form.status(), id, form));
  }

  private static Diary.@Nullable Reschedule wish(Form form) {
    Optional<Recurrence> recurrence = Recurrence.of(form);
    Optional<Hours> hours = Clock.hours(form);
    LocalDate from = form.aDay("from", "Write from which day on");
    return recurrence.isPresent() && hours.isPresent()
        ? new Diary.Reschedule(
            from, recurrence.get().firstFrom(from), recurrence.get().rule(), hours.get())
        : null;
  }

  private Response page(int status, UUID id, Form form) {
    reader.me();
    Answered<Series> answered = api.getVersioned("/v1/meeting-series/" + id, Series.class);
    Series series = answered.body();
    if (!form.refused() && form.value("which").isEmpty()) {
      Recurrence.ofRule(series.rule()).ifPresent(rule -> rule.filled(form));
      form.with("starts", Clock.words(series.hours().start()))
          .with("ends", Clock.words(series.hours().end()));
    }
    return Html.page(
        status,
        new SchedulePage(
            reader
                .frame("Change when it meets", Menu.REPRESENTATION)
                .withBreadcrumbs(new Link(series.called(), "/series/" + id)),
            form.refused(),
            id.toString(),
            series.called(),
            Recurrence.sentence(series.rule(), series.hours()) + ".",
            Recurrence.WHICH,
            Recurrence.WEEKDAYS,
            Recurrence.MONTHS,
            form.withEtag(answered.etag())));
  }
}
