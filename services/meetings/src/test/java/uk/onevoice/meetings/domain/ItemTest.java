package uk.onevoice.meetings.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.onevoice.meetings.domain.Sitting.ADDED;
import static uk.onevoice.meetings.domain.Sitting.DAY;
import static uk.onevoice.meetings.domain.Sitting.EVE;
import static uk.onevoice.meetings.domain.Sitting.FOR;
import static uk.onevoice.meetings.domain.Sitting.ID;
import static uk.onevoice.meetings.domain.Sitting.ITEM;
import static uk.onevoice.meetings.domain.Sitting.NADIA;
import static uk.onevoice.meetings.domain.Sitting.SCHEDULED;
import static uk.onevoice.meetings.domain.Sitting.uuid;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import uk.onevoice.meetings.domain.Agreement.Cited;
import uk.onevoice.meetings.domain.Agreement.Outside;
import uk.onevoice.meetings.domain.Agreement.Standing;
import uk.onevoice.meetings.domain.ItemCommand.MarkPresence;
import uk.onevoice.meetings.domain.ItemCommand.NoteHelp;
import uk.onevoice.meetings.domain.ItemCommand.RecordAgreement;
import uk.onevoice.meetings.domain.ItemCommand.RecordReach;
import uk.onevoice.meetings.domain.ItemCommand.TakeAgreementBack;
import uk.onevoice.meetings.domain.ItemCommand.TakeMarkBack;
import uk.onevoice.meetings.domain.ItemEvent.AgreementRecorded;
import uk.onevoice.meetings.domain.ItemEvent.AgreementTakenBack;
import uk.onevoice.meetings.domain.ItemEvent.HelpNoted;
import uk.onevoice.meetings.domain.ItemEvent.PresenceMarkTakenBack;
import uk.onevoice.meetings.domain.ItemEvent.PresenceMarked;
import uk.onevoice.meetings.domain.ItemEvent.ReachRecorded;
import uk.onevoice.meetings.domain.Meeting.Scheduled;
import uk.onevoice.meetings.domain.MeetingRejection.AgreedForGeneralPractice;
import uk.onevoice.meetings.domain.MeetingRejection.NothingToTakeBack;
import uk.onevoice.meetings.domain.MeetingRejection.PartnerDoesNotFit;
import uk.onevoice.meetings.domain.MeetingRejection.PositionWasPut;
import uk.onevoice.meetings.domain.MeetingRejection.PresenceWasNoConsent;
import uk.onevoice.meetings.domain.MeetingRejection.StillToCome;
import uk.onevoice.meetings.domain.mandate.KnownInvocation;
import uk.onevoice.meetings.domain.mandate.KnownInvocation.Act;
import uk.onevoice.meetings.domain.mandate.KnownInvocation.State;
import uk.onevoice.testkit.DeciderRules;

class ItemTest {
  private static final UUID INVOCATION = uuid(30);
  private static final UUID MANDATE = uuid(31);
  private static final UUID NURSING = uuid(32);
  private static final UUID BOARD = uuid(33);
  private static final Cited CITED = new Cited(ID, ITEM, NURSING, BOARD, DAY);
  private static final AgreementRecorded COVERED =
      new AgreementRecorded(ID, ITEM, INVOCATION, MANDATE, Standing.COVERED, List.of(), NADIA);
  private static final AgreementRecorded UNCITED =
      new AgreementRecorded(
          ID, ITEM, null, null, Standing.PROVISIONAL, List.of(Outside.NOT_CITED), NADIA);
  private static final PresenceMarked NOT_CONSULTED =
      new PresenceMarked(ID, ITEM, PresenceMark.NOT_CONSULTED);

  private final DeciderRules<MeetingCommand, Meeting, MeetingEvent, MeetingRejection> meeting =
      DeciderRules.of(Meeting.DECIDER);

  @ParameterizedTest
  @EnumSource(Reach.class)
  void how_far_we_got_is_said_once_and_can_be_corrected(Reach reach) {
    var reached = new ReachRecorded(ID, ITEM, reach);
    meeting.given(SCHEDULED, ADDED).when(reach(reach, DAY)).then(reached);
    meeting.given(SCHEDULED, ADDED, reached).when(reach(reach, DAY)).then();
    meeting.given(SCHEDULED, ADDED).when(reach(reach, EVE)).thenRejected(new StillToCome(DAY));
  }

  @Test
  void whoever_put_a_position_was_there() {
    var put = meeting.given(SCHEDULED, ADDED, FOR);
    put.when(reach(Reach.NOT_THERE, DAY)).thenRejected(new PositionWasPut(ITEM));
    put.when(reach(Reach.SPOKE, DAY)).then(new ReachRecorded(ID, ITEM, Reach.SPOKE));
  }

