package uk.onevoice.organisations.domain.group;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Terms of reference, as far as they are data.
 *
 * @param from the first day they hold; until those that follow
 * @param quorum how many have to be there
 * @param wordsRef where the vault keeps what was written besides
 */
public record Terms(
    LocalDate from,
    List<SeatRule> seatRules,
    int quorum,
    DecisionRule decisionRule,
    ChairRule chairRule,
    @Nullable LocalDate reviewOn,
    @Nullable UUID wordsRef) {
  public Terms {
    seatRules = List.copyOf(seatRules);
  }
}
