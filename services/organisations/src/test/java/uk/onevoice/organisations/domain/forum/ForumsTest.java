package uk.onevoice.organisations.domain.forum;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.onevoice.kernel.Label;
import uk.onevoice.kernel.Period;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.controlled.ListRejection.LabelTaken;
import uk.onevoice.organisations.domain.controlled.ListRejection.NotInUse;
import uk.onevoice.organisations.domain.controlled.ListRejection.TooFewParts;
import uk.onevoice.organisations.domain.controlled.ListRejection.Unknown;
import uk.onevoice.organisations.domain.forum.ForumCommand.CloseForum;
import uk.onevoice.organisations.domain.forum.ForumCommand.Known;
import uk.onevoice.organisations.domain.forum.ForumCommand.MergeForum;
import uk.onevoice.organisations.domain.forum.ForumCommand.PassOnForum;
import uk.onevoice.organisations.domain.forum.ForumCommand.RegisterForum;
import uk.onevoice.organisations.domain.forum.ForumCommand.RenameForum;
import uk.onevoice.organisations.domain.forum.ForumCommand.ReopenForum;
import uk.onevoice.organisations.domain.forum.ForumCommand.ReviseForum;
import uk.onevoice.organisations.domain.forum.ForumCommand.SplitForum;
import uk.onevoice.organisations.domain.forum.ForumEvent.ForumClosed;
import uk.onevoice.organisations.domain.forum.ForumEvent.ForumMerged;
import uk.onevoice.organisations.domain.forum.ForumEvent.ForumRegistered;
import uk.onevoice.organisations.domain.forum.ForumEvent.ForumRenamed;
import uk.onevoice.organisations.domain.forum.ForumEvent.ForumReopened;
import uk.onevoice.organisations.domain.forum.ForumEvent.ForumRevised;
import uk.onevoice.organisations.domain.forum.ForumEvent.ForumSplit;
import uk.onevoice.organisations.domain.forum.ForumRejection.OfTheList;
import uk.onevoice.organisations.domain.forum.ForumRejection.OwnerNotKnown;
import uk.onevoice.organisations.domain.forum.ForumRejection.PlaceOfAnotherIcs;
import uk.onevoice.organisations.domain.forum.ForumRejection.TopicOfAnotherList;
import uk.onevoice.organisations.domain.place.PlaceId;
import uk.onevoice.organisations.domain.topic.TopicId;
import uk.onevoice.testkit.DeciderRules;

class ForumsTest {
  private static final OrganisationId ICS = new OrganisationId("WYVICB01");
  private static final ForumId ID = new ForumId(new UUID(0, 1));
  private static final ForumId OTHER = new ForumId(new UUID(0, 2));
  private static final ForumId PART = new ForumId(new UUID(0, 3));
  private static final PlaceId PLACE = new PlaceId(new UUID(0, 5));
  private static final TopicId TOPIC = new TopicId(new UUID(0, 6));
  private static final LocalDate START = LocalDate.of(2026, 1, 5);
  private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
  private static final Label NAME = new Label("Place board");
  private static final ForumTerms TERMS =
      new ForumTerms(ForumLevel.PLACE_BOARD, ICS, List.of(PLACE), List.of(TOPIC), new UUID(0, 7));
  private static final ForumTerms WHOLE_ICS =
      new ForumTerms(ForumLevel.ICB_COMMITTEE, null, List.of(), List.of(), null);
  private static final Known KNOWN = new Known(true, Set.of(PLACE), Set.of(TOPIC));
  private static final ForumRegistered REGISTERED = registered(ID, "Place board", START);
  private static final ForumRegistered SECOND = registered(OTHER, "Care board", START);
  private static final ForumClosed CLOSED = new ForumClosed(ID, ICS, MARCH);
  private static final ForumRevised REVISED =
      new ForumRevised(ID, ICS, ForumLevel.ICB_COMMITTEE, null, List.of(), List.of(), null);

  private final DeciderRules<ForumCommand, Forums, ForumEvent, ForumRejection> forums =
      DeciderRules.of(Forums.DECIDER);

  @Test
  void a_forum_goes_on_in_the_list_of_an_icb_that_followed() {
    var elsewhere = new ForumId(new UUID(0, 9));
    var passedOn = new ForumMerged(ID, ICS, elsewhere, MARCH);
    var wish = new PassOnForum(ID, ICS, elsewhere, MARCH, TODAY);
    forums.given(REGISTERED).when(wish).then(passedOn);
    forums.given(REGISTERED, passedOn).when(wish).thenRejected(new OfTheList(new NotInUse(MARCH)));
  }

