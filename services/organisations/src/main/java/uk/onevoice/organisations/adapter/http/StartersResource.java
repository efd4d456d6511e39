package uk.onevoice.organisations.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.LeadershipGroups;
import uk.onevoice.directory.Organisation;
import uk.onevoice.directory.OrganisationKind;
import uk.onevoice.directory.Role;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.organisations.adapter.http.GroupBodies.StarterStep;
import uk.onevoice.organisations.adapter.store.RegistryLog;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.place.PlaceId;
import uk.onevoice.organisations.domain.starter.Starter;
import uk.onevoice.organisations.domain.starter.StarterCommand;
import uk.onevoice.organisations.domain.starter.StarterCommand.Tick;
import uk.onevoice.organisations.domain.starter.StarterCommand.Untick;
import uk.onevoice.organisations.domain.starter.StarterEvent;
import uk.onevoice.organisations.domain.starter.StarterRejection;
import uk.onevoice.organisations.domain.starter.Step;
import uk.onevoice.security.Permission;
import uk.onevoice.security.Scope;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.problem.Problem;

/** The checklist of a place that has no leadership group: whom to talk to, and what to agree. */
@Path("/v1/groups/starters/{placeId}")
@RunOnVirtualThread
class StartersResource {
  private final CommandHandler<StarterCommand, Starter, StarterEvent, StarterRejection> starters;
  private final Directory directory;
  private final LeadershipGroups groups;
  private final GroupStanding standing;
  private final Scope scope;
  private final Commands commands;
  private final Today today;

  StartersResource(
      CommandHandler<StarterCommand, Starter, StarterEvent, StarterRejection> starters,
      Directory directory,
      LeadershipGroups groups,
      GroupStanding standing,
      Scope scope,
      Commands commands,
      Today today) {
    this.starters = starters;
    this.directory = directory;
    this.groups = groups;
    this.standing = standing;
    this.scope = scope;
    this.commands = commands;
    this.today = today;
  }

  @GET
  @Permission("readStarter")
  public StarterView read(@PathParam("placeId") UUID placeId) {
    var id = inDirectory(placeId);
    var day = today.get();
    var place = directory.place(id, day).orElseThrow(() -> Problem.notFound().exception());
    var ticks = starters.current(RegistryLog.starter(new PlaceId(placeId))).state().ticks();
    return new StarterView(
        placeId,
        place.name(),
        groups.ofPlace(id, day).stream().map(group -> group.id().value()).toList(),
        steps(id, day).stream().map(item -> item.tickedOn(ticks.get(item.done()))).toList(),
        standing.leadsIn(id));
  }

  @POST
  @Path("/ticks")
  @Permission("tickStep")
  public Response tick(@PathParam("placeId") UUID placeId, StarterStep wish) {
    scope.in(inDirectory(placeId));
    var day = today.get();
    var wanted = new Starter.Done(wish.step(), wish.organisationId());
    boolean listed =
        directory.place(inDirectory(placeId), day).isPresent()
            && steps(inDirectory(placeId), day).stream()
                .anyMatch(item -> item.done().equals(wanted));
    return change(
        placeId, new Tick(new PlaceId(placeId), wish.step(), wish.organisationId(), listed, day));
  }

  @POST
  @Path("/unticks")
  @Permission("untickStep")
  public Response untick(@PathParam("placeId") UUID placeId, StarterStep wish) {
    scope.in(inDirectory(placeId));
    return change(placeId, new Untick(new PlaceId(placeId), wish.step(), wish.organisationId()));
  }

  private Response change(UUID place, StarterCommand command) {
    return commands.handle(
        starters,
        RegistryLog.starter(new PlaceId(place)),
        command,
        (_, _, _) -> commands.noContent(),
        GroupProblems::of);
  }

  private record Listed(
      Starter.Done done, @Nullable String organisationName, @Nullable Boolean roleHeld) {
    StarterView.Item tickedOn(@Nullable LocalDate day) {
      var organisation = done.organisation();
      return new StarterView.Item(
          done.step(),
          organisation == null ? null : organisation.value(),
          organisationName,
          roleHeld,
          day);
    }
  }

  /** A conversation with each body of the place as of this day, then what is to be agreed. */
  private List<Listed> steps(uk.onevoice.directory.PlaceId place, LocalDate day) {
    var steps = new ArrayList<Listed>();
    var bodies =
        directory.bodiesWithMembersIn(place, day).stream()
            .flatMap(body -> directory.organisation(body).stream())
            .filter(body -> body.openOn(day))
            .toList();
    for (Step step : Step.values()) {
      if (step.isWithABody()) {
        bodies.stream()
            .filter(body -> body.is(kind(step)))
            .forEach(body -> steps.add(talk(step, body, day)));
      } else {
        steps.add(new Listed(new Starter.Done(step, null), null, null));
      }
    }
    return steps;
  }

  private Listed talk(Step step, Organisation body, LocalDate day) {
    return new Listed(
        new Starter.Done(step, new OrganisationId(body.id().value())),
        body.name(),
        groups.isHeldAt(body.id(), day, roles(step)));
  }

  private static OrganisationKind kind(Step step) {
    return switch (step) {
      case TALK_TO_CLINICAL_DIRECTOR -> OrganisationKind.PCN;
      case TALK_TO_LMC -> OrganisationKind.LMC;
      case TALK_TO_FEDERATION -> OrganisationKind.FEDERATION;
      case AGREE_PURPOSE, AGREE_SEATS, FIND_TIME, NAME_CONVENER ->
          throw new IllegalArgumentException(step + " is taken with nobody.");
    };
  }

  private static Role[] roles(Step step) {
    return switch (step) {
      case TALK_TO_CLINICAL_DIRECTOR -> new Role[] {Role.PCN_CLINICAL_DIRECTOR};
      case TALK_TO_LMC -> new Role[] {Role.LMC_OFFICER, Role.LMC_CHAIR};
      case TALK_TO_FEDERATION -> new Role[] {Role.FEDERATION_LEAD};
      case AGREE_PURPOSE, AGREE_SEATS, FIND_TIME, NAME_CONVENER -> new Role[0];
    };
  }

  private static uk.onevoice.directory.PlaceId inDirectory(UUID place) {
    return new uk.onevoice.directory.PlaceId(place);
  }
}
