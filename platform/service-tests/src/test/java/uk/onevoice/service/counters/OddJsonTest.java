package uk.onevoice.service.counters;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.onevoice.eventstore.EventStore;

@QuarkusTest
@WithTestResource(CountersUnderTest.class)
class OddJsonTest {
  private static final String START = "/v1/counters";

  @Inject DataSource database;
  @Inject EventStore store;

  private final Tokens tokens = new Tokens();
  private final Caller keeper = new Caller(tokens.ofPerson("keeper"));

  @BeforeEach
  void people() {
    new People(database, tokens.issuer()).register();
  }

  @Test
  void what_is_not_the_body_asked_for_is_refused_and_the_field_is_named() {
    var pointers = new LinkedHashMap<String, String>();
    pointers.put("{\"label\":\"B\",\"organisationId\":\"WYVICB01\"}", "/organisationId");
    pointers.put("{\"label\":\"B\",\"version\":7}", "/version");
    pointers.put("{\"label\":\"B\",\"role\":\"PLATFORM_ADMINISTRATOR\"}", "/role");
    pointers.put("{}", "/label");
    pointers.put("{\"label\":null}", "/label");
    pointers.put("{\"label\":7}", "/label");
    pointers.put("{\"label\":{\"value\":\"B\"}}", "/label");
    pointers.put("{\"label\":[\"B\"]}", "/label");
    pointers.put("{\"label\":\"\"}", "/label");
    pointers.put("{\"label\":\"" + "x".repeat(121) + "\"}", "/label");
    pointers.put("{\"label\":\"a\\u0000b\"}", "/label");
    pointers.put("{\"label\":\"a\\u001bb\"}", "/label");
    pointers.put("{\"label\":\"a\\u009bb\"}", "/label");
    pointers.put("{\"label\":\"a\\u202eb\"}", "/label");
    pointers.put("{\"label\":\"a\\ud800b\"}", "/label");
    pointers.put("{\"label\":\"a\\uffffb\"}", "/label");
    pointers.put("{\"label\":\"B\",\"colour\":\"BLUE\"}", "/colour");
    pointers.put("{\"label\":\"B\",\"colour\":0}", "/colour");
    pointers.put("{\"label\":\"B\",\"colour\":\"\"}", "/colour");
    pointers.put("{\"label\":\"B\",\"from\":\"2026-02-30\"}", "/from");
    pointers.put("{\"label\":\"B\",\"from\":20260230}", "/from");
    pointers.put("{\"label\":\"B\",\"from\":\"0000-01-01\"}", "/from");
    pointers.put("{\"label\":\"B\",\"from\":\"1899-12-31\"}", "/from");
    pointers.put("{\"label\":\"B\",\"from\":\"2201-01-01\"}", "/from");
    pointers.put("{\"label\":\"B\",\"from\":[2026,1,1]}", "/from");
    pointers.put("{\"label\":\"B\",\"notes\":[\"a\",\"b\\u0000\"]}", "/notes/1");
    pointers.put("{\"label\":\"B\",\"notes\":\"a\"}", "/notes");

    pointers.forEach((body, pointer) -> assertRefusedAt(START, body, pointer));
  }

  @Test
  void the_first_and_the_last_day_that_can_be_told_are_taken() {
    for (String day : new String[] {"1900-01-01", "2200-12-31"}) {
      var answer = keeper.command(START, "{\"label\":\"B\",\"from\":\"" + day + "\"}");
      assertThat(answer.statusCode()).as(day + answer.body()).isEqualTo(201);
    }
  }

  @Test
  void a_number_is_a_number_of_its_kind() {
    String additions = keeper.counter() + "/additions";
    var pointers = new LinkedHashMap<String, String>();
    pointers.put("{\"amount\":\"1\"}", "/amount");
    pointers.put("{\"amount\":1.5}", "/amount");
    pointers.put("{\"amount\":1e400}", "/amount");
    pointers.put("{\"amount\":99999999999}", "/amount");
    pointers.put("{\"amount\":true}", "/amount");
    pointers.put("{\"amount\":null}", "/amount");
    pointers.put("{}", "/amount");
    pointers.put("{\"amount\":1,\"weight\":1e400}", "/weight");
    pointers.put("{\"amount\":1,\"weight\":\"2\"}", "/weight");

    pointers.forEach((body, pointer) -> assertRefusedAt(additions, body, pointer));
  }

