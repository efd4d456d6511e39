package uk.onevoice.mandates.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is said and agreed under a mandate. */
public sealed interface UseEvent extends MandateEvent {
  /**
   * @param outside none for what is covered
   * @param limitRefs the limits that it falls under
   * @param needs how many practices have to ratify it at least; 0 for what is covered
   * @param lmcIds LMCs that have to ratify it too; null where there are none
   */
  record MandateInvoked(
      MandateId mandateId,
      InvocationId invocationId,
      int version,
      Act act,
      Verdict verdict,
      List<Outside> outside,
      UUID topicId,
      @Nullable UUID forumId,
      List<UUID> limitRefs,
      @Nullable UUID meetingId,
      @Nullable UUID itemId,
      @Nullable UUID wordsRef,
      int needs,
      LocalDate on,
      @Nullable List<OrganisationId> lmcIds)
      implements UseEvent {
    public MandateInvoked {
      outside = List.copyOf(outside);
      limitRefs = List.copyOf(limitRefs);
      lmcIds = lmcIds == null ? null : List.copyOf(lmcIds);
    }

    /** LMCs that have to ratify it, as a list that may be empty. */
    public List<OrganisationId> lmcs() {
      return lmcIds == null ? List.of() : lmcIds;
    }
  }

  record RatificationGiven(
      MandateId mandateId,
      InvocationId invocationId,
      PracticeId practiceId,
      boolean agrees,
      LocalDate on)
      implements UseEvent {}

  record LmcRatificationGiven(
      MandateId mandateId,
      InvocationId invocationId,
      OrganisationId lmcId,
      boolean agrees,
      LocalDate on)
      implements UseEvent {}

  record InvocationRatified(MandateId mandateId, InvocationId invocationId, LocalDate on)
      implements UseEvent {}

  record InvocationTakenBack(MandateId mandateId, InvocationId invocationId, LocalDate on)
      implements UseEvent {}

  /** What somebody did for general practice. */
  enum Act {
    SPOKE,
    AGREED
  }

  /** Whether it binds. */
  enum Verdict {
    COVERED,
    PROVISIONAL
  }

  /** In what something lies outside of a mandate. */
  enum Outside {
    TOPIC,
    TABLE,
    LIMIT,
    HOLDER,
    DATE,
    NOT_IN_FORCE
  }
}
