package uk.onevoice.meetings.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import uk.onevoice.eventstore.EventStoreException;
import uk.onevoice.kernel.Label;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.TitleRef;
import uk.onevoice.service.wiring.Ids;

/**
 * The titles of items. Typed words are no label and never stand in the log, which keeps everything
 * for ever: an event names a row here, and the row can be deleted.
 */
@ApplicationScoped
public class Titles {
  private final DataSource database;
  private final Ids ids;

  Titles(DataSource database, Ids ids) {
    this.database = database;
    this.ids = ids;
  }

  /**
   * Keeps a title, before the event that names it: a row that no event names is never shown, an
   * event without its row would have lost its words.
   */
  public TitleRef write(MeetingId meeting, Label title) {
    TitleRef ref = new TitleRef(ids.get());
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "insert into item_title (title_ref, meeting_id, title) values (?, ?, ?)")) {
      statement.setObject(1, ref.value());
      statement.setObject(2, meeting.value());
      statement.setString(3, title.value());
      statement.executeUpdate();
      return ref;
    } catch (SQLException cause) {
      throw new EventStoreException("The title could not be kept.", cause);
    }
  }

  /** The titles of a meeting's items; one that was erased is missing. */
  public Map<TitleRef, Label> of(MeetingId meeting) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "select title_ref, title from item_title where meeting_id = ?")) {
      statement.setObject(1, meeting.value());
      try (ResultSet rows = statement.executeQuery()) {
        Map<TitleRef, Label> titles = new HashMap<>();
        while (rows.next()) {
          titles.put(new TitleRef(rows.getObject(1, UUID.class)), new Label(rows.getString(2)));
        }
        return titles;
      }
    } catch (SQLException cause) {
      throw new EventStoreException("The titles could not be read.", cause);
    }
  }
}
