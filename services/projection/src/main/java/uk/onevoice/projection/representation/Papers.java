package uk.onevoice.projection.representation;

import static java.util.Objects.requireNonNull;
import static uk.onevoice.projection.representation.MeasureWords.count;
import static uk.onevoice.projection.representation.MeasureWords.number;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.onevoice.projection.paper.Paper;
import uk.onevoice.projection.paper.Paper.Cell;
import uk.onevoice.projection.paper.Paper.Column;
import uk.onevoice.projection.paper.Paper.Section;
import uk.onevoice.projection.representation.Coverage.Split;
import uk.onevoice.projection.representation.Coverage.Topic;
import uk.onevoice.projection.representation.IcsRepresentation.Beside;

/**
 * The board papers of a place and of an ICS: what the views say to the same caller, on a page. It
 * is made of their answers, so nothing is in it that they withhold.
 */
final class Papers {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

  /** More would leave no room for the measures. */
  private static final int MOST_TOPICS = 6;

  private static final int MOST_PLACES = 14;
  private static final int MOST_GAPS = 5;

  private static final String HOW_TO_READ =
      "Figures are counted from what was recorded. What nobody knows is left out and said beside;"
          + " it is not nought. There is no score over all measures and no order of merit: each is"
          + " to be compared with its own past.";

  private Papers() {}

  /**
   * @param now as the caller sees the place
   * @param yearAgo the measures as they see them of the day a year before; none where the place was
   *     not there yet
   * @param gaps none for who is not told of them
   */
  static Paper of(Representation now, Map<String, Measure> yearAgo, List<PlacePaper.Gap> gaps) {
    List<Section> sections = new ArrayList<>();
    sections.add(topics(requireNonNull(now.measures().get("M1")), yearAgo.get("M1"), false));
    if (!gaps.isEmpty()) {
      sections.add(gaps(gaps));
    }
    sections.add(measures(now.measures(), yearAgo, false));
    return new Paper(
        "Who speaks for general practice in " + now.name(),
        lead(now.measures(), "in " + now.name()),
        fresh(now.asOf(), now.weekly() ? now.knownAt() : null, now.listSizeMonth()),
        sections,
        List.of(HOW_TO_READ));
  }

  private static Section gaps(List<PlacePaper.Gap> gaps) {
    return new Section(
        "Gaps to close",
        gaps.size() > MOST_GAPS
            ? "The " + MOST_GAPS + " with most weight, of " + gaps.size() + "."
            : null,
        List.of(
            new Column("Board or group", 28),
            new Column("What is wrong", 46),
            new Column("One thing to do", 26)),
        gaps.stream()
            .limit(MOST_GAPS)
            .map(gap -> List.of(new Cell(gap.forum()), new Cell(gap.words()), new Cell(gap.toDo())))
            .toList());
  }

  static Paper of(IcsRepresentation ics) {
    List<Section> sections = new ArrayList<>();
    Measure coverage = requireNonNull(ics.measures().get("M1"));
    boolean other = ics.aYearAgo().otherArea();
    sections.add(topics(coverage, ics.aYearAgo().measures().get("M1"), other));
    sections.add(places(ics, best(coverage).orElse(null)));
    sections.add(measures(ics.measures(), ics.aYearAgo().measures(), other));
    List<String> foot = new ArrayList<>();
    foot.add(
        "The whole ICS is worked out afresh from all its practices, meetings and relationships: it"
            + " is neither the sum nor the mean of its places.");
    if (other) {
      foot.add(
          "The ICS was another area on "
              + DAY.format(ics.aYearAgo().asOf())
              + ", so the two are not compared.");
    }
    foot.add(HOW_TO_READ);
    return new Paper(
        "Who speaks for general practice in " + ics.name(),
        lead(ics.measures(), "in the whole ICS") + exposed(ics.places()),
        fresh(ics.asOf(), ics.weekly() ? ics.knownAt() : null, ics.listSizeMonth()),
        sections,
        foot);
  }

  /** The answer to the title: for how many somebody can speak, and what it changed. */
  private static String lead(Map<String, Measure> measures, String where) {
    Measure m1 = requireNonNull(measures.get("M1"));
    String speaks =
        best(m1)
            .map(topic ->
                "On "
                    + MeasureWords.topic(topic)
                    + ", somebody can speak for "
                    + number(topic.numerator())
                    + " of "
                    + count(topic.denominator(), "practice", "practices")
                    + " "
                    + where
                    + ".")
            .orElse("No practice " + where + " has given anybody a mandate to speak for it.");
    Measure m7 = requireNonNull(measures.get("M7"));
    return m7.denominator() == null || m7.denominator() == 0
        ? speaks
        : speaks
            + " General practice changed "
            + number(requireNonNull(m7.numerator()))
            + " of "
            + count(m7.denominator(), "assessed outcome", "assessed outcomes")
            + " in the last year.";
  }

  private static String exposed(List<Beside> places) {
    List<String> without =
        places.stream().filter(Beside::exposed).map(Beside::name).limit(MOST_PLACES).toList();
    return without.isEmpty()
        ? ""
        : " "
            + MeasureWords.list(without)
            + (without.size() == 1 ? " has" : " have")
            + " no leadership group.";
  }

  /**
   * @param known the Monday 06:00 as of which it is told; null for who is told all that is known
   */
  private static String fresh(LocalDate asOf, @Nullable Instant known, @Nullable String month) {
    return "As on "
        + DAY.format(asOf)
        + (known == null
            ? "."
            : ", as it was known at 6am on " + DAY.format(known.atZone(LONDON)) + ".")
        + (month == null ? "" : " List sizes of " + MONTH.format(YearMonth.parse(month)) + ".");
  }

