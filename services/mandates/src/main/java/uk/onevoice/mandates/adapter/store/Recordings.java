package uk.onevoice.mandates.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.EventStoreException;
import uk.onevoice.mandates.domain.MandateId;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.PracticeId;

/** Who entered practices' answers: the log knows it of each event, and no rule asks for it. */
@ApplicationScoped
public class Recordings {
  private static final String PERSON = "person:";

  private final DataSource database;

  Recordings(DataSource database) {
    this.database = database;
  }

  /**
   * Who entered an answer.
   *
   * @param personId null where a system did
   * @param actingFor the body for which they did
   */
  public record RecordedBy(
      @Nullable UUID personId, @Nullable OrganisationId actingFor, Instant recordedAt) {}

  /** An answer of a practice to a version of the mandate. */
  public record Recorded(int version, PracticeId practiceId) {}

  /** Who entered the last answer of each practice to each version. */
  public Map<Recorded, RecordedBy> of(MandateId mandate) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                """
                select distinct on (1, 2)
                  payload ->> 'practiceId', coalesce((payload ->> 'version')::int, 1),
                  actor, acting_for, recorded_at
                from event
                where stream = ? and type in (
                  'ConsentGranted', 'ConsentConditional', 'ConsentDeclined', 'ConsentWithdrawn')
                order by 1, 2, version desc\
                """)) {
      select.setString(1, MandateLog.stream(mandate));
      Map<Recorded, RecordedBy> found = new HashMap<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          found.put(
              new Recorded(rows.getInt(2), new PracticeId(rows.getString(1))), recordedBy(rows));
        }
      }
      return found;
    } catch (SQLException cause) {
      throw new EventStoreException("Who entered answers could not be read.", cause);
    }
  }

  private static RecordedBy recordedBy(ResultSet row) throws SQLException {
    String actor = row.getString(3);
    @Nullable String actingFor = row.getString(4);
    return new RecordedBy(
        actor.startsWith(PERSON) ? UUID.fromString(actor.substring(PERSON.length())) : null,
        actingFor == null ? null : new OrganisationId(actingFor),
        row.getObject(5, OffsetDateTime.class).toInstant());
  }
}
