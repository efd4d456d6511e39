package uk.onevoice.mandates.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.onevoice.mandates.domain.Electorate;
import uk.onevoice.mandates.domain.Holder;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.PracticeId;

/**
 * How things are around a mandate today, as the registry has told it.
 *
 * @param inPost roles that somebody holds at the holder's body
 * @param gone practices that answered and are no longer there
 * @param icsBefore of the place when practices were asked; null when it is not known
 * @param icsNow of the place today; null when it is not known
 */
public record Surroundings(
    LocalDate today,
    Electorate electorate,
    Set<Holder.Held> inPost,
    List<Gone> gone,
    @Nullable OrganisationId icsBefore,
    @Nullable OrganisationId icsNow) {
  public Surroundings {
    inPost = Set.copyOf(inPost);
    gone = List.copyOf(gone);
  }

  /**
   * A practice that is no longer there.
   *
   * @param on the first day without it
   * @param successors who followed it; none where it was closed
   */
  public record Gone(PracticeId practiceId, LocalDate on, List<PracticeId> successors) {
    public Gone {
      successors = List.copyOf(successors);
    }
  }
}
