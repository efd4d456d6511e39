package uk.onevoice.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A mail server that takes what it is given and hands nothing on, so that invitations can be sent
 * and looked at on one machine. It keeps messages in memory: they are gone when it ends.
 */
final class MailCatcher implements AutoCloseable {
  static final String NAME = "mail";

  /** The port on which its messages are read; {@link #NAME} is that on which they are sent. */
  static final String MAILBOXES = "mailboxes";

  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration STOP = Duration.ofSeconds(10);

  private final Child child;

  private MailCatcher(Child child) {
    this.child = child;
  }

  /** Where the messages of each address are read, over HTTP. */
  static URI mailboxes(Site site) {
    return URI.create("http://127.0.0.1:" + site.ports().of(MAILBOXES));
  }

  /** Returns when it takes messages. */
  static MailCatcher start(Site site, Path libraries) throws Exception {
    var child =
        Child.start(
            site.pids(),
            NAME,
            "TERM",
            List.of(
                Programs.java(),
                "-Xms8m",
                "-Xmx" + site.settings().get("memory.mail"),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dgreenmail.smtp.hostname=127.0.0.1",
                "-Dgreenmail.smtp.port=" + site.ports().of(NAME),
                "-Dgreenmail.api.hostname=127.0.0.1",
                "-Dgreenmail.api.port=" + site.ports().of(MAILBOXES),
                // Whoever is written to has a mailbox from then on.
                "-Dgreenmail.auth.disabled",
                "-jar",
                jar(libraries).toString()),
            Map.of(),
            site.log(NAME));
    try (var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
      Wait.until(
          "the mail catcher answers on port " + site.ports().of(NAME),
          START,
          child,
          site.log(NAME),
          () -> PortCheck.listening(site.ports().of(NAME)) && ready(http, site));
    }
    return new MailCatcher(child);
  }

  private static Path jar(Path libraries) throws IOException {
    try (var jars = Files.newDirectoryStream(libraries, "*.jar")) {
      return jars.iterator().next();
    }
  }

  private static boolean ready(HttpClient http, Site site) {
    var request =
        HttpRequest.newBuilder(mailboxes(site).resolve("/api/service/readiness"))
            .timeout(Duration.ofSeconds(5))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  Child child() {
    return child;
  }

  @Override
  public void close() throws IOException, InterruptedException {
    child.stop(STOP);
  }
}