  @ParameterizedTest
  @EnumSource(PresenceMark.class)
  void presence_can_be_marked_as_no_consent(PresenceMark mark) {
    var marked = new PresenceMarked(ID, ITEM, mark);
    var back = new PresenceMarkTakenBack(ID, ITEM);
    meeting.given(SCHEDULED, ADDED).when(new MarkPresence(ID, ITEM, mark, DAY)).then(marked);
    meeting.given(SCHEDULED, ADDED, marked).when(new MarkPresence(ID, ITEM, mark, DAY)).then();
    meeting
        .given(SCHEDULED, ADDED)
        .when(new MarkPresence(ID, ITEM, mark, EVE))
        .thenRejected(new StillToCome(DAY));
    meeting.given(SCHEDULED, ADDED, marked).when(new TakeMarkBack(ID, ITEM)).then(back);
    meeting
        .given(SCHEDULED, ADDED, marked, back)
        .when(new TakeMarkBack(ID, ITEM))
        .thenRejected(new NothingToTakeBack(ID));
  }

  @Test
  void what_was_agreed_for_us_is_not_marked_as_done_without_us_nor_the_other_way_round() {
    meeting
        .given(SCHEDULED, ADDED, COVERED)
        .when(new MarkPresence(ID, ITEM, PresenceMark.NOT_AGREED, DAY))
        .thenRejected(new AgreedForGeneralPractice(ITEM));
    meeting
        .given(SCHEDULED, ADDED, NOT_CONSULTED)
        .when(agree(invocation(State.COVERED)))
        .thenRejected(new PresenceWasNoConsent(ITEM));
    meeting
        .given(SCHEDULED, ADDED, NOT_CONSULTED, new PresenceMarkTakenBack(ID, ITEM))
        .when(agree(invocation(State.COVERED)))
        .then(COVERED);
  }

  @Test
  void an_agreement_is_covered_by_an_invocation_that_fits_and_binds() {
    meeting.given(SCHEDULED, ADDED).when(agree(invocation(State.COVERED))).then(COVERED);
    meeting.given(SCHEDULED, ADDED).when(agree(invocation(State.RATIFIED))).then(COVERED);
    meeting.given(SCHEDULED, ADDED, COVERED).when(agree(invocation(State.COVERED))).then();
  }

  @Test
  void without_an_invocation_nobody_has_agreed_for_general_practice() {
    meeting.given(SCHEDULED, ADDED).when(agree(null)).then(UNCITED);
    meeting.given(SCHEDULED, ADDED, UNCITED).when(agree(null)).then();
    meeting.given(SCHEDULED, ADDED, UNCITED).when(agree(invocation(State.COVERED))).then(COVERED);
    meeting.given(SCHEDULED, ADDED, COVERED).when(agree(null)).then(UNCITED);
  }

  @Test
  void what_is_provisional_there_is_provisional_here() {
    meeting
        .given(SCHEDULED, ADDED)
        .when(agree(invocation(State.PROVISIONAL)))
        .then(provisional(List.of()));
    meeting
        .given(SCHEDULED, ADDED)
        .when(agree(invocation(State.TAKEN_BACK)))
        .then(provisional(List.of(Outside.TAKEN_BACK)));
  }

  @Test
  void an_invocation_that_does_not_fit_the_item_covers_nothing() {
    UUID other = uuid(40);
    fitsNot(Act.SPOKE, NURSING, BOARD, null, null, DAY, Outside.ONLY_SPOKE);
    fitsNot(Act.AGREED, NURSING, BOARD, other, null, DAY, Outside.OTHER_MEETING);
    fitsNot(Act.AGREED, NURSING, BOARD, ID.value(), other, DAY, Outside.OTHER_ITEM);
    fitsNot(Act.AGREED, other, BOARD, null, null, DAY, Outside.OTHER_TOPIC);
    fitsNot(Act.AGREED, NURSING, other, null, null, DAY, Outside.OTHER_TABLE);
    fitsNot(Act.AGREED, NURSING, null, null, null, DAY, Outside.OTHER_TABLE);
    fitsNot(Act.AGREED, NURSING, BOARD, null, null, EVE, Outside.OTHER_DAY);
    // What names meeting and item names these.
    var whole =
        new KnownInvocation(
            INVOCATION,
            MANDATE,
            Act.AGREED,
            State.COVERED,
            NURSING,
            BOARD,
            ID.value(),
            ITEM.value(),
            DAY);
    meeting.given(SCHEDULED, ADDED).when(agree(whole)).then(COVERED);
  }

