package uk.onevoice.eventstore.fault;

import java.nio.file.Path;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import uk.onevoice.eventstore.Handled;
import uk.onevoice.eventstore.postgres.Database;
import uk.onevoice.eventstore.postgres.PostgresEventStore;
import uk.onevoice.eventstore.postgres.TestLog;

/** A write service's replica, reduced to its store: does deeds until somebody kills it. */
final class WriterProcess {
  private static final int WRITERS = 16;
  private static final int STREAMS = 40;

  private WriterProcess() {}

  /**
   * @param args address, user and password of the database; the journal's path
   */
  public static void main(String[] args) throws Exception {
    var database = new Database(args[0], args[1], args[2]);
    var journal = new Journal(Path.of(args[3]));
    try (var pool = TestLog.pool(database);
        var store = new PostgresEventStore(database, pool);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var deeds = Deeds.handler(store);
      for (int writer = 0; writer < WRITERS; writer++) {
        var random = new Random();
        threads.submit(() -> {
          while (true) {
            UUID command = UUID.randomUUID();
            String stream = "deeds-" + random.nextInt(STREAMS);
            journal.intend(command, stream);
            if (deeds.handle(Deeds.envelope(command, stream))
                instanceof Handled.Done<?, ?, ?> done) {
              journal.acknowledged(command, done.version(), done.lastPosition());
            }
          }
        });
      }
    }
  }
}
