package uk.onevoice.projection.matrix;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import uk.onevoice.projection.matrix.Matrix.Base;

/** What the whole of general practice comes to at a forum, in words. */
final class Verdict {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

  private Verdict() {}

  static String of(Step step, Base base, int seats) {
    return switch (step) {
      case NO_SEAT -> noSeat(base);
      case VACANT -> vacant(base, seats);
      case NOT_RECORDED ->
          base.meetings() == 0
              ? "Somebody sits there, and no meeting is known"
              : "Somebody sits there, nothing is written down";
      case ATTENDED ->
          "In the room, "
              + (base.mandateRanOut() == null ? "no mandate" : "mandate ran out")
              + ", "
              + nothing(base);
      case MANDATED -> "Mandated, but no position put";
      case POSITION -> mandate(base) + ", position put, " + nothing(base);
      case CHANGED ->
          (base.mandated() == 0 ? "Represented, no mandate" : "Represented, mandated")
              + ", changed "
              + base.changed()
              + " of "
              + count(base.assessed(), "outcome");
    };
  }

  private static String mandate(Base base) {
    return base.mandated() == 0
        ? "No mandate"
        : base.mandateRanOut() == null ? "Mandated" : "Mandate ran out";
  }

  private static String nothing(Base base) {
    return base.assessed() == 0 ? "no outcome assessed yet" : "nothing changed yet";
  }

  private static String noSeat(Base base) {
    if (base.decided() > 0) {
      return "No seat, but it decided " + count(base.decided(), "item");
    }
    return base.meetings() == 0
        ? "No seat, and no meeting is known"
        : "No seat, and it met " + (base.meetings() == 1 ? "once" : base.meetings() + " times");
  }

  private static String vacant(Base base, int seats) {
    LocalDate since = base.emptySince();
    if (since == null) {
      return "Nobody came to any of " + count(base.meetings() - base.unrecorded(), "meeting");
    }
    return (seats == 1 ? "Our seat is empty since " : "Our " + seats + " seats are empty since ")
        + DAY.format(since);
  }

  static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  static String day(LocalDate day) {
    return DAY.format(day);
  }
}
