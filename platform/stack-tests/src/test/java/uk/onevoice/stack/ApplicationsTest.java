package uk.onevoice.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplicationsTest {
  private static final String FIRST = Digest.of("first sources");
  private static final String SECOND = Digest.of("second sources");

  @TempDir Path folder;

  @Test
  void what_a_running_stack_uses_outlives_a_newer_build() throws Exception {
    build(FIRST, "mandates 1", "meetings 1");
    var running = applications();
    assertThat(running.use(FIRST)).isTrue();
    var mandates = running.folder("mandates").resolve("run.jar");

    build(SECOND, "mandates 2", "meetings 1");
    assertThat(mandates).hasContent("mandates 1");
    var next = applications();
    assertThat(next.use(SECOND)).isTrue();
    assertThat(next.folder("mandates").resolve("run.jar")).hasContent("mandates 2");
  }

  @Test
  void a_program_that_has_not_changed_keeps_its_folder_with_its_start_up_cache() throws Exception {
    build(FIRST, "mandates 1", "meetings 1");
    var first = applications();
    assertThat(first.use(FIRST)).isTrue();
    Files.writeString(first.folder("meetings").resolve("start.aot"), "cache");

    build(SECOND, "mandates 2", "meetings 1");
    var second = applications();
    assertThat(second.use(SECOND)).isTrue();
    assertThat(second.folder("meetings").resolve("start.aot")).hasContent("cache");
  }

  @Test
  void what_nobody_uses_is_deleted() throws Exception {
    build(FIRST, "mandates 1", "meetings 1");
    build(SECOND, "mandates 2", "meetings 2");
    assertThat(applications().use(FIRST)).isFalse();
    try (var left = Files.list(folder.resolve("apps"))) {
      // Two programs, and the list of them.
      assertThat(left).hasSize(3);
    }
  }

  private void build(String sources, String mandates, String meetings) throws Exception {
    var applications = applications();
    applications.keep("mandates", List.of(made("mandates", mandates)));
    applications.keep("meetings", List.of(made("meetings", meetings)));
    applications.made(sources);
  }

  private Path made(String name, String content) throws Exception {
    var made = Files.createDirectories(folder.resolve("target").resolve(name));
    Files.writeString(made.resolve("run.jar"), content);
    return made;
  }

  private Applications applications() {
    return new Applications(folder.resolve("apps"));
  }
}
