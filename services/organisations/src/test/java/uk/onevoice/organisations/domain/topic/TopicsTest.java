package uk.onevoice.organisations.domain.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.kernel.Label;
import uk.onevoice.kernel.Period;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.controlled.ListRejection;
import uk.onevoice.organisations.domain.controlled.ListRejection.BeforeItBegan;
import uk.onevoice.organisations.domain.controlled.ListRejection.IcbNotOpen;
import uk.onevoice.organisations.domain.controlled.ListRejection.InTheFuture;
import uk.onevoice.organisations.domain.controlled.ListRejection.InUse;
import uk.onevoice.organisations.domain.controlled.ListRejection.IntoItself;
import uk.onevoice.organisations.domain.controlled.ListRejection.LabelTaken;
import uk.onevoice.organisations.domain.controlled.ListRejection.LaterNameStands;
import uk.onevoice.organisations.domain.controlled.ListRejection.NotAnIcb;
import uk.onevoice.organisations.domain.controlled.ListRejection.NotInUse;
import uk.onevoice.organisations.domain.controlled.ListRejection.TooFewParts;
import uk.onevoice.organisations.domain.controlled.ListRejection.Unknown;
import uk.onevoice.organisations.domain.controlled.ListRejection.UnknownSuccessor;
import uk.onevoice.organisations.domain.topic.TopicCommand.DefineTopic;
import uk.onevoice.organisations.domain.topic.TopicCommand.MergeTopic;
import uk.onevoice.organisations.domain.topic.TopicCommand.PassOnTopic;
import uk.onevoice.organisations.domain.topic.TopicCommand.ReinstateTopic;
import uk.onevoice.organisations.domain.topic.TopicCommand.RenameTopic;
import uk.onevoice.organisations.domain.topic.TopicCommand.RetireTopic;
import uk.onevoice.organisations.domain.topic.TopicCommand.SplitTopic;
import uk.onevoice.organisations.domain.topic.TopicEvent.TopicDefined;
import uk.onevoice.organisations.domain.topic.TopicEvent.TopicMerged;
import uk.onevoice.organisations.domain.topic.TopicEvent.TopicReinstated;
import uk.onevoice.organisations.domain.topic.TopicEvent.TopicRenamed;
import uk.onevoice.organisations.domain.topic.TopicEvent.TopicRetired;
import uk.onevoice.organisations.domain.topic.TopicEvent.TopicSplit;
import uk.onevoice.testkit.DeciderRules;

class TopicsTest {
  private static final OrganisationId ICS = new OrganisationId("WYVICB01");
  private static final TopicId NURSING = new TopicId(new UUID(0, 1));
  private static final TopicId URGENT = new TopicId(new UUID(0, 2));
  private static final TopicId PART = new TopicId(new UUID(0, 3));
  private static final TopicId OTHER_PART = new TopicId(new UUID(0, 4));
  private static final LocalDate START = LocalDate.of(2026, 1, 5);
  private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
  private static final Label NAME = new Label("Community services");
  private static final TopicDefined DEFINED = new TopicDefined(NURSING, ICS, NAME, START);
  private static final TopicDefined SECOND =
      new TopicDefined(URGENT, ICS, new Label("Urgent care"), START);
  private static final TopicMerged MERGED = new TopicMerged(NURSING, ICS, URGENT, MARCH);
  private static final TopicRetired RETIRED = new TopicRetired(NURSING, ICS, MARCH);
  private static final TopicReinstated REINSTATED = new TopicReinstated(NURSING, ICS);

  private final DeciderRules<TopicCommand, Topics, TopicEvent, ListRejection> topics =
      DeciderRules.of(Topics.DECIDER);

  @Test
  void a_topic_is_defined_in_the_list_of_an_open_icb() {
    topics.given().when(define(NURSING, "Community services")).then(DEFINED);
    topics.given().when(define(null)).thenRejected(new NotAnIcb(ICS));
    topics.given().when(define(Period.from(TODAY))).thenRejected(new IcbNotOpen(ICS, START));
    topics
        .given()
        .when(new DefineTopic(NURSING, ICS, Period.from(START), NAME, TODAY.plusDays(1), TODAY))
        .thenRejected(new InTheFuture(TODAY.plusDays(1)));
  }

