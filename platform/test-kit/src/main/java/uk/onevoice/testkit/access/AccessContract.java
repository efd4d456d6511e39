package uk.onevoice.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.testkit.stack.RunningStack;
import uk.onevoice.testkit.stack.ToldRegistry;

/**
 * Every operation of a service's OpenAPI document with no, expired, forged, foreign and
 * insufficient tokens. A service's test, whole:
 *
 * <pre>{@code
 * @QuarkusTest
 * @WithTestResource(value = ServiceUnderTest.class,
 *     initArgs = {
 *       @ResourceArg(name = "log", value = "mandates"),
 *       @ResourceArg(name = "for", value = "access")
 *     })
 * class AccessTest extends AccessContract {
 *   AccessTest() {
 *     super("mandates");
 *   }
 * }
 * }</pre>
 *
 * <p>Its service must know nobody; the second argument, which no other test has, gives it one of
 * its own. Two clients are registered here, and no person.
 */
public abstract class AccessContract {
  private static final String PERSON = "nadia.velloso";
  private static final Map<String, String> CLIENTS =
      Map.of("icb-client", "ICB", "partner-client", "PARTNER");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final RunningStack stack = RunningStack.get();
  private final String service;
  private final List<Operation> operations;

  /**
   * @param service the name of its document in contracts/openapi
   */
  protected AccessContract(String service) {
    this.service = service;
    this.operations = Operation.of(service);
  }

  private record Answered(int status, String contentType, String problem) {}

  @Test
  void who_has_no_good_token_is_not_signed_in() {
    var tokens = new LinkedHashMap<String, @Nullable String>();
    tokens.put("none", null);
    tokens.put("expired", stack.expiredToken());
    tokens.put("foreign", stack.foreignToken());
    tokens.putAll(Forgeries.of(stack.token(PERSON)));

    tokens.forEach((what, token) ->
        assertEach(operations, what, token, List.of(new Refusal(401, "not-signed-in"))));
    assertThat(tokens).hasSize(8);
  }

  @Test
  void who_is_signed_in_and_not_registered_is_told_so() {
    assertEach(
        operations,
        "not registered",
        stack.token(PERSON),
        List.of(new Refusal(403, "not-registered")));
  }

  @Test
  void a_registered_system_changes_nothing_that_it_has_no_right_to() {
    List<Operation> writes = operations.stream().filter(Operation::isWrite).toList();
    try (var registry = ToldRegistry.on(setting("onevoice.directory.topic"))) {
      CLIENTS.forEach((client, kind) -> registry.client(client, "WYVICB01", kind));
    }
    for (String client : CLIENTS.keySet()) {
      String token = stack.token(client);
      await(client + " is known")
          .atMost(Duration.ofSeconds(60))
          .until(() -> !call(operations.getFirst(), token).problem().endsWith("/not-registered"));
      // "Not there" and "not for you" may be the same.
      assertEach(
          writes,
          client,
          token,
          List.of(new Refusal(403, "not-allowed"), new Refusal(404, "not-found")));
    }
  }

  /** What a test may expect: the status and the last part of the problem's type. */
  private record Refusal(int status, String problem) {}

  private void assertEach(
      List<Operation> tried, String what, @Nullable String token, List<Refusal> expected) {
    var others = new ArrayList<String>();
    for (Operation operation : tried) {
      Answered answered = call(operation, token);
      boolean refused =
          answered.contentType().startsWith(operation.problems())
              && expected.stream()
                  .anyMatch(refusal ->
                      answered.status() == refusal.status()
                          && answered.problem().endsWith("/" + refusal.problem()));
      if (!refused) {
        others.add(operation + " with a token that is " + what + ": " + answered);
      }
    }
    assertThat(others).isEmpty();
  }

  @Test
  void no_operation_of_the_document_is_left_out() {
    assertThat(operations).isNotEmpty().hasSize(Math.toIntExact(Operation.countOf(service)));
    assertThat(operations).extracting(Operation::id).doesNotHaveDuplicates();
    assertThat(operations).extracting(Operation::path).noneMatch(path -> path.contains("{"));
  }

  private static Answered call(Operation operation, @Nullable String token) {
    var request = operation.at(setting("test.url"));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      String contentType = answer.headers().firstValue("Content-Type").orElse("");
      return new Answered(
          answer.statusCode(),
          contentType,
          contentType.contains("json") ? problem(JSON.readTree(answer.body())) : "");
    } catch (IOException e) {
      throw new UncheckedIOException(operation.toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String problem(JsonNode answer) {
    return answer.has("type")
        ? answer.path("type").asText()
        : "/" + answer.at("/issue/0/details/coding/0/code").asText();
  }

  private static String setting(String name) {
    return ConfigProvider.getConfig().getValue(name, String.class);
  }
}
