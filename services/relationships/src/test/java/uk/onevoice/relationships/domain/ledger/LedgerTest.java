package uk.onevoice.relationships.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.domain.ContactId;
import uk.onevoice.relationships.domain.CounterpartRef;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.PlaceId;
import uk.onevoice.relationships.domain.RelationshipId;
import uk.onevoice.relationships.domain.SlotId;
import uk.onevoice.relationships.domain.ledger.LedgerCommand.AnswerAsk;
import uk.onevoice.relationships.domain.ledger.LedgerCommand.MakeAsk;
import uk.onevoice.relationships.domain.ledger.LedgerCommand.MakeCommitment;
import uk.onevoice.relationships.domain.ledger.LedgerCommand.MoveCommitment;
import uk.onevoice.relationships.domain.ledger.LedgerCommand.NoteResult;
import uk.onevoice.relationships.domain.ledger.LedgerCommand.NoteSupport;
import uk.onevoice.relationships.domain.ledger.LedgerCommand.RecordPriority;
import uk.onevoice.relationships.domain.ledger.LedgerCommand.SettleCommitment;
import uk.onevoice.relationships.domain.ledger.LedgerCommand.ShareCommitment;
import uk.onevoice.relationships.domain.ledger.LedgerCommand.UnshareCommitment;
import uk.onevoice.relationships.domain.ledger.LedgerCommand.WithdrawCommitment;
import uk.onevoice.relationships.domain.ledger.LedgerCommand.WithdrawEntry;
import uk.onevoice.relationships.domain.ledger.LedgerEvent.AskAnswered;
import uk.onevoice.relationships.domain.ledger.LedgerEvent.AskMade;
import uk.onevoice.relationships.domain.ledger.LedgerEvent.CommitmentMade;
import uk.onevoice.relationships.domain.ledger.LedgerEvent.CommitmentMoved;
import uk.onevoice.relationships.domain.ledger.LedgerEvent.CommitmentSettled;
import uk.onevoice.relationships.domain.ledger.LedgerEvent.CommitmentShared;
import uk.onevoice.relationships.domain.ledger.LedgerEvent.CommitmentUnshared;
import uk.onevoice.relationships.domain.ledger.LedgerEvent.CommitmentWithdrawn;
import uk.onevoice.relationships.domain.ledger.LedgerEvent.LedgerEntryWithdrawn;
import uk.onevoice.relationships.domain.ledger.LedgerEvent.PriorityRecorded;
import uk.onevoice.relationships.domain.ledger.LedgerEvent.ResultNoted;
import uk.onevoice.relationships.domain.ledger.LedgerEvent.SupportNoted;
import uk.onevoice.relationships.domain.ledger.LedgerRejection.AlreadyAnswered;
import uk.onevoice.relationships.domain.ledger.LedgerRejection.AlreadySettled;
import uk.onevoice.relationships.domain.ledger.LedgerRejection.AlreadyShared;
import uk.onevoice.relationships.domain.ledger.LedgerRejection.AskedBeforeListening;
import uk.onevoice.relationships.domain.ledger.LedgerRejection.BeforeTheAsk;
import uk.onevoice.relationships.domain.ledger.LedgerRejection.CitedForTheOtherSide;
import uk.onevoice.relationships.domain.ledger.LedgerRejection.DayInTheFuture;
import uk.onevoice.relationships.domain.ledger.LedgerRejection.DueBeforeItWasMade;
import uk.onevoice.relationships.domain.ledger.LedgerRejection.MandateNotHeld;
import uk.onevoice.relationships.domain.ledger.LedgerRejection.NoSuchCommitment;
import uk.onevoice.relationships.domain.ledger.LedgerRejection.NoSuchEntry;
import uk.onevoice.relationships.domain.ledger.LedgerRejection.NotShared;
import uk.onevoice.relationships.domain.ledger.LedgerRejection.SettledBeforeItWasMade;
import uk.onevoice.testkit.DeciderRules;

