package uk.onevoice.web.session;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** Takes sessions away that are over. A session that is over gives no tokens before that either. */
@ApplicationScoped
class SessionSweep {
  private static final Logger LOG = Logger.getLogger(SessionSweep.class);

  private final Mutiny.SessionFactory database;
  private final Clock clock = Clock.systemUTC();

  SessionSweep(Mutiny.SessionFactory database) {
    this.database = database;
  }

  @Scheduled(
      every = "10m",
      delayed = "1m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> sweep() {
    return database
        .withTransaction(work ->
            work.createMutationQuery("delete from SignInSession where endsAt <= :now")
                .setParameter("now", clock.instant())
                .executeUpdate())
        .invoke(count -> {
          if (count > 0) {
            LOG.infof("sessions swept count=%d", count);
          }
        })
        .replaceWithVoid();
  }
}
