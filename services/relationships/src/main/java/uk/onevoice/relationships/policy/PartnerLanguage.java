package uk.onevoice.relationships.policy;

import java.util.List;
import uk.onevoice.kernel.PartnerEvent;
import uk.onevoice.kernel.PartnerEvent.Audience;
import uk.onevoice.relationships.domain.jointgroup.AgreementEvent;
import uk.onevoice.relationships.domain.jointgroup.IssueEvent;
import uk.onevoice.relationships.domain.jointgroup.JointGroup;
import uk.onevoice.relationships.domain.jointgroup.JointGroup.Formed;
import uk.onevoice.relationships.domain.jointgroup.JointGroupEvent;
import uk.onevoice.relationships.domain.jointgroup.SeatEvent;
import uk.onevoice.relationships.domain.jointgroup.WorkEvent;

/**
 * What partners are told of joint groups: their actions, and only the organisation that shares the
 * group. Of slots, relationships, talks, ledgers, judgements, candidates, handovers, opportunities
 * and of what general practice keeps to itself in a group, nothing is told, nor that any of it
 * began or ended.
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
