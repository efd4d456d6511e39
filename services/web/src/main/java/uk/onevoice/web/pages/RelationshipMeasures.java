package uk.onevoice.web.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Representation.Holder;
import uk.onevoice.web.api.Representation.JointGroup;
import uk.onevoice.web.api.Representation.Measure;
import uk.onevoice.web.api.Representation.Promises;
import uk.onevoice.web.pages.MeetingMeasures.Passage;
import uk.onevoice.web.ui.Grid;
import uk.onevoice.web.ui.Words;

/**
 * How strong and how fresh key relationships are, on whom they hang, what was promised, and how
 * joint groups are: one passage for each measure, with the numbers behind it. What is withheld is
 * not spoken of; what is not known is said to be so.
 */
public final class RelationshipMeasures {
  private static final Map<String, String> STRENGTHS = strengths();
  private static final Map<String, String> BANDS = bands();

  private RelationshipMeasures() {}

  /**
   * @param names of organisations
   * @param people names of people, by their ids
   */
  static List<Passage> passages(
      Map<String, Measure> measures, UnaryOperator<String> names, UnaryOperator<String> people) {
    List<Passage> passages = new ArrayList<>();
    if (slots(measures.get("M3")) > 0) {
      add(passages, "M3", "How strong", measures, RelationshipMeasures::strength);
      add(passages, "M4", "Last talk", measures, RelationshipMeasures::lastTalk);
      add(passages, "M5", "On one person", measures, measure -> onePerson(measure, people));
    }
    add(passages, "M13", "Promises", measures, RelationshipMeasures::promises);
    add(passages, "M16", "Joint groups", measures, measure -> jointGroups(measure, names));
    return passages;
  }

  /** The numbers behind how strong and how fresh relationships are. */
  static List<Grid> tables(Map<String, Measure> measures) {
    List<Grid> tables = new ArrayList<>();
    Measure m3 = measures.get("M3");
    if (slots(m3) > 0 && m3 != null) {
      tables.add(
          table(
              "How strong key relationships are",
              "How strong",
              STRENGTHS,
              list(m3.strengths()).stream()
                  .map(one -> Map.entry(one.strength(), one.slots()))
                  .toList()));
      Measure m4 = measures.get("M4");
      if (m4 != null && m4.sinceLastTalk() != null) {
        tables.add(
            table(
                "When both sides last spoke",
                "Last talk",
                BANDS,
                m4.sinceLastTalk().stream()
                    .map(one -> Map.entry(one.band(), one.slots()))
                    .toList()));
      }
    }
    return tables;
  }

  private static Grid table(
      String caption,
      String head,
      Map<String, String> words,
      List<Map.Entry<String, Integer>> rows) {
    return new Grid(
        caption,
        List.of(new Grid.Column(head, false), new Grid.Column("Key relationships", true)),
        rows.stream()
            .map(row ->
                List.of(
                    new Grid.Cell(words.getOrDefault(row.getKey(), row.getKey())),
                    new Grid.Cell(Words.number(row.getValue()))))
            .toList());
  }

  private static void add(
      List<Passage> passages,
      String key,
      String about,
      Map<String, Measure> measures,
      Function<Measure, String> words) {
    @Nullable Measure measure = measures.get(key);
    if (measure != null && measure.available() && !measure.withheld()) {
      passages.add(new Passage(key, about, words.apply(measure)));
    }
  }

  private static int slots(@Nullable Measure measure) {
    return measure == null || measure.withheld() || measure.denominator() == null
        ? 0
        : measure.denominator();
  }

  /** M3. No mean: strong, not strong and not known stay apart. */
  static String strength(Measure m3) {
    int all = orZero(m3.denominator());
    int strong = orZero(m3.numerator());
    int unknown = orZero(m3.unknown());
    int rest = all - strong - unknown;
    return Words.number(strong)
        + " of "
        + Words.count(all, "key relationship", "key relationships")
        + (strong == 1 ? " is" : " are")
        + " strong: in the last year at least two of three things were seen (we could ring them, they"
        + " led us on to others, they stood by us in meetings), and they can make things happen."
        + (rest == 0
            ? ""
            : " "
                + Words.sentence(Words.number(rest))
                + (rest == 1 ? " is known and is not strong." : " are known and are not strong."))
        + (unknown == 0 ? "" : " Of " + Words.number(unknown) + " nobody knows.");
  }

  /** M4. Meetings do not count. */
  static String lastTalk(Measure m4) {
    int all = orZero(m4.denominator());
    int never =
        list(m4.sinceLastTalk()).stream()
            .filter(one -> one.band().equals("NEVER"))
            .mapToInt(one -> one.slots())
            .sum();
    return "With "
        + Words.number(orZero(m4.numerator()))
        + " of "
        + Words.count(all, "key relationship", "key relationships")
        + " both sides spoke in the last 60 days."
        + (never == 0 ? "" : " With " + Words.number(never) + " no talk was ever written down.")
        + (m4.medianDaysSince() == null
            ? ""
            : " Where there was one, it is "
                + Words.count(m4.medianDaysSince(), "day", "days")
                + " ago in the middle case.");
  }

