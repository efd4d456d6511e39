package uk.onevoice.meetings.adapter.kafka;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import uk.onevoice.messaging.HeardEvent;

/** Keeps what two people have promised each other: which side, by when, and whether it is over. */
final class CommitmentRows {
  static final Set<String> TYPES =
      Set.of("CommitmentMade", "CommitmentMoved", "CommitmentSettled", "CommitmentWithdrawn");

  private CommitmentRows() {}

  private enum Side {
    OURS,
    THEIRS
  }

  private record Made(UUID commitmentId, UUID slotId, Side side, LocalDate due) {}

  private record Moved(UUID commitmentId, LocalDate due) {}

  private record Over(UUID commitmentId) {}

  static void apply(Connection transaction, HeardEvent event) throws SQLException {
    switch (event.type()) {
      case "CommitmentMade" -> {
        var made = MandatePayloads.read(event, Made.class);
        BriefSources.change(
            transaction,
            """
            insert into known_commitment (commitment_id, slot_id, ours, due) values (?, ?, ?, ?)
            on conflict (commitment_id) do nothing\
            """,
            made.commitmentId(),
            made.slotId(),
            made.side() == Side.OURS,
            made.due());
      }
      case "CommitmentMoved" -> {
        var moved = MandatePayloads.read(event, Moved.class);
        BriefSources.change(
            transaction,
            "update known_commitment set due = ? where commitment_id = ?",
            moved.due(),
            moved.commitmentId());
      }
      default ->
          BriefSources.change(
              transaction,
              "update known_commitment set over = true where commitment_id = ?",
              MandatePayloads.read(event, Over.class).commitmentId());
    }
  }
}
