package uk.onevoice.feeds.webhooks;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The names of the machine it runs on. The JDK asks them in native code, which would hold a carrier
 * of virtual threads: so a few threads of the system ask, and a name server that does not answer
 * holds none of the others.
 */
final class NameService implements Names, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int THREADS = 8;
  private static final int WAITING = 1_000;

  private final ThreadPoolExecutor asking;

  NameService() {
    asking =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING),
            Thread.ofPlatform().daemon().name("webhook-names-", 0).factory());
    asking.allowCoreThreadTimeOut(true);
  }

  @Override
  public List<InetAddress> of(String host) throws UnknownHostException {
    try {
      Future<InetAddress[]> found = asking.submit(() -> InetAddress.getAllByName(host));
      try {
        return List.of(found.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
      } finally {
        found.cancel(true);
      }
    } catch (ExecutionException | TimeoutException | RejectedExecutionException unknown) {
      throw (UnknownHostException) new UnknownHostException("no address").initCause(unknown);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw (UnknownHostException) new UnknownHostException("not waited for").initCause(ended);
    }
  }

  @Override
  public void close() {
    asking.shutdownNow();
  }
}
