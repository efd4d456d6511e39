package uk.onevoice.mandates.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.EventStoreException;
import uk.onevoice.mandates.domain.MandateId;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.PlaceId;

/** Reads what is asked of mandates from the event with which each begins. */
@ApplicationScoped
class MandatesInLog implements MandateFacts {
  private static final String SELECT =
      """
      select payload ->> 'mandateId', payload ->> 'placeId', payload ->> 'holderId',
        payload ->> 'topicId', payload ->> 'start', payload ->> 'end'
      from event where type = 'MandateOpened'\
      """;

  private final DataSource database;

  MandatesInLog(DataSource database) {
    this.database = database;
  }

  @Override
  public Optional<Known> find(MandateId id) {
    return all(" and stream = ?", MandateLog.stream(id)).stream().findFirst();
  }

  @Override
  public List<Known> onTopics(LocalDate day) {
    return all(
        " and payload ->> 'topicId' is not null and payload ->> 'end' > ? order by position",
        day.toString());
  }

  private List<Known> all(String condition, String parameter) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(SELECT + condition)) {
      select.setString(1, parameter);
      try (ResultSet rows = select.executeQuery()) {
        List<Known> known = new ArrayList<>();
        while (rows.next()) {
          known.add(known(rows));
        }
        return known;
      }
    } catch (SQLException cause) {
      throw new EventStoreException("Mandates could not be read.", cause);
    }
  }

  private static Known known(ResultSet row) throws SQLException {
    @Nullable String topic = row.getString(4);
    return new Known(
        new MandateId(UUID.fromString(row.getString(1))),
        new PlaceId(UUID.fromString(row.getString(2))),
        new OrganisationId(row.getString(3)),
        topic == null ? null : UUID.fromString(topic),
        LocalDate.parse(row.getString(5)),
        LocalDate.parse(row.getString(6)));
  }
}
