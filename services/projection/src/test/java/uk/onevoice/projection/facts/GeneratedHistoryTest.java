package uk.onevoice.projection.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.onevoice.contracts.EventSchema;
import uk.onevoice.messaging.HeardEvent;
import uk.onevoice.testkit.history.History;
import uk.onevoice.testkit.history.Registry;
import uk.onevoice.testkit.history.Told;

/** The believable histories of the test kit say what the contracts let the services say. */
class GeneratedHistoryTest {
  private static final int OF_EACH_TYPE = 20;

  private static List<Told> told(long seed, long events) {
    List<Told> all = new ArrayList<>();
    History.small(seed, events).tell(all::add);
    return all;
  }

  @Test
  void every_event_is_valid_by_its_schema_and_known_to_the_facts() throws JsonProcessingException {
    ObjectMapper json = new ObjectMapper();
    Map<String, EventSchema> schemas =
        Stream.of("organisations", "mandates", "meetings", "relationships")
            .flatMap(log -> EventSchema.of(log).stream())
            .collect(Collectors.toMap(EventSchema::id, schema -> schema));
    Map<String, Integer> looked = new HashMap<>();
    List<Told> three = Stream.of(1, 2, 3).flatMap(seed -> told(seed, 12_000).stream()).toList();
    for (Told told : three) {
      String id = "%s/%s-v%d".formatted(told.log(), told.type(), told.schemaVersion());
      assertThat(schemas).containsKey(id);
      if (looked.merge(id, 1, Integer::sum) <= OF_EACH_TYPE) {
        assertThat(schemas.get(id).errors(json.readTree(told.payload())))
            .as("%s: %s", id, told.payload())
            .isEmpty();
      }
    }
    assertThat(looked.keySet().stream().map(id -> id.replaceAll(".*/|-v.*", "")))
        .as("people who move, practices that merge, an ICB that splits, and all that is measured")
        .contains(
            "OrganisationSucceeded",
            "PracticeDelisted",
            "AffiliationEnded",
            "PlaceMoved",
            "RoleEnded",
            "RelationshipClosed",
            "MandateActivated",
            "ConsentWithdrawn",
            "FollowThroughRecorded",
            "PositionPublished",
            "PreAlignmentRecorded",
            "InfluenceConfirmed",
            "FeedbackRead",
            "SlotClassed",
            "CommitmentSettled",
            "JointGroupIssueResolved",
            "JointGroupMandateCited");
  }

  @Test
  void the_same_seed_tells_the_same_and_about_as_much_as_is_asked_for() {
    List<Told> once = told(7, 30_000);
    assertThat(told(7, 30_000)).isEqualTo(once);
    assertThat(told(8, 30_000)).isNotEqualTo(once);
    assertThat(once.size()).isBetween(29_000, 31_000);
    Map<String, Long> versions = new HashMap<>();
    Map<String, Long> positions = new HashMap<>();
    Set<Object> ids = new HashSet<>();
    for (Told told : once) {
      assertThat(told.version())
          .isEqualTo(versions.merge(told.log() + "/" + told.stream(), 1L, Long::sum));
      assertThat(told.position()).isEqualTo(positions.merge(told.log(), 1L, Long::sum));
      assertThat(ids.add(told.id())).isTrue();
    }
  }

  @Test
  void the_facts_take_all_of_it_and_the_measures_have_something_to_say() throws SQLException {
    try (FactDatabase database = FactDatabase.create()) {
      List<HeardEvent> batch = new ArrayList<>();
      History history = History.small(3, 12_000);
      history.tell(told -> batch.add(heard(told)));
      for (int from = 0; from < batch.size(); from += 5_000) {
        database.apply(batch.subList(from, Math.min(batch.size(), from + 5_000)));
      }
      assertThat(
              database.rows(
                  "select count(distinct area_id) from area_structure('ICS', null, ?, ?)",
                  history.end().minusDays(1),
                  batch.getLast().recordedAt()))
          .containsExactly("2");
      assertThat(
              database.rows(
                  "select count(distinct area_id) from area_structure('ICS', null, ?, ?)",
                  history.start().plusDays(30),
                  batch.getLast().recordedAt()))
          .as("one ICB until it split")
          .containsExactly("1");
      for (String table :
          List.of("consent_fact", "attendance_fact", "contact_fact", "slot_class_fact")) {
        assertThat(database.rows("select count(*) > 50 from " + table))
            .as(table)
            .containsExactly("true");
      }
    }
  }

  @Test
  void a_made_up_england_has_the_numbers_of_the_real_one() {
    Registry madeUp = Registry.madeUp();
    assertThat(madeUp.icbs()).hasSize(36);
    assertThat(madeUp.subIcbs()).hasSize(106);
    assertThat(madeUp.networks()).hasSize(1_298);
    assertThat(madeUp.practices()).hasSize(6_129);
    Registry here = Registry.england();
    assertThat(here.icbs()).hasSize(36);
    assertThat(here.practices()).hasSize(6_129);
  }

  static HeardEvent heard(Told told) {
    return new HeardEvent(
        told.log(),
        Math.floorMod(told.stream().hashCode(), 12),
        told.position(),
        told.stream(),
        told.version(),
        told.position(),
        told.id(),
        told.type(),
        told.schemaVersion(),
        told.payload(),
        told.recordedAt(),
        told.recordedAt(),
        told.actor(),
        null,
        null);
  }
}
