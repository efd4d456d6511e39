package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.MeasureTrend;
import uk.onevoice.web.api.MeasureTrend.Point;
import uk.onevoice.web.api.Representation.Measure;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.ui.Grid;
import uk.onevoice.web.ui.Grid.Cell;
import uk.onevoice.web.ui.Grid.Column;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Words;

/**
 * One measure of an ICS and of each of its places, quarter by quarter, each beside its own past.
 */
@Path("/ics/{odsCode}/representation/{measure: M[0-9]+}/over-time")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class IcsMeasurePages {
  private final Reader reader;
  private final Api api;

  IcsMeasurePages(Reader reader, Api api) {
    this.reader = reader;
    this.api = api;
  }

  record MeasurePage(
      Frame frame, String ics, String about, String sentence, List<Part> parts, List<String> notes)
      implements TemplateInstance {}

  /**
   * The measure, or one topic of it.
   *
   * @param topic null where the measure has one figure
   */
  record Part(@Nullable String topic, List<MeasurePast> pasts, Grid table) {}

  @GET
  public MeasurePage page(
      @PathParam("odsCode") String odsCode,
      @PathParam("measure") String measure,
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("footprint") @Nullable String footprint) {
    String about = measure.equals("M1") ? "Practices that agreed" : IcsFigures.ROWS.get(measure);
    if (about == null) {
      throw new NotFoundException();
    }
    AsOf area = new AsOf(asOf).with(footprint);
    reader.me();
    String here = "/ics/" + Segment.of(odsCode);
    String trend = "/v1" + here + "/representation/" + measure + "/trend";
    MeasureTrend whole = api.get(trend + area.query("?"), MeasureTrend.class);
    List<MeasureTrend> trends =
        new ArrayList<>(
            api.get(trend + "/places" + area.query("?"), MeasureTrend.OfPlaces.class).places());
    trends.add(whole);
    return new MeasurePage(
        reader
            .frame(about + " in " + whole.name(), Menu.STRUCTURE)
            .withBreadcrumbs(
                new Link(whole.name(), here + area.query("?")),
                new Link(
                    "Who speaks for general practice", here + "/representation" + area.query("?"))),
        whole.name(),
        about,
        measure.equals("M1") ? TopicsOverTime.sentence(whole) : sentence(measure, whole),
        measure.equals("M1") ? TopicsOverTime.parts(trends) : List.of(part(measure, about, trends)),
        notes(whole));
  }

  private static Part part(String measure, String about, List<MeasureTrend> trends) {
    return new Part(
        null,
        trends.stream().map(trend -> MeasurePast.of(measure, trend)).toList(),
        table(about, trends, told -> IcsFigures.words(measure, told)));
  }

  static String sentence(String measure, MeasureTrend whole) {
    Point last = whole.points().getLast();
    Point first = whole.points().getFirst();
    if (last.measure().withheld()) {
      return "Of the whole ICS this is shown to whoever sees it of each of its places.";
    }
    return "In the whole ICS on "
        + Words.day(last.on())
        + ": "
        + IcsFigures.words(measure, last.measure())
        + (first.segment() == last.segment()
            ? ". On " + Words.day(first.on()) + ": " + IcsFigures.words(measure, first.measure())
            : "")
        + ".";
  }

  /**
   * @param figure what is said of one area on one day
   */
  static Grid table(String about, List<MeasureTrend> trends, Function<Measure, String> figure) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("Day", false));
    trends.forEach(trend -> columns.add(new Column(trend.name(), false)));
    List<List<Cell>> rows = new ArrayList<>();
    List<Point> days = trends.getLast().points();
    for (int i = 0; i < days.size(); i++) {
      List<Cell> row = new ArrayList<>();
      row.add(new Cell(Words.day(days.get(i).on())));
      for (MeasureTrend trend : trends) {
        row.add(
            new Cell(
                i < trend.points().size()
                    ? figure.apply(trend.points().get(i).measure())
                    : "Not known"));
      }
      rows.add(row);
    }
    return new Grid(about + ", quarter by quarter", columns, rows);
  }

  static List<String> notes(MeasureTrend whole) {
    List<String> notes = new ArrayList<>();
    for (int i = 1; i < whole.points().size(); i++) {
      if (whole.points().get(i).segment() != whole.points().get(i - 1).segment()) {
        notes.add(
            "From "
                + Words.day(whole.points().get(i).on())
                + " on the ICS is another area; its figures from before are not compared with those since.");
      }
    }
    return notes;
  }
}
