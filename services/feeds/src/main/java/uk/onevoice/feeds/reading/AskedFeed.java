package uk.onevoice.feeds.reading;

import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.onevoice.feeds.log.FeedType;
import uk.onevoice.feeds.log.Filter;
import uk.onevoice.service.problem.Problem;

/** What a reader asks the feed for; what cannot be read is a problem that says where. */
public final class AskedFeed {
  private static final int DEFAULT_LIMIT = 100;
  private static final int MOST = 1_000;
  private static final int LONGEST_WAIT = 30;

  /** Java reads further ones, for which the database has no room. */
  private static final String FOUR_DIGITS_OF_A_YEAR = "[0-9]{4}-.*";

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,120}");

  @QueryParam("after")
  @Nullable String after;

  @QueryParam("from")
  @Nullable String from;

  @QueryParam("types")
  @Nullable String types;

  @QueryParam("subject")
  @Nullable String subject;

  @QueryParam("place")
  @Nullable String place;

  @QueryParam("topic")
  @Nullable String topic;

  @QueryParam("sandbox")
  @Nullable String sandbox;

  @QueryParam("limit")
  @Nullable String limit;

  @QueryParam("wait")
  @Nullable String wait;

  /** The cursor of the batch before; null to begin with {@link #from} or at the beginning. */
  @Nullable String after() {
    if (after != null && from != null) {
      throw Problem.invalid("query:from", "goes without after").exception();
    }
    return after;
  }

  /** Since when; null for the oldest that is kept. */
  @Nullable Instant from() {
    if (from == null) {
      return null;
    }
    try {
      if (from.matches(FOUR_DIGITS_OF_A_YEAR)) {
        return OffsetDateTime.parse(from).toInstant();
      }
    } catch (DateTimeParseException malformed) {
      // As any other that is no time.
    }
    throw Problem.invalid("query:from", "must be a time such as 2026-11-26T09:30:00Z").exception();
  }

  Filter filter() {
    return new Filter(types(), id("subject", subject), id("place", place), id("topic", topic));
  }

  /** Whether what the caller has made to try things out is asked for, and nothing else. */
  boolean isSandbox() {
    if (sandbox == null || sandbox.equals("false")) {
      return false;
    }
    if (!sandbox.equals("true")) {
      throw Problem.invalid("query:sandbox", "must be true or false").exception();
    }
    return true;
  }

  /** At most so many events. */
  int limit() {
    return number("limit", limit, 1, MOST, DEFAULT_LIMIT);
  }

  /** How long to wait for the first one. */
  Duration patience() {
    return Duration.ofSeconds(number("wait", wait, 0, LONGEST_WAIT, 0));
  }

  /** The address of what comes behind this cursor, asked for in the same way. */
  String next(String cursor) {
    var address = new StringBuilder("/v1/feed/events?after=").append(cursor);
    add(address, "types", types);
    add(address, "subject", subject);
    add(address, "place", place);
    add(address, "topic", topic);
    add(address, "sandbox", sandbox);
    add(address, "limit", limit);
    add(address, "wait", wait);
    return address.toString();
  }

  private static void add(StringBuilder address, String name, @Nullable String value) {
    if (value != null) {
      address
          .append('&')
          .append(name)
          .append('=')
          .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }

  private SortedSet<String> types() {
    SortedSet<String> asked = new TreeSet<>();
    if (types != null) {
      asked.addAll(Arrays.asList(types.split(",", -1)));
      if (!FeedType.askable().containsAll(asked)) {
        throw Problem.invalid("query:types", "must be types of /v1/feed/types, with commas between")
            .exception();
      }
    }
    return asked;
  }

  private static @Nullable String id(String name, @Nullable String value) {
    if (value != null && !ID.matcher(value).matches()) {
      throw Problem.invalid("query:" + name, "must be an id").exception();
    }
    return value;
  }

  private static int number(
      String name, @Nullable String value, int least, int most, int byDefault) {
    if (value == null) {
      return byDefault;
    }
    if (!value.matches("[0-9]{1,4}")
        || Integer.parseInt(value) < least
        || Integer.parseInt(value) > most) {
      throw Problem.invalid("query:" + name, "must be " + least + " to " + most).exception();
    }
    return Integer.parseInt(value);
  }
}
