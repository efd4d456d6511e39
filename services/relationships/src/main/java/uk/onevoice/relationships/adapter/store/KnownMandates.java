package uk.onevoice.relationships.adapter.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import uk.onevoice.eventstore.EventJson;
import uk.onevoice.eventstore.EventStoreException;
import uk.onevoice.relationships.domain.PlaceId;
import uk.onevoice.relationships.domain.mandate.KnownMandate;

/**
 * Asks this service's copy of mandates. Answers are as new as the events heard; a caller who brings
 * the {@code X-Position} of a command to mandates is answered after it.
 */
@ApplicationScoped
public class KnownMandates {
  private final DataSource database;

  KnownMandates(DataSource database) {
    this.database = database;
  }

  public Optional<KnownMandate> mandate(UUID id) {
    return all("select mandate::text from known_mandate where mandate_id = ?", id).stream()
        .findFirst();
  }

  /** All mandates that practices of this place were asked for, whatever became of them. */
  public List<KnownMandate> ofPlace(PlaceId place) {
    return all(
        "select mandate::text from known_mandate where place_id = ? order by mandate_id",
        place.value());
  }

  private List<KnownMandate> all(String sql, UUID id) {
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(sql)) {
      select.setObject(1, id);
      try (var rows = select.executeQuery()) {
        List<KnownMandate> found = new ArrayList<>();
        while (rows.next()) {
          found.add(EventJson.mapper().readValue(rows.getString(1), KnownMandate.class));
        }
        return found;
      }
    } catch (SQLException cause) {
      throw new EventStoreException("The copy of mandates could not be read.", cause);
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException("A known mandate cannot be read.", unreadable);
    }
  }
}
