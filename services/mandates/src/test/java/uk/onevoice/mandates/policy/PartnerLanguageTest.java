package uk.onevoice.mandates.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.onevoice.contracts.ToldChecks.lines;
import static uk.onevoice.contracts.ToldChecks.told;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.onevoice.contracts.ToldChecks;
import uk.onevoice.eventstore.EventTypes;
import uk.onevoice.eventstore.relay.Language;
import uk.onevoice.eventstore.relay.Told;
import uk.onevoice.kernel.Label;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.mandates.adapter.store.TellsPartners;
import uk.onevoice.mandates.domain.ConsentEvent;
import uk.onevoice.mandates.domain.ConsentEvent.ConsentGranted;
import uk.onevoice.mandates.domain.DraftEvent.MandateDrafted;
import uk.onevoice.mandates.domain.Holder;
import uk.onevoice.mandates.domain.HolderRole;
import uk.onevoice.mandates.domain.LifeEvent;
import uk.onevoice.mandates.domain.LifeEvent.MandateActivated;
import uk.onevoice.mandates.domain.LifeEvent.MandateEnded;
import uk.onevoice.mandates.domain.LifeEvent.MandateExpired;
import uk.onevoice.mandates.domain.LifeEvent.MandateSuspended;
import uk.onevoice.mandates.domain.LifeEvent.SuspensionLifted;
import uk.onevoice.mandates.domain.LifeEvent.VersionAsked;
import uk.onevoice.mandates.domain.Limit;
import uk.onevoice.mandates.domain.ListedTopic;
import uk.onevoice.mandates.domain.MandateEvent;
import uk.onevoice.mandates.domain.MandateEvent.MandateOpened;
import uk.onevoice.mandates.domain.MandateId;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.PlaceId;
import uk.onevoice.mandates.domain.PracticeId;
import uk.onevoice.mandates.domain.Stage;
import uk.onevoice.mandates.domain.Tally;
import uk.onevoice.mandates.domain.Terms;
import uk.onevoice.mandates.domain.Threshold;
import uk.onevoice.mandates.domain.Topic;
import uk.onevoice.mandates.domain.Version;
import uk.onevoice.mandates.domain.issue.IssueId;
import uk.onevoice.mandates.domain.position.PositionEvent;
import uk.onevoice.mandates.domain.position.PositionEvent.DissentRecorded;
import uk.onevoice.mandates.domain.position.PositionEvent.PositionAgreed;
import uk.onevoice.mandates.domain.position.PositionEvent.PositionCommented;
import uk.onevoice.mandates.domain.position.PositionEvent.PositionProposed;
import uk.onevoice.mandates.domain.position.PositionEvent.PositionPublished;
import uk.onevoice.mandates.domain.position.PositionEvent.PositionRevised;
import uk.onevoice.mandates.domain.position.PositionEvent.PositionWithdrawn;
import uk.onevoice.mandates.domain.position.PositionId;
import uk.onevoice.mandates.domain.position.RoleName;

class PartnerLanguageTest {
  private static final String SCOPE = "gp-mandate-scope-changed-1";
  private static final String ENTRY = "gp-directory-entry-changed-1";
  private static final Language LANGUAGE = TellsPartners.language();
  private static final EventTypes<MandateEvent> MANDATES = EventTypes.of(MandateEvent.class);
  private static final EventTypes<PositionEvent> POSITIONS = EventTypes.of(PositionEvent.class);
  private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
  private static final MandateId ID = new MandateId(new UUID(1, 1));
  private static final PlaceId PLACE = new PlaceId(new UUID(2, 2));
  private static final OrganisationId FEDERATION = new OrganisationId("FED01");
  private static final Tally ENOUGH = new Tally(4, 3, 10_000, 9_000);
  private static final Holder HOLDER =
      new Holder(FEDERATION, HolderRole.FEDERATION_LEAD, new Label("Lead"));
  private static final Holder STAND_IN =
      new Holder(FEDERATION, HolderRole.PCN_MANAGER, new Label("Manager"));
  private static final ListedTopic CARE = topic(10);
  private static final ListedTopic NURSING = topic(11);
  private static final ListedTopic ESTATES = topic(12);
  private static final MandateOpened ASKED = opened(terms(CARE, NURSING));
  private static final MandateActivated ACTIVE = new MandateActivated(ID, 1, ENOUGH, DAY);
  private static final MandateSuspended SUSPENDED =
      new MandateSuspended(ID, 1, Stage.Reason.BY_LEADERS, new UUID(9, 9), DAY);