class LedgerTest {
  private static final SlotId SLOT = new SlotId(uuid(1));
  private static final RelationshipId HELD = new RelationshipId(uuid(2));
  private static final EntryId ENTRY = new EntryId(uuid(3));
  private static final EntryId OTHER = new EntryId(uuid(4));
  private static final CommitmentId PROMISE = new CommitmentId(uuid(5));
  private static final WordsRef WORDS = new WordsRef(uuid(6));
  private static final UUID LETTERS = uuid(7);
  private static final UUID TESTS = uuid(8);
  private static final UUID BLOOD = uuid(9);
  private static final CounterpartRef PELLOW = new CounterpartRef(uuid(10));
  private static final ContactId TALK = new ContactId(uuid(11));
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final LocalDate YESTERDAY = TODAY.minusDays(1);
  private static final LocalDate TOMORROW = TODAY.plusDays(1);

  private static final PriorityRecorded THEIRS = priority(OTHER, Side.THEIRS, LETTERS);
  private static final AskMade ASKED = asked(AskKind.ASK, Side.OURS);
  private static final CommitmentMade MADE = made(PROMISE, Side.THEIRS, TODAY);
  private static final PlaceId PLACE = new PlaceId(uuid(13));
  private static final OrganisationId TRUST = new OrganisationId("WYVTR001");
  private static final WordsRef TOLD = new WordsRef(uuid(14));
  private static final CommitmentShared SHARED =
      new CommitmentShared(PROMISE, SLOT, PLACE, TRUST, TOLD, TODAY);

  private final DeciderRules<LedgerCommand, Ledger, LedgerEvent, LedgerRejection> ledger =
      DeciderRules.of(Ledger.DECIDER);

  @Test
  void what_a_side_wants_is_written_down_on_its_day_or_later() {
    ledger.given().when(record(TODAY)).then(THEIRS);
    ledger.given().when(record(TOMORROW)).thenRejected(new DayInTheFuture(TOMORROW));
  }

  private static RecordPriority record(LocalDate on) {
    return new RecordPriority(OTHER, SLOT, HELD, Side.THEIRS, LETTERS, PELLOW, WORDS, on, TODAY);
  }

  @Test
  void general_practice_listens_before_it_asks_or_says_that_it_did_not() {
    ledger
        .given()
        .when(ask(AskKind.ASK, Side.OURS, false, TODAY))
        .thenRejected(new AskedBeforeListening());
    ledger
        .given(priority(OTHER, Side.OURS, LETTERS))
        .when(ask(AskKind.ASK, Side.OURS, false, TODAY))
        .thenRejected(new AskedBeforeListening());
    ledger.given().when(ask(AskKind.ASK, Side.OURS, true, TODAY)).then(ASKED);
    ledger.given(THEIRS).when(ask(AskKind.ASK, Side.OURS, false, TODAY)).then(ASKED);
    ledger
        .given(THEIRS, new LedgerEntryWithdrawn(OTHER, SLOT))
        .when(ask(AskKind.ASK, Side.OURS, false, TODAY))
        .thenRejected(new AskedBeforeListening());
  }

  @ParameterizedTest
  @CsvSource({"OFFER, OURS", "OFFER, THEIRS", "ASK, THEIRS"})
  void an_offer_of_ours_and_what_they_ask_or_offer_waits_for_nothing(AskKind kind, Side side) {
    ledger.given().when(ask(kind, side, false, TODAY)).then(asked(kind, side));
  }

  @Test
  void nothing_is_asked_in_the_future() {
    ledger
        .given(THEIRS)
        .when(ask(AskKind.ASK, Side.OURS, false, TOMORROW))
        .thenRejected(new DayInTheFuture(TOMORROW));
  }

