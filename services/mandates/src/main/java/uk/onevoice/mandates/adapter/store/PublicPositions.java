package uk.onevoice.mandates.adapter.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.EventStoreException;
import uk.onevoice.eventstore.EventTypes;
import uk.onevoice.mandates.domain.PlaceId;
import uk.onevoice.mandates.domain.position.PositionEvent;
import uk.onevoice.mandates.domain.position.PositionId;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;

/**
 * What is public, read from the publications and withdrawals in the log alone: whatever happens in
 * private moves nothing here, no page and no cursor.
 */
public final class PublicPositions {
  private static final Pattern CURSOR =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");
  // Written out, so that the planner can use the partial indexes.
  private static final String PUBLIC = "type in ('PositionPublished', 'PositionWithdrawn')";

  private final DataSource database;
  private final EventTypes<PositionEvent> types;

  PublicPositions(DataSource database, EventTypes<PositionEvent> types) {
    this.database = database;
    this.types = types;
  }

  /**
   * The positions of a place that are public now, those published last first.
   *
   * @param topic only those on it; null for all
   */
  public Page<PositionId> ofPlace(PlaceId place, @Nullable UUID topic, PageRequest request) {
    @Nullable String on = null;
    @Nullable String stream = null;
    if (request.after() != null) {
      var cursor = CURSOR.matcher(request.after());
      if (!cursor.matches()) {
        throw Problem.invalid("query:after", "is not the next of an earlier page").exception();
      }
      on = cursor.group(1);
      stream = PositionLog.STREAM + cursor.group(2);
    }
    String sql =
        """
        select stream, payload ->> 'on' from (
          select distinct on (stream) stream, type, payload from event
          where %s and payload ->> 'placeId' = ?
          order by stream, version desc) last
        where type = 'PositionPublished'
          and (?::text is null or payload ->> 'topicId' = ?)
          and (?::text is null or (payload ->> 'on', stream) < (?, ?))
        order by payload ->> 'on' desc, stream desc limit ?\
        """
            .formatted(PUBLIC);
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      @Nullable String wanted = topic == null ? null : topic.toString();
      select.setString(1, place.value().toString());
      select.setString(2, wanted);
      select.setString(3, wanted);
      select.setString(4, on);
      select.setString(5, on);
      select.setString(6, stream);
      select.setInt(7, request.limit() + 1);
      try (ResultSet rows = select.executeQuery()) {
        return page(rows, request.limit());
      }
    } catch (SQLException cause) {
      throw new EventStoreException("Public positions could not be read.", cause);
    }
  }

  private static Page<PositionId> page(ResultSet rows, int limit) throws SQLException {
    List<PositionId> items = new ArrayList<>();
    @Nullable String last = null;
    while (rows.next()) {
      if (items.size() == limit) {
        return new Page<>(items, last);
      }
      String id = rows.getString(1).substring(PositionLog.STREAM.length());
      items.add(new PositionId(UUID.fromString(id)));
      last = rows.getString(2) + "_" + id;
    }
    return new Page<>(items, null);
  }

  /** All that was said in public, anywhere, on the issues on which somebody of the place spoke. */
  public List<PositionEvent> saidBesides(PlaceId place) {
    String sql =
        """
        select type, schema_version, payload from event
        where %s and payload ->> 'issueId' in (
          select payload ->> 'issueId' from event where %s and payload ->> 'placeId' = ?)
        order by position\
        """
            .formatted(PUBLIC, PUBLIC);
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, place.value().toString());
      try (ResultSet rows = select.executeQuery()) {
        List<PositionEvent> said = new ArrayList<>();
        while (rows.next()) {
          said.add(types.read(rows.getString(1), rows.getInt(2), rows.getString(3)));
        }
        return said;
      }
    } catch (SQLException cause) {
      throw new EventStoreException("What was said in public could not be read.", cause);
    }
  }
}
