package uk.onevoice.projection.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.onevoice.messaging.HeardEvent;
import uk.onevoice.messaging.Unappliable;
import uk.onevoice.projection.rebuild.Schemas;

class FactEventsTest {
  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
  private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
  private static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");

  private static FactDatabase database;

  @BeforeAll
  static void start() throws SQLException {
    database = FactDatabase.create();
  }

  @AfterAll
  static void stop() throws SQLException {
    database.close();
  }

  @BeforeEach
  void empty() throws SQLException {
    database.clear();
  }

  @Test
  void any_cut_into_batches_and_any_order_of_streams_gives_the_same_facts() throws SQLException {
    List<HeardEvent> history = RandomHistory.of(42, 600);
    database.apply(history);
    String once = database.digest();
    assertThat(once).contains("consent_fact").doesNotContain("[0|null]");
    for (int round = 0; round < 5; round++) {
      Random random = new Random(round);
      database.clear();
      for (var batch : Batches.cut(Batches.shuffleTopics(history, random), random)) {
        if (random.nextInt(4) == 0) {
          database.applyInVain(random.nextInt(2), batch);
        }
        database.applyBy(random.nextInt(2), batch);
      }
      assertThat(database.digest()).isEqualTo(once);
    }
    database.clear();
    for (HeardEvent event : history) {
      database.apply(List.of(event));
    }
    assertThat(database.digest()).isEqualTo(once);
  }

  @Test
  void hearing_events_again_changes_nothing() throws SQLException {
    List<HeardEvent> history = RandomHistory.of(7, 400);
    database.apply(history);
    String once = database.digest();
    database.apply(history);
    database.apply(history.subList(100, 250));
    List<HeardEvent> twiceInOneBatch = new ArrayList<>(history);
    twiceInOneBatch.addAll(history);
    database.apply(twiceInOneBatch);
    assertThat(database.digest()).isEqualTo(once);
    database.clear();
    database.apply(twiceInOneBatch);
    assertThat(database.digest()).isEqualTo(once);
  }

  @Test
  void what_is_filled_without_indexes_is_the_same_and_goes_on_with_them() throws SQLException {
    List<HeardEvent> history = RandomHistory.of(11, 500);
    database.apply(history);
    String heard = "select log, stream, version from heard_stream order by 1, 2";
    try (FactDatabase filled = FactDatabase.create()) {
      try (Connection own = filled.autoCommitting()) {
        Schemas.takeIndexes(own, "public");
      }
      Random random = new Random(11);
      for (var batch : Batches.cut(history.subList(0, 450), random)) {
        filled.applyBy(random.nextInt(2), batch);
      }
      filled.apply(history.subList(200, 300));
      try (Connection own = filled.autoCommitting()) {
        Schemas.makeIndexes(own, "public");
        Schemas.makeIndexes(own, "public");
      }
      filled.apply(history.subList(300, history.size()));
      assertThat(filled.digest()).isEqualTo(database.digest());
      assertThat(filled.rows(heard)).isEqualTo(database.rows(heard));
    }
  }

  @Test
  void an_event_that_lacks_a_field_is_refused_by_name() throws SQLException {
    Story story = new Story(MONDAY);
    HeardEvent event =
        story.say("organisations", "organisation-X", "PracticeListed", "organisationId", "X");
    assertThatThrownBy(() -> database.apply(List.of(event)))
        .isInstanceOfSatisfying(
            Unappliable.class,
            refused -> {
              assertThat(refused.event()).isSameAs(event);
              assertThat(refused).hasMessage("from is missing");
            });
    database.connection().rollback();
  }