  @Test
  void an_ask_is_answered_for_good_once_and_later_is_no_answer_for_good() {
    var later = new AskAnswered(ENTRY, SLOT, Reply.LATER, null, TODAY);
    var accepted = new AskAnswered(ENTRY, SLOT, Reply.ACCEPTED, null, TODAY);
    ledger.given(THEIRS, ASKED).when(answer(ENTRY, Reply.LATER, TODAY)).then(later);
    ledger.given(THEIRS, ASKED, later).when(answer(ENTRY, Reply.ACCEPTED, TODAY)).then(accepted);
    ledger
        .given(THEIRS, ASKED, accepted)
        .when(answer(ENTRY, Reply.DECLINED, TODAY))
        .thenRejected(new AlreadyAnswered(ENTRY, Reply.ACCEPTED));
    ledger
        .given(THEIRS, ASKED)
        .when(answer(ENTRY, Reply.DECLINED, YESTERDAY))
        .thenRejected(new BeforeTheAsk(TODAY));
    ledger
        .given(THEIRS, ASKED)
        .when(answer(ENTRY, Reply.DECLINED, TOMORROW))
        .thenRejected(new DayInTheFuture(TOMORROW));
    ledger
        .given(THEIRS)
        .when(answer(OTHER, Reply.DECLINED, TODAY))
        .thenRejected(new NoSuchEntry(OTHER));
    ledger.given().when(answer(ENTRY, Reply.DECLINED, TODAY)).thenRejected(new NoSuchEntry(ENTRY));
  }

  @Test
  void a_promise_is_due_on_the_day_it_was_made_or_later() {
    ledger.given().when(promise(TODAY, TODAY, null)).then(MADE);
    ledger
        .given()
        .when(promise(TODAY, YESTERDAY, null))
        .thenRejected(new DueBeforeItWasMade(TODAY));
    ledger
        .given()
        .when(promise(TOMORROW, TOMORROW, null))
        .thenRejected(new DayInTheFuture(TOMORROW));
  }

  @Test
  void a_promise_follows_from_an_ask_that_there_is() {
    ledger.given().when(promise(TODAY, TODAY, ENTRY)).thenRejected(new NoSuchEntry(ENTRY));
    ledger.given(THEIRS).when(promise(TODAY, TODAY, OTHER)).thenRejected(new NoSuchEntry(OTHER));
    ledger
        .given(THEIRS, ASKED)
        .when(promise(TODAY, TODAY, ENTRY))
        .then(
            new CommitmentMade(
                PROMISE, SLOT, HELD, Side.THEIRS, TODAY, WORDS, TODAY, LETTERS, ENTRY, TALK));
  }

  @Test
  void an_open_promise_may_be_due_on_another_day() {
    ledger
        .given(MADE)
        .when(new MoveCommitment(PROMISE, SLOT, TOMORROW))
        .then(new CommitmentMoved(PROMISE, SLOT, TOMORROW));
    ledger.given(MADE).when(new MoveCommitment(PROMISE, SLOT, TODAY)).then();
    ledger
        .given(MADE, new CommitmentMoved(PROMISE, SLOT, TOMORROW))
        .when(new MoveCommitment(PROMISE, SLOT, TODAY))
        .then(new CommitmentMoved(PROMISE, SLOT, TODAY));
    ledger
        .given(MADE)
        .when(new MoveCommitment(PROMISE, SLOT, YESTERDAY))
        .thenRejected(new DueBeforeItWasMade(TODAY));
    ledger
        .given()
        .when(new MoveCommitment(PROMISE, SLOT, TODAY))
        .thenRejected(new NoSuchCommitment(PROMISE));
  }

  @Test
  void a_promise_is_kept_or_broken_once() {
    var kept = new CommitmentSettled(PROMISE, SLOT, true, TODAY);
    ledger.given(MADE).when(settle(true, TODAY)).then(kept);
    ledger.given(MADE, kept).when(settle(false, TODAY)).thenRejected(new AlreadySettled(PROMISE));
    ledger
        .given(MADE, kept)
        .when(new MoveCommitment(PROMISE, SLOT, TOMORROW))
        .thenRejected(new AlreadySettled(PROMISE));
    ledger
        .given(MADE)
        .when(settle(false, YESTERDAY))
        .thenRejected(new SettledBeforeItWasMade(TODAY));
    ledger.given(MADE).when(settle(false, TOMORROW)).thenRejected(new DayInTheFuture(TOMORROW));
    ledger.given().when(settle(false, TODAY)).thenRejected(new NoSuchCommitment(PROMISE));
  }

