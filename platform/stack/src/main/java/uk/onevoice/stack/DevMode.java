package uk.onevoice.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One service from its sources, with live reload, in place of its process in the running stack. */
final class DevMode {
  private DevMode() {}

  /** Whether the stack is to leave a service to a {@code make dev} that is still there. */
  static boolean runs(Site site, String service) throws IOException {
    return Child.leftOver(marks(site), service).isPresent();
  }

  /** Not with the processes of the stack, which stops those. */
  private static Path marks(Site site) {
    return site.folder().resolve("dev");
  }

  static int run(Site site, String name) throws IOException, InterruptedException {
    var service =
        Services.ALL.stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow(() ->
                new StackFailure(
                    "Say which service: make dev SERVICE=mandates (one of "
                        + String.join(
                            ", ", Services.ALL.stream().map(Services.Service::name).toList())
                        + ")."));
    if (Child.leftOver(site.pids(), Stack.NAME).isEmpty()) {
      throw new StackFailure("OneVoice is not running. Start it first: make up");
    }
    takeOver(site, name);
    var environment = new HashMap<>(ServiceSettings.of(site, service));
    environment.put("QUARKUS_PROFILE", "dev,local");
    return maven(site, service, environment);
  }

  /** The stack has the service back when this process ends, however it ends. */
  static void takeOver(Site site, String service) throws IOException, InterruptedException {
    Child.rememberSelf(marks(site), service);
    var process = Child.leftOver(site.pids(), service);
    if (process.isPresent()) {
      process.get().stop(Duration.ofSeconds(150));
    }
  }

  private static int maven(Site site, Services.Service service, Map<String, String> environment)
      throws IOException, InterruptedException {
    var builder =
        new ProcessBuilder(
                site.root().resolve("mvnw").toString(),
                "-pl",
                "services/" + service.name(),
                "-am",
                "-DskipTests",
                "quarkus:dev")
            .directory(site.root().toFile())
            .inheritIO();
    builder.environment().put("JAVA_HOME", Programs.javaHome());
    builder.environment().putAll(environment);
    var process = builder.start();
    // Ctrl-C reaches Maven too; the stack may only have the port again when Maven has left it.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> awaitEnd(process)));
    return process.waitFor();
  }

  private static void awaitEnd(Process process) {
    try {
      process.destroy();
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
