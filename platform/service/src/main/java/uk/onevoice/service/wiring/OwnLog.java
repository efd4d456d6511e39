package uk.onevoice.service.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.onevoice.eventstore.postgres.Database;
import uk.onevoice.eventstore.postgres.PostgresEventStore;

/** The service's own log: there is one where {@code onevoice.log.name} says so. */
@ApplicationScoped
class OwnLog {
  private final Optional<String> name;
  private final Database database;

  OwnLog(
      @ConfigProperty(name = "onevoice.log.name") Optional<String> name,
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
      @ConfigProperty(name = "quarkus.datasource.username") String username,
      @ConfigProperty(name = "quarkus.datasource.password") String password) {
    this.name = name;
    this.database = new Database(url, username, password);
  }

  @Produces
  @Singleton
  PostgresEventStore store(DataSource reads) {
    if (name.isEmpty()) {
      throw new IllegalStateException(
          "This service asks for an event store; onevoice.log.name must say which log it keeps.");
    }
    return new PostgresEventStore(database, reads);
  }

  void close(@Disposes PostgresEventStore store) {
    store.close();
  }
}
