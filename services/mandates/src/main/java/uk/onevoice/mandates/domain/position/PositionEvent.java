package uk.onevoice.mandates.domain.position;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.PlaceId;
import uk.onevoice.mandates.domain.issue.IssueId;

/** What has happened to a position. The schemas are in contracts/events/mandates. */
public sealed interface PositionEvent {
  /** Its first version, private. */
  record PositionProposed(
      PositionId positionId,
      PlaceId placeId,
      OrganisationId bodyId,
      IssueId issueId,
      UUID topicId,
      List<OptionStance> stances,
      LocalDate on)
      implements PositionEvent {
    public PositionProposed {
      stances = List.copyOf(stances);
    }
  }

  /** A further version, private; a public one before it stands. */
  record PositionRevised(
      PositionId positionId, int version, List<OptionStance> stances, LocalDate on)
      implements PositionEvent {
    public PositionRevised {
      stances = List.copyOf(stances);
    }
  }

  record PositionAgreed(
      PositionId positionId, int version, OrganisationId bodyId, RoleName role, LocalDate on)
      implements PositionEvent {}

  record PositionCommented(
      PositionId positionId,
      int version,
      OrganisationId bodyId,
      RoleName role,
      WordsRef commentRef,
      LocalDate on)
      implements PositionEvent {}

  record DissentRecorded(
      PositionId positionId,
      int version,
      OrganisationId bodyId,
      RoleName role,
      WordsRef dissentRef,
      LocalDate on)
      implements PositionEvent {}

  /**
   * All that is public of a version; the public one before it is superseded.
   *
   * @param publication counts the public versions only: the version itself would tell outsiders how
   *     many private ones there were
   */
  record PositionPublished(
      PositionId positionId,
      PlaceId placeId,
      OrganisationId bodyId,
      IssueId issueId,
      UUID topicId,
      int version,
      int publication,
      List<OptionStance> stances,
      List<Agreement> agreedBy,
      LocalDate on)
      implements PositionEvent {
    public PositionPublished {
      stances = List.copyOf(stances);
      agreedBy = List.copyOf(agreedBy);
    }
  }

  /** The body says nothing on the issue any more, in public or in private. */
  record PositionWithdrawn(PositionId positionId, PlaceId placeId, IssueId issueId, LocalDate on)
      implements PositionEvent {}
}
