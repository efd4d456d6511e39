package uk.onevoice.web.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Representation.AgreedBeforehand;
import uk.onevoice.web.api.Representation.AttendingPartner;
import uk.onevoice.web.api.Representation.Carried;
import uk.onevoice.web.api.Representation.Measure;
import uk.onevoice.web.api.Representation.SeatUse;
import uk.onevoice.web.api.Representation.Share;
import uk.onevoice.web.ui.Words;

/**
 * Who of general practice goes to meetings and what practices hear of them, in one passage for each
 * measure. What is withheld is not spoken of; what is not known is said to be so.
 */
public final class MeetingMeasures {
  private static final int MINUTES = 60;

  private MeetingMeasures() {}

  /** What one measure says, by its key, and a few words to find it by. */
  public record Passage(String key, String about, String words) {}

  static List<Passage> passages(Map<String, Measure> measures, UnaryOperator<String> names) {
    List<Passage> passages = new ArrayList<>();
    add(passages, "M6", "Who goes", measures, MeetingMeasures::whoGoes);
    add(passages, "M11", "Seats", measures, MeetingMeasures::seats);
    add(passages, "M8", "Agreed before", measures, MeetingMeasures::beforehand);
    add(passages, "M10", "What practices hear", measures, MeetingMeasures::heard);
    add(passages, "M15", "Partners there", measures, measure -> partners(measure, names));
    add(passages, "M12", "Time it takes", measures, MeetingMeasures::time);
    return passages;
  }

  private static void add(
      List<Passage> passages,
      String key,
      String about,
      Map<String, Measure> measures,
      Function<Measure, String> words) {
    @Nullable Measure measure = measures.get(key);
    if (measure != null
        && measure.available()
        && !measure.withheld()
        && measure.numerator() != null) {
      passages.add(new Passage(key, about, words.apply(measure)));
    }
  }

  /** M6. Nothing is said of how the work is spread below four meetings. */
  static String whoGoes(Measure m6) {
    Optional<Carried> all =
        list(m6.spread()).stream().filter(one -> one.seriesId() == null).findFirst();
    if (all.isEmpty() || all.get().meetings() == 0) {
      int unrecorded = orZero(m6.unknown());
      return "It is written down of no meeting of the last year who of general practice was there"
          + (unrecorded == 0
              ? "."
              : "; of " + Words.count(unrecorded, "meeting", "meetings") + " nobody knows.");
    }
    Carried carried = all.get();
    String unrecorded =
        carried.unrecorded() == 0
            ? ""
            : " Of "
                + Words.count(carried.unrecorded(), "more meeting", "more meetings")
                + " nobody wrote down who was there.";
    if (carried.effectivePeople() == null) {
      return "Too few meetings of the last year say who was there to tell how many people carry"
          + " them: "
          + Words.number(carried.meetings())
          + ", and it takes 4."
          + unrecorded;
    }
    return Words.count(carried.people(), "person", "people")
        + " of general practice went to "
        + Words.count(carried.meetings(), "meeting", "meetings")
        + " of the last year, "
        + Words.count(carried.attendances(), "time", "times")
        + " in all. "
        + shared(carried)
        + percent(
            " When one meeting followed another, somebody came again in ",
            carried.continuityPercent(),
            " of cases.")
        + percent(" Stand-ins came in ", carried.substitutesPercent(), " of those times.")
        + unrecorded;
  }

  /** How evenly it is spread, without the word for it. */
  private static String shared(Carried carried) {
    if (carried.people() == 1) {
      return "One person carries all of it.";
    }
    return percent("Whoever went most did ", carried.leadPercent(), " of that. ")
        + "It is spread as it would be if "
        + decimal(carried.effectivePeople())
        + " people had gone equally often.";
  }

  /** M8. */
  static String beforehand(Measure m8) {
    int items = orZero(m8.denominator());
    if (items == 0) {
      return "No item of the last year that general practice was there for can be looked at for what was agreed before.";
    }
    int unknown = orZero(m8.unknown());
    int agreed = orZero(m8.numerator());
    return Words.number(agreed)
        + " of "
        + Words.count(items, "item", "items")
        + (agreed == 1 ? " was" : " were")
        + " agreed with a partner before the meeting; "
        + Words.number(items - agreed - unknown)
        + " came without that"
        + (unknown == 0 ? "." : ", and of " + Words.number(unknown) + " nobody knows.")
        + compared(m8);
  }

  /** Only where the measure gives both; neither is the cause of the other. */
  private static String compared(Measure m8) {
    Share agreed = share(m8, "PRE_ALIGNED");
    Share cold = share(m8, "COLD");
    return agreed == null || cold == null
        ? ""
        : " Of the assessed outcomes, "
            + outOf(agreed)
            + " changed where it was agreed before, and "
            + outOf(cold)
            + " where it was not. The two go together; that does not prove that one brings the other.";
  }

  private static @Nullable Share share(Measure m8, String kind) {
    return list(m8.beforehand()).stream()
        .filter(one -> one.kind().equals(kind))
        .findFirst()
        .map(AgreedBeforehand::influenced)
        .orElse(null);
  }

  private static String outOf(Share share) {
    return Words.number(share.numerator()) + " of " + Words.number(share.denominator());
  }