  @Test
  void an_older_release_adds_history_and_leaves_today_alone() throws SQLException {
    Story story = new Story(MONDAY);
    story.registered("QQQ", "ICB", "Today's name", MARCH);
    story.later(Duration.ofDays(1));
    story.say(
        "organisations",
        "organisation-QQQ",
        "OdsRecordAccepted",
        "organisationId",
        "QQQ",
        "release",
        JANUARY,
        "name",
        "Older name",
        "kinds",
        List.of("ICB"),
        "status",
        "INACTIVE",
        "historic",
        true);
    database.apply(story.events());
    assertThat(name(MARCH, LATER)).containsExactly("Today's name|true");
    assertThat(name(JANUARY, LATER)).containsExactly("Older name|false");
    assertThat(name(JANUARY, MONDAY)).containsExactly("Today's name|false");
  }

  private static List<String> name(LocalDate asOf, Instant knownAt) throws SQLException {
    return database.rows(
        "select name, open from organisation_at(?, ?) where organisation_id = 'QQQ'",
        asOf,
        knownAt);
  }

  @Test
  void what_we_learn_later_does_not_change_what_we_knew() throws SQLException {
    Story story = new Story(MONDAY);
    story.listed("P1", JANUARY);
    story.affiliated("a", "P1", "SUB", "COMMISSIONED_BY", JANUARY);
    story.affiliated("b", "SUB", "ICB", "COMMISSIONED_BY", JANUARY);
    story.listSize("P1", "2026-02", 1_000, 1);
    story.later(Duration.ofDays(7));
    story.listSize("P1", "2026-02", 1_100, 2);
    database.apply(story.events());
    String sql =
        "select registered_patients, list_size_month from area_structure('ICS', null, ?, ?)";
    assertThat(database.rows(sql, MARCH, MONDAY)).containsExactly("1000|2026-02");
    assertThat(database.rows(sql, MARCH, LATER)).containsExactly("1100|2026-02");
    assertThat(database.rows(sql, JANUARY, LATER)).containsExactly("null|null");
  }

  @Test
  void a_list_size_that_is_taken_back_is_unknown_until_there_is_another() throws SQLException {
    Story story = new Story(MONDAY);
    story.listed("P1", JANUARY);
    story.affiliated("P1", "PL", "PLACE", JANUARY);
    story.listSize("P1", "2026-01", 900, 1);
    story.listSize("P1", "2026-02", 1_000, 1);
    String sql =
        "select registered_patients, list_size_month from area_structure('PLACE', null, ?, ?)";
    database.apply(story.events());
    assertThat(database.rows(sql, MARCH, LATER)).containsExactly("1000|2026-02");
    story.later(Duration.ofDays(1));
    takenBack(story, "2026-02", 1_000, 2);
    database.apply(story.events());
    assertThat(database.rows(sql, MARCH, LATER)).containsExactly("900|2026-01");
    assertThat(database.rows(sql, MARCH, MONDAY)).containsExactly("1000|2026-02");
    takenBack(story, "2026-01", 900, 2);
    database.apply(story.events());
    assertThat(database.rows(sql, MARCH, LATER)).containsExactly("null|null");
    story.listSize("P1", "2026-02", 1_050, 3);
    database.apply(story.events());
    assertThat(database.rows(sql, MARCH, LATER)).containsExactly("1050|2026-02");
  }

  private static void takenBack(Story story, String month, long patients, int revision) {
    story.say(
        "organisations",
        "list-size-P1",
        "ListSizePublished",
        "organisationId",
        "P1",
        "month",
        month,
        "patients",
        patients,
        "revision",
        revision,
        "void",
        true);
  }

  @Test
  void a_record_that_is_put_back_takes_the_place_of_the_one_that_was_wrong() throws SQLException {
    Story story = new Story(MONDAY);
    record(story, "OrganisationRegistered", JANUARY, "Right name", "ACTIVE", null);
    record(story, "OdsRecordAccepted", MARCH, "Wrong name", "INACTIVE", MARCH);
    record(story, "OdsRecordAccepted", MARCH, "Right name", "ACTIVE", null);
    database.apply(story.events());
    for (LocalDate day : List.of(JANUARY, MARCH.minusDays(1), MARCH, MARCH.plusYears(1))) {
      assertThat(
              database.rows(
                  "select name, kinds, status, open from organisation_at(?, ?)", day, LATER))
          .as("on %s", day)
          .containsExactly("Right name|[ICB]|ACTIVE|true");
    }
  }