  @Test
  void the_other_side_reads_a_promise_while_its_team_shares_it_settled_or_not() {
    var share = new ShareCommitment(PROMISE, SLOT, PLACE, TRUST, TOLD, TODAY);
    var unshare = new UnshareCommitment(PROMISE, SLOT);
    var unshared = new CommitmentUnshared(PROMISE, SLOT);
    var kept = new CommitmentSettled(PROMISE, SLOT, true, TODAY);
    ledger.given(MADE).when(share).then(SHARED);
    ledger.given(MADE, kept).when(share).then(SHARED);
    ledger.given(MADE, SHARED).when(share).thenRejected(new AlreadyShared(PROMISE));
    ledger.given(MADE, SHARED).when(unshare).then(unshared);
    ledger.given(MADE, SHARED, kept).when(unshare).then(unshared);
    ledger.given(MADE, SHARED, unshared).when(share).then(SHARED);
    ledger.given(MADE, SHARED, unshared).when(unshare).thenRejected(new NotShared(PROMISE));
    ledger.given(MADE).when(unshare).thenRejected(new NotShared(PROMISE));
    ledger.given().when(share).thenRejected(new NoSuchCommitment(PROMISE));
    ledger.given().when(unshare).thenRejected(new NoSuchCommitment(PROMISE));
  }

  @Test
  void what_is_shared_stays_so_when_it_is_moved_or_settled_and_has_its_own_words() {
    var with = new Commitment.Shared(PLACE, TRUST, TOLD, TODAY);
    assertThat(promised(folded(MADE)).typed()).containsExactly(WORDS);
    Commitment moved = promised(folded(MADE, SHARED, new CommitmentMoved(PROMISE, SLOT, TOMORROW)));
    assertThat(moved.shared()).isEqualTo(with);
    assertThat(moved.typed()).containsExactly(WORDS, TOLD);
    var kept = new CommitmentSettled(PROMISE, SLOT, true, TODAY);
    assertThat(promised(folded(MADE, SHARED, kept)).shared()).isEqualTo(with);
    assertThat(promised(folded(MADE, kept, SHARED)).settled())
        .isEqualTo(new Commitment.Settled(true, TODAY));
    assertThat(promised(folded(MADE, SHARED, new CommitmentUnshared(PROMISE, SLOT))).shared())
        .isNull();
  }

  private static Commitment promised(Ledger of) {
    return Objects.requireNonNull(of.commitments().get(PROMISE));
  }

  @Test
  void what_was_a_mistake_is_taken_back() {
    var withdrawn = new CommitmentWithdrawn(PROMISE, SLOT);
    ledger.given(MADE).when(new WithdrawCommitment(PROMISE, SLOT)).then(withdrawn);
    ledger
        .given(MADE, withdrawn)
        .when(new WithdrawCommitment(PROMISE, SLOT))
        .thenRejected(new NoSuchCommitment(PROMISE));
    ledger
        .given(THEIRS)
        .when(new WithdrawEntry(OTHER, SLOT))
        .then(new LedgerEntryWithdrawn(OTHER, SLOT));
    ledger.given().when(new WithdrawEntry(OTHER, SLOT)).thenRejected(new NoSuchEntry(OTHER));
  }

  @Test
  void support_is_a_dated_fact() {
    ledger
        .given()
        .when(new NoteSupport(ENTRY, SLOT, HELD, PELLOW, WORDS, TODAY, TODAY))
        .then(new SupportNoted(ENTRY, SLOT, HELD, PELLOW, WORDS, TODAY));
    ledger
        .given()
        .when(new NoteSupport(ENTRY, SLOT, HELD, PELLOW, WORDS, TOMORROW, TODAY))
        .thenRejected(new DayInTheFuture(TOMORROW));
  }

  @Test
  void what_came_of_it_goes_back_to_a_promise_that_there_is() {
    ledger.given().when(result(PROMISE, TODAY)).thenRejected(new NoSuchCommitment(PROMISE));
    ledger
        .given(MADE)
        .when(result(PROMISE, TODAY))
        .then(new ResultNoted(ENTRY, SLOT, HELD, TALK, PROMISE, BLOOD, WORDS, TODAY));
    ledger
        .given()
        .when(result(null, TODAY))
        .then(new ResultNoted(ENTRY, SLOT, HELD, TALK, null, BLOOD, WORDS, TODAY));
    ledger.given().when(result(null, TOMORROW)).thenRejected(new DayInTheFuture(TOMORROW));
  }