  private void assertRefusedAt(String path, String body, String pointer) {
    long before = store.head();
    var answer = keeper.command(path, body);
    String what = body.substring(0, Math.min(body.length(), 200));

    assertThat(answer.statusCode()).as(what + " -> " + answer.body()).isEqualTo(400);
    JsonNode problem = Caller.json(answer);
    assertThat(problem.path("type").asText()).as(what).endsWith("/invalid-request");
    assertThat(problem.at("/violations/0/pointer").asText()).as(what).isEqualTo(pointer);
    assertThat(answer.body()).as(what).doesNotContain("uk.onevoice", "jackson", "java.");
    assertThat(store.head()).as(what).isEqualTo(before);
  }

  @Test
  void what_is_not_json_is_refused() {
    var malformed =
        Map.ofEntries(
            Map.entry("nothing", ""),
            Map.entry("null", "null"),
            Map.entry("no end", "{\"label\":\"B\""),
            Map.entry("something after the end", "{\"label\":\"B\"} {}"),
            Map.entry("a field twice", "{\"label\":\"A\",\"label\":\"B\"}"),
            Map.entry("not a number", "{\"label\":NaN}"),
            Map.entry("5,000 deep", "{\"notes\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}"),
            Map.entry("5,000 deep in an unknown field", "{\"x\":" + "{\"x\":".repeat(5_000)),
            Map.entry("a long number", "{\"label\":" + "9".repeat(5_000) + "}"),
            Map.entry("a long text", "{\"label\":\"" + "x".repeat(30_000) + "\"}"),
            Map.entry("a control character as it is", "{\"label\":\"a\u0001b\"}"));
    malformed.forEach((what, body) -> {
      long before = store.head();
      var answer = keeper.command(START, body);

      assertThat(answer.statusCode()).as(what + " -> " + answer.body()).isEqualTo(400);
      assertThat(answer.headers().firstValue("Content-Type").orElse(""))
          .as(what)
          .startsWith("application/problem+json");
      assertThat(answer.body()).as(what).doesNotContain("uk.onevoice", "jackson", "java.");
      assertThat(store.head()).as(what).isEqualTo(before);
    });
  }

  @Test
  void a_list_of_a_hundred_thousand_is_read_no_further_than_its_first_wrong_element() {
    String body = "{\"label\":\"B\",\"notes\":[" + "1,".repeat(99_999) + "1]}";

    assertRefusedAt(START, body, "/notes/0");
  }

  @Test
  void bytes_that_are_no_utf_8_are_refused() {
    byte[] label = "{\"label\":\"a?b\"}".getBytes(StandardCharsets.US_ASCII);
    for (int odd : new int[] {0xFF, 0xC0, 0xED}) {
      byte[] body = label.clone();
      body[11] = (byte) odd;
      var answer =
          Caller.send(
              keeper
                  .request(
                      START,
                      "Content-Type",
                      "application/json",
                      "Idempotency-Key",
                      UUID.randomUUID().toString())
                  .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
      assertThat(answer.statusCode()).as("%x -> %s", odd, answer.body()).isEqualTo(400);
    }
  }

  @Test
  void text_is_stored_in_one_form_of_its_characters() {
    HttpResponse<String> answer = keeper.command(START, "{\"label\":\"Cafe\u0301\"}");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    String location = answer.headers().firstValue("Location").orElseThrow();
    var events = store.stream("counter-" + location.substring(location.lastIndexOf('/') + 1), 0);
    assertThat(events.getFirst().payload()).contains("Caf\u00e9");
  }

  @Test
  void an_address_with_what_no_text_may_hold_is_refused() {
    for (String path : new String[] {"/v1/counters/me?q=a%00b", "/v1/counters/%FF%FE"}) {
      var answer = keeper.get(path);
      assertThat(answer.statusCode()).as(path + " -> " + answer.body()).isEqualTo(400);
      assertThat(Caller.json(answer).path("type").asText()).endsWith("/invalid-request");
    }
  }
}
