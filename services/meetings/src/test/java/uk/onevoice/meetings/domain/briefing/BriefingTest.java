package uk.onevoice.meetings.domain.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.meetings.domain.ItemId;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.meetings.domain.PersonId;
import uk.onevoice.meetings.domain.briefing.Briefing.Note;
import uk.onevoice.meetings.domain.briefing.BriefingCommand.Acknowledge;
import uk.onevoice.meetings.domain.briefing.BriefingCommand.CompletePreparation;
import uk.onevoice.meetings.domain.briefing.BriefingCommand.Expect;
import uk.onevoice.meetings.domain.briefing.BriefingCommand.ExpectNoLonger;
import uk.onevoice.meetings.domain.briefing.BriefingCommand.Issue;
import uk.onevoice.meetings.domain.briefing.BriefingCommand.PreAlign;
import uk.onevoice.meetings.domain.briefing.BriefingCommand.SayPreparationTime;
import uk.onevoice.meetings.domain.briefing.BriefingCommand.WithdrawPreAlignment;
import uk.onevoice.meetings.domain.briefing.BriefingCommand.WriteItem;
import uk.onevoice.meetings.domain.briefing.BriefingEvent.BriefAcknowledged;
import uk.onevoice.meetings.domain.briefing.BriefingEvent.BriefIssued;
import uk.onevoice.meetings.domain.briefing.BriefingEvent.BriefItemWritten;
import uk.onevoice.meetings.domain.briefing.BriefingEvent.PartnerExpected;
import uk.onevoice.meetings.domain.briefing.BriefingEvent.PartnerNotExpected;
import uk.onevoice.meetings.domain.briefing.BriefingEvent.PreAlignmentRecorded;
import uk.onevoice.meetings.domain.briefing.BriefingEvent.PreAlignmentWithdrawn;
import uk.onevoice.meetings.domain.briefing.BriefingEvent.PreparationCompleted;
import uk.onevoice.meetings.domain.briefing.BriefingEvent.PreparationTimeSaid;
import uk.onevoice.meetings.domain.briefing.BriefingRejection.DoesNotGo;
import uk.onevoice.meetings.domain.briefing.BriefingRejection.MeetingIsOver;
import uk.onevoice.meetings.domain.briefing.BriefingRejection.NoItems;
import uk.onevoice.meetings.domain.briefing.BriefingRejection.NoSuchItem;
import uk.onevoice.meetings.domain.briefing.BriefingRejection.NoSuchPreAlignment;
import uk.onevoice.meetings.domain.briefing.BriefingRejection.NotExpected;
import uk.onevoice.meetings.domain.briefing.BriefingRejection.NotTheLatest;
import uk.onevoice.meetings.domain.briefing.BriefingRejection.PartnerNotKnown;
import uk.onevoice.meetings.domain.briefing.BriefingRejection.StillToCome;
import uk.onevoice.testkit.DeciderRules;

class BriefingTest {
  static final MeetingId MEETING = new MeetingId(uuid(1));
  static final ItemId ITEM = new ItemId(uuid(2));
  static final ItemId OTHER = new ItemId(uuid(3));
  private static final ItemId STRANGE = new ItemId(uuid(4));
  static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final LocalDate EVE = DAY.minusDays(1);
  private static final LocalDate AFTER = DAY.plusDays(1);

  /** The meeting has no hour: it begins with its day. */
  static final Instant OPENS = Instant.parse("2026-11-24T00:00:00Z");

  static final Instant BEFORE = OPENS.minusSeconds(1);
  private static final Sitting SITTING = new Sitting(MEETING, DAY, Set.of(ITEM, OTHER));
  static final OrganisationId TRUST = new OrganisationId("WYVT0001");
  private static final PersonId NADIA = new PersonId(uuid(5));
  private static final PersonId NADIA_TOO = new PersonId(uuid(6));
  private static final WordsRef POSITION = new WordsRef(uuid(7));
  private static final WordsRef ASK = new WordsRef(uuid(8));
  private static final WordsRef CHANGE = new WordsRef(uuid(9));
  private static final ExpectedId PELLOW = new ExpectedId(uuid(10));
  private static final PreAlignmentId TALK = new PreAlignmentId(uuid(11));

  private static final BriefItemWritten WRITTEN =
      new BriefItemWritten(MEETING, ITEM, POSITION, ASK);
  private static final PartnerExpected EXPECTED =
      new PartnerExpected(MEETING, PELLOW, TRUST, null, List.of(ITEM));
  private static final BriefIssued FIRST = new BriefIssued(MEETING, 1, null, BEFORE);