  private void fitsNot(
      Act act,
      UUID topic,
      @Nullable UUID forum,
      @Nullable UUID meetingId,
      @Nullable UUID itemId,
      LocalDate on,
      Outside why) {
    meeting
        .given(SCHEDULED, ADDED)
        .when(
            agree(
                new KnownInvocation(
                    INVOCATION, MANDATE, act, State.COVERED, topic, forum, meetingId, itemId, on)))
        .then(provisional(List.of(why)));
  }

  @Test
  void an_item_on_no_topic_of_the_list_is_covered_by_nothing() {
    assertThat(new Cited(ID, ITEM, null, BOARD, DAY).outside(invocation(State.COVERED)))
        .containsExactly(Outside.OTHER_TOPIC);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "COVERED,     COVERED",
        "PROVISIONAL, PROVISIONAL",
        "RATIFIED,    RATIFIED",
        "TAKEN_BACK,  TAKEN_BACK",
        "-,           PROVISIONAL"
      })
  void an_agreement_is_worth_what_became_of_what_it_cites(
      @Nullable State state, Standing standing) {
    assertThat(new Agreement(INVOCATION, MANDATE, List.of(), NADIA).standing(state))
        .isEqualTo(standing);
    var misfit = new Agreement(INVOCATION, MANDATE, List.of(Outside.OTHER_TOPIC), NADIA);
    assertThat(misfit.standing(state))
        .isEqualTo(state == State.TAKEN_BACK ? Standing.TAKEN_BACK : Standing.PROVISIONAL);
    var gone = new Agreement(INVOCATION, MANDATE, List.of(Outside.TAKEN_BACK), NADIA);
    assertThat(gone.standing(state)).isEqualTo(Standing.TAKEN_BACK);
  }

  @Test
  void an_agreement_can_be_taken_back_and_is_of_the_day_or_later() {
    var back = new AgreementTakenBack(ID, ITEM);
    meeting.given(SCHEDULED, ADDED, COVERED).when(new TakeAgreementBack(ID, ITEM)).then(back);
    meeting
        .given(SCHEDULED, ADDED, COVERED, back)
        .when(new TakeAgreementBack(ID, ITEM))
        .thenRejected(new NothingToTakeBack(ID));
    meeting
        .given(SCHEDULED, ADDED)
        .when(new RecordAgreement(ID, ITEM, null, CITED, NADIA, EVE))
        .thenRejected(new StillToCome(DAY));
  }

  @Test
  void an_invocation_is_compared_under_the_names_of_today() {
    UUID now = uuid(41);
    assertThat(invocation(State.COVERED).named(now, null))
        .isEqualTo(
            new KnownInvocation(
                INVOCATION, MANDATE, Act.AGREED, State.COVERED, now, null, null, null, DAY));
  }

  private static AgreementRecorded provisional(List<Outside> outside) {
    return new AgreementRecorded(
        ID, ITEM, INVOCATION, MANDATE, Standing.PROVISIONAL, outside, NADIA);
  }

  private static KnownInvocation invocation(State state) {
    return new KnownInvocation(
        INVOCATION, MANDATE, Act.AGREED, state, NURSING, BOARD, null, null, DAY);
  }

  private static RecordAgreement agree(@Nullable KnownInvocation invocation) {
    return new RecordAgreement(ID, ITEM, invocation, CITED, NADIA, DAY);
  }

  private static RecordReach reach(Reach reach, LocalDate today) {
    return new RecordReach(ID, ITEM, reach, today);
  }

  @Test
  void who_helped_is_noted_whole_once_the_meeting_was() {
    var trust = new OrganisationId("WYVT0001");
    var council = new OrganisationId("WYVC0001");
    var noted = new HelpNoted(ID, ITEM, List.of(trust, council));
    var given = meeting.given(SCHEDULED, ADDED);
    given.when(help(List.of(trust, council, trust), null, DAY)).then(noted);
    given.when(help(List.of(trust), null, EVE)).thenRejected(new StillToCome(DAY));
    given.when(help(List.of(trust), trust, DAY)).thenRejected(new PartnerDoesNotFit(trust));
    given.when(help(List.of(), null, DAY)).then();
    var again = meeting.given(SCHEDULED, ADDED, noted);
    again.when(help(List.of(council, trust), null, DAY)).then();
    again.when(help(List.of(), null, DAY)).then(new HelpNoted(ID, ITEM, List.of()));
    var known = (Scheduled) Meeting.DECIDER.fold(List.of(SCHEDULED, ADDED, noted));
    assertThat(known.items().get(ITEM))
        .extracting(Item::helpedBy)
        .isEqualTo(List.of(trust, council));
  }

  private static NoteHelp help(
      List<OrganisationId> helpedBy, @Nullable OrganisationId unfit, LocalDate today) {
    return new NoteHelp(ID, ITEM, helpedBy, unfit, today);
  }
}
