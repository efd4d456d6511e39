package uk.onevoice.mandates.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.sql.DataSource;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.EventStore;
import uk.onevoice.eventstore.EventTypes;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.issue.IssueId;
import uk.onevoice.mandates.domain.position.Position;
import uk.onevoice.mandates.domain.position.PositionCommand;
import uk.onevoice.mandates.domain.position.PositionEvent;
import uk.onevoice.mandates.domain.position.PositionEvent.PositionProposed;
import uk.onevoice.mandates.domain.position.PositionId;
import uk.onevoice.mandates.domain.position.PositionRejection;
import uk.onevoice.service.listing.FirstEvents;
import uk.onevoice.service.listing.FirstEvents.Order;
import uk.onevoice.service.wiring.Ids;

/** Holds the positions' rules to their log. */
@ApplicationScoped
public class PositionLog {
  static final String STREAM = "position-";

  private final EventTypes<PositionEvent> types = EventTypes.of(PositionEvent.class);

  public static String stream(PositionId id) {
    return STREAM + id.value();
  }

  /** A body has one position on an issue, and so the two make its name. */
  public static PositionId idOf(OrganisationId body, IssueId issue) {
    return new PositionId(
        UUID.nameUUIDFromBytes(
            (issue.value() + "/" + body.value()).getBytes(StandardCharsets.UTF_8)));
  }

  @Produces
  @Singleton
  CommandHandler<PositionCommand, Position, PositionEvent, PositionRejection> handler(
      EventStore store, Ids ids) {
    return new CommandHandler<>(store, Position.DECIDER, types, ids);
  }

  @Produces
  @Singleton
  FirstEvents<PositionProposed> ofPlaces(DataSource database) {
    return new FirstEvents<>(
        database, types, PositionProposed.class, "placeId", STREAM, Order.descending("on"));
  }

  @Produces
  @Singleton
  PublicPositions published(DataSource database) {
    return new PublicPositions(database, types);
  }
}