  @Test
  void a_topic_goes_on_in_the_list_of_an_icb_that_followed_until_that_is_taken_back() {
    var elsewhere = new TopicId(new UUID(0, 9));
    var passedOn = new TopicMerged(NURSING, ICS, elsewhere, MARCH);
    var wish = new PassOnTopic(NURSING, ICS, elsewhere, MARCH, TODAY);
    topics.given(DEFINED).when(wish).then(passedOn);
    topics.given(DEFINED, passedOn).when(wish).thenRejected(new NotInUse(MARCH));
    topics.given(DEFINED, passedOn, REINSTATED).when(wish).then(passedOn);
    topics
        .given(DEFINED)
        .when(new PassOnTopic(NURSING, ICS, elsewhere, TODAY.plusDays(1), TODAY))
        .thenRejected(new InTheFuture(TODAY.plusDays(1)));
    topics.given().when(wish).thenRejected(new Unknown());
  }

  @Test
  void no_two_topics_in_use_are_called_the_same_however_it_is_written() {
    var shouted = new Label("COMMUNITY  services");
    topics
        .given(DEFINED)
        .when(define(URGENT, shouted.value()))
        .thenRejected(new LabelTaken(shouted));
    topics
        .given(DEFINED, SECOND)
        .when(new RenameTopic(URGENT, ICS, shouted, MARCH, TODAY))
        .thenRejected(new LabelTaken(shouted));
    topics
        .given(DEFINED, RETIRED)
        .when(define(URGENT, "Community services"))
        .then(new TopicDefined(URGENT, ICS, NAME, START));
  }

  @Test
  void a_topic_can_be_renamed_and_a_name_of_the_same_day_corrected() {
    var name = new Label("Neighbourhood care");
    var renamed = new TopicRenamed(NURSING, ICS, name, MARCH);
    topics.given(DEFINED).when(new RenameTopic(NURSING, ICS, name, MARCH, TODAY)).then(renamed);
    topics.given(DEFINED).when(new RenameTopic(NURSING, ICS, NAME, MARCH, TODAY)).then();
    topics
        .given(DEFINED, renamed)
        .when(new RenameTopic(NURSING, ICS, NAME, MARCH, TODAY))
        .then(new TopicRenamed(NURSING, ICS, NAME, MARCH));
    topics
        .given(DEFINED, renamed)
        .when(new RenameTopic(NURSING, ICS, NAME, MARCH.minusDays(1), TODAY))
        .thenRejected(new LaterNameStands(MARCH));
    topics
        .given()
        .when(new RenameTopic(NURSING, ICS, NAME, MARCH, TODAY))
        .thenRejected(new Unknown());
    topics
        .given(DEFINED, RETIRED)
        .when(new RenameTopic(NURSING, ICS, NAME, MARCH, TODAY))
        .thenRejected(new NotInUse(MARCH));
  }

  @Test
  void a_topic_is_merged_into_another_in_use() {
    topics.given(DEFINED, SECOND).when(merge(URGENT, MARCH)).then(MERGED);
    topics.given(DEFINED, SECOND).when(merge(NURSING, MARCH)).thenRejected(new IntoItself());
    topics.given(DEFINED).when(merge(URGENT, MARCH)).thenRejected(new UnknownSuccessor());
    topics
        .given(DEFINED, SECOND, new TopicRetired(URGENT, ICS, MARCH))
        .when(merge(URGENT, MARCH))
        .thenRejected(new UnknownSuccessor());
    topics
        .given(DEFINED, SECOND)
        .when(merge(URGENT, START.minusDays(1)))
        .thenRejected(new BeforeItBegan(START));
    topics
        .given(DEFINED, SECOND, MERGED)
        .when(merge(URGENT, MARCH))
        .thenRejected(new NotInUse(MARCH));
  }

  @Test
  void a_topic_is_split_into_two_or_more_of_which_one_may_keep_its_name() {
    topics
        .given(DEFINED, SECOND)
        .when(split("Community services", "Care homes"))
        .then(
            new TopicDefined(PART, ICS, NAME, MARCH),
            new TopicDefined(OTHER_PART, ICS, new Label("Care homes"), MARCH),
            new TopicSplit(NURSING, ICS, List.of(PART, OTHER_PART), MARCH));
    topics
        .given(DEFINED, SECOND)
        .when(split("Care homes", "urgent care"))
        .thenRejected(new LabelTaken(new Label("urgent care")));
    topics
        .given(DEFINED)
        .when(split("Care homes", "care homes"))
        .thenRejected(new LabelTaken(new Label("care homes")));
    topics
        .given(DEFINED)
        .when(new SplitTopic(NURSING, ICS, Map.of(PART, NAME), MARCH, TODAY))
        .thenRejected(new TooFewParts());
  }

