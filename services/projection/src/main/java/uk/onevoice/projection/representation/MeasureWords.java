package uk.onevoice.projection.representation;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.projection.representation.Commitments.Side;
import uk.onevoice.projection.representation.Spread.Carried;

/** A measure in the words of a board paper: its figure, what it counts, and what is behind it. */
final class MeasureWords {
  private static final int MINUTES = 60;

  private MeasureWords() {}

  /** The figure alone; what is not told or not there is said to be so, and is never 0. */
  static String figure(@Nullable Measure measure) {
    if (measure == null) {
      return "Not there yet";
    }
    if (!measure.available()) {
      return "Not measured";
    }
    if (measure.withheld()) {
      return "Withheld";
    }
    return switch (measure.detail()) {
      case Commitments commitments ->
          commitments.promises().stream().map(MeasureWords::side).collect(Collectors.joining("; "));
      case Load _ -> none(measure) ? "None recorded" : hours(zero(measure.numerator())) + " a week";
      case Spread _ ->
          none(measure)
              ? "None recorded"
              : count(zero(measure.numerator()), "person", "people")
                  + " at "
                  + count(zero(measure.denominator()), "meeting", "meetings");
      case null, default ->
          none(measure)
              ? "None recorded"
              : number(zero(measure.numerator())) + " of " + number(zero(measure.denominator()));
    };
  }

  private static boolean none(Measure measure) {
    return zero(measure.denominator()) == 0;
  }

  private static String side(Side side) {
    String whose = side.side().equals("OURS") ? "Ours " : "theirs ";
    return whose
        + (side.due() == null
            ? "too few"
            : number(zero(side.kept())) + " of " + number(side.due()));
  }

  /** What is counted, and what is known beside it. */
  static String words(String key, Measure measure) {
    if (measure.reason() != null) {
      return measure.reason();
    }
    return Stream.of(counted(key), none(measure) ? "" : beside(measure), unknown(key, measure))
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String counted(String key) {
    return switch (key) {
      case "M2" -> "Key relationships with a talk of both sides in 90 days.";
      case "M3" -> "Key relationships that are strong.";
      case "M4" -> "Key relationships with a talk of both sides in 60 days.";
      case "M5" -> "Key relationships that hang on one person, of those kept up.";
      case "M6" -> "People of general practice who go, in a year.";
      case "M7" -> "Outcomes that general practice changed in a year, of those assessed.";
      case "M8" -> "Items agreed with a partner before the meeting, in a year.";
      case "M9" -> "Topics on which bodies of general practice contradict each other in public.";
      case "M10" -> "Items of which practices heard in time what came of them.";
      case "M11" -> "Seats of general practice that are empty.";
      case "M12" -> "Time that meetings took of general practice, over 28 days.";
      case "M13" -> "Promises kept that were due within a year.";
      case "M14" -> "Asks of practices acted on, of those due within a year.";
      case "M15" -> "Partners at meetings with whom somebody keeps in touch outside of them.";
      case "M16" ->
          "Joint groups with the people, mandate and leadership group they need, and nothing late.";
      default -> throw new IllegalArgumentException(key);
    };
  }

  private static String beside(Measure measure) {
    return switch (measure.detail()) {
      case Strength strength ->
          strength.strengths().stream()
              .filter(one -> one.strength().equals("SOME") || one.strength().equals("NONE"))
              .map(one ->
                  (one.strength().equals("SOME") ? "Something shown: " : "nothing: ")
                      + number(one.slots()))
              .collect(Collectors.joining(", ", "", "."));
      case Staleness staleness ->
          staleness.medianDaysSince() == null
              ? ""
              : "Half of them within " + count(staleness.medianDaysSince(), "day", "days") + ".";
      case SinglePoints single ->
          single.largestLoad() == null
              ? ""
              : "Most on one person: " + number(single.largestLoad()) + ".";
      case Spread spread ->
          spread.spread().stream()
              .filter(one -> one.seriesId() == null)
              .map(Carried::effectivePeople)
              .filter(Objects::nonNull)
              .findFirst()
              .map(people -> "As if " + decimal(people) + " had shared it equally.")
              .orElse("");
      case Influence influence ->
          influence.influenced() == null
              ? ""
              : influence.influenced().percent()
                  + "%, likely range "
                  + influence.influenced().low()
                  + "% to "
                  + influence.influenced().high()
                  + "%.";
      case Contradictions contradictions ->
          contradictions.oldestDays() == null
              ? ""
              : "The oldest for " + count(contradictions.oldestDays(), "day", "days") + ".";
      case LoopClosure loop ->
          loop.overdueActions() == 0
              ? ""
              : "Actions past their day: " + number(loop.overdueActions()) + ".";
      case Load load ->
          "People: "
              + number(zero(measure.denominator()))
              + "."
              + (load.overFunded() == null
                  ? ""
                  : " Over what they are given: " + number(load.overFunded()) + ".");
      case null, default -> "";
    };
  }

  private static String unknown(String key, Measure measure) {
    int unknown = zero(measure.unknown());
    if (unknown == 0) {
      return "";
    }
    return switch (key) {
      case "M6" -> "Meetings of which nobody wrote down who came: " + number(unknown) + ".";
      case "M7" -> "Not assessed or disputed: " + number(unknown) + ".";
      case "M12" -> "Attendances without hours: " + number(unknown) + ".";
      default -> "Not known: " + number(unknown) + ".";
    };
  }

  /** In the middle of a sentence: as the list calls it, else in the words of its code. */
  static String topic(Coverage.Topic topic) {
    String label = topic.topicLabel();
    if (label == null) {
      return topic.topic().replace('-', ' ');
    }
    boolean abbreviated = label.length() > 1 && !Character.isLowerCase(label.charAt(1));
    return abbreviated ? label : Character.toLowerCase(label.charAt(0)) + label.substring(1);
  }

  static String number(long number) {
    return String.format(Locale.UK, "%,d", number);
  }

  static String count(long count, String one, String many) {
    return number(count) + " " + (count == 1 ? one : many);
  }

  static String list(List<String> parts) {
    return parts.size() < 2
        ? String.join("", parts)
        : String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
  }

  static String sentence(String words) {
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static String hours(int minutes) {
    int hours = minutes / MINUTES;
    int rest = minutes % MINUTES;
    return hours == 0
        ? count(rest, "minute", "minutes")
        : count(hours, "hour", "hours") + (rest == 0 ? "" : " " + rest + " min");
  }

  private static String decimal(double number) {
    String words = String.valueOf(number);
    return words.endsWith(".0") ? words.substring(0, words.length() - 2) : words;
  }

  private static int zero(@Nullable Integer number) {
    return number == null ? 0 : number;
  }
}