  private static void record(
      Story story,
      String type,
      LocalDate release,
      String name,
      String status,
      @Nullable LocalDate end) {
    story.say(
        "organisations",
        "organisation-QQQ",
        type,
        "organisationId",
        "QQQ",
        "release",
        release,
        "name",
        name,
        "kinds",
        status.equals("ACTIVE") ? List.of("ICB") : List.of("TRUST"),
        "end",
        end,
        "status",
        status);
  }

  @Test
  void a_place_has_its_new_name_from_the_day_it_got_it() throws SQLException {
    Story story = new Story(MONDAY);
    story.place("PL", "QQQ", "Old name", JANUARY);
    story.later(Duration.ofDays(30));
    story.say("organisations", "place-PL", "PlaceRevised", "placeId", "PL", "name", "New name");
    database.apply(story.events());
    LocalDate renamed = LocalDate.of(2026, 4, 1);
    assertThat(placeName(JANUARY.minusDays(1), LATER)).containsExactly("Old name");
    assertThat(placeName(renamed.minusDays(1), LATER)).containsExactly("Old name");
    assertThat(placeName(renamed, LATER)).containsExactly("New name");
    assertThat(placeName(renamed, MONDAY)).containsExactly("Old name");
    assertThat(placeName(renamed, MONDAY.minusSeconds(1))).isEmpty();
  }

  private static List<String> placeName(LocalDate asOf, Instant knownAt) throws SQLException {
    return database.rows("select name from place_at(?, ?)", asOf, knownAt);
  }

  @Test
  void a_corrected_first_day_counts_for_every_day_and_what_was_known_before_stays()
      throws SQLException {
    Story story = new Story(MONDAY);
    story.place("PL", "QQQ", "First name", MARCH);
    story.say(
        "organisations",
        "place-PL",
        "PlaceRevised",
        "placeId",
        "PL",
        "name",
        "Next name",
        "from",
        MARCH.plusMonths(2));
    story.later(Duration.ofDays(1));
    started(story, JANUARY);
    Instant earlier = story.now();
    story.later(Duration.ofDays(1));
    started(story, MARCH.plusMonths(3));
    database.apply(story.events());

    assertThat(placeOpen(JANUARY, MONDAY)).containsExactly("First name|false");
    assertThat(placeOpen(JANUARY, earlier)).containsExactly("First name|true");
    assertThat(placeOpen(MARCH.plusMonths(2), earlier)).containsExactly("Next name|true");
    assertThat(placeOpen(JANUARY, LATER))
        .as("what was said of days before the first fell away")
        .containsExactly("Next name|false");
    assertThat(placeOpen(MARCH.plusMonths(3).minusDays(1), LATER))
        .containsExactly("Next name|false");
    assertThat(placeOpen(MARCH.plusMonths(3), LATER)).containsExactly("Next name|true");
  }

  private static void started(Story story, LocalDate day) {
    story.say("organisations", "place-PL", "PlaceStartCorrected", "placeId", "PL", "start", day);
  }

  private static List<String> placeOpen(LocalDate asOf, Instant knownAt) throws SQLException {
    return database.rows("select name, open from place_at(?, ?)", asOf, knownAt);
  }

