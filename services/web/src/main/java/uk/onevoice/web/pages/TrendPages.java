package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Areas.Named;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.api.Successions.Break;
import uk.onevoice.web.api.Successions.Point;
import uk.onevoice.web.api.Successions.Trend;
import uk.onevoice.web.ui.Grid;
import uk.onevoice.web.ui.Grid.Cell;
import uk.onevoice.web.ui.Grid.Column;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Words;

/** An ICS month by month, by its old or its new footprint. */
@Path("/ics/{odsCode}/over-time")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class TrendPages {
  private static final String NOT_KNOWN = "not known";

  private final Reader reader;
  private final Api api;

  TrendPages(Reader reader, Api api) {
    this.reader = reader;
    this.api = api;
  }

  record TrendPage(Frame frame, String ics, String sentence, Link other, List<Stretch> stretches)
      implements TemplateInstance {}

  /**
   * Figures that may be compared with each other.
   *
   * @param before why they may not be compared with those above; null for the first
   */
  public record Stretch(@Nullable String before, Grid table) {}

  @GET
  public TrendPage trend(
      @PathParam("odsCode") String odsCode, @QueryParam("footprint") @Nullable String footprint) {
    reader.me();
    boolean now = "now".equals(footprint);
    String here = "/ics/" + Segment.of(odsCode);
    Trend trend = api.get("/v1" + here + "/trend?footprint=" + (now ? "NOW" : "THEN"), Trend.class);
    return new TrendPage(
        reader
            .frame(trend.name() + " over time", Menu.STRUCTURE)
            .withBreadcrumbs(
                new Link("Integrated care systems", "/ics"), new Link(trend.name(), here)),
        trend.name(),
        sentence(trend, now),
        now
            ? new Link("See it with the practices of each day", here + "/over-time")
            : new Link("See it with today’s practices", here + "/over-time?footprint=now"),
        stretches(trend));
  }

  private static String sentence(Trend trend, boolean now) {
    if (now) {
      return "Each month is told with the practices that belong to it today, also where they belonged elsewhere then.";
    }
    return trend.breaks().isEmpty()
        ? "Each month is told with the practices that belonged to it then."
        : "Each month is told with the practices that belonged to it then. Figures from before and after a change of area are not compared.";
  }

  static List<Stretch> stretches(Trend trend) {
    List<Stretch> stretches = new ArrayList<>();
    List<Point> same = new ArrayList<>();
    @Nullable String before = null;
    for (Point point : trend.points()) {
      if (!same.isEmpty() && same.getLast().segment() != point.segment()) {
        stretches.add(new Stretch(before, table(same)));
        before = change(trend.breaks(), same.getLast().on(), point.on());
        same = new ArrayList<>();
      }
      same.add(point);
    }
    stretches.add(new Stretch(before, table(same)));
    return stretches;
  }

  /** What happened after one day and not after another. */
  private static String change(List<Break> breaks, LocalDate after, LocalDate until) {
    List<String> sentences = new ArrayList<>();
    for (Break one : breaks) {
      if (one.on().isAfter(after) && !one.on().isAfter(until)) {
        if (!one.follows().isEmpty()) {
          sentences.add(Words.day(one.on()) + ": it followed " + names(one.follows()) + ".");
        }
        if (!one.followedBy().isEmpty()) {
          sentences.add(
              Words.day(one.on()) + ": it was followed by " + names(one.followedBy()) + ".");
        }
      }
    }
    return String.join(" ", sentences) + " From here on the area is another one.";
  }

  private static String names(List<Named> named) {
    return Words.list(
        named.stream().map(each -> SuccessionWords.name(each.name(), each.odsCode())).toList());
  }

  private static Grid table(List<Point> points) {
    return new Grid(
        "From " + Words.day(points.getFirst().on()) + " to " + Words.day(points.getLast().on()),
        List.of(
            new Column("Day", false),
            new Column("Practices", true),
            new Column("PCNs", true),
            new Column("Patients", true),
            new Column("Patients of", false)),
        points.stream().map(TrendPages::row).toList());
  }

  private static List<Cell> row(Point point) {
    return List.of(
        new Cell(Words.day(point.on())),
        new Cell(number(point.practices())),
        new Cell(number(point.pcns())),
        new Cell(number(point.registeredPatients())),
        new Cell(point.listSizeMonth() == null ? NOT_KNOWN : Words.month(point.listSizeMonth())));
  }

  private static String number(@Nullable Number number) {
    return number == null ? NOT_KNOWN : Words.number(number);
  }
}
