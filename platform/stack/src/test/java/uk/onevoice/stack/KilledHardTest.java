package uk.onevoice.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What kill -9 of the stack leaves: a server without a master, and data that must survive. */
class KilledHardTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir Path folder;

  @Test
  void killed_hard_it_starts_again_with_its_data_and_without_the_orphan() throws Exception {
    int port = Ports.free(List.of(Postgres.NAME)).of(Postgres.NAME);
    var site = KilledStack.site(folder, port);
    var log = folder.resolve("killed.log");
    var stack =
        new ProcessBuilder(
                Programs.java(),
                "-cp",
                System.getProperty("java.class.path"),
                KilledStack.class.getName(),
                folder.toString(),
                Integer.toString(port))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    await()
        .atMost(PATIENCE)
        .failFast(() -> assertThat(stack.isAlive()).as(Files.readString(log)).isTrue())
        .until(() -> Files.readString(log).contains(Stack.READY));
    write(port);

    stack.destroyForcibly().waitFor();
    var orphan = Child.leftOver(site.pids(), Postgres.NAME).orElseThrow();
    assertThat(orphan.alive()).isTrue();
    assertThat(Child.leftOver(site.pids(), Stack.NAME)).isEmpty();

    var progress = new Progress(System.out);
    Infrastructure.stopLeftOvers(site, progress);
    assertThat(orphan.alive()).isFalse();
    try (var postgres = Postgres.start(site, new Parts(site, progress).postgres(), progress);
        var connection = postgres.connect("postgres");
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT text FROM note")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo("kept");
    }
    assertThat(PortCheck.listening(port)).isFalse();
  }

  @Test
  void stopping_leaves_what_others_started() throws Exception {
    var stranger = new ProcessBuilder("sleep", "60").start();
    try {
      var site = KilledStack.site(folder, 1);
      var ours =
          Child.start(
              site.pids(),
              Postgres.NAME,
              "INT",
              List.of("sh", "-c", "trap 'exit 0' INT; while :; do sleep 0.1; done"),
              Map.of(),
              folder.resolve("ours.log"));
      Infrastructure.stopLeftOvers(site, new Progress(System.out));
      assertThat(ours.alive()).isFalse();
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroy();
    }
  }

  private static void write(int port) throws Exception {
    try (var connection =
            java.sql.DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                Postgres.SUPERUSER,
                Settings.local().get("secret.postgres"));
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE note AS SELECT 'kept' AS text");
    }
  }
}
