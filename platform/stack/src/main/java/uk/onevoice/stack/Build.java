package uk.onevoice.stack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The services as programs: built by Maven when a source has changed since, and copied out of the
 * build's folders, so that a test run, which builds again, does not disturb services that run.
 */
final class Build {
  static final String NAME = "build";
  private static final Pattern MODULE =
      Pattern.compile("\\[INFO] Building (?:OneVoice )?(.+?) \\S+ +\\[(\\d+)/(\\d+)]");
  private static final long QUIET_NANOS = 5_000_000_000L;
  private static final List<String> SOURCES = List.of("platform", "services", "seeds", "contracts");

  private final Site site;
  private final Progress progress;
  private volatile @Nullable Process maven;

  Build(Site site, Progress progress) {
    this.site = site;
    this.progress = progress;
  }

  /** Makes what is stale; returns when every service can be started. */
  void bringUpToDate() throws Exception {
    Files.createDirectories(applications());
    var stamp = applications().resolve("stamp");
    try (var channel =
            FileChannel.open(
                site.root().resolve(".state/build.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        var _ = channel.lock()) {
      var sources = sourcesDigest();
      if (Files.exists(stamp) && Files.readString(stamp).equals(sources) && complete()) {
        progress.say(NAME, "nothing has changed since the last build");
        return;
      }
      Files.deleteIfExists(stamp);
      progress.timed(NAME, "building (log: " + log() + ")", "built", this::maven);
      for (var service : Services.ALL) {
        copy(service.name());
      }
      copySeeds();
      Files.writeString(stamp, sources);
    }
  }

  /** Ends a build that runs. */
  void cancel() {
    var running = maven;
    if (running != null) {
      running.descendants().forEach(ProcessHandle::destroy);
      running.destroy();
    }
  }

  /** Where a service's program lies. */
  Path application(String service) {
    return applications().resolve(service);
  }

  /** The demonstration's loader with its libraries. */
  Path seeds() {
    return applications().resolve("seeds");
  }

  private Path applications() {
    return site.root().resolve(".state/apps");
  }

  private Path log() {
    return site.root().resolve(".state/build.log");
  }

  private boolean complete() {
    return Services.ALL.stream()
            .allMatch(
                service -> Files.exists(application(service.name()).resolve("quarkus-run.jar")))
        && Files.isDirectory(seeds());
  }

  private void maven() throws IOException, InterruptedException {
    var modules =
        Services.ALL.stream()
            .map(service -> "services/" + service.name())
            .collect(Collectors.joining(","));
    var builder =
        new ProcessBuilder(
                Maven.command(
                    site.root(),
                    "-T2",
                    "-pl",
                    modules + ",seeds",
                    "-am",
                    "-Dmaven.test.skip=true",
                    "-Dquarkus.package.jar.type=aot-jar",
                    "package"))
            .directory(site.root().toFile())
            .redirectErrorStream(true)
            .redirectInput(Path.of("/dev/null").toFile());
    builder.environment().put("JAVA_HOME", Programs.javaHome());
    var process = builder.start();
    maven = process;
    try (var lines =
            new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var kept = Files.newBufferedWriter(log())) {
      var fetched = 0;
      var said = System.nanoTime();
      for (String line; (line = lines.readLine()) != null; ) {
        kept.write(line);
        kept.newLine();
        var module = MODULE.matcher(line);
        if (module.find()) {
          progress.say(
              NAME, "%s (%s of %s)".formatted(module.group(1), module.group(2), module.group(3)));
        } else if (line.contains("Downloaded from")) {
          fetched++;
          if (System.nanoTime() - said > QUIET_NANOS) {
            progress.say(NAME, "fetching libraries: " + fetched + " so far");
            said = System.nanoTime();
          }
        }
      }
    }
    if (process.waitFor() != 0) {
      throw new StackFailure("The build failed.\n" + Logs.end(log()));
    }
  }

  /** A program that has not changed stays, with the start-up cache that belongs to it. */
  private void copy(String service) throws IOException {
    var made = site.root().resolve("services/" + service + "/target/quarkus-app");
    if (!Files.exists(made.resolve("quarkus-run.jar"))) {
      throw new StackFailure("The build made no program of services/" + service + ".");
    }
    var place = application(service);
    var digest = digest(made);
    var known = place.resolve("digest");
    if (!Files.exists(known) || !Files.readString(known).equals(digest)) {
      replace(made, place);
      Files.writeString(known, digest);
    }
  }

  private void copySeeds() throws IOException {
    replace(site.root().resolve("seeds/target/lib"), seeds());
    try (var jars = Files.newDirectoryStream(site.root().resolve("seeds/target"), "seeds-*.jar")) {
      for (var jar : jars) {
        Files.copy(jar, seeds().resolve(jar.getFileName()));
      }
    }
  }

  private static void replace(Path from, Path to) throws IOException {
    Parts.delete(to);
    try (var files = Files.walk(from)) {
      for (var file : files.toList()) {
        var target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }

  private String sourcesDigest() throws IOException {
    var text = new StringBuilder(Digest.of(site.root().resolve("pom.xml")));
    for (var folder : SOURCES) {
      text.append(digest(site.root().resolve(folder)));
    }
    return Digest.of(text.toString());
  }

  /** What a folder holds, without what builds and tests make. */
  private static String digest(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return Digest.of(
          files
              .filter(file -> isSource(folder.relativize(file)))
              .filter(Files::isRegularFile)
              .sorted()
              .map(file -> folder.relativize(file) + " " + content(file))
              .collect(Collectors.joining("\n")));
    }
  }

  private static boolean isSource(Path file) {
    for (var part : file) {
      var name = part.toString();
      if (name.equals("target") || name.equals("node_modules") || name.equals("test")) {
        return false;
      }
    }
    return true;
  }

  private static String content(Path file) {
    try {
      return Digest.of(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
