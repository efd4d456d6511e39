package uk.onevoice.mandates.domain;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be asked of a mandate that practices were asked for. */
public sealed interface LifeCommand extends MandateCommand {
  /**
   * @param ofPlace whether the LMC has a practice of the place among its members today
   */
  record Endorse(MandateId mandateId, OrganisationId lmcId, boolean ofPlace, LocalDate today)
      implements LifeCommand {}

  /**
   * @param held what the caller holds today
   */
  record Accept(MandateId mandateId, Set<Holder.Held> held, LocalDate today)
      implements LifeCommand {
    public Accept {
      held = Set.copyOf(held);
    }
  }

  /**
   * @param inPost the roles that somebody holds today
   */
  record Activate(
      MandateId mandateId, Set<Holder.Held> inPost, LocalDate today, Electorate electorate)
      implements LifeCommand {
    public Activate {
      inPost = Set.copyOf(inPost);
    }
  }

  /** Practices are asked for other terms. */
  record Amend(MandateId mandateId, Terms terms, boolean speakForPractices, LocalDate today)
      implements LifeCommand {}

  record WithdrawVersion(MandateId mandateId, LocalDate today) implements LifeCommand {}

  /**
   * @param start null for the day on which the period in force ends, or today when that has passed
   */
  record Renew(MandateId mandateId, @Nullable LocalDate start, LocalDate end, LocalDate today)
      implements LifeCommand {}

  record Suspend(MandateId mandateId, @Nullable UUID wordsRef, LocalDate today)
      implements LifeCommand {}

  record LiftSuspension(
      MandateId mandateId, Set<Holder.Held> inPost, LocalDate today, Electorate electorate)
      implements LifeCommand {
    public LiftSuspension {
      inPost = Set.copyOf(inPost);
    }
  }

  record End(MandateId mandateId, @Nullable UUID wordsRef, LocalDate today)
      implements LifeCommand {}

  record NameAlternate(
      MandateId mandateId, Holder alternate, boolean speaksForPractices, LocalDate today)
      implements LifeCommand {}

  record StandAlternateDown(MandateId mandateId, Holder alternate, LocalDate today)
      implements LifeCommand {}

  record Confirm(MandateId mandateId, LocalDate today) implements LifeCommand {}

  /** Nobody holds the holder's role any more. */
  record LeaveHolderVacant(MandateId mandateId, LocalDate on) implements LifeCommand {}

  /** The place belongs to another ICS than when practices were asked. */
  record FollowIcs(
      MandateId mandateId, OrganisationId icsBefore, OrganisationId icsNow, LocalDate on)
      implements LifeCommand {}

  /** A day has come, or who belongs to the place has changed. */
  record TakeStock(
      MandateId mandateId, Set<Holder.Held> inPost, LocalDate today, Electorate electorate)
      implements LifeCommand {
    public TakeStock {
      inPost = Set.copyOf(inPost);
    }
  }
}
