package uk.onevoice.projection.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.onevoice.projection.facts.Story;
import uk.onevoice.testkit.stack.RunningStack;
import uk.onevoice.testkit.stack.ServiceUnderTest;

/** Who listens hears that something is new, at once or with the week, and no more than that. */
@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "projection"))
class UpdatesTest {
  private static final String UPDATES = "/v1/places/" + Wyvern.VALLEY + "/representation/updates";
  private static final Duration LONG = Duration.ofSeconds(60);

  @TestHTTPResource URI origin;

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Listener> listeners = new ArrayList<>();
  private Story story;

  @BeforeEach
  void tell() {
    story = Wyvern.isTold();
  }

  @AfterEach
  void leave() throws IOException {
    for (Listener listener : listeners) {
      listener.close();
    }
    http.close();
  }

  @Test
  void general_practice_hears_at_once_and_who_sees_the_week_does_not() throws Exception {
    Listener leader = listen("owen.tallant", "");
    Listener outside = listen("colm.ashgrove", "");
    leader.awaits("event: current");
    outside.awaits("event: current");
    String before = leader.mark();

    story.sayAt(
        Instant.now(),
        "relationships",
        "slot-" + UUID.randomUUID(),
        "SlotDefined",
        "slotId",
        UUID.randomUUID().toString(),
        "placeId",
        Wyvern.VALLEY,
        "kind",
        "MENTAL_HEALTH",
        "organisationId",
        "WYVT0002");
    Wyvern.tell();
    leader.awaits("event: changed");
    String after = leader.mark();
    assertThat(after).isNotEqualTo(before).hasSize(32);
    assertThat(leader.lines)
        .contains("retry: 5000")
        .allMatch(line ->
            line.isEmpty() || line.matches("(retry|id|event|data): [a-z0-9]+|: nothing new"));

    outside.awaits(": nothing new");
    assertThat(outside.lines).doesNotContain("event: changed");

    // Who comes again with what they had last hears whether that still holds.
    listen("owen.tallant", before).awaits("event: changed");
    listen("owen.tallant", after).awaits("event: current");
  }

  @Test
  void it_ends_when_the_role_ends() throws Exception {
    Wyvern.appointed("grace.ndukwe-hale", "PCN_CLINICAL_DIRECTOR", "WYVN0001");
    Wyvern.tell();
    Listener grace = listen("grace.ndukwe-hale", "");
    grace.awaits("event: current");
    story.say(
        "organisations",
        "person-" + Wyvern.id("grace.ndukwe-hale"),
        "RoleEnded",
        "roleHoldingId",
        Wyvern.holding("grace.ndukwe-hale", "PCN_CLINICAL_DIRECTOR"),
        "personId",
        Wyvern.id("grace.ndukwe-hale"),
        "end",
        Wyvern.TODAY);
    Wyvern.tell();
    await("the stream has ended").atMost(LONG).until(() -> grace.ended);
  }

  @Test
  void nobody_takes_all_seats_and_a_place_that_is_not_there_has_none() throws Exception {
    for (int i = 0; i < 10; i++) {
      listen("femi.larkspur", "").awaits("event: current");
    }
    assertThat(open("femi.larkspur", UPDATES, "").statusCode()).isEqualTo(429);
    String nowhere = "/v1/places/" + UUID.randomUUID() + "/representation/updates";
    assertThat(open("nadia.velloso", nowhere, "").statusCode()).isEqualTo(404);
    listeners.removeFirst().close();
    await("a seat is free")
        .atMost(LONG)
        .until(() -> {
          HttpResponse<InputStream> again = open("femi.larkspur", UPDATES, "");
          again.body().close();
          return again.statusCode() == 200;
        });
  }

  private Listener listen(String who, String lastSeen) throws Exception {
    HttpResponse<InputStream> answer = open(who, UPDATES, lastSeen);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/event-stream");
    Listener listener = new Listener(answer.body());
    listeners.add(listener);
    Thread.ofVirtual().start(listener);
    return listener;
  }

  private HttpResponse<InputStream> open(String who, String path, String lastSeen)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(origin.resolve(path))
            .header("Authorization", "Bearer " + RunningStack.get().token(who));
    if (!lastSeen.isEmpty()) {
      request.header("Last-Event-ID", lastSeen);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
  }

  private static final class Listener implements Runnable, AutoCloseable {
    private final InputStream stream;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private volatile boolean ended;

    private Listener(InputStream stream) {
      this.stream = stream;
    }

    @Override
    public void run() {
      try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
        reader.lines().forEach(lines::add);
      } catch (IOException | java.io.UncheckedIOException left) {
        // Whoever closes it has heard enough.
      } finally {
        ended = true;
      }
    }

    void awaits(String line) {
      await(line).atMost(LONG).until(() -> lines.contains(line));
    }

    /** The newest id. */
    String mark() {
      return lines.stream()
          .filter(line -> line.startsWith("id: "))
          .reduce((_, later) -> later)
          .orElseThrow()
          .substring(4);
    }

    @Override
    public void close() throws IOException {
      stream.close();
    }
  }
}
