package uk.onevoice.projection.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.messaging.Unappliable;
import uk.onevoice.projection.facts.FactValue.JointGroup;
import uk.onevoice.projection.facts.FactValue.JointIssue;
import uk.onevoice.projection.facts.FactValue.JointMandate;
import uk.onevoice.projection.facts.FactValue.JointSeat;

/** Joint groups: who sits in them, which mandate they cite and which issues are open. */
final class JointGroupRevisions {
  static final Set<String> TYPES =
      Set.of(
          "JointGroupFormed",
          "JointGroupDissolved",
          "JointGroupRestored",
          "JointGroupMandateCited",
          "JointGroupMandateUncited",
          "JointGroupSeated",
          "JointGroupSeatLeft",
          "JointGroupIssueRaised",
          "JointGroupIssueMoved",
          "JointGroupIssueResolved",
          "JointGroupIssueReopened");

  /** What a joint group agrees and works on is its own. */
  static final Set<String> IGNORES =
      Set.of(
          "JointGroupRenamed",
          "JointGroupSeatNamed",
          "JointGroupRationaleProposed",
          "JointGroupRationaleSigned",
          "JointGroupSignatureWithdrawn",
          "JointGroupRuleProposed",
          "JointGroupRuleAccepted",
          "JointGroupAcceptanceWithdrawn",
          "JointGroupRuleWithdrawn",
          "JointGroupIssueAnswered",
          "JointGroupIssueAssigned",
          "JointGroupWorkstreamAdded",
          "JointGroupWorkstreamReported",
          "JointGroupWorkstreamWithdrawn",
          "JointGroupActionAdded",
          "JointGroupActionMoved",
          "JointGroupActionSettled",
          "JointGroupActionReopened",
          "JointGroupNoteKept",
          "JointGroupNoteWithdrawn");

  private JointGroupRevisions() {}

  static List<Revision<?>> of(Payload event) {
    return List.of(
        switch (event.event().type()) {
          case "JointGroupFormed" -> formed(event);
          case "JointGroupDissolved" -> {
            LocalDate on = event.date("on");
            yield group(event, facts -> until(facts, on));
          }
          case "JointGroupRestored" -> group(event, JointGroupRevisions::goingOn);
          case "JointGroupMandateCited" -> cited(event);
          case "JointGroupMandateUncited" -> uncited(event);
          case "JointGroupSeated" -> seated(event);
          case "JointGroupSeatLeft" -> left(event);
          case "JointGroupIssueRaised" -> raised(event);
          case "JointGroupIssueMoved" -> {
            LocalDate fixBy = event.date("fixBy");
            yield issue(event, facts -> from(facts, event.day(), it -> it.fixBy(fixBy)));
          }
          case "JointGroupIssueResolved" ->
              issue(
                  event,
                  event.flag("mistake")
                      ? JointGroupRevisions::neverOpen
                      : facts -> from(facts, event.date("on"), it -> it.open(false)));
          case "JointGroupIssueReopened" ->
              issue(event, facts -> from(facts, event.day(), it -> it.open(true)));
          default -> throw new Unappliable(event.event(), "not an event of a joint group");
        });
  }

  /** Its own day where it says one. */
  private static LocalDate day(Payload event) {
    @Nullable LocalDate on = event.optionalDate("on");
    return on == null ? event.day() : on;
  }

  private static List<String> key(Payload event) {
    return List.of(event.text("groupId"));
  }

  private static Revision<JointGroup> formed(Payload event) {
    JointGroup group = new JointGroup(event.text("placeId"), event.text("organisationId"));
    Span valid = Span.from(day(event));
    return new Revision<>(
        FactTable.JOINT_GROUP, key(event), _ -> List.of(new Fact<>(valid, group)));
  }

