package uk.onevoice.relationships.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.BiFunction;
import uk.onevoice.relationships.adapter.http.LedgerBodies.CommitmentRef;
import uk.onevoice.relationships.adapter.http.LedgerBodies.EntryRef;
import uk.onevoice.relationships.adapter.http.LedgerBodies.Move;
import uk.onevoice.relationships.adapter.http.LedgerBodies.NewAnswer;
import uk.onevoice.relationships.adapter.http.LedgerBodies.NewAsk;
import uk.onevoice.relationships.adapter.http.LedgerBodies.NewCommitment;
import uk.onevoice.relationships.adapter.http.LedgerBodies.NewPriority;
import uk.onevoice.relationships.adapter.http.LedgerBodies.NewResult;
import uk.onevoice.relationships.adapter.http.LedgerBodies.NewSupport;
import uk.onevoice.relationships.adapter.http.LedgerBodies.Settlement;
import uk.onevoice.relationships.adapter.http.LedgerDesk.Account;
import uk.onevoice.relationships.domain.ledger.Commitment;
import uk.onevoice.relationships.domain.ledger.CommitmentId;
import uk.onevoice.relationships.domain.ledger.Entry;
import uk.onevoice.relationships.domain.ledger.EntryId;
import uk.onevoice.relationships.domain.ledger.LedgerCommand;
import uk.onevoice.relationships.domain.ledger.LedgerCommand.AnswerAsk;
import uk.onevoice.relationships.domain.ledger.LedgerCommand.MakeAsk;
import uk.onevoice.relationships.domain.ledger.LedgerCommand.MakeCommitment;
import uk.onevoice.relationships.domain.ledger.LedgerCommand.MoveCommitment;
import uk.onevoice.relationships.domain.ledger.LedgerCommand.NoteResult;
import uk.onevoice.relationships.domain.ledger.LedgerCommand.NoteSupport;
import uk.onevoice.relationships.domain.ledger.LedgerCommand.RecordPriority;
import uk.onevoice.relationships.domain.ledger.LedgerCommand.SettleCommitment;
import uk.onevoice.relationships.domain.ledger.LedgerCommand.WithdrawCommitment;
import uk.onevoice.relationships.domain.ledger.LedgerCommand.WithdrawEntry;
import uk.onevoice.security.Permission;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.wiring.Ids;
import uk.onevoice.vault.TypedWords.Pen;

/** What both sides of a relationship want, ask, offer, promise, and what came of it. */
@Path("/v1/relationships/slots/{id}")
@RunOnVirtualThread
class LedgerResource {
  private static final String OF = "/relationships/{relationshipId}";

  private final LedgerDesk desk;
  private final Commands commands;
  private final Today today;
  private final Ids ids;

  LedgerResource(LedgerDesk desk, Commands commands, Today today, Ids ids) {
    this.desk = desk;
    this.commands = commands;
    this.today = today;
    this.ids = ids;
  }

  @POST
  @Path(OF + "/priorities")
  @Permission("recordPriority")
  public Response priority(
      @PathParam("id") UUID id, @PathParam("relationshipId") UUID relationship, NewPriority wish) {
    var entry = new EntryId(ids.get());
    return entered(
        desk.of(id, relationship),
        entry,
        (account, pen) -> {
          var whose = desk.counterpart(account, wish.counterpartRef());
          return new RecordPriority(
              entry,
              account.slot(),
              account.relationship(),
              wish.side(),
              desk.topic(account, wish.topicId()),
              whose,
              desk.typed(account, pen, whose, wish.words()),
              wish.on(),
              today.get());
        });
  }

  @POST
  @Path(OF + "/asks")
  @Permission("makeAsk")
  public Response ask(
      @PathParam("id") UUID id, @PathParam("relationshipId") UUID relationship, NewAsk wish) {
    var entry = new EntryId(ids.get());
    return entered(
        desk.of(id, relationship),
        entry,
        (account, pen) ->
            new MakeAsk(
                entry,
                account.slot(),
                account.relationship(),
                wish.kind(),
                wish.side(),
                desk.topic(account, wish.topicId()),
                desk.talk(account, wish.contactId()),
                desk.typed(account, pen, null, wish.words()),
                wish.on(),
                Boolean.TRUE.equals(wish.unheard()),
                wish.mandateId(),
                desk.isHeld(account, wish.mandateId(), wish.on()),
                wish.positionId(),
                today.get()));
  }

