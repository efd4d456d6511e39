package uk.onevoice.projection.served;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import uk.onevoice.messaging.Applied;
import uk.onevoice.service.problem.ProblemException;
import uk.onevoice.service.problem.StandardProblems;

/**
 * The version of the read model that views are answered from. All replicas read it from the same
 * row of the database; one that has not noticed a change yet goes on answering from the version
 * before, which is kept up to date beside the new one.
 */
@ApplicationScoped
public class Served {
  /**
   * A version.
   *
   * @param schema where its facts are
   * @param applied how far its consumer has come
   */
  public record Version(String schema, Applied applied) {}

  private final String home;
  private volatile @Nullable Version version;
  private volatile Map<String, Instant> heardUntil = Map.of();

  /**
   * @param home the schema that connections look into unasked
   */
  public Served(@ConfigProperty(name = "onevoice.projection.read-model") String home) {
    this.home = home;
  }

  /** Empty while none can be served: another service still answers from an older one. */
  public Optional<Version> version() {
    return Optional.ofNullable(version);
  }

  /** From now on this one is served; how far it is up to date is not known yet. */
  public void serve(Version next) {
    version = next;
    heardUntil = Map.of();
  }

  /** Up to when each log has been heard whole; a log is missing before the first time. */
  public Map<String, Instant> heardUntil() {
    return heardUntil;
  }

  public void heardUntil(Map<String, Instant> now) {
    heardUntil = Map.copyOf(now);
  }

  /**
   * The schema that facts are read from.
   *
   * @throws ProblemException 503 while there is none
   */
  public String schema() {
    Version now = version;
    if (now == null) {
      throw StandardProblems.ofStatus(503)
          .detail("What was recorded is still being read into the views.")
          .exception();
    }
    return now.schema();
  }

  /**
   * Has the rest of the transaction read the served version, and no other table of its name.
   *
   * @throws ProblemException 503 while there is none
   */
  public void inTransaction(Connection transaction) throws SQLException {
    String schema = schema();
    if (schema.equals(home)) {
      return;
    }
    try (Statement statement = transaction.createStatement()) {
      statement.execute("set local search_path to \"" + schema + "\", public");
    }
  }
}
