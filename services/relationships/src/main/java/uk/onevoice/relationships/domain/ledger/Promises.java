package uk.onevoice.relationships.domain.ledger;

import java.time.LocalDate;
import java.util.List;

/** How one side keeps what it promises; promises that were withdrawn are none. */
public record Promises(int made, int kept, int broken, int open, int overdue) {
  public static Promises of(Ledger ledger, Side side, LocalDate today) {
    List<Commitment> all =
        ledger.commitments().values().stream()
            .filter(commitment -> commitment.side() == side)
            .toList();
    int kept = 0;
    int broken = 0;
    int overdue = 0;
    for (Commitment each : all) {
      if (each.settled() == null) {
        overdue += each.isOverdue(today) ? 1 : 0;
      } else if (each.settled().kept()) {
        kept++;
      } else {
        broken++;
      }
    }
    return new Promises(all.size(), kept, broken, all.size() - kept - broken, overdue);
  }
}