  @Test
  void a_forum_is_registered_with_what_it_decides_and_for_which_places() {
    forums.given().when(register(KNOWN)).then(REGISTERED);
    forums
        .given(REGISTERED)
        .when(register(KNOWN))
        .thenRejected(new OfTheList(new LabelTaken(NAME)));
  }

  @Test
  void what_a_forum_names_has_to_be_of_its_ics() {
    forums
        .given()
        .when(register(new Known(false, Set.of(PLACE), Set.of(TOPIC))))
        .thenRejected(new OwnerNotKnown());
    forums
        .given()
        .when(register(new Known(true, Set.of(), Set.of(TOPIC))))
        .thenRejected(new PlaceOfAnotherIcs());
    forums
        .given(REGISTERED)
        .when(new ReviseForum(ID, ICS, TERMS, new Known(true, Set.of(PLACE), Set.of())))
        .thenRejected(new TopicOfAnotherList());
  }

  @Test
  void a_forum_is_revised_while_it_is_in_use() {
    forums.given(REGISTERED).when(new ReviseForum(ID, ICS, WHOLE_ICS, KNOWN)).then(REVISED);
    forums.given(REGISTERED).when(new ReviseForum(ID, ICS, TERMS, KNOWN)).then();
    forums
        .given(REGISTERED, CLOSED)
        .when(new ReviseForum(ID, ICS, WHOLE_ICS, KNOWN))
        .thenRejected(new OfTheList(new NotInUse(MARCH)));
    forums
        .given()
        .when(new ReviseForum(ID, ICS, WHOLE_ICS, KNOWN))
        .thenRejected(new OfTheList(new Unknown()));
  }

  @Test
  void a_forum_is_renamed_merged_closed_and_reopened_as_topics_are() {
    var name = new Label("Place partnership");
    forums
        .given(REGISTERED)
        .when(new RenameForum(ID, ICS, name, MARCH, TODAY))
        .then(new ForumRenamed(ID, ICS, name, MARCH));
    forums.given(REGISTERED).when(new RenameForum(ID, ICS, NAME, MARCH, TODAY)).then();
    forums
        .given(REGISTERED, SECOND)
        .when(new MergeForum(ID, ICS, OTHER, MARCH, TODAY))
        .then(new ForumMerged(ID, ICS, OTHER, MARCH));
    forums.given(REGISTERED).when(new CloseForum(ID, ICS, MARCH, TODAY)).then(CLOSED);
    forums
        .given(REGISTERED, CLOSED)
        .when(new ReopenForum(ID, ICS))
        .then(new ForumReopened(ID, ICS));
  }

  @Test
  void the_parts_of_a_forum_begin_with_its_terms() {
    forums
        .given(REGISTERED)
        .when(split(NAME, new Label("Care board")))
        .then(
            registered(PART, "Place board", MARCH),
            registered(OTHER, "Care board", MARCH),
            new ForumSplit(ID, ICS, List.of(PART, OTHER), MARCH));
    forums
        .given()
        .when(split(NAME, new Label("Care board")))
        .thenRejected(new OfTheList(new Unknown()));
    var one = new LinkedHashMap<ForumId, Label>();
    one.put(PART, NAME);
    forums
        .given(REGISTERED)
        .when(new SplitForum(ID, ICS, one, MARCH, TODAY))
        .thenRejected(new OfTheList(new TooFewParts()));
  }

  @Test
  void what_has_happened_is_never_refused() {
    forums.evolvesEvery(
        ForumEvent.class,
        REGISTERED,
        REVISED,
        new ForumRenamed(ID, ICS, NAME, MARCH),
        new ForumMerged(ID, ICS, OTHER, MARCH),
        new ForumSplit(ID, ICS, List.of(PART, OTHER), MARCH),
        CLOSED,
        new ForumReopened(ID, ICS));
    var folded = Forums.DECIDER.fold(List.of(REGISTERED, REVISED, CLOSED));
    assertThat(folded.terms()).containsEntry(ID, WHOLE_ICS);
    assertThat(folded.entries().find(ID).orElseThrow().inUse()).isFalse();
  }

  private static RegisterForum register(Known known) {
    return new RegisterForum(ID, ICS, Period.from(START), NAME, START, TERMS, known, TODAY);
  }

  private static ForumRegistered registered(ForumId id, String label, LocalDate start) {
    return new ForumRegistered(
        id,
        ICS,
        new Label(label),
        start,
        TERMS.level(),
        TERMS.ownerId(),
        TERMS.placeIds(),
        TERMS.topicIds(),
        TERMS.remitRef());
  }

  private static SplitForum split(Label one, Label other) {
    var parts = new LinkedHashMap<ForumId, Label>();
    parts.put(PART, one);
    parts.put(OTHER, other);
    return new SplitForum(ID, ICS, parts, MARCH, TODAY);
  }
}