  private static Revision<JointGroup> group(
      Payload event, UnaryOperator<List<Fact<JointGroup>>> change) {
    return new Revision<>(
        FactTable.JOINT_GROUP,
        key(event),
        facts -> {
          if (facts.isEmpty()) {
            throw new Unappliable(event.event(), "the joint group was never formed");
          }
          return change.apply(facts);
        });
  }

  /** In a stream of general practice's own, which may be heard before the group's. */
  private static Revision<JointMandate> cited(Payload event) {
    LocalDate on = day(event);
    JointMandate mandate =
        new JointMandate(event.text("mandateId"), event.optionalText("leadershipGroupId"));
    return new Revision<>(
        FactTable.JOINT_MANDATE,
        key(event),
        facts ->
            Stream.concat(until(facts, on).stream(), Stream.of(new Fact<>(Span.from(on), mandate)))
                .toList());
  }

  private static Revision<JointMandate> uncited(Payload event) {
    LocalDate on = day(event);
    return new Revision<>(FactTable.JOINT_MANDATE, key(event), facts -> until(facts, on));
  }

  private static Revision<JointSeat> seated(Payload event) {
    JointSeat seat =
        new JointSeat(event.text("personId"), event.text("side"), event.text("nature"));
    Span valid = Span.from(event.date("from"));
    return new Revision<>(
        FactTable.JOINT_SEAT, seatKey(event), _ -> List.of(new Fact<>(valid, seat)));
  }

  private static Revision<JointSeat> left(Payload event) {
    LocalDate on = event.date("on");
    boolean mistake = event.flag("mistake");
    return new Revision<>(
        FactTable.JOINT_SEAT, seatKey(event), facts -> mistake ? List.of() : until(facts, on));
  }

  private static List<String> seatKey(Payload event) {
    return List.of(event.text("groupId"), event.text("seatId"));
  }

  private static Revision<JointIssue> raised(Payload event) {
    JointIssue issue = new JointIssue(event.date("fixBy"), true);
    Span valid = Span.from(event.date("raisedOn"));
    return new Revision<>(
        FactTable.JOINT_ISSUE, issueKey(event), _ -> List.of(new Fact<>(valid, issue)));
  }

  private static Revision<JointIssue> issue(
      Payload event, UnaryOperator<List<Fact<JointIssue>>> change) {
    return new Revision<>(
        FactTable.JOINT_ISSUE,
        issueKey(event),
        facts -> {
          if (facts.isEmpty()) {
            throw new Unappliable(event.event(), "the issue was never raised");
          }
          return change.apply(facts);
        });
  }

  private static List<String> issueKey(Payload event) {
    return List.of(event.text("groupId"), event.text("issueId"));
  }

  private static <V extends FactValue> List<Fact<V>> until(List<Fact<V>> facts, LocalDate day) {
    return facts.stream().map(fact -> new Fact<>(fact.valid().until(day), fact.value())).toList();
  }

  /** From this day on, and not before it began, it is another; what was so before stays so. */
  private static <V extends FactValue> List<Fact<V>> from(
      List<Fact<V>> facts, LocalDate day, UnaryOperator<V> change) {
    LocalDate began = facts.getFirst().valid().from();
    LocalDate on = day.isBefore(began) ? began : day;
    List<Fact<V>> now = new ArrayList<>(until(facts, on));
    Fact<V> last = facts.getLast();
    now.add(new Fact<>(new Span(on, last.valid().to()), change.apply(last.value())));
    return now;
  }

  private static List<Fact<JointGroup>> goingOn(List<Fact<JointGroup>> facts) {
    List<Fact<JointGroup>> now = new ArrayList<>(facts);
    Fact<JointGroup> last = now.removeLast();
    now.add(new Fact<>(Span.from(last.valid().from()), last.value()));
    return now;
  }

  /** It was no issue at all; it can be reopened all the same. */
  private static List<Fact<JointIssue>> neverOpen(List<Fact<JointIssue>> facts) {
    return facts.stream().map(fact -> new Fact<>(fact.valid(), fact.value().open(false))).toList();
  }
}
