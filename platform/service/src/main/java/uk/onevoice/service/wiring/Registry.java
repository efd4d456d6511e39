package uk.onevoice.service.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import javax.sql.DataSource;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.LeadershipGroups;
import uk.onevoice.service.edge.Backdating;

/** What every service has. */
@ApplicationScoped
class Registry {
  @Produces
  @Singleton
  Directory directory(DataSource database) {
    return new Directory(database);
  }

  @Produces
  @Singleton
  LeadershipGroups leadershipGroups(DataSource database) {
    return new LeadershipGroups(database);
  }

  @Produces
  @Singleton
  Clock clock(Backdating backdating) {
    return backdating.clock();
  }
}
