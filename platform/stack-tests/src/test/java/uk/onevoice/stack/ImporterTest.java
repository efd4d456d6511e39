package uk.onevoice.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImporterTest {
  private static final String ACCEPTED = "{\"importId\":\"1\",\"state\":\"ACCEPTED\"}";

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @TempDir Path folder;
  private HttpServer registry;

  /** A registry that answers a file by what is in it. */
  @BeforeEach
  void a_registry() throws IOException {
    registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    registry.createContext("/v1/ics", exchange -> answer(exchange, 200, "{\"totals\":{}}"));
    registry.createContext("/v1/imports", ImporterTest::upload);
    registry.start();
  }

  @AfterEach
  void no_registry() {
    registry.stop(0);
  }

  private static void upload(HttpExchange exchange) throws IOException {
    byte[] start = exchange.getRequestBody().readNBytes(32);
    var content = new String(start, StandardCharsets.UTF_8);
    if (content.startsWith("cut")) {
      exchange.close();
    } else if (content.startsWith("table")) {
      answer(exchange, 200, ACCEPTED);
    } else {
      var problem = content.isEmpty() ? "import-empty" : content.strip();
      answer(
          exchange,
          422,
          "{\"type\":\"https://onevoice.example/problems/%s\",\"title\":\"The reason.\"}"
              .formatted(problem));
    }
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private void run() throws Exception {
    var client =
        new RegistryClient(
            URI.create("http://127.0.0.1:" + registry.getAddress().getPort()), () -> "token");
    new Importer(client, new PrintStream(said, true, StandardCharsets.UTF_8)).run(folder);
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void what_is_no_official_file_is_named_and_left_out() throws Exception {
    Files.writeString(folder.resolve(".DS_Store"), "import-not-utf-8");
    Files.writeString(folder.resolve("README.md"), "import-not-recognised");
    Files.writeString(folder.resolve("nothing.csv"), "");
    Files.writeString(folder.resolve("table.csv"), "table");
    Files.createDirectories(folder.resolve("samples/deeper"));
    run();
    assertThat(said())
        .contains(".DS_Store: skipped: The reason. (422)")
        .contains("README.md: skipped: The reason. (422)")
        .contains("nothing.csv: skipped: The reason. (422)")
        .contains("samples: skipped: a folder")
        .contains("table.csv: imported before")
        .contains("0 imported, 1 known already, 4 skipped, 0 failed");
  }

  @Test
  void a_file_that_is_refused_or_cut_off_on_its_way_leaves_the_others_alone() throws Exception {
    Files.writeString(folder.resolve("a.csv"), "cut".repeat(1_000_000));
    Files.writeString(folder.resolve("b.zip"), "import-damaged");
    Files.writeString(folder.resolve("c.csv"), "table");
    assertThatThrownBy(this::run).isInstanceOf(StackFailure.class);
    assertThat(said())
        .contains("a.csv: failed: ")
        .contains("b.zip: refused: The reason. (422)")
        .contains("c.csv: imported before")
        .contains("0 imported, 1 known already, 0 skipped, 2 failed");
  }

  @ParameterizedTest
  @CsvSource({
    "epraccur_2026-02_newformat.csv.gz, 2026-02-01",
    "icb_succession_2026-04-01.csv,     2026-04-01",
    "councils_2026.csv,                 2026-01-01",
    "gp-reg-pat-prac-all_2025h2.csv,    ",
    "epcn.csv,                          ",
  })
  void a_release_is_taken_from_the_name_when_it_says_one(String name, String release) {
    assertThat(Importer.release(name).orElse(null)).isEqualTo(release);
  }
}
