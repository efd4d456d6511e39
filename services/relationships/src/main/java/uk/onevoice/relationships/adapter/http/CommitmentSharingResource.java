package uk.onevoice.relationships.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.relationships.adapter.http.LedgerBodies.NewSharing;
import uk.onevoice.relationships.adapter.http.LedgerDesk.Account;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.ledger.Commitment;
import uk.onevoice.relationships.domain.ledger.Commitment.Shared;
import uk.onevoice.relationships.domain.ledger.CommitmentId;
import uk.onevoice.relationships.domain.ledger.LedgerCommand.ShareCommitment;
import uk.onevoice.relationships.domain.ledger.LedgerCommand.UnshareCommitment;
import uk.onevoice.security.Permission;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.edge.Versions;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.vault.TypedWords;

/**
 * Whether the other side may read a promise, which its team says, in words that are written for
 * that: what the team wrote down for itself stays with it.
 */
@Path("/v1/relationships/slots/{id}/relationships/{relationshipId}/commitments/{commitmentId}")
@RunOnVirtualThread
class CommitmentSharingResource {
  private final LedgerDesk desk;
  private final TypedWords words;
  private final Commands commands;
  private final Today today;

  CommitmentSharingResource(LedgerDesk desk, TypedWords words, Commands commands, Today today) {
    this.desk = desk;
    this.words = words;
    this.commands = commands;
    this.today = today;
  }

  /**
   * @param on since when; null where it is not shared
   * @param words how it is told there; null where it is not shared, or they were erased or are
   *     restricted
   */
  record Sharing(OrganisationId organisationId, @Nullable LocalDate on, @Nullable String words) {}

  @GET
  @Path("/sharing")
  @Permission("readCommitmentSharing")
  public Response read(
      @PathParam("id") UUID id,
      @PathParam("relationshipId") UUID relationship,
      @PathParam("commitmentId") UUID commitment) {
    Account account = desk.of(id, relationship);
    var ledger = desk.current(account.relationship());
    @Nullable Commitment found = ledger.state().commitments().get(new CommitmentId(commitment));
    if (found == null) {
      throw Problem.notFound().exception();
    }
    @Nullable Shared shared = found.shared();
    OrganisationId with = account.here().slot().terms().organisationId();
    return Response.ok(
            shared == null
                ? new Sharing(with, null, null)
                : new Sharing(
                    shared.organisationId(),
                    shared.on(),
                    words.read(List.of(shared.wordsRef())).get(shared.wordsRef())))
        .header("ETag", Versions.etag(ledger.version()))
        .build();
  }

  @POST
  @Path("/sharing")
  @Permission("shareCommitment")
  public Response share(
      @PathParam("id") UUID id,
      @PathParam("relationshipId") UUID relationship,
      @PathParam("commitmentId") UUID commitment,
      NewSharing wish) {
    return desk.writing(
        desk.of(id, relationship),
        (account, pen) ->
            new ShareCommitment(
                new CommitmentId(commitment),
                account.slot(),
                account.here().slot().terms().placeId(),
                account.here().slot().terms().organisationId(),
                desk.typed(account, pen, null, wish.words()),
                today.get()),
        (_, _, _) -> commands.noContent());
  }

  @POST
  @Path("/sharing/withdrawal")
  @Permission("unshareCommitment")
  public Response unshare(
      @PathParam("id") UUID id,
      @PathParam("relationshipId") UUID relationship,
      @PathParam("commitmentId") UUID commitment) {
    var made = new CommitmentId(commitment);
    return desk.takeBack(
        desk.of(id, relationship),
        slot -> new UnshareCommitment(made, slot),
        ledger -> ledger.commitments().get(made),
        found -> found.shared() == null ? List.of() : List.of(found.shared().wordsRef()));
  }
}
