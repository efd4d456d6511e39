package uk.onevoice.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.ui.Words;

/** How far the views that a page shows are up to date: the one that is furthest behind. */
@Named("upToDate")
@RequestScoped
public class UpToDate {
  private static final String HEADER = "X-Up-To-Date-To";
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  /** Until then nobody need be told: views are seconds behind what is recorded. */
  private static final Duration USUAL = Duration.ofMinutes(1);

  private @Nullable Instant until;

  /** What is no view says nothing. */
  void hear(HttpResponse<?> answer) {
    try {
      answer.headers().firstValue(HEADER).map(Instant::parse).ifPresent(this::hear);
    } catch (DateTimeException notAMoment) {
      // Then the page says nothing of it.
    }
  }

  private void hear(Instant moment) {
    if (until == null || moment.isBefore(until)) {
      until = moment;
    }
  }

  /** Up to date to 10:42am; empty where no view was asked. */
  public String words() {
    return until == null ? "" : words(until, Instant.now());
  }

  /** What to know of a page that is behind; empty where it is not. */
  public String behind() {
    return until == null ? "" : behind(until, Instant.now());
  }

  static String words(Instant until, Instant now) {
    return "Up to date to " + time(until, now) + ".";
  }

  static String behind(Instant until, Instant now) {
    return until.plus(USUAL).isBefore(now)
        ? "This page is behind. What was written down after "
            + time(until, now)
            + " is not in it yet. Nothing is lost: look again later."
        : "";
  }

  private static String time(Instant until, Instant now) {
    String time = Words.time(until);
    return LocalDate.ofInstant(until, LONDON).equals(LocalDate.ofInstant(now, LONDON))
        ? time.substring(0, time.indexOf(" on "))
        : time;
  }
}
