package uk.onevoice.service.edge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.sql.SQLException;
import java.time.Duration;
import org.jboss.logging.Logger;
import uk.onevoice.messaging.Applied;
import uk.onevoice.security.CatchUp;

/**
 * Lets a caller read what it has written: waits until the directory and the views of this service
 * have applied the positions that the caller brings. A log that nobody here listens to is not
 * waited for.
 */
@ApplicationScoped
class Waiting implements CatchUp {
  private static final Logger LOG = Logger.getLogger(Waiting.class);

  private final Instance<Applied> listeners;
  private final CurrentRequest request;
  private final EdgeSettings settings;

  Waiting(@Any Instance<Applied> listeners, CurrentRequest request, EdgeSettings settings) {
    this.listeners = listeners;
    this.request = request;
    this.settings = settings;
  }

  @Override
  public void await(String positions) {
    long end = System.nanoTime() + settings.positionWait().toNanos();
    for (Position position : Position.parse(positions)) {
      for (Applied applied : listeners) {
        boolean heard =
            applied.freshness().stream().anyMatch(log -> log.log().equals(position.log()));
        if (heard && !reached(applied, position, end)) {
          request.isBehind(position);
        }
      }
    }
  }

  private static boolean reached(Applied applied, Position position, long end) {
    Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    try {
      return applied.await(position.log(), position.partition(), position.position(), left);
    } catch (SQLException failed) {
      LOG.warnf(failed, "position unknown log=%s", position.log());
      return false;
    }
  }
}
