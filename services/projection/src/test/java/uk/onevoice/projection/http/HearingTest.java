package uk.onevoice.projection.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.onevoice.messaging.Applied;
import uk.onevoice.messaging.ParkedStreams;
import uk.onevoice.messaging.Rebuild;
import uk.onevoice.projection.facts.Story;
import uk.onevoice.testkit.stack.ServiceUnderTest;

/** From messages on the four topics to views, through the real Kafka. */
@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "projection"))
class HearingTest {
  /** Later than anything the other tests ask for. */
  private static final LocalDate AUTUMN = LocalDate.of(2026, 10, 1);

  @Inject DataSource database;
  @Inject Applied applied;

  private Story story;

  @BeforeEach
  void tell() {
    story = Wyvern.isTold();
  }

  @Test
  void who_brings_the_position_of_a_command_reads_what_it_wrote() {
    for (int i = 1; i <= 10; i++) {
      String place = UUID.randomUUID().toString();
      story.place(place, Wyvern.ICS, "Hearing " + i, AUTUMN);
      String positions = Wyvern.tellWithoutWaiting();
      Response read =
          Caller.as("colm.ashgrove")
              .request()
              .header("X-Position", positions)
              .get("/v1/places/" + place);
      assertThat(read.statusCode()).isEqualTo(200);
      assertThat(read.header("X-Position-Behind")).isNull();
    }
  }

  @Test
  void a_position_that_does_not_come_is_not_waited_for_for_ever() {
    long start = System.nanoTime();
    Response read =
        Caller.as("colm.ashgrove")
            .request()
            .header("X-Position", "mandates:3:999999999")
            .get("/v1/ics/WYVICB01");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
    assertThat(read.statusCode()).isEqualTo(200);
    assertThat(read.header("X-Position-Behind")).isEqualTo("mandates:3:999999999");
  }

  @Test
  void an_answer_shows_in_the_representation_whatever_topic_came_first() {
    String place = UUID.randomUUID().toString();
    String mandate = UUID.randomUUID().toString();
    story.say(
        "mandates",
        "mandate-" + mandate,
        "MandateOpened",
        "mandateId",
        mandate,
        "placeId",
        place,
        "topic",
        "urgent-care",
        "holderId",
        Wyvern.FEDERATION,
        "holderRole",
        "FEDERATION_LEAD",
        "start",
        AUTUMN,
        "end",
        AUTUMN.plusYears(1));
    story.say(
        "mandates",
        "mandate-" + mandate,
        "ConsentGranted",
        "mandateId",
        mandate,
        "practiceId",
        "WYVP0900",
        "on",
        AUTUMN);
    Wyvern.tell();
    assertThat(representation(place).statusCode()).isEqualTo(404);
    story.listed("WYVP0900", AUTUMN);
    story.affiliated("WYVP0900", place, "PLACE", AUTUMN);
    story.place(place, Wyvern.ICS, "Late place", AUTUMN);
    Wyvern.tell();
    JsonPath measures = representation(place).jsonPath();
    assertThat(measures.getInt("measures.M1.topics[0].practices.granted")).isEqualTo(1);
    assertThat(measures.getInt("measures.M1.topics[0].denominator")).isEqualTo(1);
  }

  @Test
  void a_message_that_cannot_be_applied_holds_up_its_own_stream_only() throws SQLException {
    String bad = UUID.randomUUID().toString();
    String good = UUID.randomUUID().toString();
    story.say("organisations", "place-" + bad, "PlaceDefined", "placeId", bad, "name", "No ICS");
    story.say("organisations", "place-" + bad, "PlaceRevised", "placeId", bad, "name", "Still");
    story.place(good, Wyvern.ICS, "A good place", AUTUMN);
    Wyvern.tell();
    assertThat(Caller.as("colm.ashgrove").get("/v1/places/" + good).statusCode()).isEqualTo(200);
    assertThat(Caller.as("colm.ashgrove").get("/v1/places/" + bad).statusCode()).isEqualTo(404);
    List<ParkedStreams.Waiting> waiting =
        new ParkedStreams(database)
            .streams(new ParkedStreams.StreamKey(consumer(), "", ""), 200).stream()
                .filter(one -> one.key().consumer().equals(consumer()))
                .filter(one -> one.key().stream().equals("place-" + bad))
                .toList();
    assertThat(waiting).hasSize(1);
    assertThat(waiting.getFirst().reason()).contains("icsId is missing");
    assertThat(waiting.getFirst().messages()).isEqualTo(2);
  }

  @Test
  void a_message_delivered_twice_has_its_effect_once() throws SQLException {
    String before = digest();
    Topics.publish(Wyvern.events());
    long end = Topics.end();
    await("the repetitions are heard")
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(() -> assertThat(heard()).isEqualTo(end));
    assertThat(digest()).isEqualTo(before);
  }

