package uk.onevoice.meetings.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.EventStore;
import uk.onevoice.eventstore.EventStoreException;
import uk.onevoice.eventstore.EventTypes;
import uk.onevoice.meetings.domain.SeriesId;
import uk.onevoice.meetings.domain.series.Series;
import uk.onevoice.meetings.domain.series.SeriesCommand;
import uk.onevoice.meetings.domain.series.SeriesEvent;
import uk.onevoice.meetings.domain.series.SeriesEvent.SeriesStarted;
import uk.onevoice.meetings.domain.series.SeriesRejection;
import uk.onevoice.service.listing.FirstEvents;
import uk.onevoice.service.listing.FirstEvents.Order;
import uk.onevoice.service.wiring.Ids;

/** Holds the rules of series to their log. */
@ApplicationScoped
public class SeriesLog {
  private static final String STREAM = "series-";

  private final EventTypes<SeriesEvent> types = EventTypes.of(SeriesEvent.class);
  private final DataSource database;

  SeriesLog(DataSource database) {
    this.database = database;
  }

  public static String stream(SeriesId id) {
    return STREAM + id.value();
  }

  @Produces
  @Singleton
  CommandHandler<SeriesCommand, Series, SeriesEvent, SeriesRejection> handler(
      EventStore store, Ids ids) {
    return new CommandHandler<>(store, Series.DECIDER, types, ids);
  }

  @Produces
  @Singleton
  FirstEvents<SeriesStarted> ofPlaces(DataSource source) {
    return new FirstEvents<>(
        source, types, SeriesStarted.class, "placeId", STREAM, Order.descending("first"));
  }

  /** Every series that was ever started. */
  List<SeriesId> all() {
    try (var connection = database.getConnection();
        var select =
            connection.prepareStatement(
                "select stream from event where type = 'SeriesStarted' order by stream");
        var rows = select.executeQuery()) {
      var all = new ArrayList<SeriesId>();
      while (rows.next()) {
        all.add(new SeriesId(UUID.fromString(rows.getString(1).substring(STREAM.length()))));
      }
      return all;
    } catch (SQLException cause) {
      throw new EventStoreException("The series could not be listed.", cause);
    }
  }
}
