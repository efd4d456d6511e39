package uk.onevoice.meetings.adapter.kafka;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.messaging.EventHandler;
import uk.onevoice.messaging.HeardEvent;

/**
 * Keeps what briefs and timelines tell of others: who keeps in touch with whom and has promised
 * what, from relationships, and what bodies say on a topic, from mandates. Every row has the id of
 * what it came from, so that an event heard a second time changes nothing.
 */
public final class BriefSources implements EventHandler {
  private static final Set<String> OF_RELATIONSHIPS =
      Set.of(
          "SlotDefined",
          "SlotWithdrawn",
          "RelationshipOpened",
          "RelationshipClosed",
          "ContactLogged",
          "ContactWithdrawn");
  private static final Set<String> OF_MANDATES =
      Set.of("PositionProposed", "PositionAgreed", "PositionPublished", "PositionWithdrawn");

  @Override
  public Set<String> applies() {
    var all = new HashSet<>(OF_RELATIONSHIPS);
    all.addAll(CommitmentRows.TYPES);
    all.addAll(OF_MANDATES);
    return Set.copyOf(all);
  }

  @Override
  public Set<String> ignores() {
    return Set.of();
  }

  /** A few facts of two logs: what else they tell is not its business. */
  @Override
  public boolean ignores(String type) {
    return !applies().contains(type);
  }

  @Override
  public boolean startOver(Connection transaction, String log) throws SQLException {
    List<String> tables =
        log.equals(BriefSourcesFeed.RELATIONSHIPS)
            ? List.of("known_slot", "known_relationship", "known_contact", "known_commitment")
            : List.of("known_position", "known_position_step");
    try (var statement = transaction.createStatement()) {
      for (String table : tables) {
        statement.addBatch("delete from " + table);
      }
      statement.executeBatch();
    }
    return true;
  }

  private record Slot(UUID slotId, UUID placeId, OrganisationId organisationId) {}

  private record Opened(UUID slotId, UUID relationshipId, UUID holderId) {}

  private record Closed(UUID relationshipId, LocalDate on) {}

  private record OfSlot(UUID slotId) {}

  private record Contact(
      UUID slotId,
      LocalDate on,
      boolean twoWay,
      @Nullable UUID topicId,
      @Nullable UUID contactId) {}

  private record OfContact(UUID contactId) {}

  private record Proposed(
      UUID positionId, UUID placeId, OrganisationId bodyId, UUID topicId, LocalDate on) {}

  private record Agreed(UUID positionId, OrganisationId bodyId, LocalDate on) {}

  private record OfPosition(UUID positionId, LocalDate on) {}

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
        change(
            transaction,
            "insert into known_slot values (?, ?, ?) on conflict (slot_id) do nothing",
            slot.slotId(),
            slot.placeId(),
            slot.organisationId().value());
      }
      case "SlotWithdrawn" ->
          change(
              transaction,
              "delete from known_slot where slot_id = ?",
              MandatePayloads.read(event, OfSlot.class).slotId());
      case "RelationshipOpened" -> {
        var opened = MandatePayloads.read(event, Opened.class);
        change(
            transaction,
            """
            insert into known_relationship values (?, ?, ?, null)
            on conflict (relationship_id) do nothing\
            """,
            opened.relationshipId(),
            opened.slotId(),
            opened.holderId());
      }
      case "RelationshipClosed" -> {
        var closed = MandatePayloads.read(event, Closed.class);
        change(
            transaction,
            "update known_relationship set closed_on = ? where relationship_id = ?",
            closed.on(),
            closed.relationshipId());
      }
      case "ContactLogged" -> {
        var contact = MandatePayloads.read(event, Contact.class);
        change(
            transaction,
            "insert into known_contact values (?, ?, ?, ?, ?) on conflict (event_id) do nothing",
            // A corrected talk is logged again under its id.
            contact.contactId() == null ? event.id() : contact.contactId(),
            contact.slotId(),
            contact.on(),
            contact.twoWay(),
            contact.topicId());
      }
      case "ContactWithdrawn" ->
          change(
              transaction,
              "delete from known_contact where event_id = ?",
              MandatePayloads.read(event, OfContact.class).contactId());
      case "PositionProposed" -> {
        var proposed = MandatePayloads.read(event, Proposed.class);
        change(
            transaction,
            "insert into known_position values (?, ?, ?, ?) on conflict (position_id) do nothing",
            proposed.positionId(),
            proposed.placeId(),
            proposed.bodyId().value(),
            proposed.topicId());
        step(transaction, event, proposed.positionId(), proposed.on());
      }
      case "PositionAgreed" -> agreed(transaction, event);
      case "CommitmentMade", "CommitmentMoved", "CommitmentSettled", "CommitmentWithdrawn" ->
          CommitmentRows.apply(transaction, event);
      default -> {
        var of = MandatePayloads.read(event, OfPosition.class);
        step(transaction, event, of.positionId(), of.on());
      }
    }
  }

  /** A version is agreed once the body has agreed whose position it is; others only support it. */
  private static void agreed(Connection transaction, HeardEvent event) throws SQLException {
    var agreed = MandatePayloads.read(event, Agreed.class);
    change(
        transaction,
        """
        insert into known_position_step (event_id, position_id, step, kind, "on")
        select ?, position_id, ?, ?, ? from known_position where position_id = ? and body_id = ?
        on conflict (event_id) do nothing\
        """,
        event.id(),
        event.version(),
        event.type(),
        agreed.on(),
        agreed.positionId(),
        agreed.bodyId().value());
  }

  private static void step(Connection transaction, HeardEvent event, UUID position, LocalDate on)
      throws SQLException {
    change(
        transaction,
        """
        insert into known_position_step (event_id, position_id, step, kind, "on")
        values (?, ?, ?, ?, ?) on conflict (event_id) do nothing\
        """,
        event.id(),
        position,
        event.version(),
        event.type(),
        on);
  }

  static void change(Connection transaction, String sql, @Nullable Object... parameters)
      throws SQLException {
    try (var statement = transaction.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      statement.executeUpdate();
    }
  }
}