  private final DeciderRules<BriefingCommand, Briefing, BriefingEvent, BriefingRejection> briefing =
      DeciderRules.of(Briefing.DECIDER);

  @Test
  void what_is_written_on_an_item_takes_the_place_of_what_was() {
    briefing.given().when(write(ITEM, POSITION, ASK, EVE)).then(WRITTEN);
    briefing
        .given(WRITTEN)
        .when(write(ITEM, null, ASK, EVE))
        .then(new BriefItemWritten(MEETING, ITEM, null, ASK));
    briefing.given(WRITTEN).when(write(ITEM, POSITION, ASK, EVE)).then();
    briefing.given().when(write(ITEM, null, null, EVE)).then();
    assertThat(after(WRITTEN, new BriefItemWritten(MEETING, ITEM, null, ASK)).notes())
        .containsOnly(Map.entry(ITEM, new Note(null, ASK)));
  }

  @Test
  void only_items_of_the_agenda_are_written_on() {
    briefing.given().when(write(STRANGE, POSITION, ASK, EVE)).thenRejected(new NoSuchItem(STRANGE));
  }

  @Test
  void a_brief_is_not_written_when_the_day_of_the_meeting_is_over() {
    briefing.given().when(write(ITEM, POSITION, ASK, DAY)).then(WRITTEN);
    briefing.given().when(write(ITEM, POSITION, ASK, AFTER)).thenRejected(new MeetingIsOver(DAY));
    briefing.given().when(expect(true, Set.of(), AFTER)).thenRejected(new MeetingIsOver(DAY));
    briefing
        .given(WRITTEN)
        .when(new Issue(SITTING, null, OPENS, AFTER))
        .thenRejected(new MeetingIsOver(DAY));
  }

  @Test
  void who_is_expected_comes_from_a_known_organisation_and_for_items_of_the_agenda() {
    briefing.given().when(expect(true, Set.of(ITEM), DAY)).then(EXPECTED);
    briefing
        .given()
        .when(expect(false, Set.of(ITEM), EVE))
        .thenRejected(new PartnerNotKnown(TRUST));
    briefing.given().when(expect(true, Set.of(STRANGE), EVE)).thenRejected(new NoSuchItem(STRANGE));
    assertThat(after(EXPECTED).room().get(PELLOW))
        .isEqualTo(new Briefing.Expected(PELLOW, TRUST, null, List.of(ITEM)));
  }

  @Test
  void who_was_expected_can_be_expected_no_longer_once() {
    var no = new PartnerNotExpected(MEETING, PELLOW);
    briefing.given(EXPECTED).when(new ExpectNoLonger(MEETING, PELLOW)).then(no);
    briefing
        .given(EXPECTED, no)
        .when(new ExpectNoLonger(MEETING, PELLOW))
        .thenRejected(new NotExpected(PELLOW));
  }

  @Test
  void a_brief_without_items_says_nothing_and_is_not_issued() {
    briefing
        .given()
        .when(new Issue(new Sitting(MEETING, DAY, Set.of()), null, BEFORE, EVE))
        .thenRejected(new NoItems(MEETING));
  }

  @Test
  void a_brief_that_only_the_system_wrote_can_be_issued() {
    briefing.given().when(issue(null)).then(FIRST);
  }

  @Test
  void a_change_is_a_new_version_and_no_change_is_none() {
    briefing.given(WRITTEN, FIRST).when(issue(null)).then();
    var second = new BriefIssued(MEETING, 2, null, BEFORE);
    briefing.given(FIRST, WRITTEN).when(issue(null)).then(second);
    briefing.given(FIRST, EXPECTED).when(issue(null)).then(second);
    briefing
        .given(EXPECTED, FIRST, new PartnerNotExpected(MEETING, PELLOW))
        .when(issue(null))
        .then(second);
    briefing.given(FIRST, talk(TALK, EVE, true, BEFORE)).when(issue(null)).then();
    briefing.given(FIRST, acknowledged(1, BEFORE)).when(issue(null)).then();
    // What changed elsewhere, on the agenda or in a mandate, somebody says in words.
    briefing.given(FIRST).when(issue(CHANGE)).then(new BriefIssued(MEETING, 2, CHANGE, BEFORE));
    assertThat(after(FIRST, WRITTEN).changed()).isTrue();
    assertThat(after(FIRST, WRITTEN, second).changed()).isFalse();
    assertThat(after(FIRST, WRITTEN, second).version()).isEqualTo(2);
  }

