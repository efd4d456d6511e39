package uk.onevoice.feeds.webhooks;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** Lets the service under test ring at {@link #HOST}, by an authority of the tests' own. */
public final class WebhooksHere implements QuarkusTestResourceLifecycleManager {
  static final String HOST = "ring.localhost";

  /** Says in which folder the certificates are. */
  static final String FOLDER = "test.webhooks.folder";

  private Path folder = Path.of("");

  @Override
  public Map<String, String> start() {
    try {
      folder = Files.createTempDirectory("webhooks");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Certificates certificates = Certificates.of(folder, HOST);
    return Map.of(
        FOLDER,
        folder.toString(),
        "onevoice.feeds.webhook-authorities",
        certificates.authority().toString(),
        "onevoice.feeds.webhook-this-machine",
        "true",
        "onevoice.feeds.webhook-hosts",
        ".nhs.uk,.gov.uk,.localhost");
  }

  @Override
  public void stop() {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
