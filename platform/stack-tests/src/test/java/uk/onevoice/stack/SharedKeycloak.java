package uk.onevoice.stack;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The Keycloak of the tests that run; without one, as in an IDE, one is started for a while. */
record SharedKeycloak(URI address, @Nullable Infrastructure own) implements AutoCloseable {

  static SharedKeycloak find() throws Exception {
    var named = System.getProperty("onevoice.stack", System.getenv("ONEVOICE_STACK"));
    if (named != null && !named.isBlank()) {
      // `make test` begins to test while it starts.
      await().atMost(Duration.ofMinutes(10)).until(() -> Files.exists(Path.of(named)));
      return new SharedKeycloak(address(Path.of(named)), null);
    }
    var root = Site.rootAbove(Path.of(""));
    var site = TestInfrastructure.site(root, root.resolve(".state/stack-test"));
    var own = TestInfrastructure.start(site, new Progress(System.out));
    return new SharedKeycloak(address(site.folder().resolve(TestInfrastructure.FILE)), own);
  }

  private static URI address(Path file) throws Exception {
    var facts = new Properties();
    try (var in = Files.newInputStream(file)) {
      facts.load(in);
    }
    return URI.create(facts.getProperty("keycloak.url"));
  }

  @Override
  public void close() throws Exception {
    if (own != null) {
      own.close();
    }
  }
}
