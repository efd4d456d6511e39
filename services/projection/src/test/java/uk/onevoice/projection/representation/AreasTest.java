package uk.onevoice.projection.representation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.onevoice.projection.facts.FactDatabase;
import uk.onevoice.projection.facts.RandomHistory;
import uk.onevoice.projection.reading.Snapshot;
import uk.onevoice.projection.reading.Snapshots;
import uk.onevoice.projection.representation.Areas.Kind;

/** Who asks about several areas at once is told of each what is told of it alone. */
class AreasTest {
  private static final Audience ALL = new Audience(Set.copyOf(EnumSet.allOf(Part.class)));
  private static final List<String> PLACES = List.of("place-north", "place-south");
  private static final int DAYS = 5;

  private static FactDatabase database;

  @BeforeAll
  static void start() throws SQLException {
    database = FactDatabase.create();
  }

  @AfterAll
  static void stop() throws SQLException {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {3, 4})
  void each_is_told_as_it_is_told_alone(long seed) throws SQLException {
    database.clear();
    database.apply(RandomHistory.of(seed, 500));
    Random random = new Random(seed);
    for (int i = 0; i < DAYS; i++) {
      Snapshot facts =
          Snapshots.of(
              database.connection(),
              LocalDate.of(2025, 3, 1).plusDays(random.nextInt(500)),
              Instant.parse("2030-01-01T00:00:00Z"));
      Map<String, Audience> places = seen(PLACES);
      for (String ics : RandomHistory.ICBS) {
        var together = new Measures(Areas.ofIcs(facts, ics, ALL, places)).all(Measures.keys());
        assertThat(together.get(ics)).isEqualTo(alone(facts, Kind.ICS, ics));
        for (String place : PLACES) {
          assertThat(together.get(place)).isEqualTo(alone(facts, Kind.PLACE, place));
        }
      }
      var federations =
          new Measures(new Areas(facts, Kind.FEDERATION, seen(RandomHistory.FEDERATIONS)))
              .all(Measures.keys());
      for (String federation : RandomHistory.FEDERATIONS) {
        assertThat(federations.get(federation))
            .isEqualTo(alone(facts, Kind.FEDERATION, federation));
      }
    }
  }

  private static Map<String, Audience> seen(List<String> areas) {
    Map<String, Audience> seen = new LinkedHashMap<>();
    areas.forEach(area -> seen.put(area, ALL));
    return seen;
  }

  private static Map<String, Measure> alone(Snapshot facts, Kind kind, String area) {
    return requireNonNull(
        new Measures(new Areas(facts, kind, Map.of(area, ALL))).all(Measures.keys()).get(area));
  }
}