  private static ListedTopic topic(int id) {
    return new ListedTopic(new UUID(3, id), new Topic("topic-" + id));
  }

  private static Terms terms(ListedTopic... topics) {
    return new Terms(
        List.of(topics),
        List.of(),
        HOLDER,
        List.of(),
        List.of(new Limit(Limit.Kind.MUST_NOT, new UUID(9, 8))),
        new Threshold(3, null, 60),
        5,
        7,
        DAY,
        DAY.plusYears(2),
        null);
  }

  private static MandateOpened opened(Terms terms) {
    return new MandateOpened(
        ID,
        PLACE,
        CARE.topic(),
        null,
        FEDERATION,
        new Label("Lead"),
        DAY,
        DAY.plusYears(2),
        DAY.minusMonths(1),
        CARE.topicId(),
        1,
        terms);
  }

  private static List<String> of(MandateEvent... events) {
    return lines(told(LANGUAGE, MANDATES, events));
  }

  @Test
  void a_mandate_is_told_once_it_is_in_force_by_topic_and_as_a_whole() {
    List<Told> told =
        told(
            LANGUAGE,
            MANDATES,
            new MandateDrafted(ID, PLACE, terms(CARE, NURSING), DAY),
            ASKED,
            new ConsentGranted(ID, new PracticeId("P00001"), DAY, 1, null),
            ACTIVE);
    assertThat(lines(told)).containsExactly("4 " + SCOPE, "4 " + ENTRY, "4 " + ENTRY);
    assertThat(told)
        .extracting(Told::payload)
        .containsExactly(
            """
            {"subject":"%1$s","dataref":"/v1/mandates/%2$s","place":"%1$s","audience":{"everyone":true}}\
            """
                .formatted(PLACE.value(), ID.value()),
            entry(CARE),
            entry(NURSING));
    assertThat(told)
        .allSatisfy(one -> assertThat(one.subject()).isEqualTo(PLACE.value().toString()));
  }

  private static String entry(ListedTopic topic) {
    return """
    {"subject":"%1$s","dataref":"/v1/who-can-agree?area=%1$s&topic=%2$s","place":"%1$s",\
    "topic":"%2$s","audience":{"everyone":true}}\
    """
        .formatted(PLACE.value(), topic.topicId());
  }

  @Test
  void one_asked_for_in_one_step_is_in_force_at_once_and_may_name_a_topic_by_its_slug() {
    var listed =
        new MandateOpened(
            ID,
            PLACE,
            CARE.topic(),
            null,
            FEDERATION,
            new Label("Lead"),
            DAY,
            DAY.plusYears(1),
            DAY,
            CARE.topicId(),
            null,
            null);
    assertThat(told(LANGUAGE, MANDATES, listed))
        .extracting(Told::payload)
        .contains(entry(CARE))
        .hasSize(2);
    var earlier =
        new MandateOpened(
            ID,
            PLACE,
            CARE.topic(),
            null,
            FEDERATION,
            new Label("Lead"),
            DAY,
            DAY.plusYears(1),
            null,
            null,
            null,
            null);
    assertThat(told(LANGUAGE, MANDATES, earlier))
        .extracting(Told::payload)
        .anyMatch(payload -> payload.contains("\"topic\":\"topic-10\""));
  }

