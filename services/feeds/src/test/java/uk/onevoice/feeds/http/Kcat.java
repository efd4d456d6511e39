package uk.onevoice.feeds.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.onevoice.testkit.stack.RunningStack;

/**
 * kcat, which nobody here wrote, as a partner's reader: with a password, and with no group. By
 * SCRAM, unless it runs on a librdkafka before 2.6.1, as in Debian 12: that cannot sign in by SCRAM
 * to Kafka 4 (librdkafka #4895), and does by PLAIN, which tests' Kafka alone takes. Kafka's own
 * client signs in by SCRAM in the same test.
 */
final class Kcat {
  private static final long PATIENCE_SECONDS = 60;
  private static final Pattern LIBRDKAFKA = Pattern.compile("librdkafka (\\d+)\\.(\\d+)\\.(\\d+)");

  private final Platform platform;
  private final Path errors;

  private final String mechanism;
  private final String password;

  Kcat(Platform platform, Path folder) throws IOException {
    this.platform = platform;
    this.errors = folder.resolve("kcat.err");
    String user = RunningStack.get().partnersUser();
    if (signsInByScram()) {
      mechanism = "SCRAM-SHA-512";
      password = Platform.passwordOf(user);
    } else {
      mechanism = "PLAIN";
      password = RunningStack.get().partnersPassword();
    }
    platform.isReadBy(user);
  }

  /** What it says of a topic that it may not read. */
  String refusal(String topic) throws IOException, InterruptedException {
    Process process = start(topic, "beginning", "-e");
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("kcat goes on reading " + topic);
    }
    if (process.exitValue() == 0) {
      throw new IOException("kcat was not refused " + topic);
    }
    return Files.readString(errors);
  }

  /**
   * Reads on and is killed in the middle: what it has said by then is kept, as a reader does that
   * notes how far it has come.
   *
   * @param from the first offset
   * @param lines after so many it is killed
   * @return where it has to go on
   */
  long readAndKilled(long from, int lines, Map<String, String> kept) throws IOException {
    long next = from;
    Process process = start(platform.topic(), Long.toString(from));
    try (BufferedReader output = process.inputReader()) {
      for (int line = 0; line < lines; line++) {
        String said = output.readLine();
        if (said == null) {
          // Not there yet, or it may not read it yet: the next round tries again.
          return next;
        }
        next = keep(said, kept);
      }
    } finally {
      process.destroyForcibly();
    }
    return next;
  }

  /** Reads on until so many different events are kept. */
  void readUntil(long from, Map<String, String> kept, int events) throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    long next = from;
    while (kept.size() < events && System.nanoTime() < end) {
      next = readAndKilled(next, events - kept.size(), kept);
    }
  }

  private static long keep(String said, Map<String, String> kept) {
    int space = said.indexOf(' ');
    String event = said.substring(space + 1);
    kept.putIfAbsent(String.valueOf(Platform.event(event).get("id")), event);
    return Long.parseLong(said.substring(0, space)) + 1;
  }

  private Process start(String topic, String offset, String... more) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "kcat",
                "-C",
                "-q",
                "-u",
                "-b",
                platform.said().getString("servers"),
                "-t",
                topic,
                "-p",
                "0",
                "-o",
                offset,
                "-f",
                "%o %s\\n"));
    for (String setting :
        List.of(
            "security.protocol=SASL_PLAINTEXT",
            "sasl.mechanism=" + mechanism,
            "sasl.username=" + RunningStack.get().partnersUser(),
            "sasl.password=" + password)) {
      command.add("-X");
      command.add(setting);
    }
    command.addAll(List.of(more));
    return started(new ProcessBuilder(command).redirectError(Redirect.to(errors.toFile())));
  }

  private static boolean signsInByScram() throws IOException {
    Process process = started(new ProcessBuilder("kcat", "-V").redirectErrorStream(true));
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Matcher version = LIBRDKAFKA.matcher(said);
    return version.find()
        && Arrays.compare(
                new int[] {
                  Integer.parseInt(version.group(1)),
                  Integer.parseInt(version.group(2)),
                  Integer.parseInt(version.group(3))
                },
                new int[] {2, 6, 1})
            >= 0;
  }

  private static Process started(ProcessBuilder builder) throws IOException {
    try {
      return builder.start();
    } catch (IOException missing) {
      throw new IOException(
          "This test needs kcat: on Debian, apt-get install kcat; on macOS, brew install kcat",
          missing);
    }
  }
}
