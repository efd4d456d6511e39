package uk.onevoice.meetings.adapter.kafka;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.messaging.EventHandler;
import uk.onevoice.messaging.HeardEvent;
import uk.onevoice.messaging.Unappliable;

/**
 * Keeps from which day until which general practice of a place kept in touch with an organisation,
 * from relationships; with nobody's name. An event heard a second time changes nothing.
 *
 * <p>Slots and relationships begin on the day in Europe/London on which it happened, and end on the
 * day that is said.
 */
public final class RelationshipSpells implements EventHandler {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final Set<String> APPLIES =
      Set.of("SlotDefined", "SlotWithdrawn", "RelationshipOpened", "RelationshipClosed");

  @Override
  public Set<String> applies() {
    return APPLIES;
  }

  @Override
  public Set<String> ignores() {
    return Set.of();
  }

  /** What is said in a relationship is not its business, only that it is there. */
  @Override
  public boolean ignores(String type) {
    return !APPLIES.contains(type);
  }

  @Override
  public boolean startOver(Connection transaction, String log) throws SQLException {
    BriefSources.change(transaction, "delete from known_slot_spell");
    BriefSources.change(transaction, "delete from known_relationship_spell");
    return true;
  }

  private record Slot(UUID slotId, UUID placeId, OrganisationId organisationId) {}

  private record Withdrawn(UUID slotId, LocalDate on) {}

  private record Opened(UUID slotId, UUID relationshipId) {}

  private record Closed(UUID relationshipId, LocalDate on) {}

  @Override
  public void apply(Connection transaction, List<HeardEvent> events) throws SQLException {
    for (HeardEvent event : events) {
      apply(transaction, event);
    }
  }

  private static void apply(Connection transaction, HeardEvent event) throws SQLException {
    switch (event.type()) {
      case "SlotDefined" -> {
        var slot = MandatePayloads.read(event, Slot.class);
        BriefSources.change(
            transaction,
            "insert into known_slot_spell values (?, ?, ?, ?, ?, null) on conflict do nothing",
            slot.slotId(),
            event.version(),
            slot.placeId(),
            slot.organisationId().value(),
            day(event));
      }
      case "SlotWithdrawn" -> {
        var withdrawn = MandatePayloads.read(event, Withdrawn.class);
        BriefSources.change(
            transaction,
            """
            update known_slot_spell set until = ?
            where slot_id = ? and version < ? and until is null\
            """,
            withdrawn.on(),
            withdrawn.slotId(),
            event.version());
      }
      case "RelationshipOpened" -> {
        var opened = MandatePayloads.read(event, Opened.class);
        BriefSources.change(
            transaction,
            "insert into known_relationship_spell values (?, ?, ?, null) on conflict do nothing",
            opened.relationshipId(),
            opened.slotId(),
            day(event));
      }
      case "RelationshipClosed" -> {
        var closed = MandatePayloads.read(event, Closed.class);
        BriefSources.change(
            transaction,
            "update known_relationship_spell set until = ? where relationship_id = ?",
            closed.on(),
            closed.relationshipId());
      }
      default -> throw new Unappliable(event, "no event of a relationship's beginning or end");
    }
  }

  private static LocalDate day(HeardEvent event) {
    return event.occurredAt().atZone(LONDON).toLocalDate();
  }
}