  private static List<Topic> topics(@Nullable Measure coverage) {
    return coverage != null && coverage.detail() instanceof Coverage told
        ? told.topics()
        : List.of();
  }

  /** The one that most practices agreed to; there is no figure over all topics. */
  private static Optional<Topic> best(Measure coverage) {
    return topics(coverage).stream().max(Comparator.comparingInt(Topic::numerator));
  }

  private static Section topics(Measure now, @Nullable Measure then, boolean otherArea) {
    List<Topic> all =
        topics(now).stream().sorted(Comparator.comparingInt(Topic::numerator).reversed()).toList();
    List<Topic> shown = all.subList(0, Math.min(all.size(), MOST_TOPICS));
    @Nullable String note =
        now.withheld()
            ? now.reason()
            : all.isEmpty()
                ? "No mandate was in force on the day."
                : all.size() > MOST_TOPICS
                    ? "The " + MOST_TOPICS + " topics with most practices, of " + all.size() + "."
                    : null;
    return new Section(
        "Mandates: for how many practices somebody can speak",
        note,
        List.of(
            new Column("Topic", 28),
            new Column("Practices that agreed", 18),
            new Column("A year ago", 14),
            new Column("Their share of patients", 14),
            new Column("The others", 26)),
        shown.stream()
            .map(topic ->
                List.of(
                    new Cell(
                        MeasureWords.sentence(MeasureWords.topic(topic))
                            + (topic.board() == null ? "" : ", " + topic.board())
                            + (topic.contested() ? " (two bodies claim it)" : "")),
                    agreed(topic),
                    new Cell(otherArea ? "Another area" : before(topic, then)),
                    new Cell(patients(topic)),
                    new Cell(others(topic))))
            .toList());
  }

  private static Cell agreed(Topic topic) {
    return new Cell(
        number(topic.numerator()) + " of " + number(topic.denominator()),
        topic.denominator() == 0 ? null : 100 * topic.numerator() / topic.denominator());
  }

  private static String before(Topic topic, @Nullable Measure then) {
    return topics(then).stream()
        .filter(one -> one.isOf(topic))
        .findFirst()
        .map(one -> number(one.numerator()) + " of " + number(one.denominator()))
        .orElse("No mandate");
  }

  private static String patients(Topic topic) {
    @Nullable Split<Integer> percent = topic.patientsPercent();
    return percent == null || percent.granted() == null
        ? "Not told or not known"
        : percent.granted()
            + "%"
            + (topic.unknown() == 0
                ? ""
                : " (without "
                    + count(topic.unknown(), "practice", "practices")
                    + " of unknown size)");
  }

  private static String others(Topic topic) {
    Split<Integer> practices = topic.practices();
    return practices.notAnswered() == null
        ? number(topic.denominator() - topic.numerator()) + " did not agree or were not asked"
        : "On conditions "
            + practices.conditional()
            + ", no "
            + practices.declined()
            + ", no answer "
            + practices.notAnswered();
  }

  private static Section places(IcsRepresentation ics, @Nullable Topic topic) {
    List<Beside> shown = ics.places().subList(0, Math.min(ics.places().size(), MOST_PLACES));
    return new Section(
        "Places, each beside its own past",
        ics.places().isEmpty()
            ? "No place is set yet."
            : shown.size() < ics.places().size()
                ? "The first " + shown.size() + " of " + ics.places().size() + " by name."
                : topic == null
                    ? null
                    : "Practices that agreed on " + MeasureWords.topic(topic) + ".",
        List.of(
            new Column("Place", 28),
            new Column("Practices that agreed", 18),
            new Column("A year ago", 14),
            new Column("Outcomes changed", 20),
            new Column("Leadership group", 20)),
        shown.stream().map(place -> place(place, topic)).toList());
  }

  private static List<Cell> place(Beside place, @Nullable Topic topic) {
    Measure coverage = requireNonNull(place.measures().get("M1"));
    @Nullable Topic own =
        topic == null
            ? null
            : topics(coverage).stream().filter(topic::isOf).findFirst().orElse(null);
    return List.of(
        new Cell(place.name()),
        own == null ? new Cell(coverage.withheld() ? "Withheld" : "Nobody was asked") : agreed(own),
        new Cell(
            topic == null ? "No mandate" : before(topic, place.aYearAgo().measures().get("M1"))),
        new Cell(MeasureWords.figure(place.measures().get("M7"))),
        new Cell(place.exposed() ? "None" : count(place.leadershipGroups(), "group", "groups")));
  }

  /** All but the first, which is the table of topics. */
  private static Section measures(
      Map<String, Measure> now, Map<String, Measure> then, boolean otherArea) {
    List<List<Cell>> rows = new ArrayList<>();
    now.forEach((key, measure) -> {
      if (!key.equals("M1")) {
        rows.add(
            List.of(
                new Cell(measure.name()),
                new Cell(MeasureWords.figure(measure)),
                new Cell(otherArea ? "Another area" : MeasureWords.figure(then.get(key))),
                new Cell(MeasureWords.words(key, measure))));
      }
    });
    return new Section(
        "Measures",
        null,
        List.of(
            new Column("Measure", 23),
            new Column("Now", 16),
            new Column("A year ago", 16),
            new Column("What is counted", 45)),
        rows);
  }
}
