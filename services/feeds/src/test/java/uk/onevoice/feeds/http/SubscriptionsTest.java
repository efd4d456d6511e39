package uk.onevoice.feeds.http;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import uk.onevoice.contracts.OpenApiFilter;
import uk.onevoice.contracts.RouteChecks;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.Envelope;
import uk.onevoice.eventstore.Metadata;
import uk.onevoice.feeds.http.Partners.System;
import uk.onevoice.feeds.log.FeedType;
import uk.onevoice.feeds.subscriptions.Webhook;
import uk.onevoice.feeds.subscriptions.Webhooks;
import uk.onevoice.feeds.subscriptions.domain.Subscription;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionCommand;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionCommand.Verify;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionEvent;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionRejection;
import uk.onevoice.feeds.webhooks.WebhooksHere;
import uk.onevoice.kernel.ActorRef;
import uk.onevoice.testkit.stack.RunningStack;
import uk.onevoice.testkit.stack.ServiceUnderTest;
import uk.onevoice.testkit.stack.ToldPeople;

@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "feeds"))
@WithTestResource(WebhooksHere.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SubscriptionsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final OpenApiFilter AS_DOCUMENTED = OpenApiFilter.of("feeds");
  private static final String SUBSCRIPTIONS = "/v1/subscriptions";
  private static final String URL = "https://ring.wyvern-hospitals.nhs.uk/onevoice";

  @Inject Webhooks webhooks;

  @Inject
  CommandHandler<SubscriptionCommand, Subscription, SubscriptionEvent, SubscriptionRejection>
      subscriptions;

  private Partners partners;
  private String trust;
  private System system;
  private String sunita;

  @BeforeEach
  void a_trust_has_a_system_and_people() {
    if (partners != null) {
      return;
    }
    partners = new Partners();
    trust = "TRUST" + UUID.randomUUID().toString().substring(0, 8);
    system = partners.approved(trust);
    sunita = RunningStack.get().token("sunita.pellow");
    tell(sunita, holding("TRUST_CLINICAL_DIRECTOR", trust));
    await("the system is known")
        .atMost(PATIENCE)
        .until(() -> system.read("/v1/feed/events?limit=1").statusCode() == 200);
  }

  @AfterAll
  void all_is_told() {
    partners.close();
  }

  @Test
  void a_system_and_people_of_its_organisation_look_after_a_subscription() throws SQLException {
    Map.of(
            "http://ring.nhs.uk/", "must begin with https://",
            "https://ring.nhs.uk/?token=secret", "must not have a query",
            "https://127.0.0.1/", "must have a host that is let be rung")
        .forEach((url, message) -> {
          Response refused = post(system.token(), SUBSCRIPTIONS, wish(url));
          assertProblem(refused, 422, "webhook-address-refused");
          assertThat(refused.jsonPath().getString("violations[0].message")).startsWith(message);
          assertThat(refused.asString()).doesNotContain("secret");
        });
    assertPointer(post(system.token(), SUBSCRIPTIONS, "{\"url\": \"not a url\"}"), "/url");
    assertPointer(
        post(
            system.token(),
            SUBSCRIPTIONS,
            "{\"url\": \"" + URL + "\", \"filter\": {\"types\": [\"secrets-1\"]}}"),
        "/filter/types");

    // The person's organisation has one system, which need not be named.
    String key = UUID.randomUUID().toString();
    Response made = post(sunita, SUBSCRIPTIONS, wish(URL), key);
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    assertThat(made.jsonPath().getString("secret")).startsWith("whsec_");
    assertThat(made.header("X-Position")).startsWith("feeds:");
    Response again = post(sunita, SUBSCRIPTIONS, wish(URL), key);
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.jsonPath().getString("secret")).isNull();
    UUID id = UUID.fromString(made.jsonPath().getString("subscriptionId"));
    assertThat(again.jsonPath().getString("subscriptionId")).isEqualTo(id.toString());
    String path = SUBSCRIPTIONS + "/" + id;

    Response read = get(system.token(), path);
    assertThat(read.jsonPath().getString("state")).isEqualTo("UNVERIFIED");
    assertThat(read.jsonPath().getBoolean("approved")).isTrue();
    assertThat(read.jsonPath().getString("url")).isEqualTo(URL);
    assertThat(read.jsonPath().getString("clientId")).isEqualTo(system.id());
    assertThat(read.asString()).doesNotContain("whsec_");
    assertThat(webhooks.live(id)).isEmpty();
    assertProblem(post(system.token(), path + "/test-events", ""), 422, "webhook-not-verified");
    assertProblem(post(sunita, path + "/pause", ""), 422, "webhook-not-verified");
    Response unheard = post(sunita, path + "/verification", "");
    assertProblem(unheard, 422, "webhook-not-verified");
    assertThat(unheard.jsonPath().getString("detail")).isNotBlank();
    verified(id);
    Webhook webhook = webhooks.live(id).orElseThrow();
    assertThat(webhook.reader().client()).isEqualTo(system.id());
    assertThat(webhook.signingKeys()).hasSize(1);
    assertThat(made.jsonPath().getString("secret"))
        .isEqualTo(
            "whsec_"
                + java.util.Base64.getEncoder().encodeToString(webhook.signingKeys().getFirst()));
    assertThat(webhook.toString()).doesNotContain("wyvern");

    String seen = get(sunita, path).header("ETag");
    String filter = "{\"types\": [\"place-changed-1\"], \"place\": \"marl-valley\"}";
    assertThat(post(sunita, path + "/filter", filter).statusCode()).isEqualTo(204);
    assertThat(webhooks.live(id).orElseThrow().filter().place()).isEqualTo("marl-valley");
    assertThat(ifMatch(sunita, path + "/pause", seen).statusCode()).isEqualTo(412);
    assertThat(ifMatch(sunita, path + "/test-events", seen).statusCode()).isEqualTo(412);
    assertThat(post(sunita, path + "/pause", "").statusCode()).isEqualTo(204);
    assertThat(webhooks.live(id)).isEmpty();
    assertThat(get(sunita, path).jsonPath().getString("pausedFor")).isEqualTo("ASKED");
    assertThat(post(sunita, path + "/resumption", "").statusCode()).isEqualTo(204);
    webhooks.gone(id);
    assertThat(get(sunita, path).jsonPath().getString("pausedFor")).isEqualTo("GONE");
    webhooks.gone(id);
    assertThat(post(system.token(), path + "/resumption", "").statusCode()).isEqualTo(204);
    assertThat(webhooks.live()).extracting(Webhook::id).contains(id);

    keysChange(path, id, made.jsonPath().getString("keyId"), made.jsonPath().getString("secret"));
    ringing(path);

    assertThat(post(sunita, path + "/deletion", "").statusCode()).isEqualTo(204);
    assertProblem(get(sunita, path), 404, "not-found");
    assertThat(webhooks.find(id)).isEmpty();
  }

  private void keysChange(String path, UUID id, String first, String secret) throws SQLException {
    assertProblem(post(sunita, path + "/keys/" + first + "/end", ""), 409, "only-signing-key");
    assertProblem(
        post(sunita, path + "/keys", "{\"olderEndsAt\": \"2020-01-01T00:00:00Z\"}"),
        422,
        "key-overlap-refused");
    String key = UUID.randomUUID().toString();
    Response added = post(sunita, path + "/keys", "{}", key);
    assertThat(added.jsonPath().getString("secret")).startsWith("whsec_").isNotEqualTo(secret);
    assertThat(post(sunita, path + "/keys", "{}", key).jsonPath().getString("secret")).isNull();
    assertThat(get(sunita, path).jsonPath().getList("keys.keyId", String.class))
        .containsExactly(added.jsonPath().getString("keyId"), first);
    assertThat(webhooks.live(id).orElseThrow().signingKeys()).hasSize(2);
    assertProblem(post(sunita, path + "/keys", "{}"), 409, "two-keys-sign");
    assertThat(post(sunita, path + "/keys/" + first + "/end", "").statusCode()).isEqualTo(204);
    assertThat(webhooks.live(id).orElseThrow().signingKeys()).hasSize(1);
    assertProblem(post(sunita, path + "/keys/" + UUID.randomUUID() + "/end", ""), 404, "not-found");
  }

  private void ringing(String path) {
    assertThat(get(sunita, path + "/deliveries?state=HELD").statusCode()).isEqualTo(200);
    assertPointer(get(sunita, path + "/deliveries?state=LOST"), "query:state");
    assertPointer(get(sunita, path + "/deliveries?after=x"), "query:after");
    assertPointer(get(sunita, path + "/deliveries?after=" + UUID.randomUUID()), "query:after");
    String resending = path + "/deliveries/resending";
    String someone = UUID.randomUUID().toString();
    assertThat(
            post(sunita, resending, "{\"deliveryIds\": [\"" + someone + "\"]}")
                .jsonPath()
                .getInt("deliveries"))
        .isZero();
    String range = "{\"from\": \"2026-11-01T00:00:00Z\", \"until\": \"%s\"}";
    assertThat(post(sunita, resending, range.formatted("2026-11-02T00:00:00Z")).statusCode())
        .isEqualTo(200);
    assertPointer(post(sunita, resending, range.formatted("2026-11-01T00:00:00Z")), "/until");
    assertPointer(post(sunita, resending, "{}"), "/from");
    assertPointer(post(sunita, resending, range.formatted("+999999999-01-01T00:00:00Z")), "/until");
    String never = "{\"from\": \"-999999999-01-01T00:00:00Z\"}";
    assertPointer(post(sunita, path + "/replay", never), "/from");
    assertPointer(
        post(sunita, SUBSCRIPTIONS, never.replace("{", "{\"url\": \"" + URL + "\", ")), "/from");
    assertPointer(
        post(sunita, resending, "{\"deliveryIds\": [\"" + someone + "\"], \"state\": \"HELD\"}"),
        "/deliveryIds");
    String key = UUID.randomUUID().toString();
    String since = "{\"from\": \"" + Instant.now().plusSeconds(3_600) + "\"}";
    assertThat(post(sunita, path + "/replay", since, key).statusCode()).isEqualTo(204);
    assertThat(post(sunita, path + "/replay", since, key).header("Idempotency-Replayed"))
        .isEqualTo("true");
    Response test = post(sunita, path + "/test-events", "", key + "-test");
    assertThat(test.jsonPath().getBoolean("test")).isTrue();
    assertThat(post(sunita, path + "/test-events", "", key + "-test").asString())
        .isEqualTo(test.asString());
    assertThat(
            get(sunita, path + "/deliveries?limit=1").jsonPath().getString("items[0].deliveryId"))
        .isEqualTo(test.jsonPath().getString("deliveryId"));
  }

  @Test
  void for_everybody_else_there_is_none() {
    UUID id = made(system.token(), URL);
    String keyId =
        get(system.token(), SUBSCRIPTIONS + "/" + id).jsonPath().getString("keys[0].keyId");
    System stranger = partners.approved("OTHER" + UUID.randomUUID());
    await("the other is known")
        .atMost(PATIENCE)
        .until(() -> stranger.read("/v1/feed/events?limit=1").statusCode() == 200);
    String leader = RunningStack.get().token("nadia.velloso");
    tell(leader, holding("FEDERATION_LEAD", Partners.BODY));
    String colleague = RunningStack.get().token("colm.ashgrove");
    tell(colleague, holding("TRUST_EXECUTIVE", "ELSEWHERE"));
    List<String> routes =
        RouteChecks.described("feeds").stream()
            .filter(route -> route.contains(SUBSCRIPTIONS + "/{}"))
            .toList();
    assertThat(routes).hasSizeGreaterThan(10);
    for (String caller : List.of(stranger.token(), leader, colleague)) {
      assertThat(get(caller, SUBSCRIPTIONS).jsonPath().getList("items")).isEmpty();
      for (String route : routes) {
        String there = called(caller, route, id.toString(), keyId);
        assertThat(there).as(route).startsWith("404");
        assertThat(there)
            .as(route)
            .isEqualTo(called(caller, route, UUID.randomUUID().toString(), keyId));
      }
      assertProblem(
          post(
              caller,
              SUBSCRIPTIONS,
              "{\"url\": \"" + URL + "\", \"clientId\": \"" + system.id() + "\"}"),
          422,
          "subscription-without-system");
    }
    assertProblem(
        given()
            .header("Authorization", "Bearer " + RunningStack.get().token("tamsin.orrell"))
            .get(SUBSCRIPTIONS),
        403,
        "not-registered");

    // Whoever speaks for a body of general practice sees whom it lets hear.
    List<String> hearing = new ArrayList<>();
    String after = "";
    do {
      Response page = get(leader, "/v1/feed/systems?limit=1&bodyId=" + Partners.BODY + after);
      hearing.addAll(page.jsonPath().getList("items.clientId", String.class));
      String next = page.jsonPath().getString("next");
      after = next == null ? "" : "&after=" + next;
    } while (!after.isEmpty());
    assertThat(hearing).contains(system.id(), stranger.id()).isSorted().doesNotHaveDuplicates();
    assertProblem(get(leader, "/v1/feed/systems?bodyId=WYVFED02"), 403, "not-allowed");

    // A role that has ended counts no more, and no longer than the news takes.
    tell(sunita, "");
    Response left =
        given()
            .header("Authorization", "Bearer " + sunita)
            .header("X-Position", "organisations:0:1")
            .get(SUBSCRIPTIONS + "/" + id);
    assertProblem(left, 404, "not-found");
    tell(sunita, holding("TRUST_CLINICAL_DIRECTOR", trust));
    assertThat(
            given()
                .header("Authorization", "Bearer " + sunita)
                .header("X-Position", "organisations:0:1")
                .get(SUBSCRIPTIONS + "/" + id)
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void whom_nobody_lets_hear_is_not_rung_and_a_successor_begins_anew() throws SQLException {
    String organisation = "GONE" + UUID.randomUUID().toString().substring(0, 8);
    System leaving = partners.approved(organisation);
    await("it is known")
        .atMost(PATIENCE)
        .until(() -> leaving.read("/v1/feed/events?limit=1").statusCode() == 200);
    UUID first = made(leaving.token(), URL);
    UUID second = made(leaving.token(), URL + "/two");
    verified(first);
    assertThat(webhooks.live(first)).isPresent();
    Response page = get(leaving.token(), SUBSCRIPTIONS + "?limit=1");
    assertThat(page.jsonPath().getString("items[0].subscriptionId")).isEqualTo(second.toString());
    Response rest =
        get(leaving.token(), SUBSCRIPTIONS + "?limit=1&after=" + page.jsonPath().getString("next"));
    assertThat(rest.jsonPath().getString("items[0].subscriptionId")).isEqualTo(first.toString());
    assertThat(rest.jsonPath().getString("next")).isNull();

    partners.withdraw(leaving);
    await("it is rung no more").atMost(PATIENCE).until(() -> webhooks.live(first).isEmpty());
    assertThat(webhooks.find(first)).isPresent();
    assertThat(get(leaving.token(), SUBSCRIPTIONS + "/" + first).jsonPath().getBoolean("approved"))
        .isFalse();
    partners.approve(leaving);
    await("it is rung again").atMost(PATIENCE).until(() -> webhooks.live(first).isPresent());

    partners.tell(
        leaving, "ClientTransferred", Map.of("clientId", leaving.id(), "organisationId", "NEXT"));
    partners.tell(leaving, "ClientApproved", Map.of("clientId", leaving.id()));
    partners.approve(leaving);
    await("it asks for another, and is let hear again")
        .atMost(PATIENCE)
        .until(() -> {
          Response now = leaving.read("/v1/feed/subscription");
          return now.statusCode() == 200
              && "NEXT".equals(now.jsonPath().getString("organisationId"))
              && now.jsonPath().getBoolean("approved");
        });
    assertThat(webhooks.live(first)).isEmpty();
    assertProblem(get(leaving.token(), SUBSCRIPTIONS + "/" + first), 404, "not-found");
  }

  @Test
  void a_system_tries_its_reader_before_anybody_lets_it() {
    System trying = partners.registered("TRY" + UUID.randomUUID());
    await("it is known")
        .atMost(PATIENCE)
        .until(() -> trying.read("/v1/feed/subscription").statusCode() == 200);
    String made = "/v1/feed/sandbox/events";
    String key = UUID.randomUUID().toString();
    String wish = "{\"types\": [\"place-changed-1\", \"gp-position-published-1\"], \"count\": 5}";
    for (int i = 0; i < 2; i++) {
      assertThat(post(trying.token(), made, wish, key).jsonPath().getInt("events")).isEqualTo(5);
    }
    Response all = trying.read("/v1/feed/events?sandbox=true");
    List<String> ids = all.jsonPath().getList("id", String.class);
    assertThat(ids).hasSize(5).doesNotHaveDuplicates();
    assertThat(all.header("ETag")).isNull();
    List<String> byPart = new ArrayList<>();
    String next = "/v1/feed/events?sandbox=true&limit=2";
    for (int part = 0; part < 3; part++) {
      Response page = trying.read(next);
      byPart.addAll(page.jsonPath().getList("id", String.class));
      next = page.header("Link").replaceAll("^<(.*)>.*$", "$1");
    }
    assertThat(byPart).isEqualTo(ids);
    assertThat(next).contains("sandbox=true");
    assertThat(trying.read(next).jsonPath().getList("id")).isEmpty();
    assertThat(
            trying
                .read("/v1/feed/events?sandbox=true&types=place-changed-1")
                .jsonPath()
                .getList("type", String.class))
        .hasSize(3)
        .containsOnly("place-changed-1");
    assertThat(
            trying
                .read("/v1/feed/events?sandbox=true&from=" + Instant.now().plusSeconds(60))
                .jsonPath()
                .getList("id"))
        .isEmpty();
    assertThat(
            trying
                .read("/v1/feed/events?sandbox=true&from=2026-01-01T00:00:00Z")
                .jsonPath()
                .getList("id", String.class))
        .isEqualTo(ids);

    // Nothing of it is anybody else's, nor among the events of the feed, nor is a cursor.
    assertThat(system.read("/v1/feed/events?sandbox=true").jsonPath().getList("id", String.class))
        .doesNotContainAnyElementsOf(ids);
    assertThat(system.read("/v1/feed/events?limit=1000").jsonPath().getList("id", String.class))
        .doesNotContainAnyElementsOf(ids);
    assertPointer(system.read(next), "query:after");
    assertProblem(trying.read("/v1/feed/events"), 403, "feed-not-approved");
    partners.approve(trying);
    await("it is let hear the feed")
        .atMost(PATIENCE)
        .until(() -> trying.read("/v1/feed/events?limit=1").statusCode() == 200);
    assertPointer(trying.read(next.replace("sandbox=true&", "")), "query:after");
    assertPointer(trying.read("/v1/feed/events?sandbox=perhaps"), "query:sandbox");
    assertPointer(post(trying.token(), made, "{\"count\": 101}"), "/count");
    assertPointer(post(trying.token(), made, "{\"types\": [\"secrets-1\"]}"), "/types");
    assertThat(post(trying.token(), made, "{}").jsonPath().getInt("events"))
        .isEqualTo(FeedType.values().length);
  }

  @Test
  void people_try_out_a_system_of_their_own_organisation_and_no_other() {
    String made = "/v1/feed/sandbox/events";
    System stranger = partners.registered("STRANGER" + UUID.randomUUID());
    await("it is known")
        .atMost(PATIENCE)
        .until(() -> stranger.read("/v1/feed/subscription").statusCode() == 200);
    String wish = "{\"types\": [\"place-changed-1\"], \"clientId\": \"%s\"}";
    assertThat(post(sunita, made, wish.formatted(system.id())).jsonPath().getInt("events"))
        .isEqualTo(1);
    assertThat(post(sunita, made, "{\"types\": [\"place-changed-1\"]}").statusCode())
        .isEqualTo(200);
    for (String caller : List.of(sunita, system.token())) {
      Response refused = post(caller, made, wish.formatted(stranger.id()));
      assertProblem(refused, 422, "sandbox-without-system");
      assertThat(refused.jsonPath().getString("violations[0].pointer")).isEqualTo("/clientId");
    }
    // Only the system itself is told them.
    assertThat(stranger.read("/v1/feed/events?sandbox=true").jsonPath().getList("id")).isEmpty();
    assertThat(
            system
                .read("/v1/feed/events?sandbox=true&types=place-changed-1")
                .jsonPath()
                .getList("id"))
        .hasSizeGreaterThanOrEqualTo(2);
    assertProblem(get(sunita, "/v1/feed/events?sandbox=true"), 403, "not-allowed");
  }

  private UUID made(String token, String url) {
    Response made = post(token, SUBSCRIPTIONS, wish(url));
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    return UUID.fromString(made.jsonPath().getString("subscriptionId"));
  }

  /** As if its address had said yes. */
  private void verified(UUID id) {
    var _ =
        subscriptions.handle(
            Envelope.of(
                "subscription-" + id,
                new Verify(null),
                new Metadata(ActorRef.service("feeds"), null, null, UUID.randomUUID(), null, null),
                Instant.now()));
  }

  /** Status and body, but for what finds the request again. */
  private static String called(String token, String route, String id, String keyId) {
    String[] parts = route.split(" ");
    String path = parts[1].replaceFirst("\\{}", id).replaceFirst("\\{}", keyId);
    Response answer = parts[0].equals("GET") ? get(token, path) : post(token, path, body(path));
    String correlation = answer.header("X-Correlation-ID");
    return answer.statusCode() + answer.asString().replace(correlation, "");
  }

  private static String body(String path) {
    if (path.endsWith("/replay")) {
      return "{\"from\": \"2026-11-01T00:00:00Z\"}";
    }
    return path.endsWith("/filter") || path.endsWith("/resending") || path.endsWith("/keys")
        ? "{}"
        : "";
  }

  private static String wish(String url) {
    return "{\"url\": \"" + url + "\"}";
  }

  private static void tell(String token, String holdings) {
    ToldPeople.tell(
        ConfigProvider.getConfig().getValue("onevoice.feeds.registry", String.class),
        token,
        "{\"personId\": \"%s\", \"roleHoldings\": [%s]}"
            .formatted(UUID.nameUUIDFromBytes(token.getBytes(UTF_8)), holdings));
  }

  private static String holding(String role, String organisation) {
    return """
    {"roleHoldingId": "%s", "role": "%s", "organisationId": "%s", "organisationName": null,
     "start": "2020-04-01", "end": null}\
    """
        .formatted(UUID.randomUUID(), role, organisation);
  }

  private static Response get(String token, String path) {
    return given().filter(AS_DOCUMENTED).header("Authorization", "Bearer " + token).get(path);
  }

  private static Response post(String token, String path, String body) {
    return post(token, path, body, UUID.randomUUID().toString());
  }

  private static Response post(String token, String path, String body, String key) {
    var request =
        given()
            .filter(AS_DOCUMENTED)
            .header("Authorization", "Bearer " + token)
            .header("Idempotency-Key", key);
    return body.isEmpty()
        ? request.post(path)
        : request.contentType("application/json").body(body).post(path);
  }

  private static Response ifMatch(String token, String path, String seen) {
    return given()
        .header("Authorization", "Bearer " + token)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .header("If-Match", seen)
        .post(path);
  }

  private static void assertProblem(Response answer, int status, String problem) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    assertThat(answer.jsonPath().getString("type")).endsWith("/" + problem);
  }

  private static void assertPointer(Response answer, String pointer) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
    assertThat(answer.jsonPath().getString("violations[0].pointer")).isEqualTo(pointer);
  }
}
