package uk.onevoice.web.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Words;

/**
 * The day a page speaks of. It stands in the address, so that a page can be sent on; without one it
 * is today.
 *
 * @param footprint the area that an ICS is told with, as the API calls it; null for that of the day
 */
record AsOf(@Nullable String asked, @Nullable String footprint) {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final int QUARTERS = 8;
  private static final int MONTHS = 3;

  AsOf(@Nullable String asked) {
    this(asked, null);
  }

  static LocalDate today() {
    return LocalDate.now(LONDON);
  }

  /** When a day begins. */
  static Instant start(LocalDate day) {
    return day.atStartOfDay(LONDON).toInstant();
  }

  /** What to add to a path of the APIs or of a page; empty for today. */
  String query(String separator) {
    String day = asked == null || asked.isBlank() ? "" : separator + "asOf=" + Segment.of(asked);
    return footprint == null || footprint.isBlank()
        ? day
        : day + (day.isEmpty() ? separator : "&") + "footprint=" + Segment.of(footprint);
  }

  /** The same day, of an ICS with another area. */
  AsOf with(@Nullable String another) {
    return new AsOf(asked, another);
  }

  /** What a form that asks for another day has to keep. */
  List<Link> kept() {
    return footprint == null || footprint.isBlank()
        ? List.of()
        : List.of(new Link("footprint", footprint));
  }

  /** Today, the first day of this month, and of the quarters of the last two years. */
  static List<Choice> choices(LocalDate shown, LocalDate today) {
    List<LocalDate> days = new ArrayList<>();
    days.add(today.withDayOfMonth(1));
    LocalDate quarter =
        LocalDate.of(today.getYear(), (today.getMonthValue() - 1) / MONTHS * MONTHS + 1, 1);
    for (int i = 0; i < QUARTERS; i++) {
      days.add(quarter.minusMonths((long) i * MONTHS));
    }
    if (!shown.equals(today)) {
      days.add(shown);
    }
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("", Words.day(today) + " (today)"));
    days.stream()
        .distinct()
        .filter(day -> !day.equals(today))
        .sorted((one, other) -> other.compareTo(one))
        .forEach(day -> choices.add(new Choice(day.toString(), Words.day(day))));
    return choices;
  }

  /** The day that is asked for; what is no day is left to the APIs to refuse. */
  LocalDate day() {
    try {
      return asked == null || asked.isBlank() ? today() : LocalDate.parse(asked);
    } catch (DateTimeParseException notADay) {
      return today();
    }
  }

  /** Whether an earlier day was asked for and is shown. */
  boolean past(LocalDate shown) {
    return asked != null && !asked.isBlank() && shown.isBefore(today());
  }

  String value(LocalDate shown) {
    return asked == null || asked.isBlank() ? "" : shown.toString();
  }
}
