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
          "pid=%d%nborn=%s%nsignal=TERM%n".formatted(stranger.pid(), "another-boot/4711"));
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

  @Test
  void what_it_has_started_ends_with_it() throws Exception {
    var log = folder.resolve("family.log");
    var parent =
        Child.start(
            pids(),
            "build",
            "TERM",
            List.of("sh", "-c", "sleep 60 & echo $!; wait"),
            Map.of(),
            log);
    Wait.until("it has a child", PATIENCE, parent, log, () -> log.toFile().length() > 0);
    var grandchild = ProcessHandle.of(Long.parseLong(Files.readString(log).strip())).orElseThrow();
    parent.stop(PATIENCE);
    await().atMost(PATIENCE).until(() -> !grandchild.isAlive());
  }

  @Test
  void what_a_killed_run_left_at_work_is_stopped_before_the_same_is_begun_again() throws Exception {
    var orphan = sleeping("build");
    Programs.run(pids(), "build", List.of("true"), folder, Map.of(), folder.resolve("build.log"));
    assertThat(orphan.alive()).isFalse();
    assertThat(Child.leftOver(pids(), "build")).isEmpty();
  }

  @Test
  void work_that_is_broken_off_is_stopped() throws Exception {
    var work =
        Thread.ofVirtual()
            .start(() -> {
              try {
                Programs.run(
                    pids(),
                    "build",
                    List.of("sleep", "60"),
                    folder,
                    Map.of(),
                    folder.resolve("build.log"));
              } catch (java.io.IOException | InterruptedException _) {
                // As a start that is told to stop.
              }
            });
    await().atMost(PATIENCE).until(() -> Child.leftOver(pids(), "build").isPresent());
    var child = Child.leftOver(pids(), "build").orElseThrow();
    work.interrupt();
    work.join(PATIENCE);
    assertThat(child.alive()).isFalse();
  }

  @Test
  void one_whose_master_lives_is_no_orphan() throws Exception {
    var child = sleeping("kafka");
    assertThat(Child.anyHasMaster(pids())).isTrue();
    var file = pids().resolve("kafka.pid");
    Files.writeString(
        file, Files.readString(file).replaceFirst("owner.born=.*", "owner.born=another-boot/1"));
    assertThat(Child.anyHasMaster(pids())).isFalse();
    child.stop(PATIENCE);
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
