package uk.onevoice.web.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.JointGroups.Acceptance;
import uk.onevoice.web.api.JointGroups.Action;
import uk.onevoice.web.api.JointGroups.Group;
import uk.onevoice.web.api.JointGroups.Issue;
import uk.onevoice.web.api.JointGroups.OwnSide;
import uk.onevoice.web.api.JointGroups.Rationale;
import uk.onevoice.web.api.JointGroups.Rule;
import uk.onevoice.web.api.JointGroups.Seat;
import uk.onevoice.web.api.JointGroups.Signature;
import uk.onevoice.web.api.JointGroups.Workstream;
import uk.onevoice.web.ui.Grid;
import uk.onevoice.web.ui.Grid.Cell;
import uk.onevoice.web.ui.Grid.Column;
import uk.onevoice.web.ui.Words;

/**
 * A joint group in the words of its page.
 *
 * @param exposure what is said of the mandate of general practice's half; null for the partner
 * @param signs whether the reader's side has not signed the rationale yet
 */
public record JointGroupView(
    String groupId,
    String name,
    String sentence,
    String whole,
    boolean breach,
    @Nullable String exposure,
    boolean exposed,
    List<SeatRow> seats,
    boolean seatsTold,
    @Nullable RationaleShown rationale,
    String rationaleSentence,
    boolean signs,
    List<RuleRow> rules,
    boolean takeoverRuled,
    Grid works,
    Grid issues,
    String issueSentence,
    Grid actions,
    String actionSentence) {

  /**
   * @param flag what has to be done about the seat; empty for nothing
   * @param leaves whether the reader may say that they leave
   * @param changes whether the reader may say what they are called, and that they never sat
   */
  public record SeatRow(
      String seatId,
      String who,
      String whose,
      String nature,
      String since,
      String flag,
      boolean leaves,
      boolean changes) {}

  public record RationaleShown(
      int version, String gpAims, String partnerAims, String signed, String proposed) {}

  /**
   * @param accepts whether the reader's side has not accepted it yet
   */
  public record RuleRow(String ruleId, String words, String standing, boolean accepts) {}

  /**
   * @param organisation the name of one by its id
   * @param person the name of who sits somewhere
   * @param changes whether the reader may change who sits for a side
   */
  public record Naming(
      Function<String, String> organisation,
      Function<Seat, String> person,
      Predicate<String> changes) {}

  static JointGroupView of(
      Group group,
      @Nullable OwnSide gp,
      List<Issue> issues,
      List<Action> actions,
      String place,
      Naming names) {
    String partner = names.organisation().apply(group.organisationId());
    String side = group.own() == null ? "" : group.own().side();
    String here = "/joint-groups/" + group.groupId();
    List<Rule> rules = group.groundRules() == null ? List.of() : group.groundRules();
    return new JointGroupView(
        group.groupId(),
        group.name(),
        sentence(group, partner, place),
        JointGroupWords.missing(group.missing()),
        group.dissolvedOn() == null && !group.missing().isEmpty(),
        gp == null ? null : exposure(gp),
        gp != null && gp.exposed() && group.dissolvedOn() == null,
        seats(group, names),
        group.seats() != null,
        group.rationale() == null ? null : rationale(group.rationale(), group, names),
        rationaleSentence(group),
        group.rationale() != null
            && group.rationale().signatures().stream().noneMatch(it -> it.side().equals(side)),
        rules.stream().map(rule -> rule(rule, side)).toList(),
        rules.stream().anyMatch(rule -> rule.kind().equals("NO_TAKEOVER")),
        works(group.workstreams(), here, group.own() != null),
        issues(issues, here),
        JointGroupWords.issues(group.openIssues(), group.overdueIssues()),
        actions(actions, here, names),
        actionSentence(group));
  }

  private static String sentence(Group group, String partner, String place) {
    String who = "general practice of " + place + " and " + partner;
    return group.dissolvedOn() == null
        ? Words.sentence(who) + " work together here since " + Words.day(group.formedOn()) + "."
        : Words.sentence(who)
            + " worked together here from "
            + Words.day(group.formedOn())
            + ". The group was dissolved on "
            + Words.day(group.dissolvedOn())
            + ".";
  }

  static String exposure(OwnSide gp) {
    if (!gp.exposed()) {
      return "The half of general practice sits under a mandate that is in force, for a leadership group.";
    }
    if (!gp.lacks().contains("MANDATE")) {
      return gp.leadershipGroupId() == null
          ? "Exposed: the half of general practice cites a mandate and no leadership group. It speaks for nobody but itself."
          : "Exposed: the leadership group for which the half of general practice sits is none of the place any more. It speaks for nobody but itself.";
    }
    if (gp.mandateId() == null) {
      return "Exposed: the half of general practice cites no mandate. It speaks for nobody but itself.";
    }
    return gp.endedOn() == null
        ? "Exposed: the mandate that is cited is not in force. The half of general practice speaks for nobody but itself."
        : "Exposed: the mandate that is cited has not been in force since "
            + Words.day(gp.endedOn())
            + ". The half of general practice speaks for nobody but itself.";
  }

  private static List<SeatRow> seats(Group group, Naming names) {
    List<Seat> seats = group.seats() == null ? List.of() : group.seats();
    return seats.stream()
        .filter(seat -> seat.until() == null)
        .map(seat ->
            new SeatRow(
                seat.seatId(),
                names.person().apply(seat),
                names.organisation().apply(seat.organisationId()),
                JointGroupWords.word(JointGroupWords.NATURES, seat.nature()),
                Words.day(seat.from()),
                seat.roleEnded()
                    ? "Holds no role there any more: somebody has to take their place"
                    : "",
                names.changes().test(seat.side()) || isOwn(seat, group),
                names.changes().test(seat.side())))
        .toList();
  }

  private static boolean isOwn(Seat seat, Group group) {
    return group.dissolvedOn() == null
        && group.own() != null
        && group.own().seatId().equals(seat.seatId());
  }

  private static RationaleShown rationale(Rationale rationale, Group group, Naming names) {
    List<String> signed = new ArrayList<>();
    for (Signature signature : rationale.signatures()) {
      signed.add(
          JointGroupWords.side(signature.side())
              + " by "
              + signatory(signature, group, names)
              + " on "
              + Words.day(signature.on()));
    }
    return new RationaleShown(
        rationale.version(),
        kept(rationale.gpAims()),
        kept(rationale.partnerAims()),
        signed.isEmpty() ? "Nobody has signed it yet." : "Signed: " + Words.list(signed) + ".",
        "Version "
            + rationale.version()
            + ", written down by "
            + JointGroupWords.side(rationale.proposedBy()).toLowerCase(Locale.UK)
            + " on "
            + Words.day(rationale.proposedOn())
            + ".");
  }

  private static String signatory(Signature signature, Group group, Naming names) {
    List<Seat> seats = group.seats() == null ? List.of() : group.seats();
    return seats.stream()
        .filter(seat -> seat.seatId().equals(signature.seatId()))
        .map(names.person())
        .findFirst()
        .orElse("a member");
  }

  private static String rationaleSentence(Group group) {
    return group.rationaleAgreed()
        ? "Both sides have signed why they work together."
        : "Both sides have not signed yet why they work together.";
  }

  private static RuleRow rule(Rule rule, String side) {
    List<String> sides = rule.accepted().stream().map(Acceptance::side).toList();
    return new RuleRow(
        rule.ruleId(),
        rule.kind().equals("NO_TAKEOVER")
            ? "No takeover: neither side takes over services, staff or practices of the other by way of this group."
            : kept(rule.words()),
        sides.size() == 2
            ? "Both sides have accepted it."
            : sides.isEmpty()
                ? "Neither side accepts it now."
                : JointGroupWords.side(sides.getFirst())
                    + " has accepted it; "
                    + JointGroupWords.side(JointGroupWords.other(sides.getFirst()))
                        .toLowerCase(Locale.UK)
                    + " has not.",
        !sides.contains(side));
  }

  private static Grid works(List<Workstream> works, String here, boolean member) {
    return new Grid(
        "Joint work",
        List.of(
            new Column("Work", false),
            new Column("How it stands", false),
            new Column("In hand", false)),
        works.stream()
            .map(work ->
                List.of(
                    new Cell(
                        JointGroupWords.work(work.kind(), work.name()),
                        member ? here + "/workstreams/" + work.workstreamId() : null),
                    new Cell(
                        JointGroupWords.word(JointGroupWords.WORK_STATES, work.state())
                            + (work.reportedOn() == null
                                ? ""
                                : ", said on " + Words.day(work.reportedOn()))),
                    new Cell(work.inHand() == null ? "Not said" : work.inHand())))
            .toList());
  }

  private static Grid issues(List<Issue> issues, String here) {
    return new Grid(
        "Issues",
        List.of(
            new Column("What goes wrong", false),
            new Column("Raised", false),
            new Column("Put right by", false),
            new Column("Answer", false)),
        issues.stream()
            .map(issue ->
                List.of(
                    new Cell(kept(issue.what()), here + "/issues/" + issue.issueId()),
                    new Cell(
                        JointGroupWords.side(issue.raisedBy())
                            + ", "
                            + Words.day(issue.raisedOn())),
                    new Cell(fix(issue)),
                    new Cell(answer(issue))))
            .toList());
  }

  static String fix(Issue issue) {
    if (issue.resolvedOn() != null && issue.daysToFix() != null) {
      return "Put right on "
          + Words.day(issue.resolvedOn())
          + ", "
          + JointGroupWords.after(issue.daysToFix());
    }
    return Words.day(issue.fixBy())
        + (issue.overdue() ? " (late)" : "")
        + (issue.moves() == 0 ? "" : ", moved " + Words.count(issue.moves(), "time", "times"));
  }

  static String answer(Issue issue) {
    return issue.daysToAnswer() == null
        ? "None yet from the other side"
        : Words.sentence(JointGroupWords.after(issue.daysToAnswer()));
  }

  private static Grid actions(List<Action> actions, String here, Naming names) {
    return new Grid(
        "Actions",
        List.of(
            new Column("What is to be done", false),
            new Column("Who delivers it", false),
            new Column("By", false)),
        actions.stream()
            .map(action ->
                List.of(
                    new Cell(kept(action.what()), here + "/actions/" + action.actionId()),
                    new Cell(names.organisation().apply(action.ownerId())),
                    new Cell(due(action))))
            .toList());
  }

  static String due(Action action) {
    if (action.settledOn() != null) {
      return (Boolean.TRUE.equals(action.done()) ? "Done on " : "Given up on ")
          + Words.day(action.settledOn());
    }
    return Words.day(action.due()) + (action.overdue() ? " (late)" : "");
  }

  private static String actionSentence(Group group) {
    return group.openActions() == 0
        ? "No action is open."
        : Words.sentence(Words.count(group.openActions(), "action is open", "actions are open"))
            + (group.overdueActions() == 0
                ? "."
                : ", " + Words.number(group.overdueActions()) + " of them late.");
  }

  static String kept(@Nullable String words) {
    return words == null ? "These words are not kept any more." : words;
  }
}