  @Test
  void a_leadership_group_speaks_for_its_places_while_its_body_is_open() throws SQLException {
    Story story = new Story(MONDAY);
    story.place("PL", "QQQ", "First", JANUARY);
    story.place("PM", "QQQ", "Second", JANUARY);
    group(story, "GroupFormed", "start", JANUARY, List.of("PL"));
    database.apply(story.events());
    assertThat(groupsOf(JANUARY)).as("its body is not registered").isEmpty();
    story.say(
        "organisations",
        "organisation-g",
        "OrganisationRegistered",
        "organisationId",
        "g",
        "name",
        "The group",
        "kinds",
        List.of("LEADERSHIP_GROUP"),
        "status",
        "ACTIVE",
        "start",
        JANUARY);
    group(story, "GroupRevised", "from", MARCH, List.of());
    database.apply(story.events());
    assertThat(groupsOf(JANUARY)).containsExactly("PL|g");
    assertThat(groupsOf(MARCH)).containsExactly("PL|g", "PM|g");
    story.say(
        "organisations",
        "organisation-g",
        "OrganisationClosed",
        "organisationId",
        "g",
        "end",
        MARCH.plusDays(9));
    database.apply(story.events());
    assertThat(groupsOf(MARCH.plusDays(8))).hasSize(2);
    assertThat(groupsOf(MARCH.plusDays(9))).isEmpty();
  }

  private static void group(
      Story story, String type, String day, LocalDate from, List<String> places) {
    story.say(
        "organisations",
        "group-g",
        type,
        "groupId",
        "g",
        "icsId",
        "QQQ",
        "placeIds",
        places,
        day,
        from);
  }

  private static List<String> groupsOf(LocalDate day) throws SQLException {
    return database.rows(
        "select * from leadership_group_of_place(?, ?) order by place_id", day, LATER);
  }

  @Test
  void patients_nobody_knows_are_not_none() throws SQLException {
    Story story = new Story(MONDAY);
    for (String practice : List.of("P1", "P2")) {
      story.listed(practice, JANUARY);
      story.affiliated(practice, "PL", "PLACE", JANUARY);
    }
    story.say(
        "mandates",
        "mandate-m",
        "MandateOpened",
        "mandateId",
        "m",
        "placeId",
        "PL",
        "topic",
        "t",
        "holderId",
        "fed",
        "holderRole",
        "Lead",
        "start",
        JANUARY,
        "end",
        JANUARY.plusYears(1));
    story.say(
        "mandates",
        "mandate-m",
        "ConsentGranted",
        "mandateId",
        "m",
        "practiceId",
        "P1",
        "on",
        JANUARY);
    database.apply(story.events());
    String sql = "select class, practices, patients from mandate_coverage(array['PL'], ?, ?)";
    assertThat(database.rows(sql, MARCH, LATER))
        .containsExactly(
            "GRANTED|1|null", "CONDITIONAL|0|null", "DECLINED|0|null", "NOT_ANSWERED|1|null");
    story.listSize("P2", "2026-02", 1_000, 1);
    database.apply(story.events());
    assertThat(database.rows(sql, MARCH, LATER))
        .containsExactly(
            "GRANTED|1|null", "CONDITIONAL|0|0", "DECLINED|0|0", "NOT_ANSWERED|1|1000");
  }

  private static final String CLASSES =
      "select topic, board, class, practices from mandate_coverage(array['PL'], ?, ?)"
          + " where class in ('GRANTED', 'NOT_ANSWERED')";

  @Test
  void a_mandate_counts_for_each_of_its_topics_and_tables_while_it_is_in_force()
      throws SQLException {
    Story story = new Story(MONDAY);
    for (String practice : List.of("P1", "P2")) {
      story.listed(practice, JANUARY);
      story.affiliated(practice, "PL", "PLACE", JANUARY);
    }
    mandate(
        story,
        "MandateOpened",
        "placeId",
        "PL",
        "start",
        JANUARY,
        "end",
        MARCH.plusYears(1),
        "openedOn",
        JANUARY,
        "version",
        1,
        "terms",
        terms(List.of("care", "rooms"), "Board"));
    mandate(story, "ConsentGranted", "practiceId", "P1", "on", JANUARY);
    database.apply(story.events());
    assertThat(database.rows(CLASSES, MARCH, LATER)).as("only asked for").isEmpty();

    mandate(story, "MandateActivated", "version", 1, "on", MARCH);
    database.apply(story.events());
    assertThat(database.rows(CLASSES, MARCH.minusDays(1), LATER)).isEmpty();
    assertThat(database.rows(CLASSES, MARCH, LATER))
        .containsExactly(
            "care|Board|GRANTED|1",
            "care|Board|NOT_ANSWERED|1",
            "rooms|Board|GRANTED|1",
            "rooms|Board|NOT_ANSWERED|1");

    mandate(story, "MandateSuspended", "version", 1, "on", MARCH.plusDays(10));
    mandate(story, "SuspensionLifted", "version", 1, "on", MARCH.plusDays(20));
    mandate(story, "MandateEnded", "version", 1, "on", MARCH.plusDays(30));
    database.apply(story.events());
    assertThat(database.rows(CLASSES, MARCH.plusDays(9), LATER)).hasSize(4);
    assertThat(database.rows(CLASSES, MARCH.plusDays(10), LATER)).as("suspended").isEmpty();
    assertThat(database.rows(CLASSES, MARCH.plusDays(20), LATER)).hasSize(4);
    assertThat(database.rows(CLASSES, MARCH.plusDays(30), LATER)).as("ended").isEmpty();
  }