  @Test
  void the_latest_version_is_acknowledged_and_a_later_one_anew() {
    briefing.given().when(acknowledge(0)).thenRejected(new NotTheLatest(0));
    briefing.given().when(acknowledge(1)).thenRejected(new NotTheLatest(0));
    briefing.given(FIRST).when(acknowledge(1)).then(acknowledged(1, BEFORE));
    briefing.given(FIRST, acknowledged(1, BEFORE)).when(acknowledge(1)).then();
    var fromAfar = new Acknowledge(MEETING, 1, NADIA, false, BEFORE);
    briefing.given(FIRST).when(fromAfar).thenRejected(new DoesNotGo(NADIA));
    briefing.given(FIRST, acknowledged(1, BEFORE)).when(fromAfar).then();
    var second = new BriefIssued(MEETING, 2, CHANGE, BEFORE);
    briefing
        .given(FIRST, acknowledged(1, BEFORE), second)
        .when(acknowledge(1))
        .thenRejected(new NotTheLatest(2));
    briefing
        .given(FIRST, acknowledged(1, BEFORE), second)
        .when(acknowledge(2))
        .then(acknowledged(2, BEFORE));
    assertThat(after(FIRST, acknowledged(1, BEFORE), acknowledged(2, OPENS)).read().get(NADIA))
        .containsExactly(new Briefing.Acknowledged(1, BEFORE), new Briefing.Acknowledged(2, OPENS));
  }

  @Test
  void who_attended_without_having_read_a_brief_in_time_is_unbriefed() {
    assertThat(unbriefed()).contains(Unbriefed.NO_BRIEF);
    assertThat(unbriefed(new BriefIssued(MEETING, 1, null, OPENS), acknowledged(1, OPENS)))
        .as("issued when the meeting had begun")
        .contains(Unbriefed.NO_BRIEF);
    assertThat(unbriefed(FIRST)).contains(Unbriefed.NOT_ACKNOWLEDGED);
    assertThat(unbriefed(FIRST, acknowledged(1, OPENS))).contains(Unbriefed.TOO_LATE);
    assertThat(unbriefed(FIRST, acknowledged(1, BEFORE))).isEmpty();
    assertThat(unbriefed(FIRST, acknowledged(1, BEFORE), new BriefIssued(MEETING, 2, null, BEFORE)))
        .as("a change at the last minute that reached nobody")
        .isEmpty();
    assertThat(after(FIRST, acknowledged(1, BEFORE)).unbriefed(List.of(NADIA_TOO), OPENS))
        .contains(Unbriefed.NOT_ACKNOWLEDGED);
    assertThat(after(FIRST, acknowledged(1, BEFORE)).unbriefed(List.of(NADIA_TOO, NADIA), OPENS))
        .as("one human being with two records")
        .isEmpty();
  }

  @Test
  void what_was_talked_about_is_of_an_item_with_a_known_organisation_and_not_to_come() {
    briefing.given().when(preAlign(ITEM, true, EVE, EVE)).then(talk(TALK, EVE, true, BEFORE));
    briefing.given().when(preAlign(STRANGE, true, EVE, EVE)).thenRejected(new NoSuchItem(STRANGE));
    briefing.given().when(preAlign(ITEM, false, EVE, EVE)).thenRejected(new PartnerNotKnown(TRUST));
    briefing.given().when(preAlign(ITEM, true, DAY, EVE)).thenRejected(new StillToCome(DAY));
    // Late is recorded too, and does not count.
    briefing.given().when(preAlign(ITEM, true, EVE, AFTER)).then(talk(TALK, EVE, true, BEFORE));
  }

  @Test
  void what_was_recorded_in_error_is_taken_back_once() {
    var back = new PreAlignmentWithdrawn(MEETING, TALK);
    briefing
        .given(talk(TALK, EVE, true, BEFORE))
        .when(new WithdrawPreAlignment(MEETING, TALK))
        .then(back);
    briefing
        .given(talk(TALK, EVE, true, BEFORE), back)
        .when(new WithdrawPreAlignment(MEETING, TALK))
        .thenRejected(new NoSuchPreAlignment(TALK));
  }

  @ParameterizedTest(name = "agreed {0}, {1} days before, recorded {2} s before: {3}")
  @CsvSource({
    "true,   0,  1, true",
    "true,  42,  1, true",
    "true,  43,  1, false",
    "false,  1,  1, false",
    "true,   1,  0, false",
    "true,   1, -1, false"
  })
  void a_conversation_counts_when_agreed_recorded_before_and_not_too_long_ago(
      boolean agreed, int days, int seconds, boolean counts) {
    var talk =
        new PreAlignment(
            TALK, ITEM, TRUST, DAY.minusDays(days), agreed, OPENS.minusSeconds(seconds));
    assertThat(talk.counts(OPENS, DAY)).isEqualTo(counts);
    assertThat(talk.recordedBefore(OPENS)).isEqualTo(seconds > 0);
  }

