package uk.onevoice.eventstore.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.onevoice.eventstore.Handled;
import uk.onevoice.eventstore.postgres.PostgresEventStore;
import uk.onevoice.eventstore.postgres.TestLog;

class KilledWriterTest {
  private static final Logger LOG = Logger.getLogger(KilledWriterTest.class);
  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir private Path folder;
  private final List<Path> journals = new ArrayList<>();

  @Test
  void a_writer_killed_in_the_middle_loses_and_doubles_nothing() throws Exception {
    var random = new Random(42);
    try (var log = new TestLog();
        var store = new PostgresEventStore(log.database(), log.pool())) {
      for (int round = 1; round <= Rounds.count(); round++) {
        Process writer = writer(log);
        Recovery.of("writer started, round " + round, () -> acknowledged() > 0);
        writer.waitFor(random.nextInt(800), TimeUnit.MILLISECONDS);
        Processes.kill(writer);
        assertNothingWrong("killed writer, round " + round, store);
        answerWhatWasLeftOpen(store);
      }
    }
  }

  @Test
  void two_replicas_go_on_beside_each_other_and_when_one_is_killed() throws Exception {
    try (var log = new TestLog();
        var store = new PostgresEventStore(log.database(), log.pool())) {
      Process survivor = writer(log);
      try {
        for (int round = 1; round <= Rounds.count(); round++) {
          Process writer = writer(log);
          Path journal = journals.getLast();
          await().atMost(SOON).until(() -> acknowledged(List.of(journal)) > 20);
          Processes.kill(writer);
          long before = acknowledged(journals.subList(0, 1));
          Recovery.of(
              "other replica after a kill, round " + round,
              () -> acknowledged(journals.subList(0, 1)) > before + 20);
        }
        assertThat(survivor.isAlive()).isTrue();
      } finally {
        Processes.kill(survivor);
      }
      assertNothingWrong("two replicas", store);
      assertThat(
              log.count(
                  "select deadlocks from pg_stat_database where datname = current_database()"))
          .isZero();
    }
  }

  private Process writer(TestLog log) throws Exception {
    Path journal = Files.createTempFile(folder, "writer", ".journal");
    journals.add(journal);
    return Processes.start(
        WriterProcess.class,
        folder.resolve("writer.log"),
        List.of(
            log.database().url(),
            log.database().username(),
            log.database().password(),
            journal.toString()));
  }

  private long acknowledged() throws Exception {
    return acknowledged(List.of(journals.getLast()));
  }

  private static long acknowledged(List<Path> journals) throws Exception {
    long count = 0;
    for (Path journal : journals) {
      try (var lines = Files.lines(journal)) {
        count += lines.filter(line -> line.startsWith("A ")).count();
      }
    }
    return count;
  }

  private void assertNothingWrong(String round, PostgresEventStore store) throws Exception {
    // The server may still be at work on what the process had sent.
    await().atMost(SOON).until(() -> store.head() == settledHead(store));
    Journal.Read journal = Journal.read(journals);
    Oracle oracle = Oracle.ask(journal, store);
    LOG.infof(
        "%s: intended=%d acknowledged=%d stored=%d %s",
        round, journal.intended().size(), journal.acknowledged().size(), store.head(), oracle);
    assertThat(oracle).isEqualTo(Oracle.NOTHING_WRONG);
  }

  private static long settledHead(PostgresEventStore store) {
    long head = store.head();
    await().pollDelay(Duration.ofMillis(300)).until(() -> true);
    return store.head() == head ? head : -1;
  }

  /** As callers would that had no answer: each command again, with its key. */
  private void answerWhatWasLeftOpen(PostgresEventStore store) throws Exception {
    Journal.Read journal = Journal.read(journals);
    var deeds = Deeds.handler(store);
    try (var answered = new Journal(journals.getFirst())) {
      for (var open : journal.intended().entrySet()) {
        UUID command = open.getKey();
        if (journal.acknowledged().containsKey(command)) {
          continue;
        }
        switch (deeds.handle(Deeds.envelope(command, open.getValue()))) {
          case Handled.Done<?, ?, ?> done ->
              answered.acknowledged(command, done.version(), done.lastPosition());
          case Handled.Repeated<?, ?, ?> repeated ->
              answered.acknowledged(command, repeated.version(), repeated.lastPosition());
          case Handled.Rejected<?, ?, ?> _,
              Handled.VersionMoved<?, ?, ?> _,
              Handled.KeyReused<?, ?, ?> _ ->
              throw new AssertionError("A repeated command was refused.");
        }
      }
    }
    assertThat(Oracle.ask(Journal.read(journals), store)).isEqualTo(Oracle.NOTHING_WRONG);
  }
}
