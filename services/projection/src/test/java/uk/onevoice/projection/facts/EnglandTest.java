package uk.onevoice.projection.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.onevoice.messaging.HeardEvent;

/**
 * England's registry, heard and asked. {@code -Dengland.years=5} makes it the size that goal P9 of
 * the performance notes speaks of, and prints what it took.
 */
class EnglandTest {
  private static final int YEARS = Integer.getInteger("england.years", 0);
  private static final Instant LATER = Instant.parse("2040-01-01T00:00:00Z");

  /** Far above what it takes, far below what a plan that goes wrong takes. */
  private static final Duration BEARABLE = Duration.ofSeconds(5);

  private static FactDatabase database;

  @BeforeAll
  static void hear() throws SQLException {
    List<HeardEvent> events = England.withMonths(Math.max(3, YEARS * 12));
    database = FactDatabase.create();
    database.connection().createStatement().execute("set plan_cache_mode = force_custom_plan");
    database.connection().createStatement().execute("set jit = off");
    database.connection().commit();
    long start = System.nanoTime();
    for (int from = 0; from < events.size(); from += 5_000) {
      database.apply(events.subList(from, Math.min(events.size(), from + 5_000)));
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    say("%d events heard in %.1f s, %.0f/s", events.size(), seconds, events.size() / seconds);
    try (var statement = database.connection().createStatement()) {
      statement.execute("analyze");
    }
    database.connection().commit();
  }

  @AfterAll
  static void stop() throws SQLException {
    database.close();
  }

  @Test
  void nothing_is_counted_twice_and_nothing_is_lost() throws SQLException {
    LocalDate day = England.START.plusMonths(2);
    assertThat(
            database.rows(
                "select practices, pcns, practices_without_pcn, sub_icbs"
                    + " from area_structure('ALL', null, ?, ?)",
                day,
                LATER))
        .containsExactly(England.PRACTICES + "|" + England.PCNS + "|0|" + England.SUBS);
    assertThat(
            database.rows(
                "select count(*), sum(practices), sum(sub_icbs)"
                    + " from area_structure('ICS', null, ?, ?)",
                day,
                LATER))
        .containsExactly(England.ICBS + "|" + England.PRACTICES + "|" + England.SUBS);
  }

  @Test
  void an_ics_answers_as_of_any_day() throws SQLException {
    asked("one ICS", 100, "select * from area_structure('ICS', array['%s'], ?, ?)");
    asked("partners of one ICS", 20, "select * from ics_partner(?, ?) where ics_id = '%s'");
    asked("practices of one ICS", 20, "select * from area_list_size('ICS', array['%s'], ?, ?)");
  }

  @Test
  void the_answers_of_many_places_are_counted_at_once() throws SQLException {
    asked(
        "answers in all places",
        20,
        "select * from mandate_coverage((select array_agg(place_id) from place_fact), ?, ?) -- %s");
    assertThat(
            database.rows(
                "select class, sum(practices) from mandate_coverage("
                    + "(select array_agg(place_id) from place_fact), ?, ?) group by class"
                    + " having sum(practices) > 0 order by class",
                England.START.plusMonths(2),
                LATER))
        .containsExactly("GRANTED|767", "NOT_ANSWERED|766");
  }

  @Test
  void all_ics_answer_as_of_any_day() throws SQLException {
    asked("all ICSs", 20, "select * from area_structure('ICS', null, ?, ?) -- %s");
    asked("all together", 20, "select * from area_structure('ALL', null, ?, ?) -- %s");
  }

  private static void asked(String what, int times, String sql) throws SQLException {
    Random random = new Random(9);
    double[] millis = new double[times];
    for (int i = 0; i < times; i++) {
      LocalDate asOf = England.START.plusDays(random.nextInt(Math.max(90, YEARS * 365)));
      String query = sql.formatted(England.icb(random.nextInt(England.ICBS)));
      long start = System.nanoTime();
      assertThat(database.rows(query, asOf, LATER)).isNotEmpty();
      millis[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(millis);
    say(
        "%s: median %.0f ms, p95 %.0f ms, slowest %.0f ms",
        what, millis[times / 2], millis[times * 95 / 100], millis[times - 1]);
    assertThat(millis[times / 2]).isLessThan(BEARABLE.toMillis());
  }

  private static void say(String text, Object... figures) {
    if (YEARS > 0) {
      System.out.println(text.formatted(figures));
    }
  }
}
