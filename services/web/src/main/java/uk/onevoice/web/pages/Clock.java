package uk.onevoice.web.pages;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Diary.Hours;
import uk.onevoice.web.ui.Form;

/** Times of day as people type and read them: 2pm and 9:30am, and 14:00 for the APIs. */
final class Clock {
  private static final Pattern TYPED =
      Pattern.compile("(\\d{1,2})(?:[:.](\\d{2}))?\\s*(am|pm|a\\.m\\.|p\\.m\\.)?");
  private static final int NOON = 12;

  private Clock() {}

  /** 2pm, 2.30 pm and 14:00 are understood; a bare 2 is not, it could be either half. */
  static Optional<String> read(String typed) {
    String text = typed.strip().toLowerCase(Locale.UK);
    if (text.equals("noon") || text.equals("midday")) {
      return Optional.of("12:00");
    }
    Matcher parts = TYPED.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int hour = Integer.parseInt(parts.group(1));
    int minute = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
    @Nullable String half = parts.group(3);
    if (half == null) {
      if (parts.group(2) == null) {
        return Optional.empty();
      }
    } else if (hour < 1 || hour > NOON) {
      return Optional.empty();
    } else {
      hour = hour % NOON + (half.startsWith("p") ? NOON : 0);
    }
    return hour < 24 && minute < 60
        ? Optional.of(String.format(Locale.UK, "%02d:%02d", hour, minute))
        : Optional.empty();
  }

  /** 14:00 is written 2pm, 09:30 is written 9:30am. */
  static String words(String time) {
    int hour = Integer.parseInt(time.substring(0, 2));
    String minute = time.substring(3);
    int shown = hour % NOON == 0 ? NOON : hour % NOON;
    return shown + (minute.equals("00") ? "" : ":" + minute) + (hour < NOON ? "am" : "pm");
  }

  /** 2pm to 4pm; empty where they are not known. */
  static String words(@Nullable Hours hours) {
    return hours == null ? "" : words(hours.start()) + " to " + words(hours.end());
  }

  /** The same behind a day. */
  static String after(@Nullable Hours hours) {
    return hours == null ? "" : ", " + words(hours);
  }

  /** Both times of a form; each that is missing or not understood is noted. */
  static Optional<Hours> hours(Form form) {
    Optional<String> start = time(form, "starts", "Write when it starts");
    Optional<String> end = time(form, "ends", "Write when it ends");
    if (start.isEmpty() || end.isEmpty()) {
      return Optional.empty();
    }
    if (start.get().compareTo(end.get()) >= 0) {
      form.refuse("ends", "It has to end after it starts");
      return Optional.empty();
    }
    return Optional.of(new Hours(start.get(), end.get()));
  }

  /** The same where both may be left empty. */
  static Optional<Hours> optionalHours(Form form) {
    return form.value("starts").isEmpty() && form.value("ends").isEmpty()
        ? Optional.empty()
        : hours(form);
  }

  private static Optional<String> time(Form form, String name, String whatToDo) {
    Optional<String> typed = form.required(name, whatToDo);
    Optional<String> read = typed.flatMap(Clock::read);
    if (typed.isPresent() && read.isEmpty()) {
      form.refuse(name, "Write a time like 2pm or 9:30am");
    }
    return read;
  }
}
