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

class ChildTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @TempDir Path folder;

  @Test
  void a_process_of_an_earlier_run_is_found_and_stopped() throws Exception {
    var started = sleeping("kafka");
    var found = Child.leftOver(pids(), "kafka").orElseThrow();
    assertThat(found.pid()).isEqualTo(started.pid());
    found.stop(PATIENCE);
    assertThat(started.alive()).isFalse();
    assertThat(Child.leftOver(pids(), "kafka")).isEmpty();
  }

  @Test
  void a_stranger_with_the_number_of_one_of_ours_is_left_alone() throws Exception {
    var stranger = new ProcessBuilder("sleep", "60").start();
    try {
      Files.createDirectories(pids());
      Files.writeString(
          pids().resolve("kafka.pid"),
          "pid=%d%nbegan=%d%nsignal=TERM%n".formatted(stranger.pid(), 1_000_000L));
      assertThat(Child.leftOver(pids(), "kafka")).isEmpty();
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroy();
    }
  }

  @Test
  void one_that_does_not_listen_is_ended_by_force() throws Exception {
    var log = folder.resolve("deaf.log");
    var deaf =
        Child.start(
            pids(),
            "deaf",
            "TERM",
            List.of("sh", "-c", "trap '' TERM; echo deaf; while :; do sleep 1; done"),
            Map.of(),
            log);
    Wait.until("it has closed its ears", PATIENCE, deaf, log, () -> log.toFile().length() > 0);
    deaf.stop(Duration.ofMillis(500));
    assertThat(deaf.alive()).isFalse();
  }

  @Test
  void it_is_away_from_the_terminals_process_group() throws Exception {
    var child = sleeping("apart");
    try {
      if (Files.exists(Path.of("/proc/self/stat"))) {
        await().until(() -> !group(child.pid()).equals(group(ProcessHandle.current().pid())));
      }
    } finally {
      child.stop(PATIENCE);
    }
  }

  private static String group(long pid) throws Exception {
    var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
    return stat.substring(stat.lastIndexOf(')') + 2).split(" ")[2];
  }

  private Child sleeping(String name) throws Exception {
    return Child.start(
        pids(), name, "TERM", List.of("sleep", "60"), Map.of(), folder.resolve(name + ".log"));
  }

  private Path pids() {
    return folder.resolve("pids");
  }
}
