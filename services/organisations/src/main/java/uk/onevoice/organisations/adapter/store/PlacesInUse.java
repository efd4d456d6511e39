package uk.onevoice.organisations.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.EventStoreException;
import uk.onevoice.kernel.Period;
import uk.onevoice.organisations.domain.affiliation.Affiliation;
import uk.onevoice.organisations.domain.affiliation.Affiliations;
import uk.onevoice.organisations.domain.affiliation.AffiliationsEvent;
import uk.onevoice.organisations.domain.place.Place;
import uk.onevoice.organisations.domain.place.PlaceCommand;
import uk.onevoice.organisations.domain.place.PlaceEvent;
import uk.onevoice.organisations.domain.place.PlaceId;
import uk.onevoice.organisations.domain.place.PlaceRejection;

/** From when on a place has to be there, as the log has it now: other streams name it. */
@ApplicationScoped
public class PlacesInUse {
  private final DataSource database;
  private final RegistryLog log;
  private final CommandHandler<PlaceCommand, Place, PlaceEvent, PlaceRejection> places;

  PlacesInUse(
      DataSource database,
      RegistryLog log,
      CommandHandler<PlaceCommand, Place, PlaceEvent, PlaceRejection> places) {
    this.database = database;
    this.log = log;
    this.places = places;
  }

  /**
   * The first day on which a practice lies in it, a neighbourhood of it is there, or another has
   * gone on in it.
   */
  public Optional<LocalDate> since(PlaceId id) {
    return Stream.concat(belonging(id), around(id)).min(LocalDate::compareTo);
  }

  /** All members' events make one: none of them changes what another one says. */
  private Stream<LocalDate> belonging(PlaceId id) {
    var said =
        list(
            """
            select type, schema_version, payload from event
            where payload ->> 'parentId' = ?
              and type in ('AffiliationStarted', 'AffiliationEnded', 'AffiliationCorrected')
            order by position\
            """,
            id,
            row -> (AffiliationsEvent) log.read(row.getString(1), row.getInt(2), row.getString(3)));
    return Affiliations.DECIDER.fold(said).all().stream()
        .map(Affiliation::period)
        .filter(period -> !period.start().equals(period.end()))
        .map(Period::start);
  }

  private Stream<LocalDate> around(PlaceId id) {
    var streams =
        list(
            """
            select distinct stream from event
            where coalesce(payload ->> 'partOf', payload ->> 'into') = ?
              and type in ('PlaceDefined', 'PlaceMerged')\
            """,
            id,
            row -> row.getString(1));
    return streams.stream()
        .<LocalDate>mapMulti((stream, days) -> {
          if (places.current(stream).state() instanceof Place.Defined other) {
            if (id.equals(other.partOf())) {
              days.accept(other.open().start());
            }
            if (id.equals(other.into()) && other.open().end() != null) {
              days.accept(other.open().end());
            }
          }
        });
  }

  private interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> List<T> list(String sql, PlaceId id, Row<T> reading) {
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(sql)) {
      select.setString(1, id.toString());
      try (var row = select.executeQuery()) {
        var rows = new ArrayList<T>();
        while (row.next()) {
          rows.add(reading.read(row));
        }
        return rows;
      }
    } catch (SQLException cause) {
      throw new EventStoreException("Who uses a place could not be read.", cause);
    }
  }
}