  @Test
  void a_version_counts_its_own_answers_from_the_day_it_is_in_force() throws SQLException {
    Story story = new Story(MONDAY);
    for (String practice : List.of("P1", "P2")) {
      story.listed(practice, JANUARY);
      story.affiliated(practice, "PL", "PLACE", JANUARY);
    }
    mandate(
        story,
        "MandateOpened",
        "placeId",
        "PL",
        "start",
        JANUARY,
        "end",
        MARCH.plusYears(1),
        "openedOn",
        JANUARY,
        "version",
        1,
        "terms",
        terms(List.of("care"), "Board"));
    mandate(story, "ConsentGranted", "practiceId", "P1", "on", JANUARY);
    mandate(story, "ConsentGranted", "practiceId", "P2", "on", JANUARY);
    mandate(story, "MandateActivated", "version", 1, "on", JANUARY);
    mandate(
        story,
        "VersionAsked",
        "placeId",
        "PL",
        "version",
        2,
        "on",
        MARCH,
        "reason",
        "TERMS_CHANGED",
        "terms",
        terms(List.of("rooms"), "Board"));
    mandate(story, "ConsentGranted", "practiceId", "P1", "on", MARCH, "version", 2);
    database.apply(story.events());
    assertThat(database.rows(CLASSES, MARCH, LATER))
        .containsExactly("care|Board|GRANTED|2", "care|Board|NOT_ANSWERED|0");

    mandate(story, "MandateActivated", "version", 2, "on", MARCH.plusDays(5));
    mandate(story, "ConsentEnded", "practiceId", "P1", "version", 2, "on", MARCH.plusDays(9));
    database.apply(story.events());
    assertThat(database.rows(CLASSES, MARCH.plusDays(4), LATER))
        .containsExactly("care|Board|GRANTED|2", "care|Board|NOT_ANSWERED|0");
    assertThat(database.rows(CLASSES, MARCH.plusDays(5), LATER))
        .containsExactly("rooms|Board|GRANTED|1", "rooms|Board|NOT_ANSWERED|1");
    assertThat(database.rows(CLASSES, MARCH.plusDays(9), LATER))
        .containsExactly("rooms|Board|GRANTED|0", "rooms|Board|NOT_ANSWERED|2");
  }

  @Test
  void a_version_that_was_never_in_force_goes_for_the_next_and_one_given_up_counts_nowhere()
      throws SQLException {
    Story story = new Story(MONDAY);
    mandate(
        story,
        "MandateOpened",
        "placeId",
        "PL",
        "start",
        MARCH,
        "end",
        MARCH.plusYears(1),
        "openedOn",
        JANUARY,
        "version",
        1,
        "terms",
        terms(List.of("care"), "Board"));
    mandate(
        story,
        "VersionAsked",
        "placeId",
        "PL",
        "version",
        2,
        "on",
        JANUARY,
        "reason",
        "TERMS_CHANGED",
        "terms",
        terms(List.of("rooms"), "Board"));
    mandate(
        story,
        "VersionAsked",
        "placeId",
        "PL",
        "version",
        3,
        "on",
        JANUARY,
        "reason",
        "TERMS_CHANGED",
        "terms",
        terms(List.of("care"), "Board"));
    mandate(story, "VersionWithdrawn", "version", 3, "on", JANUARY);
    database.apply(story.events());
    assertThat(database.rows("select mandate_id from mandate_fact where known_to = 'infinity'"))
        .isEmpty();
  }

