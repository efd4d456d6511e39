package uk.onevoice.relationships.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.adapter.http.JointGroupAnswers.AcceptanceView;
import uk.onevoice.relationships.adapter.http.JointGroupAnswers.ActionView;
import uk.onevoice.relationships.adapter.http.JointGroupAnswers.AnswerView;
import uk.onevoice.relationships.adapter.http.JointGroupAnswers.IssueView;
import uk.onevoice.relationships.adapter.http.JointGroupAnswers.JointGroupRow;
import uk.onevoice.relationships.adapter.http.JointGroupAnswers.JointGroupView;
import uk.onevoice.relationships.adapter.http.JointGroupAnswers.OwnJointGroup;
import uk.onevoice.relationships.adapter.http.JointGroupAnswers.OwnSeat;
import uk.onevoice.relationships.adapter.http.JointGroupAnswers.OwnerView;
import uk.onevoice.relationships.adapter.http.JointGroupAnswers.RationaleView;
import uk.onevoice.relationships.adapter.http.JointGroupAnswers.RuleView;
import uk.onevoice.relationships.adapter.http.JointGroupAnswers.SeatView;
import uk.onevoice.relationships.adapter.http.JointGroupAnswers.SignatureView;
import uk.onevoice.relationships.adapter.http.JointGroupAnswers.WorkstreamView;
import uk.onevoice.relationships.domain.jointgroup.Action;
import uk.onevoice.relationships.domain.jointgroup.GroundRule;
import uk.onevoice.relationships.domain.jointgroup.Issue;
import uk.onevoice.relationships.domain.jointgroup.JointGroup.Formed;
import uk.onevoice.relationships.domain.jointgroup.Rationale;
import uk.onevoice.relationships.domain.jointgroup.Seat;
import uk.onevoice.relationships.domain.jointgroup.SeatId;
import uk.onevoice.relationships.domain.jointgroup.Workstream;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.vault.TypedWords;
import uk.onevoice.vault.Vault;
import uk.onevoice.vault.VaultRef;

/**
 * A joint group as its members see it, whichever side they sit for, and in outline for general
 * practice of the place. It is made from what both sides share and from nothing else: what general
 * practice keeps for itself is answered by {@link JointGroupOwnSideResource} alone.
 */
@ApplicationScoped
class JointGroupViews {
  private final TypedWords words;
  private final Vault vault;
  private final JointGroupDesk desk;

  JointGroupViews(TypedWords words, Vault vault, JointGroupDesk desk) {
    this.words = words;
    this.vault = vault;
    this.desk = desk;
  }

  JointGroupRow row(Formed group) {
    return new JointGroupRow(
        group.terms().groupId(),
        group.terms().organisationId(),
        group.name(),
        group.terms().on(),
        group.dissolvedOn(),
        group.seats().taken().size(),
        group.seats().missing(),
        group.issues().open(),
        group.issues().overdue(desk.today()),
        workstreams(group, Map.of()),
        group.works().open());
  }

  OwnJointGroup own(Formed group, Seat seat) {
    return new OwnJointGroup(
        group.terms().groupId(),
        group.terms().placeId(),
        group.terms().organisationId(),
        group.name(),
        seat.side(),
        group.dissolvedOn(),
        group.issues().open(),
        group.issues().overdue(desk.today()),
        group.works().open(),
        group.works().overdue(desk.today()));
  }

  /** All that both sides share. */
  JointGroupView forMember(Formed group, Seat own) {
    List<WordsRef> refs = new ArrayList<>();
    @Nullable Rationale rationale = group.agreements().rationale();
    if (rationale != null) {
      refs.add(rationale.gpAimsRef());
      refs.add(rationale.partnerAimsRef());
    }
    group.agreements().standing().stream()
        .map(GroundRule::wordsRef)
        .filter(Objects::nonNull)
        .forEach(refs::add);
    group.works().workstreams().values().stream()
        .map(Workstream::inHandRef)
        .filter(Objects::nonNull)
        .forEach(refs::add);
    Map<WordsRef, String> read = words.read(refs);
    return of(
        group,
        new OwnSeat(own.seatId(), own.side()),
        seats(group),
        rationale == null ? null : rationale(rationale, read),
        group.agreements().standing().stream().map(rule -> rule(rule, read)).toList(),
        read);
  }

  /** In outline: how it stands, without anybody's words. */
  JointGroupView summary(Formed group, boolean withSeats) {
    return of(group, null, withSeats ? seats(group) : null, null, null, Map.of());
  }

  private JointGroupView of(
      Formed group,
      @Nullable OwnSeat own,
      @Nullable List<SeatView> seats,
      @Nullable RationaleView rationale,
      @Nullable List<RuleView> rules,
      Map<WordsRef, String> read) {
    @Nullable Rationale latest = group.agreements().rationale();
    return new JointGroupView(
        group.terms().groupId(),
        group.terms().placeId(),
        group.terms().organisationId(),
        group.name(),
        group.terms().on(),
        group.dissolvedOn(),
        own,
        group.seats().taken().size(),
        group.seats().missing(),
        seats,
        latest != null && latest.isAgreed(),
        rationale,
        group.agreements().rules().values().stream().filter(GroundRule::isAgreed).count(),
        rules,
        workstreams(group, read),
        group.issues().open(),
        group.issues().overdue(desk.today()),
        group.works().open(),
        group.works().overdue(desk.today()));
  }

