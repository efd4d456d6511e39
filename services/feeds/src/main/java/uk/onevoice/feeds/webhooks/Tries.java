package uk.onevoice.feeds.webhooks;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows on a try: the table of the Standard Webhooks specification. Ten tries in somewhat
 * more than three days; then it is held.
 */
final class Tries {
  private static final List<Duration> DELAYS =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(24));

  private static final int GONE = 410;
  private static final int TOO_MANY = 429;
  private static final int BAD_GATEWAY = 502;
  private static final int UNAVAILABLE = 503;
  private static final int GATEWAY_TIMEOUT = 504;

  /**
   * At most so much of a delay is added to it, so that what failed together does not come back so.
   */
  private static final double JITTER = 0.1;

  /** Nobody puts us off for longer. */
  private static final Duration LONGEST = Duration.ofHours(24);

  /** For so long the other subjects of a subscriber are left alone who cannot be reached. */
  private static final Duration REST = Duration.ofMinutes(1);

  private Tries() {}

  /** What follows. */
  sealed interface Next {
    /** It was taken. */
    record Taken() implements Next {}

    /** Nobody wants to be rung there any more. */
    record Gone() implements Next {}

    /**
     * It is tried again.
     *
     * @param rest for so long nothing else is sent there; zero where only this was not taken
     */
    record Again(Instant at, Duration rest) implements Next {}

    /** It is held until somebody asks for it. */
    record Held(Duration rest) implements Next {}
  }

  /**
   * @param before how often it was tried before
   * @param dice from 0 up to, and not, 1
   */
  static Next next(int before, Answer answer, Instant now, double dice) {
    if (answer.isTaken()) {
      return new Next.Taken();
    }
    if (answer.status() != null && answer.status() == GONE) {
      return new Next.Gone();
    }
    Duration asked = retryAfter(answer.retryAfter(), now);
    if (before >= DELAYS.size()) {
      return new Next.Held(rest(answer, asked, REST));
    }
    Duration delay = DELAYS.get(before);
    Duration longer = delay.compareTo(asked) < 0 ? asked : delay;
    Duration spread = longer.plusMillis((long) (longer.toMillis() * JITTER * dice));
    return new Next.Again(now.plus(spread), rest(answer, asked, delay));
  }

  /** Who was not reached, or has too much to do, is not asked for something else at once. */
  private static Duration rest(Answer answer, Duration asked, Duration delay) {
    Integer status = answer.status();
    boolean busy =
        status == null
            || status == TOO_MANY
            || status == BAD_GATEWAY
            || status == UNAVAILABLE
            || status == GATEWAY_TIMEOUT;
    if (!busy) {
      return Duration.ZERO;
    }
    Duration rest = delay.compareTo(REST) < 0 ? delay : REST;
    return rest.compareTo(asked) < 0 ? asked : rest;
  }

  /** In seconds or as a date (RFC 9110); zero where it says nothing that can be read. */
  private static Duration retryAfter(@Nullable String asked, Instant now) {
    if (asked == null) {
      return Duration.ZERO;
    }
    Duration told;
    if (asked.matches("[0-9]{1,9}")) {
      told = Duration.ofSeconds(Long.parseLong(asked));
    } else {
      try {
        told =
            Duration.between(
                now, ZonedDateTime.parse(asked, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
      } catch (DateTimeException unreadable) {
        return Duration.ZERO;
      }
    }
    if (told.isNegative()) {
      return Duration.ZERO;
    }
    return told.compareTo(LONGEST) < 0 ? told : LONGEST;
  }
}
