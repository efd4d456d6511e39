package uk.onevoice.mandates.domain.position;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.PlaceId;
import uk.onevoice.mandates.domain.issue.IssueId;
import uk.onevoice.mandates.domain.issue.OptionId;

/** What can be asked of a position, with the facts from elsewhere that its rules need. */
public sealed interface PositionCommand {
  PositionId positionId();

  /**
   * What is known of the body for which somebody asks.
   *
   * @param ofPlace whether it is a body of general practice in the position's place today
   * @param represented whether the caller acts for it
   */
  record Speaking(OrganisationId bodyId, boolean ofPlace, boolean represented) {}

  /**
   * Proposes what a body says on an issue.
   *
   * @param issueOfIcs whether the issue is one of the place's ICS
   * @param issueClassified whether it is said who decides it, where the place has a scheme for that
   * @param options of the issue
   */
  record Propose(
      PositionId positionId,
      PlaceId placeId,
      Speaking speaking,
      IssueId issueId,
      UUID topicId,
      boolean issueOfIcs,
      boolean issueClassified,
      Set<OptionId> options,
      List<OptionStance> stances,
      LocalDate today)
      implements PositionCommand {
    public Propose {
      options = Set.copyOf(options);
      stances = List.copyOf(stances);
    }
  }

  /** Says something else from now on, privately at first. */
  record Revise(
      PositionId positionId,
      Speaking speaking,
      Set<OptionId> options,
      List<OptionStance> stances,
      LocalDate today)
      implements PositionCommand {
    public Revise {
      options = Set.copyOf(options);
      stances = List.copyOf(stances);
    }
  }

  /** Records that a body agrees to the open version. */
  record Agree(
      PositionId positionId, Speaking speaking, RoleName role, LocalDate on, LocalDate today)
      implements PositionCommand {}

  record Publish(PositionId positionId, Speaking speaking, LocalDate on, LocalDate today)
      implements PositionCommand {}

  record Withdraw(PositionId positionId, Speaking speaking, LocalDate on, LocalDate today)
      implements PositionCommand {}

  /** Says something on the open version; a dissent disagrees with it. */
  record Say(
      PositionId positionId,
      Remark.Kind kind,
      OrganisationId bodyId,
      RoleName role,
      WordsRef wordsRef,
      LocalDate on)
      implements PositionCommand {}
}
