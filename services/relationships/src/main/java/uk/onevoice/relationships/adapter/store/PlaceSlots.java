package uk.onevoice.relationships.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.EventStoreException;
import uk.onevoice.relationships.domain.PlaceId;
import uk.onevoice.relationships.domain.Slot;
import uk.onevoice.relationships.domain.Slot.Defined;
import uk.onevoice.relationships.domain.SlotCommand;
import uk.onevoice.relationships.domain.SlotEvent;
import uk.onevoice.relationships.domain.SlotEvent.SlotDefined;
import uk.onevoice.relationships.domain.SlotId;
import uk.onevoice.relationships.domain.SlotRejection;
import uk.onevoice.service.listing.FirstEvents;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;

/** Slots as they are now: those of a place, or of all places one part after the other. */
@ApplicationScoped
public class PlaceSlots {
  private static final int PART = 200;

  private final CommandHandler<SlotCommand, Slot, SlotEvent, SlotRejection> slots;
  private final FirstEvents<SlotDefined> ofPlaces;
  private final DataSource database;

  PlaceSlots(
      CommandHandler<SlotCommand, Slot, SlotEvent, SlotRejection> slots,
      FirstEvents<SlotDefined> ofPlaces,
      DataSource database) {
    this.slots = slots;
    this.ofPlaces = ofPlaces;
    this.database = database;
  }

  /** By kind and organisation, without those that were withdrawn. */
  public List<Defined> of(PlaceId place) {
    List<Defined> all = new ArrayList<>();
    @Nullable String after = null;
    do {
      Page<SlotDefined> page =
          ofPlaces.page(place.value().toString(), new PageRequest(after, PART));
      page.items().forEach(each -> find(each.slotId()).ifPresent(all::add));
      after = page.next();
    } while (after != null);
    return all;
  }

  public Optional<Defined> find(SlotId id) {
    return slots.current(SlotLog.stream(id)).state() instanceof Defined defined
        ? Optional.of(defined)
        : Optional.empty();
  }

  /**
   * All slots that were ever defined, in the order of their ids.
   *
   * @param after the last of the part before; null for the first
   */
  public List<SlotId> page(@Nullable SlotId after, int limit) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                """
                select distinct stream from event
                where type = 'SlotDefined' and stream > ?
                order by stream limit ?\
                """)) {
      select.setString(1, after == null ? "" : SlotLog.stream(after));
      select.setInt(2, limit);
      List<SlotId> found = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          found.add(SlotLog.idOf(rows.getString(1)));
        }
      }
      return found;
    } catch (SQLException cause) {
      throw new EventStoreException("The slots could not be listed.", cause);
    }
  }
}