  /** How many records the consumer of the facts has read. */
  private long heard() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select sum(next_offset) from checkpoint where consumer = ?")) {
      select.setString(1, consumer());
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  @Test
  void after_somebody_is_erased_every_view_computes_as_before() throws SQLException {
    String erased = UUID.randomUUID().toString();
    String place = UUID.randomUUID().toString();
    String meeting = UUID.randomUUID().toString();
    String item = UUID.randomUUID().toString();
    story.place(place, Wyvern.ICS, "Place of somebody erased", AUTUMN);
    meeting(meeting, "MeetingScheduled", "placeId", place, "forum", "Board", "on", AUTUMN);
    meeting(meeting, "AttendanceRecorded", "personId", erased, "capacity", "DELEGATE");
    meeting(
        meeting,
        "ItemAdded",
        "itemId",
        item,
        "titleRef",
        UUID.randomUUID().toString(),
        "topic",
        "urgent-care");
    meeting(meeting, "OutcomeRecorded", "itemId", item, "outcome", "AGREED");
    meeting(
        meeting, "InfluenceAssessed", "itemId", item, "influence", "NONE", "assessedBy", erased);
    Wyvern.tell();
    String facts = digest();
    Object measures = measures(place);
    assertThat(measures).isNotNull();

    story.say("organisations", "rights-" + erased, "ProcessingRestricted", "personId", erased);
    story.say("organisations", "person-" + erased, "PersonErased", "personId", erased);
    for (String log : List.of("organisations", "relationships", "meetings", "mandates")) {
      story.say(log, "subject-" + erased, "SubjectErased", "personId", erased, "service", log);
    }
    Wyvern.tell();

    assertThat(digest()).isEqualTo(facts);
    assertThat(measures(place)).isEqualTo(measures);
    assertThat(
            new ParkedStreams(database).streams(null, 200).stream().map(one -> one.key().stream()))
        .noneMatch(stream -> stream.contains(erased));
  }

  private void meeting(String id, String type, Object... fields) {
    var all = new ArrayList<Object>(List.of("meetingId", id));
    all.addAll(List.of(fields));
    story.say("meetings", "meeting-" + id, type, all.toArray());
  }

  private static Object measures(String place) {
    return representation(place).path("measures");
  }

  @Test
  void heard_again_from_the_first_event_the_facts_are_the_same() throws SQLException {
    String before = digest();
    List<String> parked = parked();
    // All of them: where facts are left of a stream that is heard as a new one, the same facts
    // cannot be written beside them, and the stream is parked.
    List<String> tables = new ArrayList<>(facts());
    tables.add("heard_stream");
    tables.add("freshness");
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        for (String table : tables) {
          statement.execute("delete from " + table);
        }
      }
      for (String log : List.of("organisations", "relationships", "meetings", "mandates")) {
        Rebuild.from(connection, consumer(), Topics.topic(log));
      }
      connection.commit();
      connection.setAutoCommit(true);
    }
    await("all is heard again")
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(500))
        .until(() -> digest().equals(before));
    long end = Topics.end();
    await("to the last event")
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(() -> assertThat(heard()).isEqualTo(end));
    assertThat(digest()).isEqualTo(before);
    assertThat(parked()).as("parked").isEqualTo(parked);
  }

  /** What the consumer of the facts holds up, each stream with its reason. */
  private List<String> parked() throws SQLException {
    return new ParkedStreams(database)
        .streams(new ParkedStreams.StreamKey(consumer(), "", ""), 200).stream()
            .filter(one -> one.key().consumer().equals(consumer()))
            .map(one -> one.key().stream() + ": " + one.reason())
            .sorted()
            .toList();
  }

  /** All tables of facts. */
  private List<String> facts() throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select tablename from pg_tables where schemaname = current_schema()"
                    + " and tablename like '%\\_fact' order by tablename")) {
      while (row.next()) {
        tables.add(row.getString(1));
      }
    }
    assertThat(tables).hasSizeGreaterThan(30);
    return tables;
  }

  private String consumer() {
    return applied.consumer();
  }

  private String digest() throws SQLException {
    StringBuilder digest = new StringBuilder();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String table : facts()) {
        try (ResultSet row =
            statement.executeQuery(
                "select count(*), md5(string_agg(f::text, '\n' order by f::text collate \"C\"))"
                    + " from "
                    + table
                    + " f")) {
          row.next();
          digest
              .append(table)
              .append(' ')
              .append(row.getLong(1))
              .append(' ')
              .append(row.getString(2));
        }
      }
    }
    return digest.toString();
  }

  private static Response representation(String place) {
    return Caller.as("colm.ashgrove")
        .get("/v1/places/" + place + "/representation?asOf=2026-10-10");
  }
}