  @Test
  void resting_going_on_and_ending_are_told() {
    assertThat(
            of(
                ASKED,
                ACTIVE,
                SUSPENDED,
                new SuspensionLifted(ID, 1, DAY),
                new MandateExpired(ID, 1, DAY)))
        .containsExactly(
            "2 " + SCOPE,
            "2 " + ENTRY,
            "2 " + ENTRY,
            "3 " + SCOPE,
            "3 " + ENTRY,
            "3 " + ENTRY,
            "4 " + SCOPE,
            "4 " + ENTRY,
            "4 " + ENTRY,
            "5 " + SCOPE,
            "5 " + ENTRY,
            "5 " + ENTRY);
    assertThat(of(ASKED, ACTIVE, SUSPENDED, new MandateEnded(ID, 1, new UUID(9, 9), DAY)))
        .endsWith("4 " + SCOPE)
        .hasSize(7);
  }

  @Test
  void one_that_never_was_in_force_ends_as_quietly_as_it_was_asked_for() {
    assertThat(of(ASKED, new MandateEnded(ID, 1, null, DAY))).isEmpty();
    assertThat(of(ASKED, new MandateExpired(ID, 1, DAY))).isEmpty();
  }

  @Test
  void another_version_is_told_when_it_is_in_force_for_the_topics_that_it_changes() {
    assertThat(
            told(
                LANGUAGE,
                MANDATES,
                ASKED,
                ACTIVE,
                new VersionAsked(
                    ID, PLACE, 2, Version.Why.TERMS_CHANGED, terms(NURSING, ESTATES), DAY),
                new MandateActivated(ID, 2, ENOUGH, DAY)))
        .filteredOn(one -> one.by().version() > 2)
        .extracting(Told::payload)
        .satisfiesExactly(
            scope -> assertThat(scope).contains("/v1/mandates/"),
            gone -> assertThat(gone).isEqualTo(entry(CARE)),
            added -> assertThat(added).isEqualTo(entry(ESTATES)));
  }

  @Test
  void who_stands_in_and_what_needs_confirming_is_told_of_the_directory_alone() {
    assertThat(
            of(
                ASKED,
                new LifeEvent.AlternateNamed(ID, STAND_IN, DAY),
                ACTIVE,
                new LifeEvent.AlternateStoodDown(ID, STAND_IN, DAY),
                new LifeEvent.AlternateNamed(ID, STAND_IN, DAY),
                new LifeEvent.ConfirmationNeeded(
                    ID, new OrganisationId("ICB01"), new OrganisationId("ICB02"), DAY),
                new LifeEvent.MandateConfirmed(ID, new OrganisationId("ICB02"), DAY)))
        .containsExactly(
            "3 " + SCOPE,
            "3 " + ENTRY,
            "3 " + ENTRY,
            "4 " + ENTRY,
            "4 " + ENTRY,
            "5 " + ENTRY,
            "5 " + ENTRY,
            "6 " + ENTRY,
            "6 " + ENTRY,
            "7 " + ENTRY,
            "7 " + ENTRY);
  }

  @Test
  void how_practices_answer_and_whether_that_suffices_leaves_no_trace() {
    var practice = new PracticeId("P00001");
    ToldChecks.isToldWithout(
        Set.of(
            MandateDrafted.class,
            ConsentGranted.class,
            ConsentEvent.ConsentWithdrawn.class,
            ConsentEvent.PracticesReminded.class,
            LifeEvent.MandateEndorsed.class,
            LifeEvent.HolderAccepted.class,
            LifeEvent.MandateAtRisk.class,
            LifeEvent.MandateRestored.class,
            VersionAsked.class,
            LifeEvent.VersionWithdrawn.class),
        LANGUAGE,
        MANDATES,
        new MandateDrafted(ID, PLACE, terms(CARE, NURSING), DAY),
        ASKED,
        new ConsentGranted(ID, practice, DAY, 1, null),
        new ConsentEvent.PracticesReminded(ID, 1, List.of(practice), DAY),
        new LifeEvent.MandateEndorsed(ID, 1, FEDERATION, DAY),
        new LifeEvent.HolderAccepted(ID, 1, DAY),
        ACTIVE,
        new ConsentEvent.ConsentWithdrawn(ID, practice, DAY, 1, null),
        new LifeEvent.MandateAtRisk(ID, 1, ENOUGH, DAY),
        new LifeEvent.MandateRestored(ID, 1, ENOUGH, DAY),
        new VersionAsked(ID, PLACE, 2, Version.Why.TERMS_CHANGED, terms(ESTATES), DAY),
        new LifeEvent.VersionWithdrawn(ID, 2, DAY),
        SUSPENDED,
        new SuspensionLifted(ID, 1, DAY));
  }