  private static void mandate(Story story, String type, Object... fields) {
    List<Object> all = new ArrayList<>(List.of("mandateId", "m"));
    all.addAll(List.of(fields));
    story.say("mandates", "mandate-m", type, all.toArray());
  }

  private static Map<String, Object> terms(List<String> topics, String table) {
    return Map.of(
        "topics", topics.stream().map(topic -> Map.of("topic", topic)).toList(),
        "tables", List.of(Map.of("label", table)),
        "holder", Map.of("organisationId", "fed", "label", "Lead"),
        "start", JANUARY.toString(),
        "end", MARCH.plusYears(1).toString());
  }

  @Test
  void topics_that_became_one_are_one_from_that_day_and_who_granted_both_counts_once()
      throws SQLException {
    Story story = new Story(MONDAY);
    for (String practice : List.of("P1", "P2", "P3")) {
      story.listed(practice, JANUARY);
      story.affiliated(practice, "PL", "PLACE", JANUARY);
    }
    granted(story, "old", "nursing", "P1", "P2");
    granted(story, "new", "care", "P1");
    granted(story, "words", null, "P3");
    topic(story, "TopicDefined", "nursing", "label", "District nursing", "start", JANUARY);
    topic(story, "TopicDefined", "care", "label", "Care at home", "start", MARCH.plusDays(20));
    topic(story, "TopicRenamed", "care", "label", "Care", "from", MARCH.plusDays(25));
    story.later(Duration.ofDays(1));
    topic(story, "TopicMerged", "nursing", "into", "care", "on", MARCH.plusDays(5));
    database.apply(story.events());
    assertThat(covered(MARCH, LATER))
        .containsExactly(
            "care|care-at-home|Care at home|1|[new]",
            "nursing|district-nursing|District nursing|2|[old]",
            "null|t|null|1|[words]");
    assertThat(covered(MARCH.plusDays(5), LATER))
        .containsExactly("care|care-at-home|Care at home|2|[new, old]", "null|t|null|1|[words]");
    assertThat(covered(MARCH.plusDays(25), LATER))
        .containsExactly("care|care|Care|2|[new, old]", "null|t|null|1|[words]");
    assertThat(covered(MARCH.plusDays(25), MONDAY)).as("before the merger was known").hasSize(3);

    story.later(Duration.ofDays(1));
    topic(story, "TopicReinstated", "nursing");
    topic(story, "TopicSplit", "nursing", "into", List.of("a", "b"), "on", MARCH);
    database.apply(story.events());
    assertThat(covered(MARCH.plusDays(25), LATER))
        .containsExactly(
            "care|care|Care|1|[new]",
            "nursing|district-nursing|District nursing|2|[old]",
            "null|t|null|1|[words]");
  }

  private static List<String> covered(LocalDate asOf, Instant knownAt) throws SQLException {
    return database.rows(
        "select topic_id, topic, label, practices, mandates from mandate_coverage(array['PL'], ?, ?)"
            + " where class = 'GRANTED'",
        asOf,
        knownAt);
  }

  private static void granted(
      Story story, String mandate, @Nullable String topic, String... practices) {
    opened(story, mandate, JANUARY, topic);
    for (String practice : practices) {
      story.say(
          "mandates",
          "mandate-" + mandate,
          "ConsentGranted",
          "mandateId",
          mandate,
          "practiceId",
          practice,
          "on",
          JANUARY);
    }
  }