  /** M5. Names for leaders alone, as the service gives them. */
  static String onePerson(Measure m5, UnaryOperator<String> people) {
    int covered = orZero(m5.denominator());
    if (covered == 0) {
      return "No key relationship has a talk in the last 90 days, so none hangs on anybody.";
    }
    int single = orZero(m5.numerator());
    StringBuilder words = new StringBuilder();
    words
        .append(Words.number(single))
        .append(" of ")
        .append(Words.count(covered, "key relationship that is", "key relationships that are"))
        .append(" kept up")
        .append(single == 1 ? " hangs" : " hang")
        .append(" on one person.");
    if (m5.coveredAfterLoss() != null && single > 0) {
      words
          .append(" If the person went on whom most depends, ")
          .append(Words.number(m5.coveredAfterLoss()))
          .append(" of ")
          .append(Words.number(covered))
          .append(" would still be kept up.");
    }
    List<String> alone = list(m5.holders()).stream().map(holder -> alone(holder, people)).toList();
    if (!alone.isEmpty()) {
      words.append(" Alone hold: ").append(Words.list(alone)).append(".");
    }
    return words.toString();
  }

  private static String alone(Holder holder, UnaryOperator<String> people) {
    return people.apply(holder.personId()) + " (" + Words.number(holder.alone()) + ")";
  }

  /** M13. Both sides beside each other, and no figure of both. */
  static String promises(Measure m13) {
    List<String> sentences = new ArrayList<>();
    if (list(m13.promises()).stream().allMatch(side -> side.due() == null)) {
      return "Fewer than 5 promises of either side were due in the last year: too few to say something.";
    }
    for (Promises side : list(m13.promises())) {
      boolean ours = side.side().equals("OURS");
      if (side.due() == null) {
        sentences.add(
            ours
                ? "Fewer than 5 promises of ours were due in the last year: too few to say something."
                : "Fewer than 5 of theirs were due: too few to say something.");
      } else {
        sentences.add(
            (ours ? "We" : "They")
                + " kept "
                + Words.number(orZero(side.kept()))
                + " of "
                + Words.number(side.due())
                + (ours ? " promises" : " promises to us")
                + " that were due in the last year."
                + (orZero(side.notSaid()) == 0
                    ? ""
                    : " Of " + Words.number(orZero(side.notSaid())) + " nobody has said."));
      }
    }
    return String.join(" ", sentences);
  }

  /** M16. */
  static String jointGroups(Measure m16, UnaryOperator<String> names) {
    List<JointGroup> groups = list(m16.jointGroups());
    if (groups.isEmpty()) {
      return "There is no joint group with a partner.";
    }
    List<String> sentences = new ArrayList<>();
    int whole = orZero(m16.numerator());
    sentences.add(
        Words.number(whole)
            + " of "
            + Words.count(groups.size(), "joint group", "joint groups")
            + (whole == 1 ? " has" : " have")
            + " the people, the mandate and the leadership group it needs, and nothing past its day.");
    for (JointGroup group : groups) {
      List<String> lacks = lacks(group);
      if (!lacks.isEmpty()) {
        sentences.add(
            "With "
                + (group.organisationName() == null
                    ? names.apply(group.organisationId())
                    : group.organisationName())
                + ": "
                + Words.list(lacks)
                + ".");
      }
    }
    return String.join(" ", sentences);
  }

  private static List<String> lacks(JointGroup group) {
    List<String> lacks = new ArrayList<>();
    if (!group.composed()) {
      lacks.add(
          Words.count(group.people(), "person", "people")
              + ", where it takes 4 to 6, clinicians and managers of both sides");
    }
    if (!group.mandated()) {
      lacks.add("no mandate in force behind our half");
    } else if (!group.forGroup()) {
      lacks.add("our half sits for no leadership group of the place");
    }
    if (group.lateIssues() > 0) {
      lacks.add(
          Words.count(group.lateIssues(), "issue", "issues")
              + " past the day to put "
              + (group.lateIssues() == 1 ? "it" : "them")
              + " right");
    }
    return lacks;
  }

  private static Map<String, String> strengths() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("STRONG", "Strong");
    words.put("SOME", "Something seen, not strong");
    words.put("NONE", "Nothing seen in the last year");
    words.put("UNKNOWN", "Not known");
    return words;
  }

  private static Map<String, String> bands() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("UP_TO_60", "In the last 60 days");
    words.put("UP_TO_120", "61 to 120 days ago");
    words.put("LONGER", "More than 120 days ago");
    words.put("NEVER", "Never written down");
    return words;
  }

  private static int orZero(@Nullable Integer number) {
    return number == null ? 0 : number;
  }

  private static <T> List<T> list(@Nullable List<T> items) {
    return items == null ? List.of() : items;
  }
}
