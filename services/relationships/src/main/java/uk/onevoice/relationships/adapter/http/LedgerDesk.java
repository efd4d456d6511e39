package uk.onevoice.relationships.adapter.http;

import static uk.onevoice.vault.TypedWords.MIDDLE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.Answering;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.adapter.http.SlotDesk.Here;
import uk.onevoice.relationships.adapter.store.Counterparts;
import uk.onevoice.relationships.adapter.store.KnownMandates;
import uk.onevoice.relationships.adapter.store.LedgerLog;
import uk.onevoice.relationships.domain.ContactId;
import uk.onevoice.relationships.domain.CounterpartRef;
import uk.onevoice.relationships.domain.Relationship;
import uk.onevoice.relationships.domain.RelationshipId;
import uk.onevoice.relationships.domain.SlotId;
import uk.onevoice.relationships.domain.SlotRejection;
import uk.onevoice.relationships.domain.ledger.Ledger;
import uk.onevoice.relationships.domain.ledger.LedgerCommand;
import uk.onevoice.relationships.domain.ledger.LedgerEvent;
import uk.onevoice.relationships.domain.ledger.LedgerRejection;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.command.ListedTopics;
import uk.onevoice.vault.TypedWords;
import uk.onevoice.vault.TypedWords.Pen;

/** Finds the ledger of a relationship for its team, and writes in it. */
@ApplicationScoped
class LedgerDesk {
  private final CommandHandler<LedgerCommand, Ledger, LedgerEvent, LedgerRejection> ledgers;
  private final SlotDesk desk;
  private final Counterparts counterparts;
  private final KnownMandates mandates;
  private final TypedWords words;
  private final ListedTopics topics;
  private final Commands commands;

  LedgerDesk(
      CommandHandler<LedgerCommand, Ledger, LedgerEvent, LedgerRejection> ledgers,
      SlotDesk desk,
      Counterparts counterparts,
      KnownMandates mandates,
      TypedWords words,
      ListedTopics topics,
      Commands commands) {
    this.ledgers = ledgers;
    this.desk = desk;
    this.counterparts = counterparts;
    this.mandates = mandates;
    this.words = words;
    this.topics = topics;
    this.commands = commands;
  }

  /** A relationship whose ledger the caller may read and write. */
  record Account(Here here, Relationship held) {
    SlotId slot() {
      return here.id();
    }

    RelationshipId relationship() {
      return held.relationshipId();
    }

    String path() {
      return "/v1/relationships/slots/%s/relationships/%s"
          .formatted(slot().value(), relationship().value());
    }
  }

  Account of(UUID slot, UUID relationship) {
    Here here = desk.forTeam(slot);
    return new Account(here, here.relationship(relationship));
  }

  Ledger ledger(RelationshipId relationship) {
    return current(relationship).state();
  }

  /** With its version, for who would change it next. */
  CommandHandler.Current<Ledger> current(RelationshipId relationship) {
    return ledgers.current(LedgerLog.stream(relationship));
  }

  /** Runs a command that writes words; they go again when it is refused. */
  Response writing(
      Account account,
      BiFunction<Account, Pen, LedgerCommand> command,
      Answering<Ledger, LedgerEvent> answering) {
    return words.keeping(
        LedgerLog.stream(account.relationship()),
        pen -> handle(account, command.apply(account, pen), answering));
  }

  Response done(Account account, LedgerCommand command) {
    return handle(account, command, (_, _, _) -> commands.noContent());
  }

  /**
   * Takes back an entry or promise, or what is told of it, and what was typed for that.
   *
   * @param finding in the ledger as it is; null where it is not there
   * @param typed what goes with it, an answer to it included
   */
  <T> Response takeBack(
      Account account,
      Function<SlotId, LedgerCommand> command,
      Function<Ledger, @Nullable T> finding,
      Function<T, List<WordsRef>> typed) {
    @Nullable T found = finding.apply(ledger(account.relationship()));
    return words.takingBack(
        found == null ? List.of() : typed.apply(found),
        () -> done(account, command.apply(account.slot())));
  }

  /** Whether a mandate is one of the place's that was in force on a day. */
  boolean isHeld(Account account, @Nullable UUID mandate, LocalDate on) {
    return mandate != null
        && mandates
            .mandate(mandate)
            .filter(known -> known.placeId().equals(account.here().slot().terms().placeId()))
            .flatMap(known -> known.on(on))
            .isPresent();
  }

  private Response handle(
      Account account, LedgerCommand command, Answering<Ledger, LedgerEvent> answering) {
    return commands.handle(
        ledgers,
        LedgerLog.stream(account.relationship()),
        command,
        answering,
        LedgerProblems::of,
        account.here().circumstances());
  }

  /**
   * Keeps words of a ledger. They are about the one who is named, and where nobody is, about all
   * with whom the relationship is: each may ask to read them.
   */
  WordsRef typed(Account account, Pen pen, @Nullable CounterpartRef about, String typed) {
    Set<CounterpartRef> with = about == null ? account.held().counterparts() : Set.of(about);
    return pen.about(
        counterparts.subjects(with), "relationship-ledger", "/words", typed, MIDDLE, null);
  }

  @Nullable UUID topic(Account account, @Nullable UUID topic) {
    if (topic != null) {
      topics.inUse(topic, account.here().place(), "/topicId");
    }
    return topic;
  }

  @Nullable CounterpartRef counterpart(Account account, @Nullable CounterpartRef counterpart) {
    if (counterpart != null && !account.here().slot().counterparts().contains(counterpart)) {
      throw SlotProblems.of(new SlotRejection.NoSuchCounterpart(counterpart)).exception();
    }
    return counterpart;
  }

  @Nullable ContactId talk(Account account, @Nullable ContactId contact) {
    if (contact != null && !account.held().talks().containsKey(contact)) {
      throw SlotProblems.of(new SlotRejection.NoSuchContact(contact)).exception();
    }
    return contact;
  }
}
