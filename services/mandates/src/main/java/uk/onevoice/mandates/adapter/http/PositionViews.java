package uk.onevoice.mandates.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.mandates.adapter.http.IssueBodies.IssueView;
import uk.onevoice.mandates.adapter.http.IssueBodies.OptionView;
import uk.onevoice.mandates.adapter.http.PositionBodies.AlertView;
import uk.onevoice.mandates.adapter.http.PositionBodies.DiscussedView;
import uk.onevoice.mandates.adapter.http.PositionBodies.DiscussionView;
import uk.onevoice.mandates.adapter.http.PositionBodies.PositionView;
import uk.onevoice.mandates.adapter.http.PositionBodies.RemarkView;
import uk.onevoice.mandates.adapter.http.PositionBodies.StanceView;
import uk.onevoice.mandates.adapter.http.PositionBodies.Status;
import uk.onevoice.mandates.adapter.http.PositionBodies.VersionView;
import uk.onevoice.mandates.domain.issue.IssueId;
import uk.onevoice.mandates.domain.issue.OptionId;
import uk.onevoice.mandates.domain.position.OptionStance;
import uk.onevoice.mandates.domain.position.Position.Taken;
import uk.onevoice.mandates.domain.position.PositionAlert;
import uk.onevoice.mandates.domain.position.PositionVersion;
import uk.onevoice.mandates.domain.position.Remark;
import uk.onevoice.service.command.ListedTopics;
import uk.onevoice.vault.TypedWords;

/** Positions with their words: what everybody sees, and what general practice of the place does. */
@ApplicationScoped
class PositionViews {
  private final Issues issues;
  private final TypedWords words;
  private final ListedTopics topics;

  PositionViews(Issues issues, TypedWords words, ListedTopics topics) {
    this.issues = issues;
    this.words = words;
    this.topics = topics;
  }

  /** What is public of these; those of which nothing is are left out. */
  List<PositionView> inPublic(List<Taken> positions) {
    var texts = issuesOf(positions);
    return positions.stream()
        .flatMap(position ->
            position.inPublic().stream().map(version -> inPublic(position, version, texts)))
        .toList();
  }

  private PositionView inPublic(
      Taken position, PositionVersion version, Map<IssueId, IssueView> texts) {
    var terms = position.terms();
    @Nullable IssueView issue = texts.get(terms.issueId());
    // A public version has its day; the type cannot say so.
    var publishedOn = version.publishedOn() == null ? version.proposedOn() : version.publishedOn();
    return new PositionView(
        terms.positionId(),
        terms.placeId(),
        terms.bodyId(),
        terms.issueId(),
        terms.topicId(),
        topics.labelNow(terms.topicId()),
        question(issue),
        stances(version.stances(), issue),
        version.agreedBy(),
        version.publication(),
        publishedOn);
  }

  List<DiscussedView> discussed(List<Taken> positions) {
    var texts = issuesOf(positions);
    return positions.stream().map(position -> discussed(position, texts)).toList();
  }

  private DiscussedView discussed(Taken position, Map<IssueId, IssueView> texts) {
    var terms = position.terms();
    return new DiscussedView(
        terms.positionId(),
        terms.placeId(),
        terms.bodyId(),
        terms.issueId(),
        terms.topicId(),
        topics.labelNow(terms.topicId()),
        question(texts.get(terms.issueId())),
        Status.of(position.latest()),
        position.latest().number(),
        position.inPublic().isPresent());
  }

  DiscussionView discussion(Taken position, boolean mayActForBody) {
    var terms = position.terms();
    @Nullable IssueView issue = issuesOf(List.of(position)).get(terms.issueId());
    var read = words.read(position.remarks().stream().map(Remark::wordsRef).toList());
    return new DiscussionView(
        terms.positionId(),
        terms.placeId(),
        terms.bodyId(),
        terms.issueId(),
        terms.topicId(),
        topics.labelNow(terms.topicId()),
        question(issue),
        issue == null ? List.of() : issue.options(),
        Status.of(position.latest()),
        position.latest().number(),
        position.inPublic().isPresent(),
        mayActForBody,
        position.versions().stream().map(version -> version(version, issue)).toList(),
        remarks(position, Remark.Kind.COMMENT, read),
        remarks(position, Remark.Kind.DISSENT, read));
  }

  List<AlertView> alerts(List<PositionAlert> alerts) {
    var texts = issues.of(alerts.stream().map(PositionAlert::issueId).distinct().toList());
    return alerts.stream()
        .map(alert -> alert(alert, topics.labelNow(alert.topicId()), texts.get(alert.issueId())))
        .toList();
  }

  private static AlertView alert(
      PositionAlert alert, @Nullable String topicNow, @Nullable IssueView issue) {
    UUID topic = alert.topicId();
    return new AlertView(
        alert.kind(),
        alert.issueId(),
        topic,
        topicNow,
        question(issue),
        alert.optionId(),
        option(issue, alert.optionId()),
        List.of(alert.one(), alert.other()),
        alert.since(),
        alert.until());
  }

  private Map<IssueId, IssueView> issuesOf(List<Taken> positions) {
    return issues.of(
        positions.stream().map(position -> position.terms().issueId()).distinct().toList());
  }

  private static VersionView version(PositionVersion version, @Nullable IssueView issue) {
    return new VersionView(
        version.number(),
        version.state(),
        version.proposedOn(),
        stances(version.stances(), issue),
        version.agreedBy(),
        version.publishedOn(),
        version.endedOn());
  }

  private static List<RemarkView> remarks(
      Taken position, Remark.Kind kind, Map<WordsRef, String> read) {
    return position.remarks().stream()
        .filter(remark -> remark.kind() == kind)
        .map(remark ->
            new RemarkView(
                remark.version(),
                remark.bodyId(),
                remark.role(),
                read.get(remark.wordsRef()),
                remark.on()))
        .toList();
  }

  private static List<StanceView> stances(List<OptionStance> said, @Nullable IssueView issue) {
    return said.stream()
        .map(stance ->
            new StanceView(stance.optionId(), option(issue, stance.optionId()), stance.stance()))
        .toList();
  }

  private static @Nullable String question(@Nullable IssueView issue) {
    return issue == null ? null : issue.question();
  }

  private static @Nullable String option(@Nullable IssueView issue, OptionId option) {
    return issue == null
        ? null
        : issue.options().stream()
            .filter(each -> each.optionId().equals(option))
            .findFirst()
            .map(OptionView::option)
            .orElse(null);
  }
}
