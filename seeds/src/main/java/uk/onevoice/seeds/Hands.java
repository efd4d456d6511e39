package uk.onevoice.seeds;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many people enter at once what has nothing to do with each other. */
final class Hands {
  private static final int AT_A_TIME = 6;

  private Hands() {}

  /**
   * Comes back when all is entered.
   *
   * @throws LoadFailure the first that failed, when all have ended
   */
  static void sideBySide(List<Runnable> entries) {
    List<Callable<Void>> work = new ArrayList<>();
    for (Runnable each : entries) {
      work.add(() -> {
        each.run();
        return null;
      });
    }
    try (ExecutorService hands = Executors.newFixedThreadPool(AT_A_TIME)) {
      for (Future<Void> done : hands.invokeAll(work)) {
        done.get();
      }
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof RuntimeException cause
          ? cause
          : new LoadFailure("Not all is entered", failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new LoadFailure("Interrupted", interrupted);
    }
  }
}
