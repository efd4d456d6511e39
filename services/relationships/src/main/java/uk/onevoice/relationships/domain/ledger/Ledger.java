package uk.onevoice.relationships.domain.ledger;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;
import uk.onevoice.relationships.domain.ledger.Commitment.Shared;
import uk.onevoice.relationships.domain.ledger.Entry.Answer;
import uk.onevoice.relationships.domain.ledger.Entry.Ask;
import uk.onevoice.relationships.domain.ledger.Entry.Priority;
import uk.onevoice.relationships.domain.ledger.Entry.Result;
import uk.onevoice.relationships.domain.ledger.Entry.Support;
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

/**
 * The ledger of one relationship: what each side wants, asks, offers, promises, and what came of
 * it. Both sides' promises are held to the same rules.
 *
 * @param entries in the order in which they were written; one that was withdrawn is not among them
 * @param commitments in the same way
 */
public record Ledger(Map<EntryId, Entry> entries, Map<CommitmentId, Commitment> commitments) {
  public static final Decider<LedgerCommand, Ledger, LedgerEvent, LedgerRejection> DECIDER =
      new Decider<>(new Ledger(Map.of(), Map.of()), Ledger::decide, Ledger::evolve);

  public Ledger {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    commitments = Collections.unmodifiableMap(new LinkedHashMap<>(commitments));
  }

  /** The priorities of a side. */
  public Stream<Priority> priorities(Side side) {
    return entries.values().stream()
        .filter(Priority.class::isInstance)
        .map(Priority.class::cast)
        .filter(priority -> priority.side() == side);
  }

  static Decision<LedgerEvent, LedgerRejection> decide(LedgerCommand command, Ledger ledger) {
    return switch (command) {
      case RecordPriority wish ->
          unlessToCome(
              wish.on(),
              wish.today(),
              new PriorityRecorded(
                  wish.entryId(),
                  wish.slotId(),
                  wish.relationshipId(),
                  wish.side(),
                  wish.topicId(),
                  wish.counterpartRef(),
                  wish.wordsRef(),
                  wish.on()));
      case MakeAsk ask -> ask(ask, ledger);
      case AnswerAsk answer -> answer(answer, ledger);
      case MakeCommitment make -> promise(make, ledger);
      case MoveCommitment move -> ledger.open(move.commitmentId(), open -> move(move, open));
      case SettleCommitment settle ->
          ledger.open(settle.commitmentId(), open -> settle(settle, open));
      case WithdrawCommitment(var id, var slot) ->
          ledger.commitments().containsKey(id)
              ? accept(new CommitmentWithdrawn(id, slot))
              : reject(new NoSuchCommitment(id));
      case ShareCommitment share -> ledger.made(share.commitmentId(), made -> share(share, made));
      case UnshareCommitment(var id, var slot) ->
          ledger.made(
              id,
              made ->
                  made.shared() == null
                      ? reject(new NotShared(id))
                      : accept(new CommitmentUnshared(id, slot)));
      case NoteSupport wish ->
          unlessToCome(
              wish.on(),
              wish.today(),
              new SupportNoted(
                  wish.entryId(),
                  wish.slotId(),
                  wish.relationshipId(),
                  wish.counterpartRef(),
                  wish.wordsRef(),
                  wish.on()));
      case NoteResult wish -> result(wish, ledger);
      case WithdrawEntry(var id, var slot) ->
          ledger.entries().containsKey(id)
              ? accept(new LedgerEntryWithdrawn(id, slot))
              : reject(new NoSuchEntry(id));
    };
  }

  private static Decision<LedgerEvent, LedgerRejection> unlessToCome(
      LocalDate on, LocalDate today, LedgerEvent event) {
    return on.isAfter(today) ? reject(new DayInTheFuture(on)) : accept(event);
  }

