package uk.onevoice.service.edge;

import io.quarkus.arc.Arc;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Directory;

/**
 * Lets the demonstration's client enter a history as it would have been recorded: while backdating
 * is open, and in the local profile alone. Everywhere else there is only now.
 */
@ApplicationScoped
public class Backdating {
  private static final String PROFILE = "local";

  /** What a thread goes on with after the request that began it. */
  private static final ScopedValue<Instant> TOLD = ScopedValue.newInstance();

  private final CurrentRequest request;
  private final Directory directory;
  private final @Nullable String client;

  Backdating(
      CurrentRequest request,
      Directory directory,
      @ConfigProperty(name = "onevoice.log.name") Optional<String> log,
      @ConfigProperty(name = "onevoice.backdating.client") Optional<String> client) {
    this.request = request;
    this.directory = directory;
    this.client =
        client(ConfigUtils.isProfileActive(PROFILE) && log.isPresent(), client.orElse(null));
  }

  /** Of another profile, or of a service without a log, no setting makes it one that listens. */
  static @Nullable String client(boolean listens, @Nullable String set) {
    return listens ? set : null;
  }

  /** Whether who comes through this client may tell times still. */
  boolean isOpenTo(String through) {
    return through.equals(client) && !directory.backdatingIsClosed();
  }

  /** When what is under way is to have been recorded, where that is not now. */
  public Optional<Instant> told() {
    if (client == null) {
      return Optional.empty();
    }
    if (TOLD.isBound()) {
      return Optional.of(TOLD.get());
    }
    return Arc.container().requestContext().isActive() ? request.recordedAt() : Optional.empty();
  }

  /** The same work for another thread, at the time that this one was told, if it was. */
  public static Runnable carried(Clock clock, Runnable work) {
    Optional<Instant> at = clock instanceof ToldClock told ? told.told() : Optional.empty();
    return at.<Runnable>map(time -> () -> ScopedValue.where(TOLD, time).run(work)).orElse(work);
  }

  /** The time it is for what is under way. */
  public Clock clock() {
    Clock now = Clock.systemUTC();
    return client == null ? now : new ToldClock(now, this::told);
  }
}
