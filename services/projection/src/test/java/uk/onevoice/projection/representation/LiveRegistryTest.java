package uk.onevoice.projection.representation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.onevoice.projection.facts.FactDatabase;
import uk.onevoice.projection.facts.Story;
import uk.onevoice.projection.reading.Snapshot;
import uk.onevoice.projection.reading.Snapshots;
import uk.onevoice.projection.representation.Coverage.Topic;

/**
 * Whoever is outside is told the answers of practices as of Monday 06:00, of the practices that
 * there are today: the registry is no secret of a place.
 */
class LiveRegistryTest {
  private static final Instant FRIDAY = Instant.parse("2026-05-08T09:00:00Z");
  private static final LocalDate TUESDAY = LocalDate.of(2026, 5, 12);
  private static final LocalDate THURSDAY = LocalDate.of(2026, 5, 14);
  private static final LocalDate MONDAY = LocalDate.of(2026, 5, 11);
  private static final LocalDate START = LocalDate.of(2025, 4, 1);

  private static final Audience OUTSIDE = new Audience(Set.of(Part.COVERAGE));
  private static final Audience INSIDE =
      new Audience(EnumSet.complementOf(EnumSet.of(Part.SLOT_COUNTS, Part.INFLUENCE_COUNTS)));

  private static FactDatabase database;

  @BeforeAll
  static void start() throws SQLException {
    database = FactDatabase.create();
  }

  @AfterAll
  static void stop() throws SQLException {
    database.close();
  }

  /** Two practices on Friday, of which one grants; on Tuesday the other does, and a third comes. */
  @BeforeEach
  void tell() throws SQLException {
    database.clear();
    Story story = new Story(FRIDAY);
    story.registered("ICB", "ICB", "The ICB", START);
    story.place("valley", "ICB", "Valley", START);
    practice(story, "A", START);
    practice(story, "B", START);
    story.say(
        "mandates",
        "mandate-m",
        "MandateOpened",
        "mandateId",
        "m",
        "placeId",
        "valley",
        "topic",
        "urgent-care",
        "holderId",
        "fed",
        "holderRole",
        "Chair",
        "start",
        START,
        "end",
        START.plusYears(3));
    granted(story, "A", START);
    story.later(Duration.ofDays(4));
    granted(story, "B", TUESDAY);
    practice(story, "C", TUESDAY);
    database.apply(story.events());
  }

  private static void practice(Story story, String id, LocalDate start) {
    story.registered(id, "PRACTICE", "Practice " + id, start);
    story.listed(id, start);
    story.affiliated(id, "valley", "PLACE", start);
  }

  private static void granted(Story story, String practice, LocalDate on) {
    story.say(
        "mandates",
        "mandate-m",
        "ConsentGranted",
        "mandateId",
        "m",
        "practiceId",
        practice,
        "on",
        on);
  }

  private static Topic coverage(LocalDate asOf, Instant knownAt, Audience audience) {
    Snapshot registry = Snapshots.of(database.connection(), asOf, knownAt);
    Representation told = Measures.of("valley", registry, audience, Set.of("M1")).orElseThrow();
    assertThat(told.asOf()).isEqualTo(audience.isLive() ? asOf : MONDAY);
    Measure m1 = requireNonNull(told.measures().get("M1"));
    return ((Coverage) requireNonNull(m1.detail())).topics().getFirst();
  }

  @Test
  void general_practice_is_told_both_as_they_are() {
    Topic topic = coverage(THURSDAY, Instant.parse("2026-05-14T10:00:00Z"), INSIDE);
    assertThat(topic.numerator()).isEqualTo(2);
    assertThat(topic.denominator()).isEqualTo(3);
  }

  @Test
  void who_is_outside_is_told_the_answers_of_monday_and_the_practices_of_today() {
    Topic topic = coverage(THURSDAY, Instant.parse("2026-05-14T10:00:00Z"), OUTSIDE);
    assertThat(topic.numerator()).as("the answer of Tuesday waits for the week").isEqualTo(1);
    assertThat(topic.denominator()).as("the practice of Tuesday does not").isEqualTo(3);
    Topic before = coverage(MONDAY, Instant.parse("2026-05-11T10:00:00Z"), OUTSIDE);
    assertThat(before.numerator()).isEqualTo(1);
    assertThat(before.denominator()).isEqualTo(2);
  }
}