  /** Whoever asks before listening is told so, and may say that they did all the same. */
  private static Decision<LedgerEvent, LedgerRejection> ask(MakeAsk wish, Ledger ledger) {
    if (wish.kind() == AskKind.ASK
        && wish.side() == Side.OURS
        && !wish.unheard()
        && ledger.priorities(Side.THEIRS).findAny().isEmpty()) {
      return reject(new AskedBeforeListening());
    }
    if (wish.side() == Side.THEIRS && (wish.mandateId() != null || wish.positionId() != null)) {
      return reject(new CitedForTheOtherSide());
    }
    if (wish.mandateId() != null && !wish.mandateHeld()) {
      return reject(new MandateNotHeld(wish.mandateId(), wish.on()));
    }
    return unlessToCome(
        wish.on(),
        wish.today(),
        new AskMade(
            wish.entryId(),
            wish.slotId(),
            wish.relationshipId(),
            wish.kind(),
            wish.side(),
            wish.topicId(),
            wish.contactId(),
            wish.wordsRef(),
            wish.on(),
            wish.mandateId(),
            wish.positionId()));
  }

  private static Decision<LedgerEvent, LedgerRejection> answer(AnswerAsk wish, Ledger ledger) {
    if (!(ledger.entries().get(wish.entryId()) instanceof Ask ask)) {
      return reject(new NoSuchEntry(wish.entryId()));
    }
    if (ask.answer() != null && !ask.isOpen()) {
      return reject(new AlreadyAnswered(wish.entryId(), ask.answer().reply()));
    }
    if (wish.on().isBefore(ask.on())) {
      return reject(new BeforeTheAsk(ask.on()));
    }
    return unlessToCome(
        wish.on(),
        wish.today(),
        new AskAnswered(wish.entryId(), wish.slotId(), wish.reply(), wish.wordsRef(), wish.on()));
  }

  private static Decision<LedgerEvent, LedgerRejection> promise(
      MakeCommitment wish, Ledger ledger) {
    if (wish.entryId() != null && !(ledger.entries().get(wish.entryId()) instanceof Ask)) {
      return reject(new NoSuchEntry(wish.entryId()));
    }
    if (wish.due().isBefore(wish.on())) {
      return reject(new DueBeforeItWasMade(wish.on()));
    }
    return unlessToCome(
        wish.on(),
        wish.today(),
        new CommitmentMade(
            wish.commitmentId(),
            wish.slotId(),
            wish.relationshipId(),
            wish.side(),
            wish.due(),
            wish.wordsRef(),
            wish.on(),
            wish.topicId(),
            wish.entryId(),
            wish.contactId()));
  }

  private Decision<LedgerEvent, LedgerRejection> open(
      CommitmentId id, Function<Commitment, Decision<LedgerEvent, LedgerRejection>> rule) {
    return made(
        id, found -> found.settled() == null ? rule.apply(found) : reject(new AlreadySettled(id)));
  }

  private Decision<LedgerEvent, LedgerRejection> made(
      CommitmentId id, Function<Commitment, Decision<LedgerEvent, LedgerRejection>> rule) {
    @Nullable Commitment found = commitments.get(id);
    return found == null ? reject(new NoSuchCommitment(id)) : rule.apply(found);
  }

  private static Decision<LedgerEvent, LedgerRejection> move(MoveCommitment wish, Commitment open) {
    if (wish.due().equals(open.due())) {
      return accept();
    }
    return wish.due().isBefore(open.madeOn())
        ? reject(new DueBeforeItWasMade(open.madeOn()))
        : accept(new CommitmentMoved(wish.commitmentId(), wish.slotId(), wish.due()));
  }

  private static Decision<LedgerEvent, LedgerRejection> settle(
      SettleCommitment wish, Commitment open) {
    return wish.on().isBefore(open.madeOn())
        ? reject(new SettledBeforeItWasMade(open.madeOn()))
        : unlessToCome(
            wish.on(),
            wish.today(),
            new CommitmentSettled(wish.commitmentId(), wish.slotId(), wish.kept(), wish.on()));
  }

