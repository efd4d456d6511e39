package uk.onevoice.relationships.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.adapter.store.LedgerLog;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.Relationship;
import uk.onevoice.relationships.domain.RelationshipId;
import uk.onevoice.relationships.domain.Slot.Defined;
import uk.onevoice.relationships.domain.SlotId;
import uk.onevoice.relationships.domain.ledger.AskKind;
import uk.onevoice.relationships.domain.ledger.Commitment;
import uk.onevoice.relationships.domain.ledger.CommitmentId;
import uk.onevoice.relationships.domain.ledger.Entry.Ask;
import uk.onevoice.relationships.domain.ledger.Entry.Priority;
import uk.onevoice.relationships.domain.ledger.Ledger;
import uk.onevoice.relationships.domain.ledger.LedgerCommand;
import uk.onevoice.relationships.domain.ledger.LedgerEvent;
import uk.onevoice.relationships.domain.ledger.LedgerRejection;
import uk.onevoice.relationships.domain.ledger.Side;
import uk.onevoice.service.command.ListedTopics;
import uk.onevoice.service.command.Today;
import uk.onevoice.vault.TypedWords;

/** What waits in the ledgers of relationships, for those who may read them. */
@ApplicationScoped
class OpenItems {
  private final CommandHandler<LedgerCommand, Ledger, LedgerEvent, LedgerRejection> ledgers;
  private final ListedTopics topics;
  private final TypedWords words;
  private final Today today;

  OpenItems(
      CommandHandler<LedgerCommand, Ledger, LedgerEvent, LedgerRejection> ledgers,
      ListedTopics topics,
      TypedWords words,
      Today today) {
    this.ledgers = ledgers;
    this.topics = topics;
    this.words = words;
    this.today = today;
  }

  /**
   * A promise that is neither kept nor broken yet.
   *
   * @param words null where they are not kept any more
   */
  record OpenPromise(
      CommitmentId commitmentId,
      SlotId slotId,
      RelationshipId relationshipId,
      OrganisationId organisationId,
      Side side,
      LocalDate due,
      boolean overdue,
      @Nullable String words) {}

  /** An ask or offer that waits for an answer. */
  record OpenAsk(Side side, AskKind kind, LocalDate on, @Nullable String words) {}

  /** What a side wants. */
  record Wish(Side side, @Nullable String topicNow, @Nullable String words) {}

  /** Of both sides, the first due first. */
  List<OpenPromise> promises(Defined slot, Relationship held) {
    List<Commitment> open =
        ledger(held).commitments().values().stream()
            .filter(each -> each.settled() == null)
            .sorted(Comparator.comparing(Commitment::due))
            .toList();
    Map<WordsRef, String> said = read(open.stream().map(Commitment::wordsRef));
    return open.stream()
        .map(each ->
            new OpenPromise(
                each.commitmentId(),
                slot.terms().slotId(),
                held.relationshipId(),
                slot.terms().organisationId(),
                each.side(),
                each.due(),
                each.isOverdue(today.get()),
                said.get(each.wordsRef())))
        .toList();
  }

  /** In the order in which they were asked. */
  List<OpenAsk> asks(Relationship held) {
    List<Ask> open =
        ledger(held).entries().values().stream()
            .filter(Ask.class::isInstance)
            .map(Ask.class::cast)
            .filter(Ask::isOpen)
            .toList();
    Map<WordsRef, String> said = read(open.stream().map(Ask::wordsRef));
    return open.stream()
        .map(each -> new OpenAsk(each.side(), each.kind(), each.on(), said.get(each.wordsRef())))
        .toList();
  }

  /** Theirs first: they are listened to before they are asked. */
  List<Wish> wishes(Relationship held) {
    Ledger ledger = ledger(held);
    List<Priority> all =
        Stream.concat(ledger.priorities(Side.THEIRS), ledger.priorities(Side.OURS)).toList();
    Map<WordsRef, String> said = read(all.stream().map(Priority::wordsRef));
    return all.stream()
        .map(each ->
            new Wish(each.side(), topics.labelNow(each.topicId()), said.get(each.wordsRef())))
        .toList();
  }

  private Ledger ledger(Relationship held) {
    return ledgers.current(LedgerLog.stream(held.relationshipId())).state();
  }

  private Map<WordsRef, String> read(Stream<WordsRef> refs) {
    return new HashMap<>(words.read(refs.toList()));
  }
}
