package uk.onevoice.organisations.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.LeadershipGroups;
import uk.onevoice.directory.OrganisationId;
import uk.onevoice.directory.Role;
import uk.onevoice.directory.RoleHolding;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.organisations.adapter.http.Bodies.Ending;
import uk.onevoice.organisations.adapter.http.GroupBodies.InterestCorrection;
import uk.onevoice.organisations.adapter.http.GroupBodies.InterestRef;
import uk.onevoice.organisations.adapter.http.GroupBodies.NewInterest;
import uk.onevoice.organisations.adapter.store.RegistryLog;
import uk.onevoice.organisations.domain.group.GroupCommand;
import uk.onevoice.organisations.domain.group.GroupCommand.CorrectInterest;
import uk.onevoice.organisations.domain.group.GroupCommand.DeclareInterest;
import uk.onevoice.organisations.domain.group.GroupCommand.EndInterest;
import uk.onevoice.organisations.domain.group.GroupCommand.WithdrawInterest;
import uk.onevoice.organisations.domain.group.GroupEvent;
import uk.onevoice.organisations.domain.group.GroupId;
import uk.onevoice.organisations.domain.group.GroupRejection;
import uk.onevoice.organisations.domain.group.InterestId;
import uk.onevoice.organisations.domain.group.LeadershipGroup;
import uk.onevoice.organisations.domain.group.LeadershipGroup.Formed;
import uk.onevoice.organisations.domain.group.LeadershipGroup.Interest;
import uk.onevoice.organisations.domain.group.SeatId;
import uk.onevoice.organisations.domain.person.RoleHoldingId;
import uk.onevoice.security.AccessRefused;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.security.Permission;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.wiring.Ids;
import uk.onevoice.vault.Subject;

/**
 * What those who sit have declared, and who is not neutral on an item about an organisation. For
 * those who sit, chair or support; somebody's own interests are theirs to declare and to change.
 */
@Path("/v1/groups/{id}")
@RunOnVirtualThread
class GroupInterestsResource {
  private final CommandHandler<GroupCommand, LeadershipGroup, GroupEvent, GroupRejection> groups;
  private final LeadershipGroups directory;
  private final GroupStanding standing;
  private final GroupReading reading;
  private final GroupWords words;
  private final Commands commands;
  private final CurrentActor actor;
  private final Today today;
  private final Ids ids;

  GroupInterestsResource(
      CommandHandler<GroupCommand, LeadershipGroup, GroupEvent, GroupRejection> groups,
      LeadershipGroups directory,
      GroupStanding standing,
      GroupReading reading,
      GroupWords words,
      Commands commands,
      CurrentActor actor,
      Today today,
      Ids ids) {
    this.groups = groups;
    this.directory = directory;
    this.standing = standing;
    this.reading = reading;
    this.words = words;
    this.commands = commands;
    this.actor = actor;
    this.today = today;
    this.ids = ids;
  }

  @GET
  @Path("/interests")
  @Permission("listInterests")
  public Page<GroupView.InterestView> list(
      @PathParam("id") String id,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    var group = standing.group(id);
    standing.mustBeInside(group);
    var page =
        GroupReading.page(
            formed(id).interests().entrySet().stream().toList(),
            PageRequest.of(after, limit),
            interest -> interest.getKey().toString());
    return new Page<>(page.items().stream().map(this::view).toList(), page.next());
  }

  private GroupView.InterestView view(Map.Entry<InterestId, Interest> interest) {
    return reading.interest(interest.getKey().value(), interest.getValue());
  }

  @GET
  @Path("/conflicts")
  @Permission("listConflicts")
  public Page<GroupView.Conflict> conflicts(
      @PathParam("id") String id,
      @QueryParam("organisationId") @Nullable String organisation,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    var group = standing.group(id);
    standing.mustBeInside(group);
    if (organisation == null) {
      throw Problem.invalid("query:organisationId", "is required").exception();
    }
    var about = new OrganisationId(PathIds.organisation(organisation).value());
    return GroupReading.page(
        reading.conflicts(formed(id), about, today.get()),
        PageRequest.of(after, limit),
        conflict -> conflict.seatId().toString());
  }

