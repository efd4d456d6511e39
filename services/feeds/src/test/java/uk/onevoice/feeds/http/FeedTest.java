package uk.onevoice.feeds.http;

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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.onevoice.feeds.http.Partners.Message;
import uk.onevoice.feeds.http.Partners.System;
import uk.onevoice.feeds.webhooks.WebhooksHere;
import uk.onevoice.testkit.stack.ServiceUnderTest;

/** From messages on the two topics to batches over HTTP, through the real Kafka. */
@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "feeds"))
@WithTestResource(WebhooksHere.class)
class FeedTest {
  private static final String EVENTS = "/v1/feed/events";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Inject DataSource database;

  private final Partners partners = new Partners();

  @AfterEach
  void end() {
    partners.close();
  }

  @Test
  void readers_hear_what_they_may_in_one_order_and_nothing_tells_of_the_rest() {
    String place = place();
    System trust = ready(partners.approved("TRUST" + place));
    System council = ready(partners.approved("COUNCIL" + place));
    String filter = "place=" + place;
    Message[] open = {
      Partners.open(place), Partners.open(place), Partners.open(place), Partners.open(place)
    };
    partners.publish(open[0], open[1], open[2]);
    List<String> before = told(council, filter, 3);
    String body = read(council, filter + "&limit=3").asString();

    // What another is told lies between what both are told.
    partners.publish(Partners.shared(place, "TRUST" + place), Partners.shared(place, "ELSE"));
    partners.publish(open[3], Partners.shared(place, "TRUST" + place, "COUNCIL" + place));
    List<String> ofTrust = told(trust, filter, 6);
    List<String> ofCouncil = told(council, filter, 5);

    assertThat(ofCouncil).startsWith(before.toArray(String[]::new));
    assertThat(read(council, filter + "&limit=3").asString()).isEqualTo(body);
    assertThat(ofTrust).doesNotHaveDuplicates().doesNotContainAnyElementsOf(ofCouncil);
    assertThat(read(trust, filter).jsonPath().getList("type", String.class))
        .containsExactly(
            "place-changed-1",
            "place-changed-1",
            "place-changed-1",
            "joint-group-action-changed-1",
            "place-changed-1",
            "joint-group-action-changed-1");
    assertThat(body)
        .doesNotContain("audience")
        .doesNotContain(open[0].id().toString())
        .doesNotContain("TRUST");

    // Pages of two, by their links, are the same as one of all; a full page is told once.
    List<String> paged = new ArrayList<>();
    String address = EVENTS + "?" + filter + "&limit=2";
    Response page = trust.read(address);
    while (!ids(page).isEmpty()) {
      paged.addAll(ids(page));
      if (page.header("ETag") != null) {
        assertThat(ids(page)).hasSize(2);
        Response again = unchanged(trust, address, page.header("ETag"));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.header("Link")).isNotEmpty();
      }
      address = next(page);
      page = trust.read(address);
    }
    assertThat(io.restassured.RestAssured.get("/q/metrics").asString())
        .contains("onevoice_feed_behind{client=\"" + trust.id() + "\"");
    assertThat(paged).isEqualTo(ofTrust);
    assertThat(page.header("ETag")).isNull();

