package uk.onevoice.web.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Representation.Measure;
import uk.onevoice.web.api.Representation.Promises;
import uk.onevoice.web.api.Representation.Share;
import uk.onevoice.web.api.Representation.Topic;
import uk.onevoice.web.ui.Words;

/** The figure of a measure in a few words, for a table in which areas stand beside each other. */
final class IcsFigures {
  /** What one row of the table is about, by the key of its measure, in the order of the table. */
  static final Map<String, String> ROWS = rows();

  private static final int MINUTES = 60;
  private static final String NOT_SHOWN = "Not shown to you";

  private IcsFigures() {}

  /** Whether there is something to open: what one practice takes on (M14) stays with it. */
  static boolean opens(String key, @Nullable Measure measure) {
    return measure != null && measure.available() && !measure.withheld() && !key.equals("M14");
  }

  static String words(String key, @Nullable Measure measure) {
    if (measure == null || !measure.available()) {
      return "Not measured";
    }
    if (measure.withheld()) {
      return NOT_SHOWN;
    }
    int part = orZero(measure.numerator());
    int whole = orZero(measure.denominator());
    int unknown = orZero(measure.unknown());
    return switch (key) {
      case "M2" -> of(part, whole, "", "None set");
      case "M3" -> known(part, whole, unknown, " strong", "None set");
      case "M4" -> of(part, whole, " within 60 days", "None set");
      case "M5" -> of(part, whole, " rest on one person", "None in touch");
      case "M6" ->
          whole == 0
              ? "Not recorded"
              : Words.count(part, "person", "people")
                  + " at "
                  + Words.count(whole, "meeting", "meetings");
      case "M7" -> of(part, whole, range(measure.influenced()), "Not recorded");
      case "M8" -> known(part, whole, unknown, "", "Not recorded");
      case "M9" -> whole == 0 ? "Nothing said" : Words.count(part, "topic", "topics");
      case "M10" -> of(part, whole, " in time", "None due");
      case "M11" -> of(part, whole, " empty", "No seats known");
      case "M12" ->
          whole == 0 || (part == 0 && unknown > 0)
              ? "Not recorded"
              : Words.count(Math.round((float) part / MINUTES), "hour", "hours")
                  + " a week, "
                  + Words.count(whole, "person", "people");
      case "M13" -> promises(measure);
      case "M14" -> of(part, whole, "", "None due");
      case "M15" -> of(part, whole, "", "Not recorded");
      case "M16" -> of(part, whole, " whole", "None");
      default -> throw new IllegalArgumentException(key + " has no one figure");
    };
  }

  /** How many practices of an area agreed on a topic; nobody asked is not nobody agreed. */
  static String agreed(@Nullable Topic topic, @Nullable Measure coverage) {
    if (coverage == null || coverage.withheld()) {
      return NOT_SHOWN;
    }
    return topic == null ? "Not asked" : of(topic.numerator(), topic.denominator(), "", "Nobody");
  }

  static String patients(@Nullable Topic topic, @Nullable Measure coverage) {
    if (coverage == null || coverage.withheld()) {
      return NOT_SHOWN;
    }
    if (topic == null) {
      return "Not asked";
    }
    Integer percent = topic.patientsPercent() == null ? null : topic.patientsPercent().granted();
    return percent == null ? "Not shown or not known" : percent + "%";
  }

  static @Nullable Topic topic(@Nullable Measure coverage, Topic asked) {
    return coverage == null || coverage.topics() == null
        ? null
        : coverage.topics().stream()
            .filter(topic -> topic.topic().equals(asked.topic()))
            .filter(topic -> Objects.equals(topic.board(), asked.board()))
            .findFirst()
            .orElse(null);
  }

  static String name(Topic topic) {
    String about = uk.onevoice.web.ui.Topic.words(topic.topic(), topic.topicLabel());
    return Words.sentence(about) + (topic.board() == null ? "" : ", at " + topic.board());
  }

  private static String of(int part, int whole, String what, String none) {
    return whole == 0 ? none : Words.number(part) + " of " + Words.number(whole) + what;
  }

  /** What is not known is neither yes nor no. */
  private static String known(int part, int whole, int unknown, String what, String none) {
    if (whole > 0 && unknown == whole) {
      return "Not known of " + Words.number(whole);
    }
    return of(part, whole, what, none)
        + (unknown == 0 ? "" : ", " + Words.number(unknown) + " not known");
  }

  private static String range(@Nullable Share share) {
    return share == null ? "" : ", likely " + share.low() + "% to " + share.high() + "%";
  }

  private static String promises(Measure measure) {
    List<Promises> sides = measure.promises() == null ? List.of() : measure.promises();
    List<String> words = new ArrayList<>();
    for (Promises side : sides) {
      String whose = side.side().equals("OURS") ? "ours " : "theirs ";
      words.add(
          whose
              + (side.due() == null
                  ? "fewer than 5 due"
                  : Words.number(orZero(side.kept())) + " of " + Words.number(side.due())));
    }
    return words.isEmpty()
        ? "None due"
        : Words.sentence(words.stream().collect(Collectors.joining("; ")));
  }

  private static int orZero(@Nullable Integer number) {
    return number == null ? 0 : number;
  }

  private static Map<String, String> rows() {
    Map<String, String> rows = new LinkedHashMap<>();
    rows.put("M2", "Key relationships with a talk in the last 90 days");
    rows.put("M3", "Strong key relationships");
    rows.put("M4", "Key relationships with a talk in the last 60 days");
    rows.put("M5", "Key relationships that rest on one person");
    rows.put("M7", "Outcomes changed, of those assessed");
    rows.put("M8", "Items agreed with a partner beforehand");
    rows.put("M6", "People who go to meetings");
    rows.put("M11", "Empty seats");
    rows.put("M15", "Partners at meetings whom somebody knows");
    rows.put("M10", "Items that practices heard about in time");
    rows.put("M9", "Topics on which we contradict each other in public");
    rows.put("M13", "Promises kept");
    rows.put("M16", "Joint groups to which nothing is missing");
    rows.put("M14", "What practices were asked and did");
    rows.put("M12", "Time that meetings take");
    return rows;
  }
}