  private static List<WorkstreamView> workstreams(Formed group, Map<WordsRef, String> read) {
    return group.works().workstreams().values().stream()
        .map(workstream ->
            new WorkstreamView(
                workstream.workstreamId(),
                workstream.kind(),
                workstream.name(),
                workstream.state(),
                text(read, workstream.inHandRef()),
                workstream.reportedOn()))
        .toList();
  }

  private List<SeatView> seats(Formed group) {
    List<Seat> seats =
        group.seats().all().values().stream().filter(seat -> !seat.neverWas()).toList();
    Map<WordsRef, String> names =
        words.read(seats.stream().map(Seat::nameRef).filter(Objects::nonNull).toList());
    return seats.stream()
        .map(seat ->
            new SeatView(
                seat.seatId(),
                seat.personId(),
                seat.organisationId(),
                seat.side(),
                seat.nature(),
                text(names, seat.nameRef()),
                isGone(seat.nameRef()),
                seat.from(),
                seat.until(),
                seat.isTaken() && desk.held(seat.personId(), seat.organisationId()).isEmpty()))
        .toList();
  }

  /** What is restricted is there, and not shown; what is not there went with its person. */
  private boolean isGone(@Nullable WordsRef name) {
    return name != null && vault.find(new VaultRef(name.value())).isEmpty();
  }

  private static RationaleView rationale(Rationale latest, Map<WordsRef, String> read) {
    return new RationaleView(
        latest.version(),
        read.get(latest.gpAimsRef()),
        read.get(latest.partnerAimsRef()),
        latest.proposedBy(),
        latest.proposedOn(),
        latest.signatures().entrySet().stream()
            .map(each ->
                new SignatureView(each.getKey(), each.getValue().seatId(), each.getValue().on()))
            .toList());
  }

  private static RuleView rule(GroundRule rule, Map<WordsRef, String> read) {
    return new RuleView(
        rule.ruleId(),
        rule.kind(),
        text(read, rule.wordsRef()),
        rule.proposedBy(),
        rule.proposedOn(),
        rule.accepted().entrySet().stream()
            .map(each -> new AcceptanceView(each.getKey(), each.getValue()))
            .toList());
  }

  Page<IssueView> issues(Formed group, Page<Issue> page) {
    List<WordsRef> refs = new ArrayList<>();
    for (Issue issue : page.items()) {
      refs.add(issue.wordsRef());
      issue.answers().stream()
          .map(Issue.Answer::wordsRef)
          .filter(Objects::nonNull)
          .forEach(refs::add);
      if (issue.resolved() != null && issue.resolved().wordsRef() != null) {
        refs.add(issue.resolved().wordsRef());
      }
    }
    Map<WordsRef, String> read = words.read(refs);
    return new Page<>(
        page.items().stream().map(issue -> issue(group, issue, read)).toList(), page.next());
  }

  private IssueView issue(Formed group, Issue issue, Map<WordsRef, String> read) {
    Issue.@Nullable Resolution resolved = issue.resolved();
    return new IssueView(
        issue.issueId(),
        issue.kind(),
        read.get(issue.wordsRef()),
        issue.raisedBy(),
        issue.raisedOn(),
        issue.fixBy(),
        issue.isOverdue(desk.today()),
        issue.moves(),
        owner(group, issue.owners().gp()),
        owner(group, issue.owners().partner()),
        issue.answers().stream()
            .map(
                answer -> new AnswerView(answer.side(), text(read, answer.wordsRef()), answer.on()))
            .toList(),
        issue.daysToAnswer(),
        resolved == null ? null : resolved.on(),
        resolved == null ? null : text(read, resolved.wordsRef()),
        issue.daysToFix(),
        issue.reopenings());
  }

  private static OwnerView owner(Formed group, SeatId id) {
    Seat seat = group.seats().of(id).orElseThrow();
    return new OwnerView(id, seat.personId(), seat.organisationId(), !seat.isTaken());
  }

  Page<ActionView> actions(Page<Action> page) {
    Map<WordsRef, String> read = words.read(page.items().stream().map(Action::wordsRef).toList());
    return new Page<>(
        page.items().stream()
            .map(action ->
                new ActionView(
                    action.actionId(),
                    action.workstreamId(),
                    action.ownerId(),
                    read.get(action.wordsRef()),
                    action.due(),
                    action.isOverdue(desk.today()),
                    action.addedOn(),
                    action.done(),
                    action.settledOn()))
            .toList(),
        page.next());
  }

  /** A page of what a group has; the cursor is the id of the last. */
  static <T> Page<T> page(List<T> all, PageRequest request, Function<T, UUID> id) {
    int from = 0;
    if (request.after() != null) {
      from = all.stream().map(id).map(UUID::toString).toList().indexOf(request.after()) + 1;
      if (from == 0) {
        throw Problem.invalid("query:after", "is not the next of an earlier page").exception();
      }
    }
    List<T> items = all.subList(from, Math.min(all.size(), from + request.limit()));
    return new Page<>(
        items, from + items.size() < all.size() ? id.apply(items.getLast()).toString() : null);
  }

  private static @Nullable String text(Map<WordsRef, String> read, @Nullable WordsRef ref) {
    return ref == null ? null : read.get(ref);
  }
}