  @Test
  void promises_are_counted_for_each_side() {
    Ledger kept =
        folded(
            made(new CommitmentId(uuid(21)), Side.THEIRS, YESTERDAY),
            made(new CommitmentId(uuid(22)), Side.THEIRS, TODAY),
            made(new CommitmentId(uuid(23)), Side.THEIRS, YESTERDAY),
            made(new CommitmentId(uuid(24)), Side.THEIRS, YESTERDAY),
            made(new CommitmentId(uuid(25)), Side.OURS, YESTERDAY),
            made(new CommitmentId(uuid(26)), Side.THEIRS, YESTERDAY),
            new CommitmentSettled(new CommitmentId(uuid(23)), SLOT, true, TODAY),
            new CommitmentSettled(new CommitmentId(uuid(24)), SLOT, false, TODAY),
            new CommitmentWithdrawn(new CommitmentId(uuid(26)), SLOT));
    assertThat(Promises.of(kept, Side.THEIRS, TODAY)).isEqualTo(new Promises(4, 1, 1, 2, 1));
    assertThat(Promises.of(kept, Side.OURS, TODAY)).isEqualTo(new Promises(1, 0, 0, 1, 1));
    assertThat(Promises.of(kept, Side.OURS, YESTERDAY)).isEqualTo(new Promises(1, 0, 0, 1, 0));
  }

  @Test
  void the_agenda_is_what_both_want_and_what_each_wants_alone() {
    Ledger both =
        folded(
            priority(new EntryId(uuid(31)), Side.OURS, LETTERS),
            priority(new EntryId(uuid(32)), Side.OURS, BLOOD),
            priority(new EntryId(uuid(33)), Side.THEIRS, LETTERS),
            priority(new EntryId(uuid(34)), Side.THEIRS, TESTS),
            priority(new EntryId(uuid(35)), Side.THEIRS, null));
    assertThat(Agenda.of(both, UnaryOperator.identity()))
        .isEqualTo(new Agenda(Set.of(LETTERS), Set.of(BLOOD), Set.of(TESTS)));
    assertThat(Agenda.of(both, topic -> topic.equals(BLOOD) ? TESTS : topic))
        .isEqualTo(new Agenda(Set.of(LETTERS, TESTS), Set.of(), Set.of()));
  }

  @Test
  void an_ask_is_open_until_it_was_answered_for_good() {
    assertThat(ask(folded(ASKED)).isOpen()).isTrue();
    assertThat(ask(folded(ASKED, new AskAnswered(ENTRY, SLOT, Reply.LATER, WORDS, TODAY))).isOpen())
        .isTrue();
    var declined = folded(ASKED, new AskAnswered(ENTRY, SLOT, Reply.DECLINED, WORDS, TODAY));
    assertThat(ask(declined).isOpen()).isFalse();
    assertThat(ask(declined).answer()).isEqualTo(new Entry.Answer(Reply.DECLINED, WORDS, TODAY));
    var moved = folded(MADE, new CommitmentMoved(PROMISE, SLOT, TOMORROW)).commitments();
    assertThat(moved.get(PROMISE).due()).isEqualTo(TOMORROW);
  }

  @Test
  void what_has_happened_is_never_refused() {
    ledger.evolvesEvery(
        LedgerEvent.class,
        THEIRS,
        ASKED,
        new AskAnswered(ENTRY, SLOT, Reply.ACCEPTED, null, TODAY),
        MADE,
        new CommitmentMoved(PROMISE, SLOT, TOMORROW),
        new CommitmentSettled(PROMISE, SLOT, true, TODAY),
        SHARED,
        new CommitmentUnshared(PROMISE, SLOT),
        new CommitmentWithdrawn(PROMISE, SLOT),
        new SupportNoted(ENTRY, SLOT, HELD, PELLOW, WORDS, TODAY),
        new ResultNoted(ENTRY, SLOT, HELD, null, null, null, WORDS, TODAY),
        new LedgerEntryWithdrawn(ENTRY, SLOT));
  }

