package uk.onevoice.relationships.domain.keylist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.domain.PersonId;
import uk.onevoice.relationships.domain.PlaceId;
import uk.onevoice.relationships.domain.RelationshipId;
import uk.onevoice.relationships.domain.SlotId;
import uk.onevoice.relationships.domain.keylist.KeyList.Plan;
import uk.onevoice.relationships.domain.keylist.KeyListCommand.Mark;
import uk.onevoice.relationships.domain.keylist.KeyListCommand.PlanContact;
import uk.onevoice.relationships.domain.keylist.KeyListCommand.Reorder;
import uk.onevoice.relationships.domain.keylist.KeyListCommand.SetRhythm;
import uk.onevoice.relationships.domain.keylist.KeyListCommand.Unmark;
import uk.onevoice.relationships.domain.keylist.KeyListCommand.WithdrawPlan;
import uk.onevoice.relationships.domain.keylist.KeyListEvent.ContactRhythmSet;
import uk.onevoice.relationships.domain.keylist.KeyListEvent.KeyListReordered;
import uk.onevoice.relationships.domain.keylist.KeyListEvent.NextContactPlanned;
import uk.onevoice.relationships.domain.keylist.KeyListEvent.NextContactWithdrawn;
import uk.onevoice.relationships.domain.keylist.KeyListEvent.RelationshipMarkedKey;
import uk.onevoice.relationships.domain.keylist.KeyListEvent.RelationshipUnmarkedKey;
import uk.onevoice.relationships.domain.keylist.KeyListRejection.AlreadyKey;
import uk.onevoice.relationships.domain.keylist.KeyListRejection.NeedsReason;
import uk.onevoice.relationships.domain.keylist.KeyListRejection.NotKey;
import uk.onevoice.relationships.domain.keylist.KeyListRejection.NotYours;
import uk.onevoice.relationships.domain.keylist.KeyListRejection.PlannedInThePast;
import uk.onevoice.relationships.domain.keylist.KeyListRejection.RhythmOutOfRange;
import uk.onevoice.testkit.DeciderRules;

class KeyListTest {
  private static final PlaceId PLACE = new PlaceId(new UUID(0, 1));
  private static final PersonId NADIA = new PersonId(new UUID(0, 2));
  private static final KeyListId ID = KeyListId.of(PLACE, NADIA);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final LocalDate YESTERDAY = TODAY.minusDays(1);
  private static final LocalDate NEXT_WEEK = TODAY.plusDays(7);
  private static final WordsRef REASON = new WordsRef(new UUID(0, 3));

  private final DeciderRules<KeyListCommand, KeyList, KeyListEvent, KeyListRejection> list =
      DeciderRules.of(KeyList.DECIDER);

  @Test
  void a_leader_keeps_a_relationship_of_theirs_on_purpose() {
    list.given().when(mark(1, null)).then(marked(1, null));
  }

  @Test
  void nobody_keeps_what_is_not_theirs() {
    list.given()
        .when(new Mark(ID, PLACE, NADIA, slot(1), null, 60, REASON, Set.of(), TODAY))
        .thenRejected(new NotYours(slot(1)));
  }

  @Test
  void it_is_on_the_list_once() {
    list.given(marked(1, null)).when(mark(1, REASON)).thenRejected(new AlreadyKey(slot(1)));
  }

  @Test
  void four_and_a_fifth_need_no_reason() {
    list.given(marked(4)).when(mark(5, null)).then(marked(5, null));
  }

  @Test
  void a_sixth_needs_a_reason() {
    list.given(marked(5)).when(mark(6, null)).thenRejected(new NeedsReason(5));
    list.given(marked(5)).when(mark(6, REASON)).then(marked(6, REASON));
    list.given(marked(6)).when(mark(7, null)).thenRejected(new NeedsReason(6));
  }

  @Test
  void what_has_ended_takes_up_no_room() {
    list.given(marked(5))
        .when(mark(6, 60, null, Set.of(relationship(2))))
        .then(new RelationshipUnmarkedKey(ID, relationship(2), TODAY), marked(6, null));
  }

