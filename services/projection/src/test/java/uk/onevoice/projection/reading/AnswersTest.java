package uk.onevoice.projection.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.onevoice.directory.ClientKind;
import uk.onevoice.directory.OrganisationId;
import uk.onevoice.security.Actor;
import uk.onevoice.security.Actor.ClientActor;

/** What is remembered is given again as long as it is right, and no longer. */
class AnswersTest {
  private static final URI HERE = URI.create("/v1/places/north/representation");
  private static final Actor ICB =
      new ClientActor("icb-client", new OrganisationId("WYVICB01"), ClientKind.ICB);
  private static final Actor TRUST =
      new ClientActor("partner-client", new OrganisationId("WYVT0001"), ClientKind.PARTNER);

  private Answers answers = new Answers();
  private int workedOut;

  /** Whether what is asked now was worked out afresh. */
  private boolean afresh(
      String now, @Nullable String asOf, @Nullable String knownAt, Actor actor, String token) {
    Clock clock = Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
    AskedTime asked = new AskedTime();
    asked.asOf = asOf;
    asked.knownAt = knownAt;
    int before = workedOut;
    answers.to(
        Answers.Question.of(HERE, actor, "all", asked.at(clock), clock.instant(), token),
        () -> {
          workedOut++;
          return new Answers.Answer("digest", new byte[] {1}, -1, 0);
        });
    return workedOut > before;
  }

  private boolean afresh(String now, @Nullable String asOf) {
    return afresh(now, asOf, null, ICB, "t");
  }

  @ParameterizedTest(name = "{0} and then {1}: afresh {2}")
  @CsvSource({
    // Midnight in London: an hour before that of UTC in summer.
    "2026-06-10T22:59:58Z, 2026-06-10T22:59:59Z, false",
    "2026-06-10T22:59:59Z, 2026-06-10T23:00:00Z, true",
    "2026-06-10T23:00:00Z, 2026-06-11T00:00:00Z, false",
    "2026-11-25T23:59:59Z, 2026-11-26T00:00:00Z, true",
    // Monday at six in London, when others are told of a new week.
    "2026-06-15T04:59:58Z, 2026-06-15T04:59:59Z, false",
    "2026-06-15T04:59:59Z, 2026-06-15T05:00:00Z, true",
    "2026-11-23T05:59:59Z, 2026-11-23T06:00:00Z, true",
    "2026-06-15T05:00:00Z, 2026-06-15T22:59:59Z, false"
  })
  void of_today_it_is_worked_out_again_at_midnight_and_when_the_week_begins(
      String first, String then, boolean again) {
    assertThat(afresh(first, null)).isTrue();
    assertThat(afresh(then, null)).isEqualTo(again);
    assertThat(afresh(then, null)).as("the same moment").isFalse();
  }

  @Test
  void of_a_day_before_it_is_worked_out_again_as_well_since_roles_end_with_the_day() {
    assertThat(afresh("2026-06-10T22:59:59Z", "2026-05-01")).isTrue();
    assertThat(afresh("2026-06-10T23:00:00Z", "2026-05-01")).isTrue();
    assertThat(afresh("2026-06-11T12:00:00Z", "2026-05-01")).isFalse();
  }

  @Test
  void one_day_is_not_taken_for_another_nor_what_was_known_for_what_is() {
    assertThat(afresh("2026-06-10T09:00:00Z", "2026-05-01")).isTrue();
    assertThat(afresh("2026-06-10T09:00:00Z", "2026-05-02")).isTrue();
    assertThat(afresh("2026-06-10T09:00:00Z", "2026-05-01", "2026-06-01T09:00:00Z", ICB, "t"))
        .isTrue();
    assertThat(afresh("2026-06-10T09:00:00Z", "2026-05-01", "2026-06-02T09:00:00Z", ICB, "t"))
        .isTrue();
    assertThat(afresh("2026-06-10T09:00:00Z", "2026-05-01", "2026-06-01T09:00:00Z", ICB, "t"))
        .isFalse();
  }

  @Test
  void nobody_is_given_what_was_worked_out_for_somebody_else_or_before_something_was_heard() {
    String now = "2026-06-10T09:00:00Z";
    assertThat(afresh(now, null, null, ICB, "t")).isTrue();
    assertThat(afresh(now, null, null, TRUST, "t")).isTrue();
    assertThat(afresh(now, null, null, ICB, "another")).isTrue();
    assertThat(afresh(now, null, null, ICB, "t")).isFalse();
  }

  @Test
  void a_replica_that_was_started_again_remembers_nothing() {
    assertThat(afresh("2026-06-10T09:00:00Z", null)).isTrue();
    answers = new Answers();
    assertThat(afresh("2026-06-10T09:00:00Z", null)).isTrue();
    assertThat(afresh("2026-06-10T09:00:01Z", null)).isFalse();
  }

  @Test
  void what_is_given_again_says_when_it_was_asked_for() {
    String text = "{\"knownAt\":\"2026-06-10T09:00:00Z\",\"n\":1}";
    var answer = new Answers.Answer("digest", text.getBytes(StandardCharsets.UTF_8), 12, 20);
    assertThat(
            new String(
                answer.knownAt(Instant.parse("2026-06-10T09:00:00.123Z")), StandardCharsets.UTF_8))
        .isEqualTo("{\"knownAt\":\"2026-06-10T09:00:00.123Z\",\"n\":1}");
    assertThat(new Answers.Answer("digest", new byte[] {7}, -1, 0).knownAt(Instant.EPOCH))
        .containsExactly(7);
  }
}
