package uk.onevoice.mandates.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.mandates.domain.UseEvent.Act;

/** What is said and agreed under a mandate. */
public sealed interface UseCommand extends MandateCommand {
  /**
   * @param topicId the mandate's own id of the topic where it means the same
   * @param forumId null where it was at no table
   * @param limitRefs the limits that it falls under
   * @param held what who spoke held on that day
   * @param electorate the place's practices on that day
   */
  record Invoke(
      MandateId mandateId,
      InvocationId invocationId,
      Act act,
      UUID topicId,
      @Nullable UUID forumId,
      List<UUID> limitRefs,
      @Nullable UUID meetingId,
      @Nullable UUID itemId,
      @Nullable UUID wordsRef,
      Set<Holder.Held> held,
      LocalDate on,
      LocalDate today,
      Electorate electorate)
      implements UseCommand {
    public Invoke {
      limitRefs = List.copyOf(limitRefs);
      held = Set.copyOf(held);
    }
  }

  /**
   * @param belonging today
   * @param authority whether who says it may do so for the practice
   */
  record Ratify(
      MandateId mandateId,
      InvocationId invocationId,
      PracticeId practiceId,
      Belonging belonging,
      boolean authority,
      boolean agrees,
      LocalDate today,
      Electorate electorate)
      implements UseCommand {}

  /**
   * An LMC that had endorsed the mandate says whether it stands by it; whoever says so speaks for
   * it.
   */
  record RatifyForLmc(
      MandateId mandateId,
      InvocationId invocationId,
      OrganisationId lmcId,
      boolean agrees,
      LocalDate today,
      Electorate electorate)
      implements UseCommand {}

  record TakeBack(MandateId mandateId, InvocationId invocationId, LocalDate today)
      implements UseCommand {}
}
