package uk.onevoice.projection.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.onevoice.projection.facts.Story;
import uk.onevoice.testkit.stack.ServiceUnderTest;

/** A version of the read model filled by command beside the one that is served. */
@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "projection"))
class RebuildTest {
  private static final String ALL = "/v1/read-models";
  private static final String HOME = "facts9";

  /** Nobody else asks for it, so that a place told here is in no other test's answer. */
  private static final String ICS_OF_ITS_OWN = "WYVICB09";

  private static final Duration LONG = Duration.ofSeconds(90);

  /** Of a moment that is over, so that only a change of the facts changes the answer. */
  private static final String VIEW =
      "/v1/places/"
          + Wyvern.VALLEY
          + "/representation?asOf=2026-05-14&knownAt=2026-06-01T00:00:00Z";

  @Inject DataSource database;

  private final AtomicBoolean enough = new AtomicBoolean();
  private Story story;

  @BeforeEach
  void tell() {
    story = Wyvern.isTold();
  }

  /** Whatever came of a test, the others go on with the first version, and with no other. */
  @AfterEach
  void onlyTheFirstIsLeft() {
    enough.set(true);
    await("only the first version is left")
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(() -> {
          if (!state(HOME).equals("SERVED")) {
            post(ALL + "/" + HOME + "/servings");
          }
          for (String name : names()) {
            if (!name.equals(HOME)) {
              post(ALL + "/" + name + "/removals");
            }
          }
          assertThat(names()).containsExactly(HOME);
          assertThat(state(HOME)).isEqualTo("SERVED");
        });
  }

  @Test
  void a_new_version_takes_over_without_a_gap_and_the_old_one_can_be_served_again()
      throws Exception {
    String expected = view().asString();
    var reader = new Reader(expected, enough);
    Thread reading = Thread.ofVirtual().start(reader);

    String key = UUID.randomUUID().toString();
    Response asked = post(ALL, key);
    assertThat(asked.statusCode()).isEqualTo(202);
    String name = asked.jsonPath().getString("name");
    assertThat(name).startsWith(HOME + "_");
    assertThat(asked.header("Location")).endsWith(ALL + "/" + name);
    assertThat(asked.jsonPath().getString("startedBy")).startsWith("person:");
    assertThat(post(ALL, key).jsonPath().getString("name")).as("a repeat").isEqualTo(name);
    await("it is served").atMost(LONG).until(() -> state(name).equals("SERVED"));

    assertThat(state(HOME)).isEqualTo("KEPT");
    Response filled = admin().get(ALL + "/" + name);
    assertThat(filled.jsonPath().getLong("heard"))
        .isPositive()
        .isEqualTo(filled.jsonPath().getLong("events"));
    assertThat(indexes(name)).as("indexes").isEqualTo(indexes(HOME));

    // Both go on: what is told now is in the one as in the other.
    String place = UUID.randomUUID().toString();
    story.place(place, ICS_OF_ITS_OWN, "Told while two versions hear", Wyvern.SPRING);
    String told = Wyvern.tell();
    assertThat(Caller.as("colm.ashgrove").get("/v1/places/" + place).statusCode()).isEqualTo(200);
    await("both have the same facts")
        .atMost(LONG)
        .untilAsserted(() -> assertThat(digest(name)).isEqualTo(digest(HOME)));
    assertThat(parked(name)).as("parked").isEqualTo(parked(HOME));
    assertThat(told).isNotEmpty();

    assertThat(post(ALL + "/" + name + "/removals").statusCode()).as("served").isEqualTo(409);
    assertThat(post(ALL + "/" + HOME + "/servings").statusCode()).isEqualTo(200);
    assertThat(post(ALL + "/" + HOME + "/servings").statusCode()).as("again").isEqualTo(200);
    assertThat(state(name)).isEqualTo("KEPT");
    assertThat(state(HOME)).isEqualTo("SERVED");
    assertThat(view().asString()).isEqualTo(expected);

    assertThat(post(ALL + "/" + name + "/removals").statusCode()).isEqualTo(202);
    await("it is gone").atMost(LONG).until(() -> admin().get(ALL + "/" + name).statusCode() == 404);
    assertThat(rows("select count(*) from pg_namespace where nspname = '" + name + "'"))
        .isEqualTo("0");
    assertThat(rows("select count(*) from checkpoint where consumer like '%." + name + "'"))
        .isEqualTo("0");

    enough.set(true);
    reading.join();
    assertThat(reader.wrong).as("answers while it was filled").isEmpty();
    assertThat(reader.read.get()).as("it was read all the time").isGreaterThan(20);
  }