    // A cursor of one is none for the other, and none for another filter.
    assertInvalid(council.read(next(page)), "query:after");
    assertInvalid(trust.read(next(page).replace(place, place())), "query:after");
    assertInvalid(trust.read(EVENTS + "?after=x"), "query:after");
  }

  @Test
  void the_same_heard_again_and_what_is_not_of_the_language_changes_nothing() throws Exception {
    String place = place();
    System trust = ready(partners.approved("TRUST" + place));
    Message one = Partners.open(place);
    String canary = "canary" + place;
    Message words =
        Message.of("place-changed-1", place, "{\"everyone\": true}, \"words\": \"" + canary + "\"");
    partners.publish(one, one);
    partners.publish("another-key", one);
    partners.publish("canaries", words);
    partners.publish(Partners.open(place));
    // Numbered alike after its log was set back, and told at another time: another event.
    partners.publish(new Message(one.id(), one.type(), one.payload(), one.time().plusMillis(1)));

    assertThat(told(trust, "place=" + place, 3)).doesNotHaveDuplicates();
    await("the canary is put aside")
        .atMost(PATIENCE)
        .until(() -> count("select count(*) from parked_stream where stream = 'canaries'") == 1);
    assertThat(told(trust, "place=" + place, 3)).hasSize(3);
    assertThat(count("select count(*) from feed_event e where e::text like '%" + canary + "%'"))
        .isZero();
  }

  @Test
  void who_is_let_hear_it_no_more_hears_nothing_more_not_even_in_the_middle_of_a_wait()
      throws Exception {
    String place = place();
    System stranger = partners.registered("TRUST" + place);
    await("it is known")
        .atMost(PATIENCE)
        .until(() -> stranger.read("/v1/feed/subscription").statusCode() == 200);
    assertThat(stranger.read("/v1/feed/subscription").jsonPath().getBoolean("approved")).isFalse();
    assertRefused(read(stranger, "limit=1"), "feed-not-approved");

    System trust = ready(partners.approved("TRUST" + place));
    assertThat(trust.read("/v1/feed/subscription").jsonPath().getString("approvals[0].bodyId"))
        .isEqualTo(Partners.BODY);
    // It waits; what another is told does not end the wait, and what it is told does.
    CompletableFuture<Response> waiting = waiting(trust, place);
    partners.publish(Partners.shared(place, "ELSE"));
    partners.publish(Partners.shared(place, "TRUST" + place));
    assertThat(ids(waiting.get(20, java.util.concurrent.TimeUnit.SECONDS))).hasSize(1);

    System left = ready(partners.approved("TRUST" + place));
    String behind = next(read(left, "place=" + place)) + "&wait=20";
    CompletableFuture<Response> cut = CompletableFuture.supplyAsync(() -> left.read(behind));
    partners.withdraw(left);
    assertRefused(cut.get(10, java.util.concurrent.TimeUnit.SECONDS), "feed-not-approved");
    assertRefused(left.read(behind), "feed-not-approved");

    // Followed by another organisation, it has to be let again.
    partners.tell(
        trust, "ClientTransferred", Map.of("clientId", trust.id(), "organisationId", "NEXT"));
    partners.tell(trust, "ClientApproved", Map.of("clientId", trust.id()));
    await("it asks for another")
        .atMost(PATIENCE)
        .untilAsserted(() -> assertRefused(read(trust, "limit=1"), "feed-not-approved"));
  }

  @Test
  void a_reader_that_is_cut_off_at_random_ends_with_exactly_what_was_told() {
    String place = place();
    System trust = ready(partners.approved("TRUST" + place));
    var random = new Random(8);
    int events = 120;
    CompletableFuture<Void> publishing =
        CompletableFuture.runAsync(() ->
            IntStream.range(0, events)
                .forEach(i ->
                    partners.publish(
                        i % 3 == 0 ? Partners.shared(place, "ELSE") : Partners.open(place))));
    List<String> kept = new ArrayList<>();
    Set<String> known = new HashSet<>();
    String saved = EVENTS + "?place=" + place + "&limit=7";
    long end = java.lang.System.nanoTime() + PATIENCE.toNanos();
    while (kept.size() < events * 2 / 3 && java.lang.System.nanoTime() < end) {
      Response page = trust.read(saved + "&wait=1");
      for (String id : ids(page)) {
        if (known.add(id)) {
          kept.add(id);
        }
      }
      // Dies now and then between dealing with a batch and keeping its cursor.
      if (random.nextInt(3) > 0) {
        saved = next(page).replace("&wait=1", "");
      }
    }
    publishing.join();
    assertThat(kept).hasSize(events * 2 / 3);
    assertThat(told(trust, "place=" + place + "&limit=1000", events * 2 / 3)).isEqualTo(kept);
  }

  @Test
  void a_time_is_a_place_to_begin_and_what_is_kept_no_more_is_said_to_be_so() throws Exception {
    String place = place();
    System trust = ready(partners.approved("TRUST" + place));
    partners.publish(Partners.open(place));
    List<String> first = told(trust, "place=" + place, 1);
    String old = EVENTS + "?place=" + place + "&limit=1";
    String cursor = next(trust.read(old + "&from=2020-01-01T00:00:00Z"));
    Instant now = Instant.ofEpochMilli(count("select extract(epoch from now()) * 1000 + 1"));
    await("a moment has gone")
        .until(() ->
            count("select extract(epoch from clock_timestamp()) * 1000") > now.toEpochMilli());
    partners.publish(Partners.open(place), Partners.open(place));
    List<String> all = told(trust, "place=" + place, 3);
    assertThat(ids(read(trust, "place=" + place + "&from=" + now))).isEqualTo(all.subList(1, 3));
    assertThat(ids(trust.read(cursor))).isEqualTo(all.subList(1, 2));

    run("update feed_head set dropped = position");
    run("delete from feed_event where position <= (select dropped from feed_head)");
    Response gone = trust.read(cursor);
    assertThat(gone.statusCode()).isEqualTo(410);
    assertThat(gone.jsonPath().getString("type")).endsWith("/cursor-too-old");
    partners.publish(Partners.open(place));
    assertThat(told(trust, "place=" + place, 1)).doesNotContainAnyElementsOf(all);
    assertThat(ids(trust.read(next(gone)))).isNotEmpty();
    assertThat(first).hasSize(1);
  }

  @Test
  void a_heartbeat_is_told_to_who_asks_for_it() {
    System trust = ready(partners.approved("TRUST" + place()));
    Response beats =
        await("the feed says that it goes on")
            .atMost(PATIENCE)
            .until(() -> read(trust, "types=heartbeat-1"), answer -> !ids(answer).isEmpty());
    assertThat(beats.jsonPath().getList("subject", String.class)).containsOnly("feed");
    assertThat(read(trust, "limit=1000").jsonPath().getList("type", String.class))
        .doesNotContain("heartbeat-1");
    assertThat(trust.read("/v1/feed/types").jsonPath().getList("items.type", String.class))
        .contains("heartbeat-1");
  }

  @Test
  void what_cannot_be_read_says_where() {
    System trust = ready(partners.approved("TRUST"));
    Map.of(
            "limit=0", "query:limit",
            "limit=1001", "query:limit",
            "wait=31", "query:wait",
            "wait=soon", "query:wait",
            "types=place-changed-1,secrets-1", "query:types",
            "subject=a%20b", "query:subject",
            "topic=%2F", "query:topic",
            "from=yesterday", "query:from",
            "from=%2B999999999-01-01T00:00:00Z", "query:from",
            "from=-999999999-01-01T00:00:00Z", "query:from")
        .forEach((query, pointer) -> assertInvalid(read(trust, query), pointer));
    assertInvalid(read(trust, "sandbox=true&from=%2B999999999-01-01T00:00:00Z"), "query:from");
    for (String time : List.of("0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z")) {
      assertThat(read(trust, "from=" + time).statusCode()).isEqualTo(200);
      assertThat(read(trust, "sandbox=true&from=" + time).statusCode()).isEqualTo(200);
    }
    assertInvalid(read(trust, "after=x&from=2026-01-01T00:00:00Z"), "query:from");
    assertThat(read(trust, "limit=1000&wait=0&types=place-changed-1").statusCode()).isEqualTo(200);
    assertThat(trust.read("/v1/feed/types").jsonPath().getList("items.type", String.class))
        .contains("place-changed-1", "joint-group-action-changed-1");
  }

  private System ready(System system) {
    await("it is let hear the feed")
        .atMost(PATIENCE)
        .until(() -> read(system, "limit=1").statusCode() == 200);
    return system;
  }

  private CompletableFuture<Response> waiting(System system, String place) {
    return CompletableFuture.supplyAsync(
        () -> system.read(EVENTS + "?place=" + place + "&wait=20"));
  }

  /** The ids of all that the reader is told, once they are so many. */
  private List<String> told(System system, String query, int events) {
    return await("so much is told")
        .atMost(PATIENCE)
        .until(() -> ids(read(system, query)), ids -> ids.size() >= events);
  }

  private static Response read(System system, String query) {
    return system.read(EVENTS + "?" + query);
  }

  private static Response unchanged(System system, String address, String tag) {
    return io.restassured.RestAssured.given()
        .urlEncodingEnabled(false)
        .header("Authorization", "Bearer " + system.token())
        .header("If-None-Match", tag)
        .get(address);
  }

  private static List<String> ids(Response page) {
    assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
    return page.jsonPath().getList("id", String.class);
  }

  private static String next(Response page) {
    String link = page.header("Link");
    return link.substring(1, link.indexOf('>'));
  }

  private static void assertInvalid(Response answer, String pointer) {
    assertThat(answer.statusCode()).as(pointer).isEqualTo(400);
    assertThat(answer.jsonPath().getString("violations[0].pointer")).isEqualTo(pointer);
  }

  private static void assertRefused(Response answer, String problem) {
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.jsonPath().getString("type")).endsWith("/" + problem);
  }

  private static String place() {
    return java.util.UUID.randomUUID().toString();
  }

  private long count(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
