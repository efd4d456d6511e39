package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Diary.Load;
import uk.onevoice.web.ui.Grid;
import uk.onevoice.web.ui.Link;

/** How much time meetings take of the reader, and which overlap. */
@Path("/time")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class TimePages {
  static final int WEEKS = 13;
  private static final int WEEKS_BACK = 4;
  private static final int MOST_CLASHES = 10;

  private final Reader reader;
  private final Api api;
  private final Clashes clashes;

  TimePages(Reader reader, Api api, Clashes clashes) {
    this.reader = reader;
    this.api = api;
    this.clashes = clashes;
  }

  record OwnTimePage(
      Frame frame, String sentence, boolean flag, List<Clashes.Shown> clashes, Grid weeks)
      implements TemplateInstance {}

  /** The Monday four weeks ago: what was is shown beside what comes. */
  static LocalDate from() {
    return AsOf.today()
        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
        .minusWeeks(WEEKS_BACK);
  }

  @GET
  public TemplateInstance own() {
    Frame frame =
        reader
            .frame("My time in meetings", Menu.WEEK)
            .withBreadcrumbs(new Link("My week", "/week"));
    Load load = api.get("/v1/diary/load?from=" + from() + "&weeks=" + WEEKS, Load.class);
    List<Clashes.Shown> shown = clashes.of(load.clashes(), AsOf.today(), MOST_CLASHES);
    return new OwnTimePage(
        frame,
        LoadView.sentence(load.weeks(), AsOf.today()),
        !shown.isEmpty(),
        shown,
        LoadView.weeks(load.weeks()));
  }
}
