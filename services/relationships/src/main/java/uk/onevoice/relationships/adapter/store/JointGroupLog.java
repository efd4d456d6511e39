package uk.onevoice.relationships.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.EventStore;
import uk.onevoice.eventstore.EventStoreException;
import uk.onevoice.eventstore.EventTypes;
import uk.onevoice.relationships.domain.jointgroup.GroupId;
import uk.onevoice.relationships.domain.jointgroup.JointGroup;
import uk.onevoice.relationships.domain.jointgroup.JointGroupCommand;
import uk.onevoice.relationships.domain.jointgroup.JointGroupEvent;
import uk.onevoice.relationships.domain.jointgroup.JointGroupEvent.JointGroupFormed;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection;
import uk.onevoice.relationships.domain.jointgroup.OwnSide;
import uk.onevoice.relationships.domain.jointgroup.OwnSideCommand;
import uk.onevoice.relationships.domain.jointgroup.OwnSideEvent;
import uk.onevoice.relationships.domain.jointgroup.OwnSideRejection;
import uk.onevoice.service.listing.FirstEvents;
import uk.onevoice.service.listing.FirstEvents.Order;
import uk.onevoice.service.wiring.Ids;

/**
 * Holds the joint groups' rules to their log: what both sides share in one stream, what general
 * practice keeps for itself in another.
 */
@ApplicationScoped
public class JointGroupLog {
  private static final String STREAM = "joint-group-";
  private static final String OWN_STREAM = "joint-group-own-side-";

  private final EventTypes<JointGroupEvent> types = EventTypes.of(JointGroupEvent.class);
  private final EventTypes<OwnSideEvent> ownTypes = EventTypes.of(OwnSideEvent.class);

  public static String stream(GroupId id) {
    return STREAM + id.value();
  }

  public static String ownStream(GroupId id) {
    return OWN_STREAM + id.value();
  }

  @Produces
  @Singleton
  CommandHandler<JointGroupCommand, JointGroup, JointGroupEvent, JointGroupRejection> handler(
      EventStore store, Ids ids) {
    return new CommandHandler<>(store, JointGroup.DECIDER, types, ids);
  }

  @Produces
  @Singleton
  CommandHandler<OwnSideCommand, OwnSide, OwnSideEvent, OwnSideRejection> ownHandler(
      EventStore store, Ids ids) {
    return new CommandHandler<>(store, OwnSide.DECIDER, ownTypes, ids);
  }

  @Produces
  @Singleton
  FirstEvents<JointGroupFormed> ofPlaces(DataSource database) {
    return new FirstEvents<>(
        database, types, JointGroupFormed.class, "placeId", STREAM, Order.ascending("name"));
  }

  /** In which groups somebody was ever seated. */
  public record OfPerson(DataSource database) {
    /**
     * @param records of the person, whichever of them stands
     * @param after the last of the page before; null for the first
     * @return in the order of their ids, one more than the limit where there are more
     */
    public List<GroupId> page(Collection<UUID> records, @Nullable UUID after, int limit) {
      try (var connection = database.getConnection();
          var select =
              connection.prepareStatement(
                  """
                  select distinct stream from event
                  where type = 'JointGroupSeated' and payload ->> 'personId' = any (?::text[])
                    and stream > ?
                  order by stream limit ?\
                  """)) {
        select.setObject(1, records.stream().map(UUID::toString).toArray(String[]::new));
        select.setString(2, after == null ? "" : STREAM + after);
        select.setInt(3, limit + 1);
        try (var rows = select.executeQuery()) {
          List<GroupId> found = new ArrayList<>();
          while (rows.next()) {
            found.add(new GroupId(UUID.fromString(rows.getString(1).substring(STREAM.length()))));
          }
          return found;
        }
      } catch (SQLException cause) {
        throw new EventStoreException("The joint groups of a person could not be read.", cause);
      }
    }
  }

  @Produces
  @Singleton
  OfPerson ofPersons(DataSource database) {
    return new OfPerson(database);
  }
}