  @Test
  void an_item_is_cold_only_when_all_that_was_talked_about_is_known() {
    var completed = new PreparationCompleted(MEETING, BEFORE);
    assertThat(alignment(true)).isEqualTo(Alignment.UNKNOWN);
    assertThat(alignment(false, completed)).isEqualTo(Alignment.UNKNOWN);
    assertThat(alignment(true, completed)).isEqualTo(Alignment.COLD);
    assertThat(alignment(false, talk(TALK, EVE, true, BEFORE))).isEqualTo(Alignment.PRE_ALIGNED);
    assertThat(alignment(true, completed, talk(TALK, EVE, false, BEFORE)))
        .isEqualTo(Alignment.TALKED_NOT_AGREED);
    assertThat(alignment(true, completed, talk(TALK, EVE, true, OPENS)))
        .as("a late pre-alignment does not count")
        .isEqualTo(Alignment.COLD);
    assertThat(after(talk(TALK, EVE, true, BEFORE)).alignment(OTHER, OPENS, DAY, false))
        .as("of another item")
        .isEqualTo(Alignment.UNKNOWN);
  }

  @Test
  void a_preparation_is_completed_once() {
    var completed = new PreparationCompleted(MEETING, BEFORE);
    briefing.given().when(new CompletePreparation(MEETING, BEFORE)).then(completed);
    briefing.given(completed).when(new CompletePreparation(MEETING, OPENS)).then();
    assertThat(after(completed, WRITTEN, FIRST, EXPECTED).completedAt()).isEqualTo(BEFORE);
  }

  static Briefing after(BriefingEvent... events) {
    Briefing state = Briefing.DECIDER.initial();
    for (BriefingEvent event : events) {
      state = Briefing.evolve(state, event);
    }
    return state;
  }

  static PreAlignmentRecorded talk(PreAlignmentId id, LocalDate on, boolean agreed, Instant at) {
    return new PreAlignmentRecorded(MEETING, ITEM, id, TRUST, on, agreed, at);
  }

  private static Optional<Unbriefed> unbriefed(BriefingEvent... events) {
    return after(events).unbriefed(List.of(NADIA), OPENS);
  }

  private static Alignment alignment(boolean closed, BriefingEvent... events) {
    return after(events).alignment(ITEM, OPENS, DAY, closed);
  }

  @Test
  void who_goes_says_how_long_they_prepare_and_may_say_otherwise() {
    var said = new PreparationTimeSaid(MEETING, NADIA, 90);
    briefing.given().when(prepares(90, true)).then(said);
    briefing.given().when(prepares(90, false)).thenRejected(new DoesNotGo(NADIA));
    briefing.given(said).when(prepares(90, true)).then();
    briefing.given(said).when(prepares(60, true)).then(new PreparationTimeSaid(MEETING, NADIA, 60));
    briefing.given().when(prepares(0, true)).then();
    var back = new PreparationTimeSaid(MEETING, NADIA, 0);
    briefing.given(said).when(prepares(0, true)).then(back);
    assertThat(after(said).minutes()).containsExactly(Map.entry(NADIA, 90));
    assertThat(after(said, back).minutes()).isEmpty();
    assertThat(after(said, FIRST, acknowledged(1, BEFORE)).minutes()).containsKey(NADIA);
  }

  private static SayPreparationTime prepares(int minutes, boolean goes) {
    return new SayPreparationTime(MEETING, NADIA, goes, minutes);
  }

  private static WriteItem write(
      ItemId item, @Nullable WordsRef position, @Nullable WordsRef ask, LocalDate today) {
    return new WriteItem(SITTING, item, position, ask, today);
  }

  private static Expect expect(boolean known, Set<ItemId> items, LocalDate today) {
    return new Expect(SITTING, PELLOW, TRUST, known, null, items, today);
  }

  private static Issue issue(@Nullable WordsRef change) {
    return new Issue(SITTING, change, BEFORE, EVE);
  }

  private static Acknowledge acknowledge(int version) {
    return new Acknowledge(MEETING, version, NADIA, true, BEFORE);
  }

  private static BriefAcknowledged acknowledged(int version, Instant at) {
    return new BriefAcknowledged(MEETING, version, NADIA, at);
  }

  private static PreAlign preAlign(ItemId item, boolean known, LocalDate on, LocalDate today) {
    return new PreAlign(SITTING, item, TALK, TRUST, known, on, true, BEFORE, today);
  }

  static UUID uuid(int n) {
    return new UUID(0, n);
  }
}
