package uk.onevoice.mandates.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.mandates.adapter.http.IssueBodies.IssueView;
import uk.onevoice.mandates.adapter.http.IssueBodies.OptionView;
import uk.onevoice.mandates.adapter.store.IssueLog;
import uk.onevoice.mandates.domain.issue.Issue;
import uk.onevoice.mandates.domain.issue.Issue.Raised;
import uk.onevoice.mandates.domain.issue.IssueCommand;
import uk.onevoice.mandates.domain.issue.IssueEvent;
import uk.onevoice.mandates.domain.issue.IssueId;
import uk.onevoice.mandates.domain.issue.IssueOption;
import uk.onevoice.mandates.domain.issue.IssueRejection;
import uk.onevoice.mandates.domain.issue.OptionId;
import uk.onevoice.service.command.ListedTopics;
import uk.onevoice.vault.TypedWords;

/** Issues with their words, for whatever is said of them. */
@ApplicationScoped
class Issues {
  private final CommandHandler<IssueCommand, Issue, IssueEvent, IssueRejection> issues;
  private final TypedWords words;
  private final ListedTopics topics;

  Issues(
      CommandHandler<IssueCommand, Issue, IssueEvent, IssueRejection> issues,
      TypedWords words,
      ListedTopics topics) {
    this.issues = issues;
    this.words = words;
    this.topics = topics;
  }

  Optional<Raised> find(IssueId id) {
    return issues.current(IssueLog.stream(id)).state() instanceof Raised raised
        ? Optional.of(raised)
        : Optional.empty();
  }

  static Set<OptionId> optionsOf(Raised issue) {
    return issue.options().stream().map(IssueOption::optionId).collect(Collectors.toSet());
  }

  /** These issues, with one look into the vault for all of them. */
  Map<IssueId, IssueView> of(Collection<IssueId> ids) {
    Map<IssueId, Raised> found = new HashMap<>();
    ids.forEach(id -> find(id).ifPresent(raised -> found.put(id, raised)));
    var read = words.read(found.values().stream().flatMap(Issues::refs).toList());
    Map<IssueId, IssueView> views = new HashMap<>();
    found.forEach((id, raised) -> views.put(id, view(raised, read)));
    return views;
  }

  private static Stream<WordsRef> refs(Raised issue) {
    return Stream.concat(
        Stream.of(issue.terms().questionRef()),
        issue.options().stream().map(IssueOption::optionRef));
  }

  private IssueView view(Raised issue, Map<WordsRef, String> read) {
    var terms = issue.terms();
    List<OptionView> options =
        issue.options().stream()
            .map(option -> new OptionView(option.optionId(), read.get(option.optionRef())))
            .toList();
    return new IssueView(
        terms.issueId(),
        terms.icsId(),
        terms.topicId(),
        topics.labelNow(terms.topicId()),
        read.get(terms.questionRef()),
        options,
        terms.on());
  }
}
