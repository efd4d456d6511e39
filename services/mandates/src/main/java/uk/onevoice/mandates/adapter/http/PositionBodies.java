package uk.onevoice.mandates.adapter.http;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.mandates.adapter.http.IssueBodies.OptionView;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.PlaceId;
import uk.onevoice.mandates.domain.issue.IssueId;
import uk.onevoice.mandates.domain.issue.OptionId;
import uk.onevoice.mandates.domain.position.Agreement;
import uk.onevoice.mandates.domain.position.OptionStance;
import uk.onevoice.mandates.domain.position.PositionAlert;
import uk.onevoice.mandates.domain.position.PositionId;
import uk.onevoice.mandates.domain.position.PositionVersion;
import uk.onevoice.mandates.domain.position.RoleName;
import uk.onevoice.mandates.domain.position.Stance;

/** What is sent and answered about positions. Words are null when they are not kept any more. */
final class PositionBodies {
  private PositionBodies() {}

  record ProposePosition(
      PlaceId placeId, OrganisationId bodyId, IssueId issueId, List<OptionStance> stances) {}

  record RevisePosition(List<OptionStance> stances) {}

  /**
   * @param on null for today
   */
  record AgreePosition(OrganisationId bodyId, @Nullable LocalDate on) {}

  /**
   * @param on null for today
   */
  record OnDay(@Nullable LocalDate on) {}

  /**
   * @param aboutIds the people whom the words name
   */
  record WordsOnPosition(String words, @Nullable List<UUID> aboutIds) {}

  record PositionRef(PositionId positionId) {}

  record StanceView(OptionId optionId, @Nullable String option, Stance stance) {}

  /** What everybody sees of a position, and nothing that moves in private. */
  record PositionView(
      PositionId positionId,
      PlaceId placeId,
      OrganisationId bodyId,
      IssueId issueId,
      UUID topicId,
      @Nullable String topicNow,
      @Nullable String question,
      List<StanceView> stances,
      List<Agreement> agreedBy,
      int publication,
      LocalDate publishedOn) {}

  /** How far the latest version has come. */
  enum Status {
    PRIVATE,
    AGREED,
    PUBLIC,
    WITHDRAWN;

    static Status of(PositionVersion latest) {
      return switch (latest.state()) {
        case PRIVATE -> PRIVATE;
        case AGREED -> AGREED;
        case PUBLIC -> PUBLIC;
        case REPLACED, SUPERSEDED, WITHDRAWN -> WITHDRAWN;
      };
    }
  }

  /** A position in the list of general practice. */
  record DiscussedView(
      PositionId positionId,
      PlaceId placeId,
      OrganisationId bodyId,
      IssueId issueId,
      UUID topicId,
      @Nullable String topicNow,
      @Nullable String question,
      Status status,
      int version,
      boolean publicNow) {}

  record VersionView(
      int version,
      PositionVersion.State state,
      LocalDate proposedOn,
      List<StanceView> stances,
      List<Agreement> agreedBy,
      @Nullable LocalDate publishedOn,
      @Nullable LocalDate endedOn) {}

  record RemarkView(
      int version, OrganisationId bodyId, RoleName role, @Nullable String words, LocalDate on) {}

  /** All of a position, for general practice of its place alone. */
  record DiscussionView(
      PositionId positionId,
      PlaceId placeId,
      OrganisationId bodyId,
      IssueId issueId,
      UUID topicId,
      @Nullable String topicNow,
      @Nullable String question,
      List<OptionView> options,
      Status status,
      int version,
      boolean publicNow,
      boolean mayActForBody,
      List<VersionView> versions,
      List<RemarkView> comments,
      List<RemarkView> dissents) {}

  record AlertView(
      PositionAlert.Kind kind,
      IssueId issueId,
      UUID topicId,
      @Nullable String topicNow,
      @Nullable String question,
      OptionId optionId,
      @Nullable String option,
      List<PositionAlert.Side> sides,
      LocalDate since,
      @Nullable LocalDate until) {}
}
