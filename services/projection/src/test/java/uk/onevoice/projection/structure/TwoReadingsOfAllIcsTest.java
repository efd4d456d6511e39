package uk.onevoice.projection.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.onevoice.messaging.HeardEvent;
import uk.onevoice.projection.facts.FactDatabase;
import uk.onevoice.projection.facts.NaiveReading;
import uk.onevoice.projection.facts.RandomHistory;
import uk.onevoice.projection.reading.IcsFootprint;
import uk.onevoice.projection.reading.IcsFootprint.Chosen;
import uk.onevoice.projection.reading.Snapshots;
import uk.onevoice.projection.representation.Audience;
import uk.onevoice.projection.representation.JoinedUp;
import uk.onevoice.projection.representation.Part;

/** What is added up in Java over the facts agrees with a naive reading of the events. */
class TwoReadingsOfAllIcsTest {
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
  @ValueSource(longs = {21, 22, 23, 24})
  void the_list_of_all_ics_is_the_same_by_both_ways(long seed) throws SQLException {
    List<HeardEvent> history = RandomHistory.of(seed, 500);
    Random random = new Random(seed * 31);
    database.clear();
    database.apply(history);
    for (int i = 0; i < 20; i++) {
      LocalDate asOf = LocalDate.of(2024, 7, 1).plusDays(random.nextInt(760));
      Instant knownAt = history.get(random.nextInt(history.size())).recordedAt();
      NaiveReading naive = new NaiveReading(history, asOf, knownAt);
      Structures structures = new Structures(Snapshots.of(database.connection(), asOf, knownAt));
      IcsList list = structures.all();
      String when = "as of " + asOf + " known at " + knownAt;
      assertThat(list.items().stream().map(TwoReadingsOfAllIcsTest::row))
          .as(when)
          .isEqualTo(naive.icses());
      assertThat(row(list.totals())).as(when).isEqualTo(naive.totals());
      for (String icb : RandomHistory.ICBS) {
        structures
            .structure(
                icb,
                IcsFootprint.of(Chosen.THEN, asOf, List.of()),
                _ -> new Audience(Set.of(Part.COVERAGE, Part.LIVE)))
            .ifPresent(ics -> {
              assertThat(ics.trustSectors()).as(when).isEqualTo(naive.trustSectors(icb));
              ics.places()
                  .forEach(place ->
                      assertThat(place.joinedUp().stream().map(TwoReadingsOfAllIcsTest::row))
                          .as(when)
                          .isEqualTo(naive.joinedUp(place.place().placeId())));
            });
      }
    }
  }

  private static String row(IcsSummary ics) {
    return NaiveReading.row(
        ics.odsCode(),
        ics.name(),
        ics.open(),
        ics.practices(),
        ics.pcns(),
        ics.practicesWithoutPcn(),
        ics.subIcbs(),
        ics.trusts(),
        ics.councils(),
        ics.registeredPatients(),
        ics.listSizeMonth(),
        ics.practicesWithoutListSize());
  }

  private static String row(JoinedUp joinedUp) {
    return NaiveReading.row(
        joinedUp.topicId(),
        joinedUp.topic(),
        joinedUp.topicLabel(),
        joinedUp.board(),
        joinedUp.mandateIds(),
        joinedUp.numerator(),
        joinedUp.denominator());
  }

  private static String row(IcsTotals all) {
    return NaiveReading.row(
        all.ics(),
        all.practices(),
        all.pcns(),
        all.practicesWithoutPcn(),
        all.subIcbs(),
        all.trusts(),
        all.councils(),
        all.registeredPatients(),
        all.listSizeMonth(),
        all.practicesWithoutListSize());
  }
}