  /** M10. */
  static String heard(Measure m10) {
    int due = orZero(m10.denominator());
    int inTime = orZero(m10.numerator());
    int told = orZero(m10.practicesTold());
    int late = orZero(m10.overdueActions());
    StringBuilder words = new StringBuilder();
    if (due == 0) {
      words.append("No item is due yet on which practices have to hear what came of it.");
    } else {
      words
          .append("Practices heard in time what came of ")
          .append(Words.number(inTime))
          .append(" of ")
          .append(Words.count(due, "item", "items"))
          .append(" on which they had to.");
    }
    if (orZero(m10.notYetDue()) > 0) {
      words
          .append(" ")
          .append(Words.count(orZero(m10.notYetDue()), "more is", "more are"))
          .append(" not due yet.");
    }
    if (m10.medianDays() != null) {
      words.append(
          m10.medianDays() == 0
              ? " Half of the time it was on the day of the meeting."
              : " Half of the time it took at most "
                  + Words.count(m10.medianDays(), "day", "days")
                  + " after the meeting.");
    }
    if (told > 0) {
      words
          .append(" Over all notes, ")
          .append(Words.number(orZero(m10.practicesRead())))
          .append(" of ")
          .append(Words.count(told, "practice", "practices"))
          .append(" told ")
          .append(orZero(m10.practicesRead()) == 1 ? "has" : "have")
          .append(" read theirs.");
    }
    return words
        .append(
            late == 0
                ? " Nothing that was agreed to be done is past its day."
                : " "
                    + Words.count(
                        late,
                        "thing that was agreed to be done is past its day.",
                        "things that were agreed to be done are past their day."))
        .toString();
  }

  /** M11. */
  static String seats(Measure m11) {
    int all = orZero(m11.denominator());
    if (all == 0) {
      return "No seat of general practice is written down at any meeting.";
    }
    int empty = orZero(m11.numerator());
    int unknown = orZero(m11.unknown());
    List<String> which =
        list(m11.seats()).stream().filter(SeatUse::empty).map(MeetingMeasures::seat).toList();
    return Words.number(empty)
        + " of "
        + Words.count(all, "seat", "seats")
        + " of general practice"
        + (empty == 1 ? " is" : " are")
        + " empty"
        + (which.isEmpty() ? "." : ": " + Words.list(which) + ".")
        + (unknown == 0
            ? ""
            : " Of "
                + Words.number(unknown)
                + " more nobody can tell yet: too little is recorded.");
  }

  private static String seat(SeatUse seat) {
    return seat.label()
        + " at "
        + seat.forum()
        + (seat.nominated()
            ? " (nobody came to the last 3 meetings)"
            : " (nobody is named for it)");
  }

  /** M12. Of nobody by name. */
  static String time(Measure m12) {
    int people = orZero(m12.denominator());
    int unknown = orZero(m12.unknown());
    String without =
        unknown == 0
            ? ""
            : " For "
                + Words.count(unknown, "attendance", "attendances")
                + " no hours are known, and "
                + (unknown == 1 ? "it is" : "they are")
                + " not counted.";
    // What nobody wrote down is not no time.
    if (people == 0 || (orZero(m12.numerator()) == 0 && unknown > 0)) {
      return "Of the last 28 days no hours in meetings are known of anybody." + without;
    }
    int more = orZero(m12.overFunded());
    int notKnown = orZero(m12.withoutSessions());
    return "In the last 28 days meetings took "
        + hours(orZero(m12.numerator()))
        + " a week of "
        + Words.count(people, "person", "people")
        + (people == 1 ? "." : " together.")
        + " For "
        + Words.number(more)
        + " of "
        + Words.number(people)
        + " it is more than their roles give them time for."
        + (notKnown == 0
            ? ""
            : " Of " + Words.number(notKnown) + " nobody knows what time they are given.")
        + without;
  }

  private static String hours(int minutes) {
    int hours = minutes / MINUTES;
    int rest = minutes % MINUTES;
    String minutesWords = Words.count(rest, "minute", "minutes");
    if (hours == 0) {
      return minutesWords;
    }
    return Words.count(hours, "hour", "hours") + (rest == 0 ? "" : " " + minutesWords);
  }

  /** M15. */
  static String partners(Measure m15, UnaryOperator<String> names) {
    int all = orZero(m15.denominator());
    if (all == 0) {
      return "It is written down of no partner organisation that it was at a meeting of the last year.";
    }
    List<String> without =
        list(m15.attendingPartners()).stream()
            .filter(one -> !one.held())
            .map(one -> name(one, names))
            .toList();
    return "Somebody of general practice keeps in touch, outside of meetings, with "
        + Words.number(orZero(m15.numerator()))
        + " of "
        + Words.count(all, "partner organisation", "partner organisations")
        + " that "
        + (all == 1 ? "was" : "were")
        + " at meetings of the last year."
        + (without.isEmpty() ? "" : " Nobody does with " + Words.list(without) + ".");
  }

  private static String name(AttendingPartner one, UnaryOperator<String> names) {
    return one.organisationName() == null
        ? names.apply(one.organisationId())
        : one.organisationName();
  }

  private static String percent(String before, @Nullable Integer percent, String after) {
    return percent == null ? "" : before + percent + "%" + after;
  }

  /** 2.4, and 3 for 3.0. */
  private static String decimal(@Nullable Double number) {
    String words = String.valueOf(number);
    return words.endsWith(".0") ? words.substring(0, words.length() - 2) : words;
  }

  private static int orZero(@Nullable Integer number) {
    return number == null ? 0 : number;
  }

  private static <T> List<T> list(@Nullable List<T> items) {
    return items == null ? List.of() : items;
  }
}