  @Test
  void one_is_filled_at_a_time_and_can_be_given_up() {
    String key = UUID.randomUUID().toString();
    String name = post(ALL, key).jsonPath().getString("name");
    Response second = post(ALL);
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.jsonPath().getString("type")).endsWith("/read-model-being-filled");
    assertThat(post(ALL + "/" + name + "/removals").statusCode()).isEqualTo(202);
    await("it is gone").atMost(LONG).until(() -> admin().get(ALL + "/" + name).statusCode() == 404);
    assertThat(state(HOME)).isEqualTo("SERVED");
    assertThat(names()).containsExactly(HOME);
    assertThat(post(ALL + "/nothing/servings").statusCode()).isEqualTo(404);
  }

  @Test
  void a_view_says_how_far_it_is_up_to_date_though_nothing_happens() {
    Instant before = Instant.now();
    await("it is up to date to a moment ago")
        .atMost(LONG)
        .until(() -> upTo(VALLEY_NOW).isAfter(before));
    assertThat(upTo(VALLEY_NOW)).isBeforeOrEqualTo(Instant.now());
    assertThat(upTo(VIEW)).as("of a moment before").isEqualTo("2026-06-01T00:00:00Z");
    Response unchanged =
        Caller.as("nadia.velloso")
            .request()
            .header("If-None-Match", Caller.as("nadia.velloso").get(VIEW).header("ETag"))
            .get(VIEW);
    assertThat(unchanged.statusCode()).isEqualTo(304);
    assertThat(unchanged.header("X-Up-To-Date-To")).isNotNull();
    for (String path : List.of("/v1/ics", "/v1/search?query=marl", "/v1/ics/WYVICB01/structure")) {
      assertThat(upTo(path)).as(path).isAfter(before.minusSeconds(60));
    }
    List<String> until =
        Caller.as("nadia.velloso")
            .get("/v1/search/freshness")
            .jsonPath()
            .getList("logs.upToDateTo");
    assertThat(until).hasSize(4).doesNotContainNull();
  }

  private static final String VALLEY_NOW = "/v1/places/" + Wyvern.VALLEY + "/representation";

  private static Instant upTo(String path) {
    String header = Caller.as("nadia.velloso").get(path).header("X-Up-To-Date-To");
    return header == null ? Instant.EPOCH : Instant.parse(header);
  }

  /** Asks for the view again and again. */
  private static final class Reader implements Runnable {
    private final String expected;
    private final AtomicBoolean enough;
    private final AtomicInteger read = new AtomicInteger();
    private final List<String> wrong = new ArrayList<>();

    private Reader(String expected, AtomicBoolean enough) {
      this.expected = expected;
      this.enough = enough;
    }

    @Override
    public void run() {
      while (!enough.get()) {
        Response answer = view();
        read.incrementAndGet();
        if (answer.statusCode() != 200 || !answer.asString().equals(expected)) {
          wrong.add(answer.statusCode() + " " + answer.asString());
        }
      }
    }
  }

  private static Response view() {
    return Caller.as("nadia.velloso").get(VIEW);
  }

  private static Caller admin() {
    return Caller.as("admin");
  }

  private static Response post(String path) {
    return post(path, UUID.randomUUID().toString());
  }

  private static Response post(String path, String key) {
    return admin().request().header("Idempotency-Key", key).post(path);
  }

  private static List<String> names() {
    return admin().get(ALL).jsonPath().getList("items.name");
  }

  private static String state(String name) {
    return admin().get(ALL + "/" + name).jsonPath().getString("state");
  }

  /** All rows of all fact tables, and how far each stream was heard, in one number a table. */
  private String digest(String schema) throws SQLException {
    StringBuilder digest = new StringBuilder();
    String tables =
        rows(
            "select string_agg(tablename, ' ' order by tablename) from pg_tables where schemaname = '"
                + schema
                + "' and (tablename like '%\\_fact' or tablename = 'heard_stream')");
    for (String table : tables.split(" ")) {
      digest.append(
          rows(
              "select '%2$s ' || count(*) || ' ' || coalesce(md5(string_agg(f::text, chr(10)"
                      .formatted(schema, table)
                  + " order by f::text collate \"C\")), '') || chr(10) from \"%s\".%s f"
                      .formatted(schema, table)));
    }
    assertThat(digest.toString().lines().count()).isGreaterThan(30);
    return digest.toString();
  }

  /** The streams that a version holds up: a version filled anew holds up the same. */
  private String parked(String schema) throws SQLException {
    return rows(
        "select coalesce(string_agg(stream || ': ' || reason, chr(10) order by topic, stream), '')"
            + " from parked_stream where consumer like '%.facts."
            + schema
            + "'");
  }

  private String indexes(String schema) throws SQLException {
    return rows(
        "select string_agg(indexname, ' ' order by indexname) from pg_indexes where schemaname = '"
            + schema
            + "' and tablename like '%\\_fact'");
  }

  private String rows(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
