package uk.onevoice.relationships.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.PartnerEvent;
import uk.onevoice.kernel.PartnerEvent.Audience;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.PlaceId;
import uk.onevoice.relationships.domain.jointgroup.AgreementEvent;
import uk.onevoice.relationships.domain.jointgroup.IssueEvent;
import uk.onevoice.relationships.domain.jointgroup.JointGroup;
import uk.onevoice.relationships.domain.jointgroup.JointGroup.Formed;
import uk.onevoice.relationships.domain.jointgroup.JointGroupEvent;
import uk.onevoice.relationships.domain.jointgroup.SeatEvent;
import uk.onevoice.relationships.domain.jointgroup.WorkEvent;
import uk.onevoice.relationships.domain.ledger.Commitment;
import uk.onevoice.relationships.domain.ledger.CommitmentId;
import uk.onevoice.relationships.domain.ledger.Ledger;
import uk.onevoice.relationships.domain.ledger.LedgerEvent;
import uk.onevoice.relationships.domain.ledger.LedgerEvent.CommitmentMoved;
import uk.onevoice.relationships.domain.ledger.LedgerEvent.CommitmentSettled;
import uk.onevoice.relationships.domain.ledger.LedgerEvent.CommitmentShared;

/**
 * What partners are told of relationships: of joint groups their actions, and only the organisation
 * that shares the group; of ledgers those promises that a team has shared with the organisation
 * they were made to or by, and only that one. Of slots, relationships, talks, everything else in
 * ledgers, judgements, candidates, handovers, opportunities and of what general practice keeps to
 * itself in a group, nothing is told, nor that any of it began or ended.
 */
public final class PartnerLanguage {
  /** To raise when the same events would be told otherwise. */
  public static final int EDITION = 1;

  private PartnerLanguage() {}

  public static List<PartnerEvent> of(JointGroup before, JointGroupEvent event) {
    if (!(before instanceof Formed group)) {
      return List.of();
    }
    return switch (event) {
      case WorkEvent work ->
          switch (work) {
            case WorkEvent.JointGroupActionAdded _,
                WorkEvent.JointGroupActionMoved _,
                WorkEvent.JointGroupActionSettled _,
                WorkEvent.JointGroupActionReopened _ ->
                List.of(action(group));
            case WorkEvent.JointGroupWorkstreamAdded _,
                WorkEvent.JointGroupWorkstreamReported _,
                WorkEvent.JointGroupWorkstreamWithdrawn _ ->
                List.of();
          };
      case JointGroupEvent.JointGroupFormed _,
          JointGroupEvent.JointGroupRenamed _,
          JointGroupEvent.JointGroupDissolved _,
          JointGroupEvent.JointGroupRestored _,
          SeatEvent _,
          AgreementEvent _,
          IssueEvent _ ->
          List.of();
    };
  }

  /** That a promise is shared no more is not told: it is not there any more for who asks. */
  public static List<PartnerEvent> of(Ledger before, LedgerEvent event) {
    return switch (event) {
      case CommitmentShared(var id, _, var place, var organisation, _, _) ->
          List.of(promise(before, id, place, organisation));
      case CommitmentMoved(var id, _, _) -> ifShared(before, id);
      case CommitmentSettled(var id, _, _, _) -> ifShared(before, id);
      case LedgerEvent.CommitmentMade _,
          LedgerEvent.CommitmentUnshared _,
          LedgerEvent.CommitmentWithdrawn _,
          LedgerEvent.PriorityRecorded _,
          LedgerEvent.AskMade _,
          LedgerEvent.AskAnswered _,
          LedgerEvent.SupportNoted _,
          LedgerEvent.ResultNoted _,
          LedgerEvent.LedgerEntryWithdrawn _ ->
          List.of();
    };
  }

  private static List<PartnerEvent> ifShared(Ledger ledger, CommitmentId id) {
    @Nullable Commitment known = ledger.commitments().get(id);
    return known == null || known.shared() == null
        ? List.of()
        : List.of(promise(ledger, id, known.shared().placeId(), known.shared().organisationId()));
  }

  private static PartnerEvent promise(
      Ledger ledger, CommitmentId id, PlaceId placeId, OrganisationId organisation) {
    String place = placeId.value().toString();
    @Nullable Commitment known = ledger.commitments().get(id);
    return new PartnerEvent(
        PartnerEvent.Type.COMMITMENT_SHARED,
        place,
        "/v1/relationships/shared-commitments/" + id.value(),
        place,
        known == null || known.topicId() == null ? null : known.topicId().toString(),
        null,
        Audience.of(List.of(organisation.value())));
  }

  private static PartnerEvent action(Formed group) {
    String place = group.terms().placeId().value().toString();
    return new PartnerEvent(
        PartnerEvent.Type.JOINT_GROUP_ACTION_CHANGED,
        place,
        "/v1/relationships/joint-groups/" + group.terms().groupId().value() + "/actions",
        place,
        null,
        null,
        Audience.of(List.of(group.terms().organisationId().value())));
  }
}
