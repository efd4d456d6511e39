package uk.onevoice.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the Makefile's targets do to a stack that runs, and what they print. */
class CommandsTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir Path folder;
  private @Nullable Process stack;

  @AfterEach
  void stop() throws Exception {
    if (stack != null) {
      stack.destroyForcibly().waitFor();
    }
    Infrastructure.stopLeftOvers(FakeStack.site(folder), quiet());
  }

  @Test
  void down_stops_the_stack_and_what_it_has_started_and_nothing_else() throws Exception {
    var site = startFake();
    var service = Child.leftOver(site.pids(), FakeStack.SERVICE).orElseThrow();
    var stranger = new ProcessBuilder("sleep", "300").start();
    try {
      new Background(site).down();
      assertThat(stack.isAlive()).isFalse();
      assertThat(service.alive()).isFalse();
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroy();
    }
  }

  @Test
  void a_second_start_is_refused_and_leaves_the_first_alone() throws Exception {
    var site = startFake();
    assertThatThrownBy(() -> new Stack(site, false, quiet()).run())
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("already running or starting (process " + stack.pid());
    assertThat(stack.isAlive()).isTrue();
    assertThat(Child.leftOver(site.pids(), FakeStack.SERVICE)).isPresent();
  }

  @Test
  void up_beside_a_start_waits_until_that_is_ready() throws Exception {
    var site = startFake();
    var up =
        Thread.ofVirtual()
            .start(() -> {
              try {
                new Background(site).up(List.of());
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    assertThat(up.join(Duration.ofMillis(500))).isFalse();
    Files.writeString(Stack.ready(site), "");
    assertThat(up.join(PATIENCE)).isTrue();
  }

  @Test
  void make_dev_takes_a_service_and_the_stack_has_it_back_when_that_ends() throws Exception {
    var site = startFake();
    var service = Child.leftOver(site.pids(), FakeStack.SERVICE).orElseThrow();
    assertThat(DevMode.runs(site, FakeStack.SERVICE)).isFalse();
    var dev = new ProcessBuilder(command(Dev.class)).inheritIO().start();
    await().atMost(PATIENCE).until(() -> !service.alive());
    assertThat(DevMode.runs(site, FakeStack.SERVICE)).isTrue();
    dev.destroyForcibly().waitFor();
    assertThat(DevMode.runs(site, FakeStack.SERVICE)).isFalse();
  }

  @Test
  void token_prints_a_token_and_nothing_else() throws Exception {
    try (var keycloak = SharedKeycloak.find()) {
      // The tests' Keycloak is its own origin.
      var builder =
          new ProcessBuilder(
              Programs.java(),
              "-cp",
              System.getProperty("java.class.path"),
              Main.class.getName(),
              "token",
              "icb-client");
      builder
          .environment()
          .put("ONEVOICE_PORT_ROUTER", Integer.toString(keycloak.address().getPort()));
      var token = builder.redirectErrorStream(true).start();
      var said = new String(token.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(said).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+\\R");
      assertThat(token.waitFor()).isZero();
    }
  }

  @Test
  void demo_no_starts_without_the_demonstration_and_nothing_else_does() {
    assertThat(Main.wantsDemonstration(List.of("demo=no"))).isFalse();
    assertThat(Main.wantsDemonstration(List.of("demo=yes"))).isTrue();
    assertThat(Main.wantsDemonstration(List.of())).isTrue();
  }

  /** As {@code make dev} does it, without Maven. */
  static final class Dev {
    private Dev() {}

    public static void main(String[] arguments) throws Exception {
      DevMode.takeOver(FakeStack.site(Path.of(arguments[0])), FakeStack.SERVICE);
      new CountDownLatch(1).await();
    }
  }

  private Site startFake() throws Exception {
    var log = folder.resolve("fake.log");
    stack =
        new ProcessBuilder(command(FakeStack.class))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    await()
        .atMost(PATIENCE)
        .failFast(() -> assertThat(stack.isAlive()).as(Files.readString(log)).isTrue())
        .until(() -> Files.readString(log).contains(Stack.READY));
    return FakeStack.site(folder);
  }

  private List<String> command(Class<?> program) {
    return List.of(
        Programs.java(),
        "-cp",
        System.getProperty("java.class.path"),
        program.getName(),
        folder.toString());
  }

  private static Progress quiet() {
    return new Progress(new PrintStream(java.io.OutputStream.nullOutputStream()));
  }
}
