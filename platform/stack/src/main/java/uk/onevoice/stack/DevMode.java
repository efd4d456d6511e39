package uk.onevoice.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** One service from its sources, with live reload, in place of its process in the running stack. */
final class DevMode {
  private DevMode() {}

  /** While this file exists, the stack leaves the service to {@code make dev}. */
  static Path mark(Site site, String service) {
    return site.folder().resolve("dev-" + service);
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
    Files.writeString(mark(site, name), "");
    try {
      var process = Child.leftOver(site.pids(), name);
      if (process.isPresent()) {
        process.get().stop(Duration.ofSeconds(150));
      }
      return maven(site, service, ServiceSettings.of(site, service));
    } finally {
      Files.deleteIfExists(mark(site, name));
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
    return builder.start().waitFor();
  }
}
