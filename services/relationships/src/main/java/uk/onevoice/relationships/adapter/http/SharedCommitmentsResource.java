package uk.onevoice.relationships.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Role;
import uk.onevoice.directory.RoleHolding;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.adapter.store.SharedCommitments;
import uk.onevoice.relationships.adapter.store.SharedCommitments.Kept;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.PlaceId;
import uk.onevoice.relationships.domain.RelationshipId;
import uk.onevoice.relationships.domain.ledger.Commitment;
import uk.onevoice.relationships.domain.ledger.Commitment.Settled;
import uk.onevoice.relationships.domain.ledger.Commitment.Shared;
import uk.onevoice.relationships.domain.ledger.CommitmentId;
import uk.onevoice.relationships.domain.ledger.Ledger;
import uk.onevoice.relationships.domain.ledger.Side;
import uk.onevoice.security.Actor;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.security.Permission;
import uk.onevoice.service.command.ListedTopics;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.vault.TypedWords;

/**
 * What a partner reads of promises: those that a team shares with its organisation, and nothing of
 * the relationship they were made in, nor that there is one. It is put together from what may be
 * shared, so that something new in a ledger stays there until somebody lets it out. No version of a
 * ledger is told either: it counts what is not shared.
 */
@Path("/v1/relationships/shared-commitments")
@RunOnVirtualThread
class SharedCommitmentsResource {
  private final SharedCommitments shared;
  private final LedgerDesk desk;
  private final TypedWords words;
  private final ListedTopics topics;
  private final CurrentActor actor;
  private final Today today;

  SharedCommitmentsResource(
      SharedCommitments shared,
      LedgerDesk desk,
      TypedWords words,
      ListedTopics topics,
      CurrentActor actor,
      Today today) {
    this.shared = shared;
    this.desk = desk;
    this.words = words;
    this.topics = topics;
    this.actor = actor;
    this.today = today;
  }

  /** Who promised, for a reader of either side. */
  enum PromisedBy {
    GENERAL_PRACTICE,
    PARTNER
  }

  /**
   * @param organisationId with whom it is shared
   * @param words how it is told; null once they were erased, and while they are restricted
   * @param kept null while it is open
   * @param settledOn null while it is open
   */
  record SharedCommitment(
      CommitmentId commitmentId,
      PlaceId placeId,
      OrganisationId organisationId,
      PromisedBy promisedBy,
      @Nullable String words,
      LocalDate madeOn,
      LocalDate due,
      boolean overdue,
      @Nullable UUID topicId,
      @Nullable String topicNow,
      @Nullable Boolean kept,
      @Nullable LocalDate settledOn,
      LocalDate sharedOn) {}

  /** A promise with what lets somebody read it. */
  private record Told(Commitment commitment, Shared shared) {}

  @GET
  @Permission("listSharedCommitments")
  public Page<SharedCommitment> list(
      @QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit) {
    PageRequest request = PageRequest.of(after, limit);
    @Nullable UUID from = after == null ? null : PageRequest.uuid("after", after);
    Set<OrganisationId> own = organisations();
    List<Kept> found = own.isEmpty() ? List.of() : shared.page(own, from, request.limit());
    List<Kept> page = found.subList(0, Math.min(found.size(), request.limit()));
    return new Page<>(
        views(page, own),
        found.size() > request.limit() ? page.getLast().commitmentId().value().toString() : null);
  }

  @GET
  @Path("/{commitmentId}")
  @Permission("readSharedCommitment")
  public SharedCommitment read(@PathParam("commitmentId") UUID commitment) {
    Set<OrganisationId> own = organisations();
    return shared.find(own, new CommitmentId(commitment)).stream()
        .flatMap(kept -> views(List.of(kept), own).stream())
        .findFirst()
        .orElseThrow(() -> Problem.notFound().exception());
  }

  private List<SharedCommitment> views(List<Kept> page, Set<OrganisationId> own) {
    Map<RelationshipId, Ledger> ledgers = new HashMap<>();
    List<Told> told =
        page.stream()
            .map(kept ->
                told(
                    ledgers.computeIfAbsent(kept.relationshipId(), desk::ledger),
                    kept.commitmentId()))
            .flatMap(Optional::stream)
            .filter(each -> own.contains(each.shared().organisationId()))
            .toList();
    Map<WordsRef, String> read =
        words.read(told.stream().map(each -> each.shared().wordsRef()).toList());
    return told.stream().map(each -> view(each, read)).toList();
  }

  private static Optional<Told> told(Ledger ledger, CommitmentId id) {
    return Optional.ofNullable(ledger.commitments().get(id))
        .flatMap(each -> Optional.ofNullable(each.shared()).map(shared -> new Told(each, shared)));
  }

  private SharedCommitment view(Told told, Map<WordsRef, String> read) {
    Commitment each = told.commitment();
    @Nullable Settled settled = each.settled();
    return new SharedCommitment(
        each.commitmentId(),
        told.shared().placeId(),
        told.shared().organisationId(),
        each.side() == Side.OURS ? PromisedBy.GENERAL_PRACTICE : PromisedBy.PARTNER,
        read.get(told.shared().wordsRef()),
        each.madeOn(),
        each.due(),
        each.isOverdue(today.get()),
        each.topicId(),
        topics.labelNow(each.topicId()),
        settled == null ? null : settled.kept(),
        settled == null ? null : settled.on(),
        told.shared().on());
  }

  /** For whom the caller reads: a system for its own, a person for those where they hold a role. */
  private Set<OrganisationId> organisations() {
    return switch (actor.get()) {
      case Actor.ClientActor client -> Set.of(new OrganisationId(client.organisation().value()));
      case Actor.PersonActor person ->
          person.holdings(Role.values()).stream()
              .map(RoleHolding::organisation)
              .filter(Objects::nonNull)
              .map(organisation -> new OrganisationId(organisation.value()))
              .collect(Collectors.toUnmodifiableSet());
    };
  }
}
