package uk.onevoice.web.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Evidence;
import uk.onevoice.web.api.Evidence.BasedOn;
import uk.onevoice.web.api.Evidence.Row;
import uk.onevoice.web.api.Representation;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.ui.Grid;
import uk.onevoice.web.ui.Grid.Cell;
import uk.onevoice.web.ui.Grid.Column;
import uk.onevoice.web.ui.Topic;
import uk.onevoice.web.ui.Words;

/**
 * What a figure is made of, in words.
 *
 * @param about what the figure says, in the words of the table of figures
 * @param note why some or all of it is not shown; empty where nothing is held back
 * @param filters the rows that count in one way; the one that is shown has no address
 */
public record EvidenceView(
    String heading,
    String about,
    String sentence,
    String note,
    String fresh,
    List<Filter> filters,
    Grid table) {

  /** The rows of one kind. */
  public record Filter(String text, @Nullable String href) {}

  private static final Map<String, String> KINDS = kinds();
  private static final Map<String, List<String>> THINGS = things();
  private static final Map<String, String> WHY = why();

  /**
   * @param here the address of the page, with what is asked for but the kind of rows
   * @param counts the kind of rows that is shown; null for all
   */
  static EvidenceView of(Evidence evidence, String here, @Nullable String counts) {
    return new EvidenceView(
        heading(evidence),
        evidence.withheld() ? "" : figure(evidence),
        sentence(evidence),
        note(evidence),
        "As on "
            + Words.day(evidence.asOf())
            + (evidence.weekly() ? ", as it was known at 6am that Monday." : "."),
        filters(evidence, here, counts),
        table(evidence));
  }

  /** What to ask for to read the answers on one topic, to stand behind an address. */
  static String of(Representation.Topic topic) {
    return "?topic="
        + Segment.of(topic.topic())
        + (topic.topicId() == null ? "" : "&topicId=" + Segment.of(topic.topicId()))
        + (topic.board() == null ? "" : "&board=" + Segment.of(topic.board()));
  }

  /** What the figure is about, as elsewhere on the pages, and of which area. */
  static String heading(Evidence evidence) {
    return ("M1".equals(evidence.measure())
            ? "Practices that agreed"
            : IcsFigures.ROWS.getOrDefault(evidence.measure(), evidence.measureName()))
        + ": "
        + evidence.name();
  }

  private static String figure(Evidence evidence) {
    if (evidence.numerator() == null || "M12".equals(evidence.measure())) {
      return "";
    }
    return Words.sentence(Words.number(evidence.numerator()))
        + ("M6".equals(evidence.measure())
            ? " went to " + Words.count(orZero(evidence.denominator()), "meeting", "meetings") + "."
            : " of " + Words.number(orZero(evidence.denominator())) + ".");
  }

  static String sentence(Evidence evidence) {
    BasedOn based = evidence.basedOn();
    if (based == null) {
      return "What this figure is made of is not for your role.";
    }
    int counted = counted(evidence.measure(), based);
    if (counted == 0) {
      return based.notTold() > 0
          ? "Nothing that this figure is made of is yours to see."
          : "There is nothing yet that this figure could be made of.";
    }
    List<String> things =
        Objects.requireNonNull(
            THINGS.getOrDefault(evidence.measure(), List.of("record", "records")));
    return "Based on "
        + Words.count(counted, things.getFirst(), things.getLast())
        + (based.meetings() == 0 || "M6".equals(evidence.measure())
            ? ""
            : ", " + Words.count(based.meetings(), "meeting", "meetings"))
        + (based.last() == null ? "." : ", last " + Words.day(based.last()) + ".");
  }

  /** Unknown is beside the base for some measures and within it for others. */
  private static int counted(String measure, BasedOn based) {
    return switch (measure) {
      case "M6", "M7" -> based.denominator() + based.unknown();
      case "M12" -> based.numerator() + based.unknown();
      default -> based.denominator();
    };
  }

  private static String note(Evidence evidence) {
    BasedOn based = evidence.basedOn();
    String hidden =
        based == null || based.notTold() == 0
            ? ""
            : Words.count(
                based.notTold(),
                "more counts and is not shown to you. ",
                "more count and are not shown to you. ");
    return hidden + (evidence.reason() == null ? "" : evidence.reason());
  }

  private static List<Filter> filters(Evidence evidence, String here, @Nullable String counts) {
    BasedOn based = evidence.basedOn();
    if (based == null) {
      return List.of();
    }
    List<Filter> filters = new ArrayList<>();
    filters.add(new Filter("All", counts == null ? null : here));
    KINDS.forEach((kind, words) -> {
      int rows =
          switch (kind) {
            case "numerator" -> based.numerator();
            case "denominator" -> based.denominator();
            case "unknown" -> based.unknown();
            default -> based.notCounted();
          };
      if (rows > 0) {
        filters.add(
            new Filter(
                words + " (" + Words.number(rows) + ")",
                kind.equals(counts)
                    ? null
                    : here + (here.contains("?") ? "&" : "?") + "counts=" + kind));
      }
    });
    return filters.size() > 2 ? filters : List.of();
  }

  private static Grid table(Evidence evidence) {
    return new Grid(
        "What the figure is made of",
        List.of(
            new Column("What", false),
            new Column("Day", false),
            new Column("What came out", false),
            new Column("How it counts", false),
            new Column("Written down", false)),
        evidence.items().stream()
            .map(row ->
                List.of(
                    new Cell(name(row), row.mayOpen() ? row.page() : null),
                    new Cell(row.day() == null ? "No day" : Words.day(row.day())),
                    new Cell(
                        why(evidence.measure(), row.why())
                            + (row.minutes() == null
                                ? ""
                                : ": " + Words.count(row.minutes(), "minute", "minutes"))),
                    new Cell(counts(row)),
                    new Cell(entered(row))))
            .toList());
  }

  private static String why(String measure, String why) {
    return "M3".equals(measure) && "NONE".equals(why)
        ? "Nothing seen in the last year"
        : WHY.getOrDefault(why, why);
  }

  private static String name(Row row) {
    if (!row.mayOpen()) {
      return "Of another place, not shown to you";
    }
    String label = row.label() == null ? "" : row.label();
    return switch (row.what()) {
      case "ITEM" -> "Item at " + label;
      case "ANSWER" ->
          organisation(row)
              + " on "
              + (row.topic() == null || label.equals(row.topic())
                  ? Topic.words(label)
                  : Topic.words(row.topic(), label))
              + (row.board() == null ? "" : ", at " + row.board());
      case "SLOT" -> Vocabulary.words(Vocabulary.SLOT_KINDS, label) + ": " + organisation(row);
      case "PROMISE" -> ("OURS".equals(label) ? "Ours to " : "Theirs: ") + organisation(row);
      case "PARTNER" -> organisation(row);
      case "JOINT_GROUP" -> "Joint group with " + organisation(row);
      default -> label.isEmpty() ? "Without a name" : label;
    };
  }

  private static String organisation(Row row) {
    return row.organisationName() != null
        ? row.organisationName()
        : row.organisationId() == null ? "an organisation" : row.organisationId();
  }

  private static String counts(Row row) {
    if (row.counts().contains("notCounted")) {
      return "Left out";
    }
    String counts =
        row.counts().contains("numerator")
            ? "Counts"
            : row.counts().contains("denominator") ? "Counts as one that is not" : "";
    return row.counts().contains("unknown")
        ? counts.isEmpty() ? "Not known" : counts + ", not all known"
        : counts;
  }

  private static String entered(Row row) {
    if (row.recordedOn() == null) {
      return row.mayOpen() ? "From several entries" : "Not shown";
    }
    String body = row.enteredForName() == null ? row.enteredFor() : row.enteredForName();
    return Words.day(row.recordedOn()) + (body == null ? "" : ", for " + body);
  }

  private static int orZero(@Nullable Integer number) {
    return number == null ? 0 : number;
  }

  private static Map<String, String> kinds() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("numerator", "What counts");
    words.put("denominator", "All it is out of");
    words.put("unknown", "Not known");
    words.put("notCounted", "Left out");
    return words;
  }

  private static Map<String, List<String>> things() {
    Map<String, List<String>> words = new LinkedHashMap<>();
    words.put("M1", List.of("answer or practice without one", "answers and practices without one"));
    for (String slots : List.of("M2", "M3", "M4", "M5")) {
      words.put(slots, List.of("key relationship", "key relationships"));
    }
    words.put("M6", List.of("meeting", "meetings"));
    for (String items : List.of("M7", "M8", "M10")) {
      words.put(items, List.of("item", "items"));
    }
    words.put("M9", List.of("topic", "topics"));
    words.put("M11", List.of("seat", "seats"));
    words.put("M12", List.of("attendance", "attendances"));
    words.put("M13", List.of("promise", "promises"));
    words.put("M15", List.of("partner", "partners"));
    words.put("M16", List.of("joint group", "joint groups"));
    return words;
  }

  private static Map<String, String> why() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("GRANTED", "Agreed");
    words.put("CONDITIONAL", "Agreed on conditions");
    words.put("DECLINED", "Said no");
    words.put("NOT_ANSWERED", "Not answered or not asked");
    words.put("IN_TOUCH", "A talk of both sides in the last 90 days");
    words.put("NOT_IN_TOUCH", "No talk of both sides in the last 90 days");
    words.put("NOBODY_HOLDS_IT", "Nobody holds it");
    words.put("STRONG", "Strong");
    words.put("SOME", "Something seen, not strong");
    words.put("NONE", "No change");
    words.put("UNKNOWN", "Nobody knows");
    words.put("UP_TO_60", "In the last 60 days");
    words.put("UP_TO_120", "61 to 120 days ago");
    words.put("LONGER", "More than 120 days ago");
    words.put("NEVER", "Never written down");
    words.put("ONE_PERSON", "Hangs on one person");
    words.put("SEVERAL_PEOPLE", "More than one person holds it");
    words.put("RECORDED", "Who was there is written down");
    words.put("NOT_RECORDED", "Nobody wrote down who was there");
    words.put("CHANGED", "Changed because of us");
    words.put("PARTLY", "Partly changed");
    words.put("UNCONFIRMED", "Said to be changed, not confirmed yet");
    words.put("DISPUTED", "In dispute, not counted until settled");
    words.put("ALREADY_ALIGNED", "Already agreed before");
    words.put("ADVERSE", "Against us");
    words.put("NOT_ASSESSED", "Not assessed yet");
    words.put("NOT_RELEVANT", "Not about general practice");
    words.put("NOT_THERE", "Nobody of us was there for it");
    words.put("PRE_ALIGNED", "Agreed with a partner before");
    words.put("COLD", "Came without that");
    words.put("CONTRADICTED", "Two bodies of ours say the opposite");
    words.put("SAID", "Nobody of ours says the opposite");
    words.put("TOLD_IN_TIME", "Practices heard in time");
    words.put("NOT_IN_TIME", "Practices did not hear in time");
    words.put("NOT_YET_DUE", "Not due yet");
    words.put("NO_DAYS_SET", "The mandate sets no days");
    words.put("NOBODY_NAMED", "Empty: nobody is named for it");
    words.put("NOBODY_CAME", "Empty: nobody came to the last 3 meetings");
    words.put("TOO_FEW_MEETINGS", "Too little is recorded to tell");
    words.put("SOMEBODY_CAME", "Somebody came");
    words.put("HOURS_KNOWN", "Time in the meeting");
    words.put("HOURS_NOT_KNOWN", "Its hours are not known");
    words.put("KEPT", "Kept");
    words.put("NOT_KEPT", "Not kept");
    words.put("NOT_SAID", "Nobody has said yet");
    words.put("SOMEBODY_KEEPS_IN_TOUCH", "Somebody keeps in touch outside of meetings");
    words.put("NOBODY_KEEPS_IN_TOUCH", "Nobody keeps in touch outside of meetings");
    words.put("NOTHING_MISSING", "Nothing is missing");
    words.put("PEOPLE_MISSING", "Not the people it needs");
    words.put("NO_MANDATE", "No mandate in force behind our half");
    words.put("NO_LEADERSHIP_GROUP", "Our half sits for no leadership group of the place");
    words.put("LATE_ISSUES", "Something is past its day");
    return words;
  }
}
