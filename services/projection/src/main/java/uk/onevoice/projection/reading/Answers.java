package uk.onevoice.projection.reading;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.onevoice.security.Actor;

/**
 * Answers that were worked out, to be given again to whoever asks the same while nothing is heard
 * that may change them. Each replica keeps its own; that of all is in the question, since the token
 * comes from the database.
 */
@ApplicationScoped
class Answers {
  private static final long MOST_BYTES = 48L * 1024 * 1024;

  /**
   * All that an answer follows from.
   *
   * @param actor who asks, with what they hold today
   * @param seenAs what it depends on beside the caller and the address
   * @param knownAt null for all that is known
   * @param week the moment to which others' views are put back
   * @param today the day on which the caller holds what they hold
   * @param token another one when something was heard that may change the answer
   */
  record Question(
      URI address,
      Actor actor,
      String seenAs,
      LocalDate asOf,
      @Nullable Instant knownAt,
      Instant week,
      LocalDate today,
      String token) {

    /**
     * @param asked what the answer is about
     * @param now when it is asked for
     */
    static Question of(
        URI address, Actor actor, String seenAs, PointInTime asked, Instant now, String token) {
      return new Question(
          address,
          actor,
          seenAs,
          asked.asOf(),
          asked.everything() ? null : asked.knownAt(),
          asked.weekly().knownAt(),
          now.atZone(PointInTime.LONDON).toLocalDate(),
          token);
    }
  }

  /**
   * As it is sent, but for the moment as known at which it was asked for.
   *
   * @param digest another one when it says something else
   * @param knownAt where that moment's text begins in it; -1 where it is no part of it
   * @param length of that text
   */
  record Answer(String digest, byte[] json, int knownAt, int length) {
    byte[] knownAt(Instant asked) {
      if (knownAt < 0) {
        return json;
      }
      byte[] moment = asked.toString().getBytes(StandardCharsets.US_ASCII);
      byte[] whole = Arrays.copyOf(json, json.length - length + moment.length);
      System.arraycopy(moment, 0, whole, knownAt, moment.length);
      System.arraycopy(
          json, knownAt + length, whole, knownAt + moment.length, json.length - knownAt - length);
      return whole;
    }
  }

  private final Cache<Question, Answer> answers =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .weigher((Question _, Answer answer) -> answer.json().length)
          .build();

  Answer to(Question question, Supplier<Answer> answer) {
    return answers.get(question, _ -> answer.get());
  }
}