  @Test
  void our_ask_goes_back_to_a_mandate_that_was_in_force_or_to_a_position() {
    var under =
        new AskMade(
            ENTRY, SLOT, HELD, AskKind.ASK, Side.OURS, LETTERS, TALK, WORDS, TODAY, TESTS, BLOOD);
    ledger.given(THEIRS).when(citing(Side.OURS, TESTS, true, BLOOD)).then(under);
    ledger
        .given(THEIRS)
        .when(citing(Side.OURS, TESTS, false, null))
        .thenRejected(new MandateNotHeld(TESTS, TODAY));
    ledger
        .given(THEIRS)
        .when(citing(Side.THEIRS, TESTS, true, null))
        .thenRejected(new CitedForTheOtherSide());
    ledger
        .given(THEIRS)
        .when(citing(Side.THEIRS, null, false, BLOOD))
        .thenRejected(new CitedForTheOtherSide());
    Entry.Ask answered = ask(folded(under, new AskAnswered(ENTRY, SLOT, Reply.LATER, null, TODAY)));
    assertThat(answered.mandateId()).isEqualTo(TESTS);
    assertThat(answered.positionId()).isEqualTo(BLOOD);
  }

  @Test
  void what_was_typed_with_an_ask_is_the_ask_and_its_answer() {
    var said = new WordsRef(uuid(12));
    assertThat(ask(folded(ASKED)).typed()).containsExactly(WORDS);
    assertThat(ask(folded(ASKED, new AskAnswered(ENTRY, SLOT, Reply.LATER, null, TODAY))).typed())
        .containsExactly(WORDS);
    assertThat(ask(folded(ASKED, new AskAnswered(ENTRY, SLOT, Reply.LATER, said, TODAY))).typed())
        .containsExactly(WORDS, said);
  }

  private static MakeAsk citing(
      Side side, @Nullable UUID mandate, boolean held, @Nullable UUID position) {
    return new MakeAsk(
        ENTRY,
        SLOT,
        HELD,
        AskKind.ASK,
        side,
        LETTERS,
        TALK,
        WORDS,
        TODAY,
        false,
        mandate,
        held,
        position,
        TODAY);
  }

  private static Entry.Ask ask(Ledger of) {
    return (Entry.Ask) of.entries().get(ENTRY);
  }

  private static Ledger folded(LedgerEvent... events) {
    Ledger folded = Ledger.DECIDER.initial();
    for (LedgerEvent event : events) {
      folded = Ledger.evolve(folded, event);
    }
    return folded;
  }

  private static PriorityRecorded priority(EntryId id, Side side, @Nullable UUID topic) {
    return new PriorityRecorded(id, SLOT, HELD, side, topic, PELLOW, WORDS, TODAY);
  }

  private static MakeAsk ask(AskKind kind, Side side, boolean unheard, LocalDate on) {
    return new MakeAsk(
        ENTRY, SLOT, HELD, kind, side, LETTERS, TALK, WORDS, on, unheard, null, false, null, TODAY);
  }

  private static AskMade asked(AskKind kind, Side side) {
    return new AskMade(ENTRY, SLOT, HELD, kind, side, LETTERS, TALK, WORDS, TODAY, null, null);
  }

  private static AnswerAsk answer(EntryId entry, Reply reply, LocalDate on) {
    return new AnswerAsk(entry, SLOT, reply, null, on, TODAY);
  }

  private static MakeCommitment promise(LocalDate on, LocalDate due, @Nullable EntryId ask) {
    return new MakeCommitment(
        PROMISE, SLOT, HELD, Side.THEIRS, due, WORDS, on, LETTERS, ask, TALK, TODAY);
  }

  private static CommitmentMade made(CommitmentId id, Side side, LocalDate due) {
    return new CommitmentMade(id, SLOT, HELD, side, due, WORDS, TODAY, LETTERS, null, TALK);
  }

  private static SettleCommitment settle(boolean kept, LocalDate on) {
    return new SettleCommitment(PROMISE, SLOT, kept, on, TODAY);
  }

  private static NoteResult result(@Nullable CommitmentId promise, LocalDate on) {
    return new NoteResult(ENTRY, SLOT, HELD, TALK, promise, BLOOD, WORDS, on, TODAY);
  }

  private static UUID uuid(int n) {
    return new UUID(0x0198_0000_0000_7000L, 0x8000_0000_0000_0000L + n);
  }
}