  private static Decision<LedgerEvent, LedgerRejection> share(
      ShareCommitment wish, Commitment made) {
    return made.shared() == null
        ? accept(
            new CommitmentShared(
                wish.commitmentId(),
                wish.slotId(),
                wish.placeId(),
                wish.organisationId(),
                wish.wordsRef(),
                wish.today()))
        : reject(new AlreadyShared(wish.commitmentId()));
  }

  private static Decision<LedgerEvent, LedgerRejection> result(NoteResult wish, Ledger ledger) {
    if (wish.commitmentId() != null && !ledger.commitments().containsKey(wish.commitmentId())) {
      return reject(new NoSuchCommitment(wish.commitmentId()));
    }
    return unlessToCome(
        wish.on(),
        wish.today(),
        new ResultNoted(
            wish.entryId(),
            wish.slotId(),
            wish.relationshipId(),
            wish.contactId(),
            wish.commitmentId(),
            wish.opportunityId(),
            wish.wordsRef(),
            wish.on()));
  }

  static Ledger evolve(Ledger ledger, LedgerEvent event) {
    return switch (event) {
      case PriorityRecorded(var id, _, _, var side, var topic, var whose, var words, var on) ->
          ledger.with(new Priority(id, side, topic, whose, words, on));
      case AskMade made ->
          ledger.with(
              new Ask(
                  made.entryId(),
                  made.kind(),
                  made.side(),
                  made.topicId(),
                  made.contactId(),
                  made.wordsRef(),
                  made.on(),
                  null,
                  made.mandateId(),
                  made.positionId()));
      case AskAnswered(var id, _, var reply, var words, var on) ->
          ledger.entries().get(id) instanceof Ask ask
              ? ledger.with(ask.answered(new Answer(reply, words, on)))
              : ledger;
      case CommitmentMade made ->
          ledger.with(
              new Commitment(
                  made.commitmentId(),
                  made.side(),
                  made.due(),
                  made.wordsRef(),
                  made.on(),
                  made.topicId(),
                  made.entryId(),
                  made.contactId(),
                  null,
                  null));
      case CommitmentMoved(var id, _, var due) -> ledger.change(id, made -> made.moved(due));
      case CommitmentSettled(var id, _, var kept, var on) ->
          ledger.change(id, made -> made.settled(kept, on));
      case CommitmentShared(var id, _, var place, var with, var words, var on) ->
          ledger.change(id, made -> made.shared(new Shared(place, with, words, on)));
      case CommitmentUnshared(var id, _) -> ledger.change(id, made -> made.shared(null));
      case CommitmentWithdrawn(var id, _) -> {
        var left = new LinkedHashMap<>(ledger.commitments());
        left.remove(id);
        yield new Ledger(ledger.entries(), left);
      }
      case SupportNoted(var id, _, _, var who, var words, var on) ->
          ledger.with(new Support(id, who, words, on));
      case ResultNoted(var id, _, _, var talk, var promise, var bid, var words, var on) ->
          ledger.with(new Result(id, talk, promise, bid, words, on));
      case LedgerEntryWithdrawn(var id, _) -> {
        var left = new LinkedHashMap<>(ledger.entries());
        left.remove(id);
        yield new Ledger(left, ledger.commitments());
      }
    };
  }

  private Ledger with(Entry entry) {
    var all = new LinkedHashMap<>(entries);
    all.put(entry.entryId(), entry);
    return new Ledger(all, commitments);
  }

  private Ledger with(Commitment commitment) {
    var all = new LinkedHashMap<>(commitments);
    all.put(commitment.commitmentId(), commitment);
    return new Ledger(entries, all);
  }

  private Ledger change(CommitmentId id, UnaryOperator<Commitment> change) {
    @Nullable Commitment found = commitments.get(id);
    return found == null ? this : with(change.apply(found));
  }
}