  @POST
  @Path("/interests")
  @Permission("declareInterest")
  public Response declare(@PathParam("id") String id, NewInterest wish) {
    var group = standing.group(id);
    standing.mustBeInside(group);
    var holder =
        directory.seats(group.id(), today.get()).stream()
            .filter(seat -> seat.id().equals(wish.seatId()))
            .findFirst()
            .orElseThrow(() -> Problem.notFound().exception())
            .holder();
    mustBeTheirs(holder);
    var interest = new InterestId(ids.get());
    return words.keeping(
        wish.words(),
        "group-interest",
        RegistryLog.stream(id(id)),
        subjects(holder),
        ref ->
            commands.handle(
                groups,
                RegistryLog.stream(id(id)),
                new DeclareInterest(
                    interest,
                    new SeatId(wish.seatId()),
                    holder == null ? null : new RoleHoldingId(holder.id().value()),
                    wish.kind(),
                    wish.organisationId(),
                    wish.start(),
                    wish.end(),
                    Objects.requireNonNull(ref)),
                (_, _, _) ->
                    commands.created(
                        "/v1/groups/" + id + "/interests/" + interest, new InterestRef(interest)),
                GroupProblems::of));
  }

  @POST
  @Path("/interests/{interestId}/ending")
  @Permission("endInterest")
  public Response end(
      @PathParam("id") String id, @PathParam("interestId") UUID interest, Ending wish) {
    holderOf(id, interest);
    return change(id, new EndInterest(new InterestId(interest), wish.end()));
  }

  @POST
  @Path("/interests/{interestId}/correction")
  @Permission("correctInterest")
  public Response correct(
      @PathParam("id") String id, @PathParam("interestId") UUID interest, InterestCorrection wish) {
    var holder = holderOf(id, interest);
    return words.keeping(
        wish.words(),
        "group-interest",
        RegistryLog.stream(id(id)),
        subjects(holder.orElse(null)),
        ref ->
            change(
                id,
                new CorrectInterest(
                    new InterestId(interest),
                    wish.kind(),
                    wish.organisationId(),
                    wish.start(),
                    wish.end(),
                    ref)));
  }

  @POST
  @Path("/interests/{interestId}/withdrawal")
  @Consumes(MediaType.WILDCARD)
  @Permission("withdrawInterest")
  public Response withdraw(@PathParam("id") String id, @PathParam("interestId") UUID interest) {
    holderOf(id, interest);
    return change(id, new WithdrawInterest(new InterestId(interest)));
  }

  /**
   * Whose interest it is, who has to be the caller unless those who run the group write for them.
   */
  private Optional<RoleHolding> holderOf(String id, UUID interest) {
    var group = standing.group(id);
    standing.mustBeInside(group);
    var declared = formed(id).interests().get(new InterestId(interest));
    if (declared == null) {
      throw Problem.notFound().exception();
    }
    var holder =
        directory.holding(new uk.onevoice.directory.RoleHoldingId(declared.holding().value()));
    mustBeTheirs(holder.orElse(null));
    return holder;
  }

  private void mustBeTheirs(@Nullable RoleHolding holder) {
    boolean theirs = holder != null && standing.isCaller(holder.person());
    if (!theirs && !actor.get().holdsOneOf(Role.LEADERSHIP_GROUP_SUPPORT)) {
      throw new AccessRefused(AccessRefused.Reason.NOT_ALLOWED);
    }
  }

  private static Set<Subject> subjects(@Nullable RoleHolding holder) {
    return holder == null ? Set.of() : Set.of(new Subject(holder.person().value()));
  }

  private Formed formed(String id) {
    if (groups.current(RegistryLog.stream(id(id))).state() instanceof Formed formed) {
      return formed;
    }
    throw Problem.notFound().exception();
  }

  private static GroupId id(String id) {
    return new GroupId(UUID.fromString(id));
  }

  private Response change(String id, GroupCommand command) {
    return commands.handle(
        groups,
        RegistryLog.stream(id(id)),
        command,
        (_, _, _) -> commands.noContent(),
        GroupProblems::of);
  }
}