  private static void topic(Story story, String type, String id, Object... fields) {
    Object[] all = new Object[fields.length + 2];
    all[0] = "topicId";
    all[1] = id;
    System.arraycopy(fields, 0, all, 2, fields.length);
    story.say("organisations", "topics-QQQ", type, all);
  }

  @Test
  void practices_can_answer_from_the_day_a_mandate_says_else_from_when_it_was_opened()
      throws SQLException {
    Story story = new Story(MONDAY);
    opened(story, "said", JANUARY);
    opened(story, "silent", null);
    database.apply(story.events());
    assertThat(database.rows("select mandate_id, opened from mandate_fact order by mandate_id"))
        .containsExactly("said|2026-01-01", "silent|2026-03-02");
  }

  private static void opened(Story story, String id, @Nullable LocalDate openedOn) {
    opened(story, id, openedOn, null);
  }

  private static void opened(
      Story story, String id, @Nullable LocalDate openedOn, @Nullable String topic) {
    story.say(
        "mandates",
        "mandate-" + id,
        "MandateOpened",
        "mandateId",
        id,
        "placeId",
        "PL",
        "topic",
        "t",
        "topicId",
        topic,
        "holderId",
        "fed",
        "holderRole",
        "Lead",
        "start",
        MARCH,
        "end",
        MARCH.plusYears(1),
        "openedOn",
        openedOn);
  }

  @Test
  void an_item_counts_once_something_became_of_it() throws SQLException {
    Story story = new Story(MONDAY);
    meeting(story, "MeetingScheduled", "placeId", "PL", "forum", "Board", "on", JANUARY);
    meeting(story, "ItemAdded", "itemId", "i", "topic", "t");
    String sql = "select code, items from influence('PL', ?, ?)";
    database.apply(story.events());
    assertThat(database.rows(sql, MARCH, LATER)).isEmpty();
    for (String outcome : List.of("AGREED", "VOTED", "NOTED", "DEFERRED")) {
      meeting(story, "OutcomeRecorded", "itemId", "i", "outcome", "NOT_DECIDED");
      database.apply(story.events());
      assertThat(database.rows(sql, MARCH, LATER)).isEmpty();
      meeting(story, "OutcomeRecorded", "itemId", "i", "outcome", outcome);
      database.apply(story.events());
      assertThat(database.rows(sql, MARCH, LATER)).as(outcome).containsExactly("NOT_ASSESSED|1");
    }
  }

  @Test
  void a_body_can_close_and_open_again() throws SQLException {
    Story story = new Story(MONDAY);
    story.registered("QQQ", "ICB", "A body", JANUARY);
    String stream = "organisation-QQQ";
    story.say("organisations", stream, "OrganisationClosed", "organisationId", "QQQ", "end", MARCH);
    story.say(
        "organisations",
        stream,
        "OrganisationReopened",
        "organisationId",
        "QQQ",
        "from",
        MARCH.plusDays(10));
    database.apply(story.events());
    assertThat(name(MARCH.minusDays(1), LATER)).containsExactly("A body|true");
    assertThat(name(MARCH, LATER)).containsExactly("A body|false");
    assertThat(name(MARCH.plusDays(10), LATER)).containsExactly("A body|true");
  }

  @Test
  void a_reassessed_item_needs_confirming_anew() throws SQLException {
    Story story = new Story(MONDAY);
    meeting(story, "MeetingScheduled", "placeId", "PL", "forum", "Board", "on", JANUARY);
    meeting(story, "AttendanceRecorded", "personId", "x", "capacity", "DELEGATE");
    meeting(story, "ItemAdded", "itemId", "i", "title", "T", "topic", "t");
    meeting(story, "OutcomeRecorded", "itemId", "i", "outcome", "AGREED");
    String sql = "select code, items from influence('PL', ?, ?)";
    database.apply(story.events());
    assertThat(database.rows(sql, MARCH, LATER)).containsExactly("NOT_ASSESSED|1");
    meeting(story, "InfluenceAssessed", "itemId", "i", "influence", "CHANGED", "assessedBy", "x");
    database.apply(story.events());
    assertThat(database.rows(sql, MARCH, LATER)).containsExactly("UNCONFIRMED|1");
    meeting(story, "InfluenceConfirmed", "itemId", "i", "confirmedBy", "y");
    database.apply(story.events());
    assertThat(database.rows(sql, MARCH, LATER)).containsExactly("CHANGED|1");
    meeting(story, "InfluenceAssessed", "itemId", "i", "influence", "PARTLY", "assessedBy", "y");
    database.apply(story.events());
    assertThat(database.rows(sql, MARCH, LATER)).containsExactly("UNCONFIRMED|1");
  }

