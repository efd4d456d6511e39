package uk.onevoice.relationships.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.ListEntry;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.adapter.http.LedgerDesk.Account;
import uk.onevoice.relationships.adapter.http.RelationshipWhole.AgendaItem;
import uk.onevoice.relationships.adapter.http.RelationshipWhole.AskView;
import uk.onevoice.relationships.adapter.http.RelationshipWhole.CommitmentView;
import uk.onevoice.relationships.adapter.http.RelationshipWhole.Invested;
import uk.onevoice.relationships.adapter.http.RelationshipWhole.MandateView;
import uk.onevoice.relationships.adapter.http.RelationshipWhole.Of;
import uk.onevoice.relationships.adapter.http.RelationshipWhole.PriorityView;
import uk.onevoice.relationships.adapter.http.RelationshipWhole.ResultView;
import uk.onevoice.relationships.adapter.http.RelationshipWhole.SupportView;
import uk.onevoice.relationships.adapter.store.Counterparts;
import uk.onevoice.relationships.adapter.store.KnownMandates;
import uk.onevoice.relationships.domain.CounterpartRef;
import uk.onevoice.relationships.domain.Relationship;
import uk.onevoice.relationships.domain.Slot.Defined;
import uk.onevoice.relationships.domain.Talk;
import uk.onevoice.relationships.domain.ledger.Agenda;
import uk.onevoice.relationships.domain.ledger.Commitment;
import uk.onevoice.relationships.domain.ledger.Entry;
import uk.onevoice.relationships.domain.ledger.Entry.Ask;
import uk.onevoice.relationships.domain.ledger.Entry.Priority;
import uk.onevoice.relationships.domain.ledger.Entry.Result;
import uk.onevoice.relationships.domain.ledger.Entry.Support;
import uk.onevoice.relationships.domain.ledger.Ledger;
import uk.onevoice.relationships.domain.ledger.Promises;
import uk.onevoice.relationships.domain.ledger.Side;
import uk.onevoice.relationships.domain.mandate.KnownMandate;
import uk.onevoice.service.command.ListedTopics;
import uk.onevoice.vault.TypedWords;

/** Shows a relationship with its ledger to its team. */
@ApplicationScoped
class RelationshipViews {
  private final Counterparts counterparts;
  private final SlotDesk desk;
  private final KnownMandates mandates;
  private final TypedWords words;
  private final ListedTopics topics;

  RelationshipViews(
      Counterparts counterparts,
      SlotDesk desk,
      KnownMandates mandates,
      TypedWords words,
      ListedTopics topics) {
    this.counterparts = counterparts;
    this.mandates = mandates;
    this.desk = desk;
    this.words = words;
    this.topics = topics;
  }

  RelationshipWhole whole(Account account, Ledger ledger, LocalDate today) {
    Relationship held = account.held();
    Defined slot = account.here().slot();
    Map<WordsRef, String> read = words.read(refs(ledger));
    List<Result> results = entries(ledger, Result.class).toList();
    return new RelationshipWhole(
        account.slot(),
        account.relationship(),
        slot.terms().placeId(),
        slot.terms().kind(),
        slot.terms().organisationId(),
        slot.terms().kind().relation(),
        desk.standing(held.holderId()),
        held.actingFor(),
        held.closedOn(),
        held.lastContact().orElse(null),
        held.lastTwoWayContact().orElse(null),
        people(held.counterparts(), slot),
        people(held.before().keySet(), slot),
        ledger.priorities(Side.THEIRS).findAny().isEmpty(),
        agenda(ledger),
        entries(ledger, Priority.class).map(each -> priority(each, read)).toList(),
        entries(ledger, Ask.class).filter(Ask::isOpen).map(each -> ask(each, read, today)).toList(),
        ledger.commitments().values().stream()
            .filter(each -> each.settled() == null)
            .sorted(Comparator.comparing(Commitment::due))
            .map(each -> commitment(each, read, today))
            .toList(),
        Promises.of(ledger, Side.OURS, today),
        Promises.of(ledger, Side.THEIRS, today),
        entries(ledger, Support.class)
            .map(each ->
                new SupportView(
                    each.entryId(), each.counterpartRef(), read.get(each.wordsRef()), each.on()))
            .toList(),
        results.stream()
            .map(each ->
                new ResultView(
                    each.entryId(),
                    each.contactId(),
                    each.commitmentId(),
                    each.opportunityId(),
                    read.get(each.wordsRef()),
                    each.on()))
            .toList(),
        new Invested(
            held.talks().size(),
            held.talks().values().stream()
                .map(Talk::minutes)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .sum(),
            results.size()));
  }

