package uk.onevoice.messaging;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Reads instants as {@link Instant#toString} writes them, many times as quickly as a parser that
 * takes all that ISO 8601 allows: each event has two.
 */
final class Instants {
  /** 2026-04-01T12:00:00, and where its fraction begins. */
  private static final int SECONDS = 19;

  private static final int LONGEST_FRACTION = 9;

  private Instants() {}

  /**
   * The instant; null for a text that is written otherwise, which may be an instant all the same.
   */
  static @Nullable Instant usual(String text) {
    int end = text.length() - 1;
    if (end < SECONDS
        || text.charAt(4) != '-'
        || text.charAt(7) != '-'
        || text.charAt(10) != 'T'
        || text.charAt(13) != ':'
        || text.charAt(16) != ':'
        || text.charAt(end) != 'Z') {
      return null;
    }
    int year = number(text, 0, 4);
    int month = number(text, 5, 7);
    int day = number(text, 8, 10);
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    int second = number(text, 17, SECONDS);
    int nanos = end == SECONDS ? 0 : nanos(text, end);
    if (year < 0
        || month < 1
        || month > 12
        || day < 1
        || day > 28 && day > lastOf(year, month)
        || hour < 0
        || hour > 23
        || minute < 0
        || minute > 59
        || second < 0
        || second > 59
        || nanos < 0) {
      return null;
    }
    long days = LocalDate.of(year, month, day).toEpochDay();
    return Instant.ofEpochSecond(days * 86_400 + hour * 3_600L + minute * 60L + second, nanos);
  }

  private static int lastOf(int year, int month) {
    return LocalDate.of(year, month, 1).lengthOfMonth();
  }

  private static int nanos(String text, int end) {
    int digits = end - SECONDS - 1;
    if (text.charAt(SECONDS) != '.' || digits < 1 || digits > LONGEST_FRACTION) {
      return -1;
    }
    int fraction = number(text, SECONDS + 1, end);
    for (int i = digits; i < LONGEST_FRACTION; i++) {
      fraction *= 10;
    }
    return fraction;
  }

  /** -1 where something else than a digit is among them. */
  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