  @POST
  @Path(OF + "/asks/{entryId}/answers")
  @Permission("answerAsk")
  public Response answer(
      @PathParam("id") UUID id,
      @PathParam("relationshipId") UUID relationship,
      @PathParam("entryId") UUID entry,
      NewAnswer wish) {
    String said = wish.words();
    return desk.writing(
        desk.of(id, relationship),
        (account, pen) ->
            new AnswerAsk(
                new EntryId(entry),
                account.slot(),
                wish.reply(),
                said == null || said.isBlank() ? null : desk.typed(account, pen, null, said),
                wish.on(),
                today.get()),
        (_, _, _) -> commands.noContent());
  }

  @POST
  @Path(OF + "/commitments")
  @Permission("makeCommitment")
  public Response promise(
      @PathParam("id") UUID id,
      @PathParam("relationshipId") UUID relationship,
      NewCommitment wish) {
    var commitment = new CommitmentId(ids.get());
    Account of = desk.of(id, relationship);
    return desk.writing(
        of,
        (account, pen) ->
            new MakeCommitment(
                commitment,
                account.slot(),
                account.relationship(),
                wish.side(),
                wish.due(),
                desk.typed(account, pen, null, wish.words()),
                wish.on(),
                desk.topic(account, wish.topicId()),
                wish.entryId(),
                desk.talk(account, wish.contactId()),
                today.get()),
        (_, _, _) -> commands.created(of.path(), new CommitmentRef(of.slot(), commitment)));
  }

  @POST
  @Path(OF + "/commitments/{commitmentId}/moves")
  @Permission("moveCommitment")
  public Response move(
      @PathParam("id") UUID id,
      @PathParam("relationshipId") UUID relationship,
      @PathParam("commitmentId") UUID commitment,
      Move wish) {
    Account account = desk.of(id, relationship);
    return desk.done(
        account, new MoveCommitment(new CommitmentId(commitment), account.slot(), wish.due()));
  }

  @POST
  @Path(OF + "/commitments/{commitmentId}/settlements")
  @Permission("settleCommitment")
  public Response settle(
      @PathParam("id") UUID id,
      @PathParam("relationshipId") UUID relationship,
      @PathParam("commitmentId") UUID commitment,
      Settlement wish) {
    Account account = desk.of(id, relationship);
    return desk.done(
        account,
        new SettleCommitment(
            new CommitmentId(commitment), account.slot(), wish.kept(), wish.on(), today.get()));
  }

  @POST
  @Path(OF + "/commitments/{commitmentId}/withdrawals")
  @Permission("withdrawCommitment")
  public Response withdrawPromise(
      @PathParam("id") UUID id,
      @PathParam("relationshipId") UUID relationship,
      @PathParam("commitmentId") UUID commitment) {
    var made = new CommitmentId(commitment);
    return desk.takeBack(
        desk.of(id, relationship),
        slot -> new WithdrawCommitment(made, slot),
        ledger -> ledger.commitments().get(made),
        Commitment::typed);
  }

  @POST
  @Path(OF + "/support")
  @Permission("noteSupport")
  public Response support(
      @PathParam("id") UUID id, @PathParam("relationshipId") UUID relationship, NewSupport wish) {
    var entry = new EntryId(ids.get());
    return entered(
        desk.of(id, relationship),
        entry,
        (account, pen) -> {
          var who = desk.counterpart(account, wish.counterpartRef());
          return new NoteSupport(
              entry,
              account.slot(),
              account.relationship(),
              who,
              desk.typed(account, pen, who, wish.words()),
              wish.on(),
              today.get());
        });
  }

  @POST
  @Path(OF + "/results")
  @Permission("noteResult")
  public Response result(
      @PathParam("id") UUID id, @PathParam("relationshipId") UUID relationship, NewResult wish) {
    var entry = new EntryId(ids.get());
    return entered(
        desk.of(id, relationship),
        entry,
        (account, pen) ->
            new NoteResult(
                entry,
                account.slot(),
                account.relationship(),
                desk.talk(account, wish.contactId()),
                wish.commitmentId(),
                wish.opportunityId(),
                desk.typed(account, pen, null, wish.words()),
                wish.on(),
                today.get()));
  }

  @POST
  @Path(OF + "/entries/{entryId}/withdrawals")
  @Permission("withdrawLedgerEntry")
  public Response withdraw(
      @PathParam("id") UUID id,
      @PathParam("relationshipId") UUID relationship,
      @PathParam("entryId") UUID entry) {
    var written = new EntryId(entry);
    return desk.takeBack(
        desk.of(id, relationship),
        slot -> new WithdrawEntry(written, slot),
        ledger -> ledger.entries().get(written),
        Entry::typed);
  }

  private Response entered(
      Account of, EntryId entry, BiFunction<Account, Pen, LedgerCommand> command) {
    return desk.writing(
        of, command, (_, _, _) -> commands.created(of.path(), new EntryRef(of.slot(), entry)));
  }
}
