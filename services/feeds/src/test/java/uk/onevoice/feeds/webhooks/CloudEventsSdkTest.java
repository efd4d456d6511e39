package uk.onevoice.feeds.webhooks;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.onevoice.contracts.OpenApiFilter;
import uk.onevoice.feeds.http.Partners;
import uk.onevoice.feeds.http.Partners.System;
import uk.onevoice.feeds.http.Platform;
import uk.onevoice.feeds.log.FeedType;
import uk.onevoice.feeds.webhooks.CloudEventsSdk.Made;
import uk.onevoice.feeds.webhooks.CloudEventsSdk.Message;
import uk.onevoice.feeds.webhooks.Subscriber.Heard;
import uk.onevoice.testkit.stack.ServiceUnderTest;

/** What partners are told in each of three ways, read by a library that is not ours. */
@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "feeds"))
@WithTestResource(WebhooksHere.class)
class CloudEventsSdkTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String KAFKA = "/v1/feed/kafka";

  @TempDir Path folder;

  private final Partners partners = new Partners();
  private final String place = UUID.randomUUID().toString();
  private Subscriber subscriber;
  private System trust;

  @BeforeEach
  void a_system_and_its_listener() {
    String certificates = ConfigProvider.getConfig().getValue(WebhooksHere.FOLDER, String.class);
    subscriber = new Subscriber(Certificates.in(Path.of(certificates)));
    subscriber.answers(
        "/bell",
        (exchange, heard) -> {
          if (heard.method().equals("OPTIONS")) {
            exchange.getResponseHeaders().set("WebHook-Allowed-Origin", "*");
          }
          exchange.sendResponseHeaders(200, -1);
        });
    trust = partners.approved("TRUST" + place);
    await("it is let hear the feed")
        .atMost(PATIENCE)
        .until(() -> trust.read("/v1/feed/events?limit=1").statusCode() == 200);
  }

  @AfterEach
  void end() {
    subscriber.close();
    partners.close();
  }

  @Test
  void over_http_a_batch_and_each_ring_are_the_same_events_to_it() throws Exception {
    String wish =
        "{\"url\": \"%s\", \"filter\": {\"place\": \"%s\"}}"
            .formatted(subscriber.url(WebhooksHere.HOST, "/bell"), place);
    String path =
        "/v1/subscriptions/"
            + post("/v1/subscriptions", wish).jsonPath().getString("subscriptionId");
    post(path + "/verification", "");
    partners.publish(Partners.open(place), Partners.shared(place, "TRUST" + place));
    rings(2);
    post(path + "/test-events", "");
    List<Heard> rings = rings(3);
    Response pulled = trust.read("/v1/feed/events?place=" + place);
    assertThat(pulled.contentType()).startsWith("application/cloudevents-batch+json");

    List<Message> messages = new ArrayList<>();
    messages.add(Message.http(headers(pulled), pulled.asString()));
    rings.forEach(ring -> messages.add(Message.http(headers(ring), ring.body())));
    List<Made> made = CloudEventsSdk.read(messages);

    List<Map<String, Object>> told = pulled.jsonPath().getList("");
    assertThat(told).hasSize(2);
    assertSame(made.get(0), told);
    assertThat(made.subList(1, 3)).map(CloudEventsSdkTest::only).isEqualTo(made.get(0).events());
    assertThat(made.get(3).events()).hasSize(1);
    assertSame(made.get(3), List.of(json(rings.get(2).body())));
    assertThat(only(made.get(3))).containsEntry("type", "webhook-test-1");
  }

  @Test
  void every_type_is_an_event_to_it_with_our_attributes() throws Exception {
    post("/v1/feed/sandbox/events", "{}");
    Response pulled = trust.read("/v1/feed/events?sandbox=true");
    List<Map<String, Object>> told = pulled.jsonPath().getList("");

    Made made =
        CloudEventsSdk.read(List.of(Message.http(headers(pulled), pulled.asString()))).getFirst();

    assertSame(made, told);
    assertThat(told).hasSize(FeedType.values().length);
    assertThat(told.getFirst())
        .containsOnlyKeys(
            "specversion",
            "id",
            "source",
            "type",
            "subject",
            "time",
            "dataref",
            "place",
            "topic",
            "ics");
  }

  @Test
  void of_a_topic_in_kafka_each_record_is_the_event_of_the_feed() throws Exception {
    Response asked =
        await("it is let ask")
            .atMost(PATIENCE)
            .until(() -> sent(KAFKA, ""), answer -> answer.statusCode() == 200);
    var platform = new Platform(trust, asked.jsonPath());
    partners.publish(Partners.open(place), Partners.shared(place, "TRUST" + place));
    Response pulled =
        await("both are told")
            .atMost(PATIENCE)
            .until(
                () -> trust.read("/v1/feed/events?limit=1000"),
                batch ->
                    batch.jsonPath().getList("place").stream().filter(place::equals).count() == 2);
    List<Map<String, Object>> told = pulled.jsonPath().getList("");

    List<ConsumerRecord<String, String>> records =
        platform.read(platform.byToken(folder), told.size());
    List<Made> made =
        CloudEventsSdk.read(
            records.stream()
                .map(record -> Message.kafka(headers(record), record.value(), record.key()))
                .toList());

    assertThat(made).hasSameSizeAs(told);
    for (int i = 0; i < told.size(); i++) {
      // The SDK adds the record's key, as the binding has it: what the event is about.
      Map<String, Object> keyed = new LinkedHashMap<>(told.get(i));
      keyed.put("partitionkey", Objects.requireNonNull(keyed.get("subject")));
      assertSame(made.get(i), List.of(keyed));
    }
    assertThat(sent(KAFKA + "/ending", "").statusCode()).isLessThan(300);
  }

  @Test
  void what_is_no_event_it_refuses() throws Exception {
    post("/v1/feed/sandbox/events", "{\"types\": [\"place-changed-1\"], \"count\": 1}");
    Response pulled = trust.read("/v1/feed/events?sandbox=true");
    Message batch = Message.http(headers(pulled), pulled.asString());
    String one = pulled.asString().replaceAll("^\\[|]$", "");
    Message ring = Message.http(Map.of("content-type", "application/cloudevents+json"), one);
    Message record = Message.kafka(ring.headers(), one, "key");
    List<Message> messages = new ArrayList<>(List.of(batch, ring, record));
    for (Message message : List.of(batch, ring, record)) {
      String body = message.body();
      messages.add(message.of(body.replace("\"source\":\"/v1/feed\",", "")));
      messages.add(message.of(body.replace("\"type\":\"place-changed-1\"", "\"type\":\"\"")));
      messages.add(message.of(body.replace("\"dataref\"", "\"dataRef\"")));
    }
    // In binary mode a header would say each of these: of this body it makes nothing.
    messages.add(Message.http(Map.of("content-type", "application/json"), one));

    List<Made> made = CloudEventsSdk.read(messages);

    assertThat(made.subList(0, 3)).allMatch(each -> each.refused() == null);
    assertThat(made.subList(3, made.size())).allMatch(each -> each.refused() != null);
  }

  /** All attributes and no other; times to the millisecond, which is what JavaScript keeps. */
  private static void assertSame(Made made, List<Map<String, Object>> told) {
    assertThat(made.refused()).isNull();
    assertThat(made.events()).isEqualTo(told.stream().map(CloudEventsSdkTest::asKept).toList());
    assertThat(made.events()).noneMatch(event -> event.containsKey("data"));
  }

  private static Map<String, Object> asKept(Map<String, Object> event) {
    Map<String, Object> kept = new HashMap<>(event);
    Instant time = Instant.parse(String.valueOf(kept.get("time"))).truncatedTo(ChronoUnit.MILLIS);
    // With three places always, as JavaScript writes it.
    kept.put("time", time.toString().replaceFirst("(:\\d\\d)Z$", "$1.000Z"));
    return kept;
  }

  private static Map<String, Object> only(Made made) {
    assertThat(made.events()).as(made.refused()).hasSize(1);
    return made.events().getFirst();
  }

  private static Map<String, Object> json(String text) {
    return JsonPath.from(text).getMap("");
  }

  private static Map<String, String> headers(Response answer) {
    return answer.headers().asList().stream()
        .collect(Collectors.toMap(Header::getName, Header::getValue, (first, _) -> first));
  }

  private static Map<String, String> headers(Heard ring) {
    return ring.headers().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().getFirst()));
  }

  private static Map<String, String> headers(ConsumerRecord<String, String> record) {
    return StreamSupport.stream(record.headers().spliterator(), false)
        .collect(
            Collectors.toMap(header -> header.key(), header -> new String(header.value(), UTF_8)));
  }

  private List<Heard> rings(int least) {
    return await("so many have come")
        .atMost(PATIENCE)
        .until(
            () ->
                subscriber.heard("/bell").stream()
                    .filter(heard -> heard.method().equals("POST"))
                    .toList(),
            rings -> rings.size() >= least);
  }

  private Response post(String path, String body) {
    Response answer = sent(path, body);
    assertThat(answer.statusCode()).as(answer.asString()).isBetween(200, 299);
    return answer;
  }

  private Response sent(String path, String body) {
    var request =
        given()
            .filter(OpenApiFilter.of("feeds"))
            .header("Authorization", "Bearer " + trust.token())
            .header("Idempotency-Key", UUID.randomUUID().toString());
    return body.isEmpty()
        ? request.post(path)
        : request.contentType("application/json").body(body).post(path);
  }
}
