package uk.onevoice.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;

/** A service of OneVoice as a process. It starts faster from its second start on. */
final class ServiceProcess implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(4);
  // The first stop writes the start-up cache.
  private static final Duration STOP = Duration.ofSeconds(150);

  private final Child child;
  private final StartCache cache;

  private ServiceProcess(Child child, StartCache cache) {
    this.child = child;
    this.cache = cache;
  }

  /** Starts the service and returns when it says that it is ready. */
  static ServiceProcess start(Site site, Services.Service service, Path application)
      throws Exception {
    var name = service.name();
    var cache = StartCache.of(application.resolve("start.aot"), application, true);
    var command =
        Programs.command(
            cache.options(),
            "-Xms32m",
            "-Xmx" + site.settings().get(name.equals("feeds") ? "memory.feeds" : "memory.service"),
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            // The services look at addresses themselves, and say what is wrong with one.
            "-Dvertx.disableURIValidation=" + !name.equals("web"),
            "-jar",
            "quarkus-run.jar");
    var child =
        Child.start(
            site.pids(),
            name,
            "TERM",
            command,
            ServiceSettings.of(site, service),
            site.log(name),
            application);
    try (var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
      Wait.until(
          name + " is ready on port " + site.ports().of(name),
          START,
          child,
          site.log(name),
          () -> ready(http, site.ports().of(name)));
    } catch (Exception e) {
      // One that hangs would hold the port against the next try.
      child.stop(Programs.STOP);
      throw e;
    }
    return new ServiceProcess(child, cache);
  }

  static boolean ready(HttpClient http, int port) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
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

  boolean writesCache() {
    return cache.isMade();
  }

  Child child() {
    return child;
  }

  @Override
  public void close() throws IOException, InterruptedException {
    child.stop(STOP);
    cache.keep();
  }
}
