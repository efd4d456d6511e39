package uk.onevoice.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What kill -9 of the stack leaves: servers without a master, and data that must survive. */
class KilledHardTest {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final String TOPIC = "kept.events";

  @TempDir Path folder;

  @Test
  void killed_hard_it_starts_again_with_its_data_and_without_the_orphans() throws Exception {
    var site = KilledStack.site(folder, Ports.free(KilledStack.PARTS));
    var progress = new Progress(System.out);
    var stack = start(site);
    write(site);

    stack.destroyForcibly().waitFor();
    var orphans =
        List.of(
            Child.leftOver(site.pids(), Postgres.NAME).orElseThrow(),
            Child.leftOver(site.pids(), Broker.NAME).orElseThrow());
    assertThat(orphans).allMatch(Child::alive);
    assertThat(Child.leftOver(site.pids(), Stack.NAME)).isEmpty();

    Infrastructure.stopLeftOvers(site, progress);
    assertThat(orphans).noneMatch(Child::alive);
    var parts = new Parts(site, progress);
    try (var postgres = Postgres.start(site, parts.postgres(), progress);
        var broker = Broker.start(site, parts.kafka(), progress);
        var admin = broker.admin();
        var connection = postgres.connect("postgres");
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT text FROM note")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo("kept");
      assertThat(admin.listTopics().names().get()).contains(TOPIC);
    }
    for (var part : KilledStack.PARTS) {
      assertThat(PortCheck.listening(site.ports().of(part))).isFalse();
    }
  }

  @Test
  void stopping_leaves_what_others_started() throws Exception {
    var site = KilledStack.site(folder, new Ports(Map.of()));
    var stranger = new ProcessBuilder("sleep", "60").start();
    try {
      Files.createDirectories(site.pids());
      // As if one of ours had had its number once.
      Files.writeString(
          site.pids().resolve("kafka.pid"),
          "pid=%d%nborn=another-boot/4711%nsignal=TERM%n".formatted(stranger.pid()));
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

  private Process start(Site site) throws Exception {
    var log = folder.resolve("killed.log");
    var command =
        new ArrayList<>(
            List.of(
                Programs.java(),
                "-cp",
                System.getProperty("java.class.path"),
                KilledStack.class.getName(),
                folder.toString()));
    KilledStack.PARTS.forEach(part -> command.add(Integer.toString(site.ports().of(part))));
    var stack =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    await()
        .atMost(PATIENCE)
        .failFast(() -> assertThat(stack.isAlive()).as(Files.readString(log)).isTrue())
        .until(() -> Files.readString(log).contains(Stack.READY));
    return stack;
  }

  private static void write(Site site) throws Exception {
    try (var connection =
            java.sql.DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + site.ports().of(Postgres.NAME) + "/postgres",
                Postgres.SUPERUSER,
                site.settings().get("secret.postgres"));
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE note AS SELECT 'kept' AS text");
    }
    var client =
        Broker.client(
            "127.0.0.1:" + site.ports().of(Broker.NAME),
            Broker.ADMIN,
            site.settings().get("secret.kafka.admin"));
    try (var admin = org.apache.kafka.clients.admin.Admin.create(client)) {
      admin
          .createTopics(List.of(new org.apache.kafka.clients.admin.NewTopic(TOPIC, 1, (short) 1)))
          .all()
          .get();
    }
  }
}
