package uk.onevoice.meetings.domain.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.onevoice.meetings.domain.Influence;
import uk.onevoice.meetings.domain.ItemId;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.Outcome;
import uk.onevoice.meetings.domain.PlaceId;
import uk.onevoice.meetings.domain.Stance;
import uk.onevoice.meetings.domain.topics.DecidedInPlace.Sitting;

class DecidedInPlaceTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  @ParameterizedTest(name = "we said {0}, {1}: {2}")
  @CsvSource({
    "FOR,         CHANGED,         FOR",
    "FOR,         ALREADY_ALIGNED, FOR",
    "FOR,         ADVERSE,         AGAINST",
    "AGAINST,     CHANGED,         AGAINST",
    "AGAINST,     ADVERSE,         FOR",
    "FOR,         PARTLY,          NOT_KNOWN",
    "FOR,         NONE,            NOT_KNOWN",
    "AGAINST,     NOT_RELEVANT,    NOT_KNOWN",
    "CONDITIONAL, ADVERSE,         NOT_KNOWN",
    "NEUTRAL,     CHANGED,         NOT_KNOWN",
    "FOR,         ,                NOT_KNOWN",
    ",            ADVERSE,         NOT_KNOWN"
  })
  void which_way_it_went_is_read_from_what_we_said_and_never_guessed(
      @Nullable Stance said, @Nullable Influence influence, Way way) {
    assertThat(Way.of(said, influence)).isEqualTo(way);
  }

  @ParameterizedTest(name = "{0} {1} here, {2} {3} there: differs {4}")
  @CsvSource({
    "AGREED,      NOT_KNOWN, DEFERRED,    NOT_KNOWN, true",
    "VOTED,       NOT_KNOWN, NOT_DECIDED, NOT_KNOWN, true",
    "AGREED,      NOT_KNOWN, NOTED,       NOT_KNOWN, true",
    "DEFERRED,    NOT_KNOWN, NOTED,       NOT_KNOWN, true",
    "DEFERRED,    NOT_KNOWN, NOT_DECIDED, NOT_KNOWN, false",
    "AGREED,      NOT_KNOWN, VOTED,       NOT_KNOWN, false",
    "AGREED,      FOR,       VOTED,       AGAINST,   true",
    "AGREED,      FOR,       AGREED,      FOR,       false",
    "AGREED,      FOR,       AGREED,      NOT_KNOWN, false",
    "AGREED,      NOT_KNOWN, AGREED,      AGAINST,   false",
    "DEFERRED,    FOR,       DEFERRED,    AGAINST,   false",
    "NOTED,       FOR,       NOTED,       AGAINST,   false"
  })
  void what_decided_differently_means(
      Outcome here, Way way, Outcome there, Way otherWay, boolean differs) {
    var one = in(1, DAY, here, way);
    var other = in(2, DAY, there, otherWay);
    assertThat(one.differsFrom(other)).isEqualTo(differs);
    assertThat(other.differsFrom(one)).isEqualTo(differs);
    assertThat(DecidedInPlace.differing(List.of(one, other))).hasSize(differs ? 2 : 0);
  }

  @Test
  void one_place_does_not_differ_from_itself() {
    assertThat(
            DecidedInPlace.differing(
                List.of(
                    in(1, DAY, Outcome.AGREED, Way.FOR),
                    in(1, DAY.plusDays(1), Outcome.DEFERRED, Way.NOT_KNOWN))))
        .isEmpty();
    assertThat(in(1, DAY, Outcome.AGREED, Way.FOR).differsFrom(in(1, DAY, Outcome.NOTED, Way.FOR)))
        .isFalse();
  }

  @Test
  void of_each_place_the_latest_is_compared_and_the_latest_place_comes_first() {
    var putOff = in(1, DAY.minusDays(30), Outcome.DEFERRED, Way.NOT_KNOWN);
    var decided = in(1, DAY, Outcome.AGREED, Way.NOT_KNOWN);
    var other = in(2, DAY.minusDays(10), Outcome.VOTED, Way.NOT_KNOWN);
    var third = in(3, DAY.plusDays(1), Outcome.NOTED, Way.NOT_KNOWN);
    assertThat(DecidedInPlace.differing(List.of(putOff, other))).containsExactly(other, putOff);
    assertThat(DecidedInPlace.differing(List.of(putOff, decided, other)))
        .as("what was put off and then decided is decided")
        .isEmpty();
    assertThat(DecidedInPlace.differing(List.of(other, third, decided)))
        .as("all places are shown once any two differ")
        .containsExactly(third, decided, other);
  }

  static DecidedInPlace in(int place, LocalDate on, Outcome outcome, Way way) {
    return new DecidedInPlace(
        new Sitting(
            new PlaceId(new UUID(1, place)),
            new MeetingId(new UUID(2, place)),
            new ItemId(new UUID(3, place)),
            on),
        outcome,
        way);
  }
}