  @Test
  void what_is_disputed_does_not_count_until_it_is_settled() throws SQLException {
    Story story = new Story(MONDAY);
    meeting(story, "MeetingScheduled", "placeId", "PL", "forum", "Board", "on", JANUARY);
    meeting(story, "ItemAdded", "itemId", "i", "title", "T", "topic", "t");
    meeting(story, "OutcomeRecorded", "itemId", "i", "outcome", "AGREED");
    meeting(story, "InfluenceAssessed", "itemId", "i", "influence", "CHANGED", "assessedBy", "x");
    meeting(story, "InfluenceConfirmed", "itemId", "i", "confirmedBy", "y");
    meeting(story, "InfluenceDisputed", "itemId", "i", "reasonRef", "r", "disputedBy", "z");
    String sql = "select code, items from influence('PL', ?, ?)";
    database.apply(story.events());
    assertThat(database.rows(sql, MARCH, LATER)).containsExactly("DISPUTED|1");
    meeting(
        story,
        "DisputeSettled",
        "itemId",
        "i",
        "stands",
        true,
        "settledBy",
        "z",
        "influence",
        "CHANGED",
        "confirmed",
        true);
    database.apply(story.events());
    assertThat(database.rows(sql, MARCH, LATER)).containsExactly("CHANGED|1");
    meeting(story, "InfluenceDisputed", "itemId", "i", "reasonRef", "r", "disputedBy", "z");
    meeting(story, "DisputeSettled", "itemId", "i", "stands", false, "settledBy", "x");
    database.apply(story.events());
    assertThat(database.rows(sql, MARCH, LATER)).containsExactly("NOT_ASSESSED|1");
    meeting(story, "InfluenceAssessed", "itemId", "i", "influence", "NONE", "assessedBy", "x");
    meeting(story, "InfluenceDisputed", "itemId", "i", "reasonRef", "r", "disputedBy", "z");
    database.apply(story.events());
    assertThat(database.rows(sql, MARCH, LATER)).containsExactly("DISPUTED|1");
  }

  @Test
  void an_attendance_that_was_taken_back_is_none() throws SQLException {
    Story story = new Story(MONDAY);
    meeting(story, "MeetingScheduled", "placeId", "PL", "forum", "Board", "on", JANUARY);
    meeting(story, "ItemAdded", "itemId", "i", "title", "T", "topic", "t");
    meeting(story, "OutcomeRecorded", "itemId", "i", "outcome", "AGREED");
    meeting(story, "AttendanceExpected", "personId", "x", "capacity", "DELEGATE");
    meeting(story, "AttendanceRecorded", "personId", "x", "capacity", "DELEGATE");
    String sql = "select attended from influence('PL', ?, ?)";
    database.apply(story.events());
    assertThat(database.rows(sql, MARCH, LATER)).containsExactly("true");
    meeting(story, "AttendanceTakenBack", "personId", "x");
    meeting(story, "ApologiesGiven", "personId", "x");
    database.apply(story.events());
    assertThat(database.rows(sql, MARCH, LATER)).containsExactly("false");
  }

  private static void meeting(Story story, String type, Object... fields) {
    Object[] all = new Object[fields.length + 2];
    all[0] = "meetingId";
    all[1] = "m";
    System.arraycopy(fields, 0, all, 2, fields.length);
    story.say("meetings", "meeting-m", type, all);
  }
}
