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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The services as programs: built by Maven when a source has changed since, in output folders that
 * no other build uses, and copied to {@link Applications}, where a stack that runs keeps its own.
 */
final class Build {
  static final String NAME = "build";

  /** Below each module's target, beside what tests and checks make there. */
  private static final String OUTPUT = "stack";

  private static final Pattern MODULE =
      Pattern.compile("\\[INFO] Building (?:OneVoice )?(.+?) \\S+ +\\[(\\d+)/(\\d+)]");
  private static final long QUIET_NANOS = 5_000_000_000L;
  private static final List<String> SOURCES = List.of("platform", "services", "seeds", "contracts");
  private static final String SEEDS = "seeds";

  private final Site site;
  private final Progress progress;
  private final Applications applications;

  Build(Site site, Progress progress) {
    this.site = site;
    this.progress = progress;
    this.applications = new Applications(site.root().resolve(".state/apps"));
  }

  /** Makes what is stale; returns when every service can be started. */
  void bringUpToDate() throws Exception {
    var sources = sourcesDigest();
    if (applications.use(sources)) {
      progress.say(NAME, "nothing has changed since the last build");
      return;
    }
    try (var channel =
            FileChannel.open(
                site.root().resolve(".state/build.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        var _ = channel.lock()) {
      // The lock went with whoever was killed at it; his Maven may still write.
      Programs.stopLeftOver(pids(), NAME);
      sources = sourcesDigest();
      if (applications.use(sources)) {
        progress.say(NAME, "another start has built it");
        return;
      }
      progress.timed(NAME, "building (log: " + log() + ")", "built", this::maven);
      for (var service : Services.ALL) {
        applications.keep(service.name(), program(service.name()));
      }
      applications.keep(SEEDS, seedsProgram());
      if (!sourcesDigest().equals(sources)) {
        // Somebody was writing: good enough for this start, and built anew for the next.
        sources = Digest.of(sources + " and changes");
      }
      applications.made(sources);
      if (!applications.use(sources)) {
        throw new StackFailure("What was built is gone again; start once more.");
      }
    }
  }

  /** Where a service's program lies. */
  Path application(String service) {
    return applications.folder(service);
  }

  /** The demonstration's loader with its libraries. */
  Path seeds() {
    return applications.folder(SEEDS);
  }

  private Path pids() {
    return site.root().resolve(".state/pids");
  }

  private Path log() {
    return site.root().resolve(".state/build.log");
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
                    "-Donevoice.output=" + OUTPUT,
                    // Or Quarkus looks for the modules' jars where they usually are.
                    "-Dquarkus.bootstrap.effective-model-builder=true",
                    "package"))
            .directory(site.root().toFile())
            .redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", Programs.javaHome());
    var maven = Child.start(pids(), NAME, "TERM", builder);
    try {
      if (follow(maven) != 0) {
        throw new StackFailure("The build failed.\n" + Logs.end(log()));
      }
    } finally {
      maven.stop(Programs.STOP);
    }
  }

  /** Tells what Maven is at. Its end is awaited where a cancelled start can interrupt it. */
  private int follow(Child maven) throws IOException, InterruptedException {
    var failed = new AtomicReference<@Nullable IOException>();
    var reader =
        Thread.ofVirtual()
            .start(() -> {
              try {
                read(maven);
              } catch (IOException e) {
                failed.set(e);
              }
            });
    var code = maven.await();
    reader.join();
    var failure = failed.get();
    if (failure != null) {
      throw failure;
    }
    return code;
  }

  private void read(Child maven) throws IOException {
    try (var lines =
            new BufferedReader(new InputStreamReader(maven.output(), StandardCharsets.UTF_8));
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
  }

  private List<Path> program(String service) {
    var made = output("services/" + service).resolve("quarkus-app");
    if (!Files.exists(made.resolve("quarkus-run.jar"))) {
      throw new StackFailure("The build made no program of services/" + service + ".");
    }
    return List.of(made);
  }

  private List<Path> seedsProgram() throws IOException {
    try (var jars = Files.newDirectoryStream(output(SEEDS), "seeds-*.jar")) {
      var parts = new ArrayList<Path>();
      parts.add(output(SEEDS).resolve("lib"));
      jars.forEach(parts::add);
      return parts;
    }
  }

  private Path output(String module) {
    return site.root().resolve(module).resolve("target").resolve(OUTPUT);
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
