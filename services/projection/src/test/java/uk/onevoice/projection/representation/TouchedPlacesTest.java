package uk.onevoice.projection.representation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.onevoice.messaging.HeardEvent;
import uk.onevoice.projection.facts.Batches;
import uk.onevoice.projection.facts.FactDatabase;
import uk.onevoice.projection.facts.RandomHistory;
import uk.onevoice.projection.reading.IcsFootprint.Chosen;
import uk.onevoice.projection.reading.Snapshot;
import uk.onevoice.projection.reading.Snapshots;

/**
 * What is remembered of an area is right: an answer worked out afresh says something else only when
 * the area's token is another one, whatever order the topics come in.
 */
class TouchedPlacesTest {
  private static final Instant EVERYTHING = Instant.parse("9998-01-01T00:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
  private static final int AT_LAST = 30;
  private static final List<String> PLACES = List.of("place-north", "place-south");
  private static final List<LocalDate> BEFORE = List.of(DAY.minusMonths(9), DAY.minusMonths(2));
  private static final Audience ALL = new Audience(Set.of(Part.values()));

  private record Told(String token, Optional<?> answer) {}

  private static FactDatabase database;

  private int untouched;
  private int changed;

  @BeforeAll
  static void start() throws SQLException {
    database = FactDatabase.create();
  }

  @AfterAll
  static void stop() throws SQLException {
    database.close();
  }

  @Test
  void an_answer_changes_only_with_the_token_of_its_area() throws SQLException {
    List<HeardEvent> history = RandomHistory.of(3, 420);
    List<HeardEvent> registry = new ArrayList<>();
    List<HeardEvent> rest = new ArrayList<>();
    history.forEach(event -> (event.log().equals("organisations") ? registry : rest).add(event));
    List<HeardEvent> mixed = Batches.shuffleTopics(rest, new Random(3));
    int last = mixed.size() - AT_LAST;
    database.apply(registry);
    database.apply(mixed.subList(0, last));
    Map<String, Told> before = new HashMap<>();
    for (HeardEvent event : mixed.subList(last, mixed.size())) {
      database.apply(List.of(event));
      for (String place : PLACES) {
        compare("place", place, before);
      }
      for (String ics : RandomHistory.ICBS) {
        compare("ics", ics, before);
      }
    }
    assertThat(changed).as("answers that changed").isGreaterThan(5);
    assertThat(untouched).as("events that left an area alone").isGreaterThan(10);
  }

  private void compare(String kind, String area, Map<String, Told> before) throws SQLException {
    Told now = new Told(token(kind, area), answer(kind, area));
    Told last = before.put(kind + area, now);
    if (last == null) {
      return;
    }
    if (last.token().equals(now.token())) {
      untouched++;
      assertThat(now.answer()).as("%s %s", kind, area).isEqualTo(last.answer());
    } else if (!last.answer().equals(now.answer())) {
      changed++;
    }
  }

  private static Optional<?> answer(String kind, String area) {
    Snapshot facts = Snapshots.of(database.connection(), DAY, EVERYTHING);
    return kind.equals("place")
        ? Optional.of(
            List.of(
                Measures.of(area, facts, ALL, Measures.keys()),
                Measures.trend(area, facts, ALL, "M1", BEFORE)))
        : Optional.of(
            List.of(
                new WholeIcs(area, ALL).measures(facts, Measures.keys()),
                new IcsRepresentations(facts, area, Chosen.THEN, _ -> ALL, ALL)
                    .trendOfPlaces("M2", BEFORE)));
  }

  private static String token(String kind, String area) throws SQLException {
    try (PreparedStatement query =
        database.connection().prepareStatement("select token_of_" + kind + "(?)")) {
      query.setString(1, area);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }
}