  @Test
  void a_topic_is_retired_once_and_not_before_it_began() {
    topics.given(DEFINED).when(new RetireTopic(NURSING, ICS, MARCH, TODAY)).then(RETIRED);
    topics
        .given(DEFINED)
        .when(new RetireTopic(NURSING, ICS, START.minusDays(1), TODAY))
        .thenRejected(new BeforeItBegan(START));
    topics
        .given(DEFINED)
        .when(new RetireTopic(NURSING, ICS, TODAY.plusDays(1), TODAY))
        .thenRejected(new InTheFuture(TODAY.plusDays(1)));
    topics
        .given(DEFINED, RETIRED)
        .when(new RetireTopic(NURSING, ICS, MARCH, TODAY))
        .thenRejected(new NotInUse(MARCH));
  }

  @Test
  void what_was_retired_or_merged_is_taken_back_unless_its_name_is_used_again() {
    topics.given(DEFINED, RETIRED).when(new ReinstateTopic(NURSING, ICS)).then(REINSTATED);
    topics.given(DEFINED, SECOND, MERGED).when(new ReinstateTopic(NURSING, ICS)).then(REINSTATED);
    topics.given(DEFINED).when(new ReinstateTopic(NURSING, ICS)).thenRejected(new InUse());
    topics.given().when(new ReinstateTopic(NURSING, ICS)).thenRejected(new Unknown());
    topics
        .given(DEFINED, RETIRED, new TopicDefined(URGENT, ICS, NAME, MARCH))
        .when(new ReinstateTopic(NURSING, ICS))
        .thenRejected(new LabelTaken(NAME));
  }

  @Test
  void a_merged_topic_means_its_successor_from_that_day_and_a_split_one_has_candidates() {
    var entries =
        Topics.DECIDER
            .fold(
                List.of(
                    DEFINED,
                    SECOND,
                    MERGED,
                    new TopicDefined(PART, ICS, new Label("Care homes"), TODAY),
                    new TopicDefined(OTHER_PART, ICS, new Label("Discharge"), TODAY),
                    new TopicSplit(URGENT, ICS, List.of(PART, OTHER_PART), TODAY)))
            .entries();
    assertThat(entries.resolve(NURSING, MARCH.minusDays(1))).isEqualTo(NURSING);
    assertThat(entries.resolve(NURSING, MARCH)).isEqualTo(URGENT);
    assertThat(entries.candidates(NURSING, TODAY.minusDays(1))).isEmpty();
    assertThat(entries.candidates(NURSING, TODAY)).containsExactly(PART, OTHER_PART);
  }

  @Test
  void a_topic_is_called_on_a_day_what_it_was_called_then() {
    var entry =
        Topics.DECIDER
            .fold(List.of(DEFINED, new TopicRenamed(NURSING, ICS, new Label("New name"), MARCH)))
            .entries()
            .find(NURSING)
            .orElseThrow();
    assertThat(entry.labelOn(MARCH.minusDays(1))).isEqualTo(NAME);
    assertThat(entry.labelOn(MARCH)).isEqualTo(new Label("New name"));
    assertThat(entry.openOn(START.minusDays(1))).isFalse();
    assertThat(entry.openOn(START)).isTrue();
  }

  @Test
  void what_has_happened_is_never_refused() {
    topics.evolvesEvery(
        TopicEvent.class,
        DEFINED,
        new TopicRenamed(NURSING, ICS, NAME, MARCH),
        MERGED,
        new TopicSplit(NURSING, ICS, List.of(PART, OTHER_PART), MARCH),
        RETIRED,
        REINSTATED);
  }

  private static DefineTopic define(TopicId id, String label) {
    return new DefineTopic(id, ICS, Period.from(START), new Label(label), START, TODAY);
  }

  private static DefineTopic define(@Nullable Period icbOpen) {
    return new DefineTopic(NURSING, ICS, icbOpen, NAME, START, TODAY);
  }

  private static MergeTopic merge(TopicId into, LocalDate on) {
    return new MergeTopic(NURSING, ICS, into, on, TODAY);
  }

  private static SplitTopic split(String one, String other) {
    var parts = new LinkedHashMap<TopicId, Label>();
    parts.put(PART, new Label(one));
    parts.put(OTHER_PART, new Label(other));
    return new SplitTopic(NURSING, ICS, parts, MARCH, TODAY);
  }
}
