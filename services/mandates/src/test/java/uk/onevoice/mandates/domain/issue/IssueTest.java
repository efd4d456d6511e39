package uk.onevoice.mandates.domain.issue;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.issue.Issue.Raised;
import uk.onevoice.mandates.domain.issue.IssueCommand.AddOption;
import uk.onevoice.mandates.domain.issue.IssueCommand.Raise;
import uk.onevoice.mandates.domain.issue.IssueEvent.IssueRaised;
import uk.onevoice.mandates.domain.issue.IssueEvent.OptionAdded;
import uk.onevoice.mandates.domain.issue.IssueRejection.AlreadyRaised;
import uk.onevoice.mandates.domain.issue.IssueRejection.NotRaised;
import uk.onevoice.mandates.domain.issue.IssueRejection.TooFewOptions;
import uk.onevoice.mandates.domain.issue.IssueRejection.TooManyOptions;
import uk.onevoice.mandates.domain.issue.IssueRejection.TopicNotInUse;
import uk.onevoice.testkit.DeciderRules;

class IssueTest {
  private static final IssueId ID = new IssueId(new UUID(0, 1));
  private static final OrganisationId ICS = new OrganisationId("WYVICB01");
  private static final UUID TOPIC = new UUID(0, 2);
  private static final WordsRef QUESTION = new WordsRef(new UUID(0, 3));
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  private final DeciderRules<IssueCommand, Issue, IssueEvent, IssueRejection> issue =
      DeciderRules.of(Issue.DECIDER);

  @Test
  void a_question_is_put_with_its_options_once() {
    issue.given().when(raise(true, 2)).then(raised(2));
    issue.given(raised(2)).when(raise(true, 2)).thenRejected(new AlreadyRaised(ID));
  }

  @Test
  void it_is_about_a_topic_in_use() {
    issue.given().when(raise(false, 2)).thenRejected(new TopicNotInUse(TOPIC));
  }

  @Test
  void there_is_something_to_choose_and_not_too_much() {
    issue.given().when(raise(true, 1)).thenRejected(new TooFewOptions(2));
    issue.given().when(raise(true, 12)).then(raised(12));
    issue.given().when(raise(true, 13)).thenRejected(new TooManyOptions(12));
  }

  @Test
  void options_are_added_up_to_the_most_there_can_be() {
    var added = new OptionAdded(ID, option(12).optionId(), option(12).optionRef());
    var add = new AddOption(ID, added.optionId(), added.optionRef());
    issue.given(raised(11)).when(add).then(added);
    issue.given(raised(11), added).when(add).thenRejected(new TooManyOptions(12));
    issue.given().when(add).thenRejected(new NotRaised(ID));
  }

  @Test
  void all_options_are_known_in_their_order() {
    var added = new OptionAdded(ID, option(3).optionId(), option(3).optionRef());
    issue.given(raised(2), added).thenState(new Raised(raised(2), options(3)));
  }

  @Test
  void what_has_happened_is_never_refused() {
    issue.evolvesEvery(
        IssueEvent.class,
        raised(2),
        new OptionAdded(ID, option(3).optionId(), option(3).optionRef()));
  }

  private static Raise raise(boolean inUse, int options) {
    return new Raise(ID, ICS, TOPIC, inUse, QUESTION, options(options), DAY);
  }

  private static IssueRaised raised(int options) {
    return new IssueRaised(ID, ICS, TOPIC, QUESTION, options(options), DAY);
  }

  private static List<IssueOption> options(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(IssueTest::option).toList();
  }

  private static IssueOption option(int number) {
    return new IssueOption(new OptionId(new UUID(1, number)), new WordsRef(new UUID(2, number)));
  }
}
