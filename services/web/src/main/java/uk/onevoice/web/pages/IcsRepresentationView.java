package uk.onevoice.web.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.IcsRepresentation;
import uk.onevoice.web.api.IcsRepresentation.PlaceBeside;
import uk.onevoice.web.api.MeasureTrend;
import uk.onevoice.web.api.Representation.Measure;
import uk.onevoice.web.api.Representation.Split;
import uk.onevoice.web.api.Representation.Topic;
import uk.onevoice.web.ui.Grid;
import uk.onevoice.web.ui.Grid.Cell;
import uk.onevoice.web.ui.Grid.Column;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Words;

/**
 * How an ICS is represented, in words and in tables: each place beside its own past and never above
 * or below another one.
 *
 * @param overTime where each figure is told quarter by quarter, where the table does not lead there
 * @param answers what all practices of the ICS answered, a table for each topic
 * @param exposed places without a leadership group, with where to begin
 * @param notes what has to be known to read the figures
 */
record IcsRepresentationView(
    String sentence,
    String fresh,
    String placesHeading,
    List<Place> places,
    Grid table,
    List<Link> overTime,
    List<Grid> answers,
    List<Link> exposed,
    List<String> notes) {
  private static final int SIDE_BY_SIDE = 4;
  private static final Set<String> ENTERED = Set.of("M12", "M16");

  /**
   * @param share of its practices that agreed, for the picture; null where nobody was asked
   */
  public record Place(
      String name,
      String href,
      String sentence,
      @Nullable Integer share,
      boolean exposed,
      MeasurePast past) {}

  /**
   * @param m1 of each place over time, by the place's id
   * @param area the day and the area of the page
   */
  static IcsRepresentationView of(
      IcsRepresentation ics, Map<String, MeasureTrend> m1, AsOf day, AsOf area) {
    Optional<Topic> first = firstTopic(ics.measures().get("M1"));
    Grid table = table(ics, area);
    boolean turned = ics.places().size() > SIDE_BY_SIDE;
    return new IcsRepresentationView(
        sentence(ics, first),
        fresh(ics),
        ics.places().isEmpty()
            ? "No places yet"
            : Words.sentence(
                Words.count(ics.places().size(), "place", "places") + ", each beside its own past"),
        ics.places().stream()
            .map(place ->
                place(
                    place,
                    first,
                    MeasurePast.agreed(
                        Objects.requireNonNull(m1.get(place.placeId())), first.orElse(null)),
                    day))
            .toList(),
        IcsEvidence.opened(turned ? table.transposed() : table, ics, day, area),
        turned ? heads(table) : List.of(),
        answers(ics.measures().get("M1")),
        ics.places().stream()
            .filter(PlaceBeside::exposed)
            .map(place -> new Link(place.name(), "/starters/" + place.placeId()))
            .toList(),
        notes(ics));
  }

  /** The one that most practices agreed to; there is no figure over all topics. */
  private static Optional<Topic> firstTopic(@Nullable Measure coverage) {
    return coverage == null || coverage.topics() == null
        ? Optional.empty()
        : coverage.topics().stream().max(Comparator.comparingInt(Topic::numerator));
  }

  private static String sentence(IcsRepresentation ics, Optional<Topic> first) {
    String speaks =
        first
            .map(topic ->
                "On "
                    + uncapitalised(IcsFigures.name(topic))
                    + " someone can speak for "
                    + Words.number(topic.numerator())
                    + " of "
                    + Words.count(topic.denominator(), "practice", "practices")
                    + ".")
            .orElse("No practice has been asked whether somebody may speak for it.");
    return speaks
        + first
            .map(topic ->
                ics.places().stream()
                    .filter(place -> isSilent(place.measures().get("M1"), topic))
                    .map(place ->
                        " In "
                            + place.name()
                            + " nobody can speak for any of its "
                            + Words.count(practices(place), "practice", "practices")
                            + ".")
                    .collect(Collectors.joining()))
            .orElse("");
  }

  /** Whether it is known that nobody agreed. */
  private static boolean isSilent(@Nullable Measure coverage, Topic first) {
    if (coverage == null || coverage.withheld() || coverage.topics() == null) {
      return false;
    }
    Topic topic = IcsFigures.topic(coverage, first);
    return topic == null || topic.numerator() == 0;
  }

  private static int practices(PlaceBeside place) {
    Integer all = Objects.requireNonNull(place.measures().get("M1")).denominator();
    return all == null ? 0 : all;
  }

  private static String uncapitalised(String words) {
    return words.substring(0, 1).toLowerCase(java.util.Locale.UK) + words.substring(1);
  }

  private static String fresh(IcsRepresentation ics) {
    return "As on "
        + Words.day(ics.asOf())
        + (ics.weekly() ? ", as it was known at 6am that Monday." : ".")
        + (ics.listSizeMonth() == null
            ? ""
            : " List sizes: " + Words.month(ics.listSizeMonth()) + ".");
  }

  private static Place place(PlaceBeside place, Optional<Topic> first, MeasurePast past, AsOf day) {
    Measure coverage = place.measures().get("M1");
    Topic now = first.map(topic -> IcsFigures.topic(coverage, topic)).orElse(null);
    Topic then =
        first
            .map(topic -> IcsFigures.topic(place.aYearAgo().measures().get("M1"), topic))
            .orElse(null);
    return new Place(
        place.name(),
        "/places/" + place.placeId() + day.query("?"),
        placeSentence(now, then) + (place.exposed() ? " No leadership group." : ""),
        now == null || now.denominator() == 0 ? null : 100 * now.numerator() / now.denominator(),
        place.exposed(),
        past);
  }

  private static String placeSentence(@Nullable Topic now, @Nullable Topic then) {
    if (now == null) {
      return "Nobody has asked its practices.";
    }
    int more = now.numerator() - (then == null ? 0 : then.numerator());
    return "Speaks for "
        + Words.number(now.numerator())
        + " of "
        + Words.count(now.denominator(), "practice", "practices")
        + (more == 0
            ? ", as a year ago."
            : ", "
                + Words.number(Math.abs(more))
                + (more > 0 ? " more" : " fewer")
                + " than a year ago.");
  }

  private static Grid table(IcsRepresentation ics, AsOf area) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("Measure", false));
    ics.places().forEach(place -> columns.add(new Column(place.name(), false)));
    columns.add(new Column("Whole ICS", false));
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(groups(ics));
    Measure coverage = ics.measures().get("M1");
    if (coverage != null && coverage.topics() != null) {
      for (Topic topic : coverage.topics()) {
        String name = IcsFigures.name(topic);
        rows.add(
            row(
                new Cell("Practices that agreed: " + name, overTime(ics, "M1", area)),
                null,
                ics,
                measures -> {
                  Measure m1 = measures.get("M1");
                  return IcsFigures.agreed(IcsFigures.topic(m1, topic), m1);
                }));
        rows.add(
            row(
                new Cell("Patients of those practices: " + name),
                null,
                ics,
                measures -> {
                  Measure m1 = measures.get("M1");
                  return IcsFigures.patients(IcsFigures.topic(m1, topic), m1);
                }));
      }
    }
    IcsFigures.ROWS.forEach((key, about) ->
        rows.add(
            row(
                new Cell(about, overTime(ics, key, area)),
                key,
                ics,
                measures -> IcsFigures.words(key, measures.get(key)))));
    return new Grid("Figures by place, now and a year ago", columns, rows);
  }

  /** What names the rows of a table, where it leads somewhere. */
  private static List<Link> heads(Grid table) {
    List<Link> heads = new ArrayList<>();
    for (List<Cell> row : table.rows()) {
      Cell head = row.getFirst();
      if (head.href() != null) {
        heads.add(new Link(head.text(), head.href()));
      }
    }
    return heads;
  }

  private static String overTime(IcsRepresentation ics, String key, AsOf area) {
    return "/ics/" + ics.odsCode() + "/representation/" + key + "/over-time" + area.query("?");
  }

  private static List<Cell> groups(IcsRepresentation ics) {
    List<Cell> row = new ArrayList<>();
    row.add(new Cell("Leadership group"));
    ics.places().forEach(place -> row.add(new Cell(place.exposed() ? "None" : "Yes")));
    long with = ics.places().stream().filter(place -> !place.exposed()).count();
    row.add(
        new Cell(
            ics.places().isEmpty()
                ? "No places"
                : "In "
                    + Words.number(with)
                    + " of "
                    + Words.count(ics.places().size(), "place", "places")));
    return row;
  }

  private interface Told {
    String of(Map<String, Measure> measures);
  }

  /**
   * @param key of the measure, where what nobody entered a year ago is not known; null else
   */
  private static List<Cell> row(
      Cell about, @Nullable String key, IcsRepresentation ics, Told told) {
    List<Cell> row = new ArrayList<>();
    row.add(about);
    ics.places()
        .forEach(
            place -> row.add(beside(key, told, place.measures(), place.aYearAgo().measures())));
    row.add(
        ics.aYearAgo().otherArea()
            ? new Cell(told.of(ics.measures()))
            : beside(key, told, ics.measures(), ics.aYearAgo().measures()));
    return row;
  }

  private static Cell beside(
      @Nullable String key, Told told, Map<String, Measure> now, Map<String, Measure> then) {
    String today = told.of(now);
    String before = notKnown(key, then) ? "Not known" : told.of(then);
    return new Cell(
        today.equals(before) && !Character.isDigit(today.charAt(0))
            ? today
            : today + " (a year ago: " + uncapitalised(before) + ")");
  }

  /** Of these nobody can say that there was none, only that nobody entered any. */
  private static boolean notKnown(@Nullable String key, Map<String, Measure> then) {
    if (key == null || !ENTERED.contains(key)) {
      return false;
    }
    Measure measure = then.get(key);
    return measure != null
        && measure.available()
        && !measure.withheld()
        && (measure.denominator() == null || measure.denominator() == 0);
  }

  private static List<Grid> answers(@Nullable Measure coverage) {
    List<Grid> tables = new ArrayList<>();
    if (coverage == null || coverage.topics() == null) {
      return tables;
    }
    for (Topic topic : coverage.topics()) {
      Split<Integer> practices = topic.practices();
      if (practices != null && practices.notAnswered() != null) {
        Split<Long> patients = topic.patients();
        List<List<Cell>> rows = new ArrayList<>();
        add(rows, "Agreed", practices.granted(), patients == null ? null : patients.granted());
        add(
            rows,
            "Agreed on conditions",
            practices.conditional(),
            patients == null ? null : patients.conditional());
        add(rows, "Said no", practices.declined(), patients == null ? null : patients.declined());
        add(
            rows,
            "Not answered or not asked",
            practices.notAnswered(),
            patients == null ? null : patients.notAnswered());
        tables.add(
            new Grid(
                IcsFigures.name(topic)
                    + ": what "
                    + Words.count(topic.denominator(), "practice", "practices")
                    + " answered",
                List.of(
                    new Column("Answer", false),
                    new Column("Practices", true),
                    new Column("Patients", true)),
                rows));
      }
    }
    return tables;
  }

  private static void add(
      List<List<Cell>> rows, String answer, @Nullable Integer practices, @Nullable Long patients) {
    rows.add(
        List.of(
            new Cell(answer),
            new Cell(practices == null ? "not shown" : Words.number(practices)),
            new Cell(patients == null ? "not shown or not known" : Words.number(patients))));
  }

  private static List<String> notes(IcsRepresentation ics) {
    List<String> notes = new ArrayList<>();
    if (ics.aYearAgo().otherArea()) {
      notes.add(
          "A year ago this ICS was another area, so that its figures of then are not put beside those of today.");
    }
    if (ENTERED.stream().anyMatch(key -> notKnown(key, ics.aYearAgo().measures()))
        || ics.places().stream()
            .anyMatch(place ->
                ENTERED.stream().anyMatch(key -> notKnown(key, place.aYearAgo().measures())))) {
      notes.add(
          "How much time meetings took, and how joint groups were, is not known of a day for which nobody had entered who was at meetings, or a joint group.");
    }
    if (ics.places().stream().anyMatch(place -> place.weekly() != ics.weekly())) {
      notes.add("Some places are as of today, and the others as of Monday 6am.");
    }
    if (ics.measures().values().stream().anyMatch(Measure::withheld)) {
      notes.add(
          "A figure of the whole ICS is shown to whoever may see it of each of its places, so that nothing can be worked out from it.");
    }
    return notes;
  }
}
