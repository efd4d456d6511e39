package uk.onevoice.stack;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The Keycloak, and the Kafka beside it, of the tests that run; without them, as in an IDE, they
 * are started for a while.
 */
record SharedKeycloak(Properties facts, @Nullable Infrastructure own) implements AutoCloseable {

  static SharedKeycloak find() throws Exception {
    var named = System.getProperty("onevoice.stack", System.getenv("ONEVOICE_STACK"));
    if (named != null && !named.isBlank()) {
      // `make test` begins to test while it starts.
      await().atMost(Duration.ofMinutes(10)).until(() -> Files.exists(Path.of(named)));
      return new SharedKeycloak(read(Path.of(named)), null);
    }
    var root = Site.rootAbove(Path.of(""));
    var site = TestInfrastructure.site(root, root.resolve(".state/stack-test"));
    var own = TestInfrastructure.start(site, new Progress(System.out));
    return new SharedKeycloak(read(site.folder().resolve(TestInfrastructure.FILE)), own);
  }

  private static Properties read(Path file) throws Exception {
    var facts = new Properties();
    try (var in = Files.newInputStream(file)) {
      facts.load(in);
    }
    return facts;
  }

  URI address() {
    return URI.create(facts.getProperty("keycloak.url"));
  }

  @Override
  public void close() throws Exception {
    if (own != null) {
      own.close();
    }
  }
}
