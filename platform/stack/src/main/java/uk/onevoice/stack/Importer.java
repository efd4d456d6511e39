package uk.onevoice.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A folder of official files through the public API, as a registry keeper would on the import page:
 * send, look at the preview, accept. What is no official file is named and left out.
 */
final class Importer {
  /** Year, or month, or day in a file's name: the release when its content does not say it. */
  private static final Pattern RELEASE =
      Pattern.compile("(?<!\\d)(20\\d\\d)(?:-(0[1-9]|1[0-2])(?:-([0-3]\\d))?)?(?![\\dhq])");

  /** What is wrong with a file that is no official table at all: a picture, notes, nothing. */
  private static final List<String> NO_TABLE =
      List.of("import-not-recognised", "import-not-utf-8", "import-empty");

  private static final List<String> KEEPERS = List.of("keeper", "admin");
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final long EVERY_MILLIS = 200;

  private final RegistryClient registry;
  private final PrintStream out;
  private final Progress progress;
  private final Map<String, String> lastPositions = new TreeMap<>();
  private int imported;
  private int known;
  private int skipped;
  private int failed;

  Importer(Site site) {
    this(RegistryClient.asOneOf(site, KEEPERS), System.out);
  }

  Importer(RegistryClient registry, PrintStream out) {
    this.registry = registry;
    this.out = out;
    this.progress = new Progress(out);
  }

  void run(Path folder) throws Exception {
    if (!Files.isDirectory(folder)) {
      throw new StackFailure("There is no folder " + folder + ".");
    }
    for (var file : contents(folder)) {
      if (Files.isDirectory(file)) {
        skipped++;
        say(file, "skipped: a folder");
      } else {
        oneByItself(file);
      }
    }
    var views = registry.icsAfter(lastPositions.values(), PATIENCE);
    out.printf(
        Locale.ROOT,
        "%n%d imported, %d known already, %d skipped, %d failed - %.0f seconds to the views%n",
        imported,
        known,
        skipped,
        failed,
        progress.seconds());
    var totals = new ArrayList<String>();
    views
        .body()
        .path("totals")
        .properties()
        .forEach(total -> totals.add(total.getKey() + " " + total.getValue().asText()));
    out.println("In all: " + String.join(", ", totals));
    if (failed > 0) {
      throw new StackFailure("Not every file was imported.");
    }
  }

  private static List<Path> contents(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  /** What goes wrong with one file, also half way through its upload, leaves the others alone. */
  private void oneByItself(Path file) throws Exception {
    try {
      file(file);
    } catch (StackFailure | IOException | UncheckedIOException failure) {
      failed++;
      say(file, "failed: " + failure.getMessage());
    }
  }

  private void file(Path file) throws Exception {
    say(file, "sending");
    var answer = registry.upload(file, release(file.getFileName().toString()).orElse(null));
    if (NO_TABLE.stream().anyMatch(answer::isProblem)) {
      skipped++;
      say(file, "skipped: " + answer.problem());
      return;
    }
    if (!answer.succeeded()) {
      failed++;
      say(file, "refused: " + answer.problem());
      return;
    }
    var preview = answer.body();
    var id = preview.path("importId").asText();
    if (preview.path("state").asText().equals("ACCEPTED")) {
      known++;
      say(file, "imported before, nothing changes");
      return;
    }
    say(file, described(preview));
    var accepted = registry.accept(id);
    if (!accepted.succeeded()) {
      failed++;
      say(file, "not accepted: " + accepted.problem());
      return;
    }
    settle(file, id);
  }

  /** The last position of each partition: what came before it is then there too. */
  private void remember(String position) {
    lastPositions.put(position.substring(0, position.lastIndexOf(':')), position);
  }

  private void settle(Path file, String id) throws Exception {
    var end = System.nanoTime() + PATIENCE.toNanos();
    var said = System.nanoTime();
    while (true) {
      var answer = registry.read(id);
      var state = answer.body().path("state").asText();
      if (state.equals("ACCEPTED")) {
        imported++;
        answer.positions().forEach(this::remember);
        say(file, "imported");
        return;
      }
      if (!state.equals("ACCEPTING") || System.nanoTime() > end) {
        failed++;
        say(file, state + ": " + answer.body().path("failure").asText());
        return;
      }
      if (System.nanoTime() - said > TimeUnit.SECONDS.toNanos(2)) {
        var done = answer.body().path("progress");
        say(file, "%d of %d".formatted(done.path("done").asInt(), done.path("of").asInt()));
        said = System.nanoTime();
      }
      TimeUnit.MILLISECONDS.sleep(EVERY_MILLIS);
    }
  }

  /** What the file is, of when, and what it would change. */
  private static String described(JsonNode preview) {
    var words = new ArrayList<String>();
    preview
        .path("sources")
        .forEach(source ->
            words.add(source.path("kind").asText() + " of " + source.path("release").asText()));
    var counts = new TreeMap<String, Integer>();
    preview
        .path("counts")
        .properties()
        .forEach(count -> counts.put(count.getKey(), count.getValue().asInt()));
    counts.forEach((what, count) -> words.add(what + " " + count));
    return String.join(", ", words);
  }

  private void say(Path file, String what) {
    progress.say("import", file.getFileName() + ": " + what);
  }

  static Optional<String> release(String name) {
    var found = RELEASE.matcher(name);
    if (!found.find()) {
      return Optional.empty();
    }
    var month = found.group(2) == null ? "01" : found.group(2);
    var day = found.group(3) == null ? "01" : found.group(3);
    return Optional.of(found.group(1) + "-" + month + "-" + day);
  }
}