  private List<CounterpartView> people(Collection<CounterpartRef> refs, Defined slot) {
    return CounterpartView.of(List.copyOf(refs), counterparts.kept(refs), slot);
  }

  private List<AgendaItem> agenda(Ledger ledger) {
    Agenda agenda = Agenda.of(ledger, this::now);
    var items = new ArrayList<AgendaItem>();
    add(items, agenda.both(), Of.BOTH);
    add(items, agenda.theirs(), Of.THEIRS);
    add(items, agenda.ours(), Of.OURS);
    return items;
  }

  private void add(List<AgendaItem> items, Set<UUID> some, Of of) {
    some.stream()
        .map(topic -> new AgendaItem(topic, topics.labelNow(topic), of))
        .sorted(Comparator.comparing(item -> String.valueOf(item.topicNow())))
        .forEach(items::add);
  }

  private PriorityView priority(Priority each, Map<WordsRef, String> read) {
    return new PriorityView(
        each.entryId(),
        each.side(),
        each.topicId(),
        topics.labelNow(each.topicId()),
        each.counterpartRef(),
        read.get(each.wordsRef()),
        each.on());
  }

  private AskView ask(Ask each, Map<WordsRef, String> read, LocalDate today) {
    Entry.@Nullable Answer answer = each.answer();
    return new AskView(
        each.entryId(),
        each.kind(),
        each.side(),
        each.topicId(),
        topics.labelNow(each.topicId()),
        read.get(each.wordsRef()),
        each.on(),
        answer == null ? null : answer.reply(),
        answer == null ? null : answer.on(),
        mandate(each.mandateId(), today),
        each.positionId());
  }

  private @Nullable MandateView mandate(@Nullable UUID id, LocalDate today) {
    if (id == null) {
      return null;
    }
    Optional<KnownMandate> known = mandates.mandate(id);
    return new MandateView(
        id,
        known.stream()
            .flatMap(mandate -> mandate.topics().stream())
            .map(topics::labelNow)
            .filter(Objects::nonNull)
            .toList(),
        known.flatMap(mandate -> mandate.on(today)).isPresent(),
        known.flatMap(KnownMandate::until).orElse(null));
  }

  private CommitmentView commitment(Commitment each, Map<WordsRef, String> read, LocalDate today) {
    return new CommitmentView(
        each.commitmentId(),
        each.side(),
        each.due(),
        each.isOverdue(today),
        each.topicId(),
        topics.labelNow(each.topicId()),
        read.get(each.wordsRef()),
        each.madeOn(),
        each.shared() != null);
  }

  private UUID now(UUID topic) {
    @Nullable ListEntry now = topics.now(topic);
    return now == null ? topic : now.id();
  }

  private static <E extends Entry> Stream<E> entries(Ledger ledger, Class<E> kind) {
    return ledger.entries().values().stream().filter(kind::isInstance).map(kind::cast);
  }

  private static List<WordsRef> refs(Ledger ledger) {
    return Stream.concat(
            ledger.entries().values().stream().map(Entry::wordsRef),
            ledger.commitments().values().stream().map(Commitment::wordsRef))
        .toList();
  }
}