  @Test
  void whoever_takes_a_slot_again_may_mark_it_again() {
    list.given(marked(1, null))
        .when(
            new Mark(
                ID,
                PLACE,
                NADIA,
                slot(1),
                relationship(9),
                60,
                null,
                Set.of(relationship(1)),
                TODAY))
        .then(
            new RelationshipUnmarkedKey(ID, relationship(1), TODAY),
            new RelationshipMarkedKey(ID, PLACE, NADIA, slot(1), relationship(9), 60, null, TODAY));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 366})
  void no_rhythm_is_shorter_than_a_day_or_longer_than_a_year(int days) {
    var refused = new RhythmOutOfRange(1, 365);
    list.given().when(mark(1, days, null, Set.of())).thenRejected(refused);
    list.given(marked(1, null)).when(new SetRhythm(ID, slot(1), days)).thenRejected(refused);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 365})
  void a_leader_says_how_often_they_want_to_speak(int days) {
    list.given()
        .when(mark(1, days, null, Set.of()))
        .then(
            new RelationshipMarkedKey(
                ID, PLACE, NADIA, slot(1), relationship(1), days, null, TODAY));
    list.given(marked(1, null))
        .when(new SetRhythm(ID, slot(1), days))
        .then(new ContactRhythmSet(ID, relationship(1), days));
    list.given(marked(1, null)).when(new SetRhythm(ID, slot(1), 60)).then();
  }

  @Test
  void it_is_taken_off_the_list_again() {
    list.given(marked(1, null))
        .when(new Unmark(ID, slot(1), TODAY))
        .then(new RelationshipUnmarkedKey(ID, relationship(1), TODAY));
  }

  @Test
  void what_is_not_on_the_list_is_not_changed() {
    var refused = new NotKey(slot(2));
    list.given(marked(1, null)).when(new Unmark(ID, slot(2), TODAY)).thenRejected(refused);
    list.given(marked(1, null)).when(new SetRhythm(ID, slot(2), 30)).thenRejected(refused);
    list.given(marked(1, null))
        .when(new PlanContact(ID, slot(2), NEXT_WEEK, TODAY))
        .thenRejected(refused);
    list.given(marked(1, null)).when(new WithdrawPlan(ID, slot(2))).thenRejected(refused);
    list.given(marked(1, null))
        .when(new Reorder(ID, List.of(slot(1), slot(2))))
        .thenRejected(refused);
  }

  @Test
  void the_order_is_the_leaders_own_and_who_is_not_named_comes_after() {
    list.given(marked(3))
        .when(new Reorder(ID, List.of(slot(3), slot(3))))
        .then(new KeyListReordered(ID, relationships(3, 1, 2)));
    list.given(marked(3)).when(new Reorder(ID, List.of(slot(1), slot(2)))).then();
    var reordered = new ArrayList<KeyListEvent>(marked(3));
    reordered.add(new KeyListReordered(ID, relationships(3, 1, 2)));
    list.given(reordered).thenState(list(3, 1, 2));
  }

  @Test
  void a_talk_is_planned_for_today_or_later() {
    list.given(marked(1, null))
        .when(new PlanContact(ID, slot(1), YESTERDAY, TODAY))
        .thenRejected(new PlannedInThePast(YESTERDAY));
    list.given(marked(1, null))
        .when(new PlanContact(ID, slot(1), TODAY, TODAY))
        .then(new NextContactPlanned(ID, relationship(1), TODAY, TODAY));
  }

  @Test
  void a_plan_is_changed_and_withdrawn() {
    var planned = new NextContactPlanned(ID, relationship(1), NEXT_WEEK, TODAY);
    list.given(marked(1, null), planned)
        .when(new PlanContact(ID, slot(1), TODAY, TODAY))
        .then(new NextContactPlanned(ID, relationship(1), TODAY, TODAY));
    var withdrawn = new NextContactWithdrawn(ID, relationship(1));
    list.given(marked(1, null), planned).when(new WithdrawPlan(ID, slot(1))).then(withdrawn);
    list.given(marked(1, null), planned, withdrawn).when(new WithdrawPlan(ID, slot(1))).then();
  }

  @Test
  void plans_and_rhythms_are_those_of_their_relationship() {
    list.given(
            marked(1, null),
            marked(2, null),
            new NextContactPlanned(ID, relationship(2), NEXT_WEEK, TODAY),
            new ContactRhythmSet(ID, relationship(1), 30),
            new RelationshipUnmarkedKey(ID, relationship(7), TODAY))
        .thenState(
            new KeyList(
                List.of(
                    new KeyList.Key(slot(1), relationship(1), 30, null, TODAY, null),
                    new KeyList.Key(
                        slot(2), relationship(2), 60, null, TODAY, new Plan(NEXT_WEEK, TODAY)))));
  }

  @ParameterizedTest(name = "spoke {0}: kept {1}")
  @CsvSource(
      nullValues = "never",
      value = {
        "never,      false",
        "2026-11-22, false",
        "2026-11-23, false",
        "2026-11-24, true",
        "2026-12-01, true"
      })
  void a_plan_is_kept_by_a_talk_after_it_was_made(@Nullable LocalDate spoke, boolean kept) {
    assertThat(new Plan(NEXT_WEEK, TODAY).isKeptBy(spoke)).isEqualTo(kept);
  }

  @Test
  void a_talk_on_the_very_day_keeps_what_was_planned_for_it() {
    assertThat(new Plan(TODAY, TODAY).isKeptBy(TODAY)).isTrue();
  }

  @Test
  void each_leader_has_a_list_in_each_place() {
    var other = new PlaceId(new UUID(0, 8));
    assertThat(KeyListId.of(PLACE, NADIA)).isEqualTo(ID);
    assertThat(
            List.of(KeyListId.of(other, NADIA), KeyListId.of(PLACE, new PersonId(other.value()))))
        .doesNotContain(ID);
  }

  @Test
  void whatever_has_happened_can_be_read() {
    list.evolvesEvery(
        KeyListEvent.class,
        marked(1, null),
        new RelationshipUnmarkedKey(ID, relationship(1), TODAY),
        new KeyListReordered(ID, relationships(2, 1)),
        new ContactRhythmSet(ID, relationship(1), 30),
        new NextContactPlanned(ID, relationship(1), NEXT_WEEK, TODAY),
        new NextContactWithdrawn(ID, relationship(1)));
  }

  private static Mark mark(int number, @Nullable WordsRef reason) {
    return mark(number, 60, reason, Set.of());
  }

  private static Mark mark(
      int number, int days, @Nullable WordsRef reason, Set<RelationshipId> ended) {
    return new Mark(
        ID, PLACE, NADIA, slot(number), relationship(number), days, reason, ended, TODAY);
  }

  private static RelationshipMarkedKey marked(int number, @Nullable WordsRef reason) {
    return new RelationshipMarkedKey(
        ID, PLACE, NADIA, slot(number), relationship(number), 60, reason, TODAY);
  }

  /** The first ones, in their order. */
  private static List<KeyListEvent> marked(int count) {
    List<KeyListEvent> all = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      all.add(marked(number, null));
    }
    return all;
  }

  private static KeyList list(int... numbers) {
    List<KeyList.Key> keys = new ArrayList<>();
    for (int number : numbers) {
      keys.add(new KeyList.Key(slot(number), relationship(number), 60, null, TODAY, null));
    }
    return new KeyList(keys);
  }

  private static List<RelationshipId> relationships(int... numbers) {
    List<RelationshipId> ids = new ArrayList<>();
    for (int number : numbers) {
      ids.add(relationship(number));
    }
    return ids;
  }

  private static SlotId slot(int number) {
    return new SlotId(new UUID(1, number));
  }

  private static RelationshipId relationship(int number) {
    return new RelationshipId(new UUID(2, number));
  }
}
