package uk.onevoice.web.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Areas.IcsStructure;
import uk.onevoice.web.api.Areas.JoinedUp;
import uk.onevoice.web.api.Areas.Place;
import uk.onevoice.web.api.Areas.SubIcb;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Grid;
import uk.onevoice.web.ui.Grid.Cell;
import uk.onevoice.web.ui.Grid.Column;
import uk.onevoice.web.ui.Squares;
import uk.onevoice.web.ui.Topic;
import uk.onevoice.web.ui.Words;

/** An ICS in the words, squares and figures of its page. */
public record StructureView(
    String odsCode,
    String name,
    String headline,
    String fresh,
    String picture,
    String partnersHeading,
    List<PartnerLine> partners,
    String practicesHeading,
    List<Group> groups,
    String groupsNote,
    Grid table,
    String helpSentence,
    List<Help> helps,
    List<Choice> topics,
    String topic) {
  private static final int SIDE_BY_SIDE = 5;
  private static final String UNKNOWN = "not known";

  /** Organisations of one kind that general practice meets: a square for each. */
  public record PartnerLine(Squares squares, String words) {}

  /** The practices of a place, or of a sub-ICB location where no place is set. */
  public record Group(String name, @Nullable String href, Squares squares, List<String> lines) {}

  /** What a place has, in one line. */
  public record Help(String name, String href, String text) {}

  /** How many practices of a place have joined up on the topic; null if nobody has asked them. */
  private record Joined(Place place, @Nullable Integer practices) {}

  static StructureView of(
      IcsStructure ics, List<SubIcb> subIcbs, @Nullable String askedTopic, AsOf day) {
    Map<String, Integer> topics = topics(ics.places());
    String topic = chosen(topics, askedTopic).orElse(null);
    List<Joined> joined =
        ics.places().stream().map(place -> new Joined(place, granted(place, topic))).toList();
    String words = topic == null ? null : words(ics, topic);
    return new StructureView(
        ics.odsCode(),
        ics.name(),
        StructureSentences.headline(ics),
        StructureSentences.fresh(
                ics.asOf(), ics.listSizeMonth(), ics.practices(), ics.practicesWithoutListSize())
            + " From the national lists of NHS organisations; federations, LMCs and places are set locally.",
        StructureSentences.picture(words) + joinedUpAsOf(ics),
        StructureSentences.partnersHeading(ics),
        StructureSentences.partners(ics).stream()
            .map(line -> new PartnerLine(new Squares(line.count(), line.count()), line.words()))
            .toList(),
        practicesHeading(ics, joined),
        ics.places().isEmpty() ? subIcbGroups(subIcbs) : placeGroups(ics, joined, day),
        ics.places().isEmpty() && !subIcbs.isEmpty()
            ? "No places are set for this ICS yet, so practices stand by sub-ICB location."
            : "",
        table(ics, subIcbs, joined, words),
        helpSentence(joined, words),
        helps(joined, words, day),
        topics.keySet().stream()
            .map(slug -> new Choice(slug, Words.sentence(words(ics, slug))))
            .toList(),
        topic == null ? "" : topic);
  }

  /** For a reader from outside, who has joined up is told as it was when the week began. */
  private static String joinedUpAsOf(IcsStructure ics) {
    return ics.places().stream()
        .map(Place::joinedUpAsOf)
        .filter(day -> day != null && day.isBefore(ics.asOf()))
        .findFirst()
        .map(day -> " Who has joined up is shown as on " + Words.day(day) + ".")
        .orElse("");
  }

  /** The topics somebody has asked a mandate for, with the number of places. */
  private static Map<String, Integer> topics(List<Place> places) {
    Map<String, Integer> topics = new TreeMap<>();
    for (Place place : places) {
      joinedUp(place).stream()
          .map(JoinedUp::topic)
          .distinct()
          .forEach(topic -> topics.merge(topic, 1, Integer::sum));
    }
    return topics;
  }

  private static String words(IcsStructure ics, String slug) {
    @Nullable String label =
        ics.places().stream()
            .flatMap(place -> joinedUp(place).stream())
            .filter(joined -> joined.topic().equals(slug) && joined.topicLabel() != null)
            .map(JoinedUp::topicLabel)
            .findFirst()
            .orElse(null);
    return Topic.words(slug, label);
  }

  private static Optional<String> chosen(Map<String, Integer> topics, @Nullable String asked) {
    if (asked != null && topics.containsKey(asked)) {
      return Optional.of(asked);
    }
    return topics.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.<String, Integer>comparingByKey().reversed()))
        .map(Map.Entry::getKey);
  }

  private static List<JoinedUp> joinedUp(Place place) {
    return place.joinedUp() == null ? List.of() : place.joinedUp();
  }

  /** Where a topic has mandates for several boards, the one that most practices gave. */
  private static @Nullable Integer granted(Place place, @Nullable String topic) {
    return joinedUp(place).stream()
        .filter(joined -> joined.topic().equals(topic))
        .map(JoinedUp::numerator)
        .max(Integer::compare)
        .orElse(null);
  }

  private static String practicesHeading(IcsStructure ics, List<Joined> joined) {
    String practices =
        "General practice: "
            + (ics.practices() == null
                ? UNKNOWN
                : Words.count(ics.practices(), "practice", "practices"));
    long shared =
        joined.stream().filter(place -> place.practices() != null && place.practices() > 0).count();
    return joined.isEmpty()
        ? practices
        : practices + ", " + Words.count(shared, "place", "places") + " with a shared voice";
  }

  private static List<Group> placeGroups(IcsStructure ics, List<Joined> joined, AsOf day) {
    List<Group> groups = new ArrayList<>();
    for (Joined each : joined) {
      Place place = each.place();
      int filled = each.practices() == null ? 0 : each.practices();
      groups.add(
          new Group(
              place.name(),
              "/places/" + place.placeId() + day.query("?"),
              new Squares(Math.min(filled, place.practices()), place.practices()),
              List.of(
                  Words.sentence(Words.count(place.practices(), "practice", "practices"))
                      + joinedWords(each),
                  Words.sentence(Words.count(place.pcns(), "network", "networks")),
                  Words.sentence(Words.count(place.federations(), "federation", "federations")))));
    }
    if (ics.practicesWithoutPlace() != null && ics.practicesWithoutPlace() > 0) {
      groups.add(
          new Group(
              "In no place yet",
              null,
              new Squares(0, ics.practicesWithoutPlace()),
              List.of(
                  Words.sentence(
                      Words.count(ics.practicesWithoutPlace(), "practice", "practices")))));
    }
    return groups;
  }

  private static String joinedWords(Joined each) {
    return each.practices() == null || each.practices() == 0
        ? ", none joined up"
        : ", " + Words.number(each.practices()) + " joined up";
  }

  private static List<Group> subIcbGroups(List<SubIcb> subIcbs) {
    return subIcbs.stream()
        .map(sub ->
            new Group(
                sub.name() == null ? sub.odsCode() : sub.name(),
                "/organisations/" + sub.odsCode(),
                new Squares(0, sub.practices()),
                List.of(
                    Words.sentence(Words.count(sub.practices(), "practice", "practices")),
                    Words.sentence(Words.count(sub.pcns(), "network", "networks")))))
        .toList();
  }

  private static Grid table(
      IcsStructure ics, List<SubIcb> subIcbs, List<Joined> joined, @Nullable String topic) {
    Grid grid = joined.isEmpty() ? bySubIcb(ics, subIcbs) : byPlace(ics, joined, topic);
    return grid.columns().size() - 2 > SIDE_BY_SIDE ? grid.transposed() : grid;
  }

  private static Grid byPlace(IcsStructure ics, List<Joined> joined, @Nullable String topic) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("General practice", false));
    joined.forEach(place -> columns.add(new Column(place.place().name(), true)));
    columns.add(new Column("Whole ICS", true));
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(
        row(
            "GP practices",
            joined,
            place -> Words.number(place.place().practices()),
            number(ics.practices())));
    if (topic != null) {
      int sum =
          joined.stream()
              .mapToInt(place -> place.practices() == null ? 0 : place.practices())
              .sum();
      rows.add(
          row(
              "Practices joined up on " + topic,
              joined,
              place -> place.practices() == null ? "not asked" : Words.number(place.practices()),
              Words.number(sum)));
    }
    rows.add(
        row(
            "PCNs (networks of practices)",
            joined,
            place -> Words.number(place.place().pcns()),
            number(ics.pcns())));
    rows.add(
        row(
            "Practices without a PCN",
            joined,
            place -> Words.number(place.place().practicesWithoutPcn()),
            number(ics.practicesWithoutPcn())));
    rows.add(
        row(
            "Practices in a federation",
            joined,
            place ->
                Words.number(place.place().practicesInFederation())
                    + " of "
                    + Words.number(place.place().practices()),
            ics.practicesInFederation() == null || ics.practices() == null || ics.practices() == 0
                ? number(ics.practicesInFederation())
                : Words.number(ics.practicesInFederation())
                    + " of "
                    + Words.number(ics.practices())
                    + " ("
                    + Words.percent(ics.practicesInFederation(), ics.practices())
                    + ")"));
    rows.add(
        row(
            "Federations",
            joined,
            place -> Words.number(place.place().federations()),
            number(ics.federations())));
    rows.add(row("LMCs", joined, place -> Words.number(place.place().lmcs()), number(ics.lmcs())));
    rows.add(
        row(
            "Patients",
            joined,
            place -> number(place.place().registeredPatients()),
            number(ics.registeredPatients())));
    return new Grid("General practice, by place", columns, rows);
  }

  private static Grid bySubIcb(IcsStructure ics, List<SubIcb> subIcbs) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("General practice", false));
    subIcbs.forEach(
        sub -> columns.add(new Column(sub.name() == null ? sub.odsCode() : sub.name(), true)));
    columns.add(new Column("Whole ICS", true));
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(
        row(
            "GP practices",
            subIcbs,
            sub -> Words.number(sub.practices()),
            number(ics.practices())));
    rows.add(
        row(
            "PCNs (networks of practices)",
            subIcbs,
            sub -> Words.number(sub.pcns()),
            number(ics.pcns())));
    rows.add(
        row(
            "Practices without a PCN",
            subIcbs,
            sub -> Words.number(sub.practicesWithoutPcn()),
            number(ics.practicesWithoutPcn())));
    rows.add(
        row(
            "Patients",
            subIcbs,
            sub -> number(sub.registeredPatients()),
            number(ics.registeredPatients())));
    return new Grid("General practice, by sub-ICB location", columns, rows);
  }

  private static <T> List<Cell> row(
      String name, List<T> groups, java.util.function.Function<T, String> figure, String whole) {
    List<Cell> cells = new ArrayList<>();
    cells.add(new Cell(name));
    groups.forEach(group -> cells.add(new Cell(figure.apply(group))));
    cells.add(new Cell(whole));
    return cells;
  }

  private static String number(@Nullable Number number) {
    return number == null ? UNKNOWN : Words.number(number);
  }

  static String helpSentence(int places, int speaking, @Nullable String topic) {
    if (places == 0) {
      return "Places come first: a keeper of the registry sets which practices belong together.";
    }
    if (topic == null) {
      return "No place has asked its practices for a mandate yet.";
    }
    return Words.number(speaking)
        + " of "
        + Words.count(places, "place", "places")
        + (speaking == 1 ? " has" : " have")
        + " practices that let one body speak for them on "
        + topic
        + ".";
  }

  private static String helpSentence(List<Joined> joined, @Nullable String topic) {
    int speaking =
        (int)
            joined.stream()
                .filter(place -> place.practices() != null && place.practices() > 0)
                .count();
    return helpSentence(joined.size(), speaking, topic);
  }

  private static List<Help> helps(List<Joined> joined, @Nullable String topic, AsOf day) {
    return joined.stream()
        .map(each ->
            new Help(
                each.place().name(),
                "/places/" + each.place().placeId() + day.query("?"),
                help(each, topic)))
        .toList();
  }

  private static String help(Joined each, @Nullable String topic) {
    String practices = Words.count(each.place().practices(), "practice", "practices");
    if (each.practices() == null) {
      return "nobody has asked its " + practices + (topic == null ? "" : " on " + topic);
    }
    return each.practices() == 0
        ? "asked, speaks for none of " + Words.number(each.place().practices())
        : "one voice for " + Words.number(each.practices()) + " of " + practices;
  }
}
