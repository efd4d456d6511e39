package uk.onevoice.organisations.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import uk.onevoice.eventstore.EventStoreException;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.forum.ForumId;
import uk.onevoice.organisations.domain.topic.TopicId;

/** In whose list a topic or a forum is: it never moves to another. */
@ApplicationScoped
public class ListOwners {
  private final DataSource database;

  ListOwners(DataSource database) {
    this.database = database;
  }

  public Optional<OrganisationId> of(TopicId id) {
    return ics("type = 'TopicDefined' and payload ->> 'topicId' = ?", id.value());
  }

  public Optional<OrganisationId> of(ForumId id) {
    return ics("type = 'ForumRegistered' and payload ->> 'forumId' = ?", id.value());
  }

  private Optional<OrganisationId> ics(String condition, UUID id) {
    try (Connection connection = database.getConnection();
        var select =
            connection.prepareStatement(
                "select payload ->> 'icsId' from event where " + condition)) {
      select.setString(1, id.toString());
      try (var row = select.executeQuery()) {
        return row.next() ? Optional.of(new OrganisationId(row.getString(1))) : Optional.empty();
      }
    } catch (SQLException cause) {
      throw new EventStoreException("The owner of a list's entry could not be read.", cause);
    }
  }
}
