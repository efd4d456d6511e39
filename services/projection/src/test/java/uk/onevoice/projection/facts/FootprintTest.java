package uk.onevoice.projection.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.onevoice.messaging.HeardEvent;

/** ICSs by their old and new footprints: the SQL and a naive reading of the events agree. */
class FootprintTest {
  private static final LocalDate MARCH = LocalDate.of(2026, 3, 31);
  private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
  private static final Instant LATER = Instant.parse("2040-01-01T00:00:00Z");

  private static FactDatabase database;

  @BeforeAll
  static void start() throws SQLException {
    database = FactDatabase.create();
  }

  @BeforeEach
  void empty() throws SQLException {
    database.clear();
  }

  @AfterAll
  static void stop() throws SQLException {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void an_ics_is_the_same_by_both_ways_on_any_footprint(long seed) throws SQLException {
    List<HeardEvent> history = RandomHistory.of(seed, 500);
    Random random = new Random(seed * 17);
    database.apply(history);
    int rows = 0;
    for (int i = 0; i < 40; i++) {
      LocalDate asOf = day(random);
      LocalDate footprint = i % 4 == 0 ? asOf : day(random);
      Instant knownAt =
          i % 3 == 0 ? LATER : history.get(random.nextInt(history.size())).recordedAt();
      var naive = new NaiveReading(history, asOf, knownAt);
      var onFootprint = new NaiveReading(history, footprint, knownAt);
      for (String ics : RandomHistory.ICBS) {
        List<String> expected = naive.footprint(ics, onFootprint);
        rows += expected.size();
        assertThat(footprint(ics, footprint, asOf, knownAt))
            .as("%s of %s as of %s known at %s", ics, footprint, asOf, knownAt)
            .isEqualTo(expected);
        assertThat(structure(ics, footprint, asOf, knownAt))
            .as("the same of %s on %s in its structure as of %s", ics, footprint, asOf)
            .isEqualTo(expected);
      }
    }
    assertThat(rows).as("figures that were compared").isPositive();
  }

  @Test
  void a_new_ics_looks_back_with_its_own_practices_and_an_old_one_with_its_own()
      throws SQLException {
    var story = new Story(Instant.parse("2026-01-05T09:00:00Z"));
    for (String icb : List.of("QO1", "QO2", "QN1")) {
      story.registered(icb, "ICB", icb, null);
    }
    moved(story, "S01", "QO1", "QN1");
    moved(story, "S02", "QO2", "QN1");
    practice(story, "P00001", "S01", 100);
    practice(story, "P00002", "S02", 1_000);
    database.apply(story.events());
    assertThat(footprint("QO1", MARCH, MARCH, LATER)).containsExactly("1|0|1|100|2026-01|0");
    assertThat(footprint("QN1", MARCH, MARCH, LATER)).as("it had nobody then").isEmpty();
    assertThat(footprint("QN1", APRIL, MARCH, LATER)).containsExactly("2|0|2|1100|2026-01|0");
    assertThat(footprint("QO1", APRIL, MARCH, LATER)).as("it has nobody now").isEmpty();
  }

  @Test
  void who_followed_is_known_by_day_corrected_and_taken_back() throws SQLException {
    var story = new Story(Instant.parse("2026-01-05T09:00:00Z"));
    succeeded(story, "QO1", List.of("QN1"));
    Instant first = story.now();
    story.later(Duration.ofDays(1));
    succeeded(story, "QO1", List.of("QN1", "QN2"));
    Instant second = story.now();
    story.later(Duration.ofDays(1));
    succeeded(story, "QO1", List.of());
    database.apply(story.events());
    assertThat(successors(first)).containsExactly("2026-04-01|[QN1]");
    assertThat(successors(second)).containsExactly("2026-04-01|[QN1, QN2]");
    assertThat(successors(story.now())).isEmpty();
  }

  private static void moved(Story story, String sub, String from, String to) {
    var start = LocalDate.of(2022, 7, 1);
    story.registered(sub, "SUB_ICB", sub, null);
    story.affiliated(sub, from, "COMMISSIONED_BY", start);
    story.say(
        "organisations",
        "affiliations-" + sub,
        "AffiliationEnded",
        "affiliationId",
        Story.affiliation(sub, from, "COMMISSIONED_BY", start),
        "memberId",
        sub,
        "parentId",
        from,
        "kind",
        "COMMISSIONED_BY",
        "end",
        APRIL);
    story.affiliated(sub, to, "COMMISSIONED_BY", APRIL);
  }

  private static void practice(Story story, String code, String sub, long patients) {
    story.registered(code, "PRACTICE", code, null);
    story.listed(code, LocalDate.of(2022, 7, 1));
    story.affiliated(code, sub, "COMMISSIONED_BY", LocalDate.of(2022, 7, 1));
    story.listSize(code, "2026-01", patients, 1);
  }

  private static void succeeded(Story story, String icb, List<String> successors) {
    story.say(
        "organisations",
        "organisation-" + icb,
        "OrganisationSucceeded",
        "organisationId",
        icb,
        "successors",
        successors,
        "kind",
        "SPLIT",
        "date",
        APRIL);
  }

  private static LocalDate day(Random random) {
    return LocalDate.of(2024, 7, 1).plusDays(random.nextInt(760));
  }

  private static List<String> footprint(
      String ics, LocalDate footprint, LocalDate asOf, Instant knownAt) throws SQLException {
    return database.rows(
        "select * from footprint_structure(?, ?, ?, ?)", ics, footprint, asOf, knownAt);
  }

  private static List<String> structure(
      String ics, LocalDate footprint, LocalDate asOf, Instant knownAt) throws SQLException {
    return database.rows(
        "select practices, pcns, practices_without_pcn, registered_patients, list_size_month,"
            + " practices_without_list_size"
            + " from area_structure('ICS', array[?], ?, ?, ?)",
        ics,
        footprint,
        asOf,
        knownAt);
  }

  private static List<String> successors(Instant knownAt) throws SQLException {
    return database.rows(
        "select valid_from, successors from succession_fact"
            + " where known_from <= ? and ? < known_to",
        knownAt,
        knownAt);
  }
}
