package uk.onevoice.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphansTest {
  @TempDir Path root;

  @Test
  void what_a_killed_test_left_is_stopped_and_what_a_running_one_has_is_not() throws Exception {
    var orphan = broker("orphan");
    var file = own("orphan").resolve("pids/kafka.pid");
    Files.writeString(
        file, Files.readString(file).replaceFirst("owner.born=.*", "owner.born=another-boot/1"));
    var somebodys = broker("somebodys");
    Files.createDirectories(own("just-begun"));

    Orphans.stop(root);
    assertThat(orphan.alive()).isFalse();
    assertThat(own("orphan")).doesNotExist();
    assertThat(somebodys.alive()).isTrue();
    assertThat(own("just-begun")).exists();
    somebodys.stop(Duration.ofSeconds(10));
  }

  private Child broker(String name) throws Exception {
    return Child.start(
        own(name).resolve("pids"),
        "kafka",
        "TERM",
        List.of("sleep", "60"),
        Map.of(),
        root.resolve(name + ".log"));
  }

  private Path own(String name) {
    return root.resolve(".state/own").resolve(name);
  }
}
