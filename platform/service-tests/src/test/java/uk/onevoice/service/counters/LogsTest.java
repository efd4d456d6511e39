package uk.onevoice.service.counters;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.handlers.ConsoleHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the console is told in service, line by line. */
@QuarkusTest
@WithTestResource(
    value = CountersUnderTest.class,
    initArgs = @ResourceArg(name = "strained", value = "true"))
class LogsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CORRELATION = "logs-2026-11-22";

  @Inject DataSource database;

  private final Tokens tokens = new Tokens();
  private final Lines lines = new Lines();

  @BeforeEach
  void listen() {
    new People(database, tokens.issuer()).register();
    Logger.getLogger("").addHandler(lines);
  }

  @AfterEach
  void leave() {
    Logger.getLogger("").removeHandler(lines);
  }

  @Test
  void a_line_is_json_and_carries_the_correlation_id_of_the_request_it_is_about()
      throws JsonProcessingException {
    var answer =
        new Caller(tokens.ofPerson("second-keeper"))
            .get("/v1/counters/broken", "X-Correlation-ID", CORRELATION);
    assertThat(answer.statusCode()).isEqualTo(500);

    JsonNode line = lines.startingWith("request failed correlationId=" + CORRELATION);
    assertThat(OffsetDateTime.parse(line.path("timestamp").asText())).isNotNull();
    assertThat(line.path("level").asText()).isEqualTo("ERROR");
    assertThat(line.path("loggerName").asText()).startsWith("uk.onevoice.service.problem.");
    assertThat(line.path("mdc").path("correlationId").asText()).isEqualTo(CORRELATION);
    assertThat(line.path("threadName").asText()).contains("virtual");
    assertThat(line.path("exception").path("exceptionType").asText())
        .isEqualTo("java.lang.IllegalStateException");
  }

  @Test
  void a_refusal_is_logged_with_who_and_what_and_the_correlation_id()
      throws JsonProcessingException {
    new Caller(tokens.ofClient("partner-client"))
        .get("/v1/counters/me", "X-Correlation-ID", CORRELATION);

    JsonNode line = lines.startingWith("refused actor=client:partner-client operation=readCaller");
    assertThat(line.path("level").asText()).isEqualTo("INFO");
    assertThat(line.path("mdc").path("correlationId").asText()).isEqualTo(CORRELATION);
  }

  /** As the console's own handler formats them, on the thread that logs. */
  private static final class Lines extends Handler {
    private final Formatter console =
        Objects.requireNonNull(consoleOf(Logger.getLogger("").getHandlers())).getFormatter();
    private final Queue<String> all = new ConcurrentLinkedQueue<>();

    private static Handler consoleOf(Handler[] handlers) {
      for (Handler handler : handlers) {
        Handler found =
            switch (handler) {
              case ConsoleHandler it -> it;
              case ExtHandler several -> consoleOf(several.getHandlers());
              default -> null;
            };
        if (found != null) {
          return found;
        }
      }
      return null;
    }

    JsonNode startingWith(String message) throws JsonProcessingException {
      List<String> seen = new ArrayList<>();
      for (String text : all) {
        JsonNode line = JSON.readTree(text);
        if (line.path("message").asText().startsWith(message)) {
          return line;
        }
        seen.add(line.path("message").asText());
      }
      throw new AssertionError("No line starts with " + message + ": " + seen);
    }

    @Override
    public void publish(LogRecord line) {
      all.add(console.format(line));
    }

    @Override
    public void flush() {
      // Nothing is kept back.
    }

    @Override
    public void close() {
      // Nothing was opened.
    }
  }
}