  private static final PositionId POSITION = new PositionId(new UUID(6, 1));
  private static final IssueId ISSUE = new IssueId(new UUID(6, 2));
  private static final RoleName LEAD = new RoleName("FEDERATION_LEAD");
  private static final WordsRef WORDS = new WordsRef(new UUID(9, 7));
  private static final PositionProposed PROPOSED =
      new PositionProposed(POSITION, PLACE, FEDERATION, ISSUE, CARE.topicId(), List.of(), DAY);
  private static final PositionAgreed AGREED =
      new PositionAgreed(POSITION, 1, FEDERATION, LEAD, DAY);
  private static final PositionPublished PUBLISHED =
      new PositionPublished(
          POSITION, PLACE, FEDERATION, ISSUE, CARE.topicId(), 1, 1, List.of(), List.of(), DAY);
  private static final PositionWithdrawn WITHDRAWN =
      new PositionWithdrawn(POSITION, PLACE, ISSUE, DAY);

  @Test
  void what_is_said_in_public_is_told_and_that_it_is_said_no_more() {
    List<Told> told =
        told(
            LANGUAGE,
            POSITIONS,
            PROPOSED,
            AGREED,
            PUBLISHED,
            new PositionRevised(POSITION, 2, List.of(), DAY),
            WITHDRAWN);
    assertThat(lines(told))
        .containsExactly("3 gp-position-published-1", "5 gp-position-withdrawn-1");
    assertThat(told)
        .allSatisfy(one ->
            assertThat(one.payload())
                .isEqualTo(
                    """
                    {"subject":"%1$s","dataref":"/v1/positions/%2$s","place":"%1$s","topic":"%3$s",\
                    "audience":{"everyone":true}}\
                    """
                        .formatted(PLACE.value(), POSITION.value(), CARE.topicId())));
  }

  @Test
  void what_stays_private_leaves_no_trace() {
    var commented = new PositionCommented(POSITION, 1, FEDERATION, LEAD, WORDS, DAY);
    var dissent = new DissentRecorded(POSITION, 1, FEDERATION, LEAD, WORDS, DAY);
    assertThat(told(LANGUAGE, POSITIONS, PROPOSED, commented, dissent, AGREED, WITHDRAWN))
        .isEmpty();
    ToldChecks.isToldWithout(
        Set.of(
            PositionCommented.class,
            DissentRecorded.class,
            PositionAgreed.class,
            PositionRevised.class),
        LANGUAGE,
        POSITIONS,
        PROPOSED,
        commented,
        dissent,
        AGREED,
        PUBLISHED,
        new PositionRevised(POSITION, 2, List.of(), DAY),
        WITHDRAWN);
  }

  @Test
  void of_everything_else_here_nothing_is_told() {
    assertThat(
            Arrays.asList(
                "IssueRaised",
                "SchemeAdopted",
                "AmbitionSigned",
                "ExternalChangeRecorded",
                "FeedbackGiven",
                "WordsRectified",
                "SubjectErased"))
        .noneMatch(LANGUAGE::mayTell);
  }
}
