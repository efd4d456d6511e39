package uk.onevoice.relationships.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import uk.onevoice.directory.Directory;
import uk.onevoice.relationships.adapter.http.SlotBodies.TeamMember;
import uk.onevoice.relationships.adapter.http.SlotDesk.Here;
import uk.onevoice.relationships.domain.PeopleCommand.AddTeamMember;
import uk.onevoice.relationships.domain.PeopleCommand.RemoveTeamMember;
import uk.onevoice.relationships.domain.PersonId;
import uk.onevoice.relationships.policy.Team;
import uk.onevoice.security.Permission;
import uk.onevoice.service.command.Today;

/** Who reads and writes what the team of a slot keeps. */
@Path("/v1/relationships/slots/{id}/team")
@RunOnVirtualThread
class TeamResource {
  private final SlotDesk desk;
  private final Directory directory;
  private final Today today;

  TeamResource(SlotDesk desk, Directory directory, Today today) {
    this.desk = desk;
    this.directory = directory;
    this.today = today;
  }

  enum Part {
    HOLDER,
    DEPUTY
  }

  record Member(PersonId personId, Part part) {}

  record TeamView(List<Member> members) {}

  @GET
  @Permission("readTeam")
  public TeamView read(@PathParam("id") UUID id) {
    return view(Team.of(desk.forTeam(id).slot()));
  }

  private TeamView view(Team team) {
    return new TeamView(
        Stream.concat(
                team.holders().stream().map(each -> new Member(desk.standing(each), Part.HOLDER)),
                team.deputies().stream().map(each -> new Member(desk.standing(each), Part.DEPUTY)))
            .distinct()
            .toList());
  }

  @POST
  @Permission("addTeamMember")
  public Response add(@PathParam("id") UUID id, TeamMember wish) {
    Here here = desk.forTeam(id);
    return desk.done(
        here,
        new AddTeamMember(
            here.id(),
            desk.standing(wish.personId()),
            isOf(here.place(), wish.personId()),
            desk.actsFor(wish.personId(), here.slot().terms().organisationId())));
  }

  @POST
  @Path("/removals")
  @Permission("removeTeamMember")
  public Response remove(@PathParam("id") UUID id, TeamMember wish) {
    Here here = desk.forTeam(id);
    PersonId person =
        desk.records(wish.personId()).stream()
            .filter(here.slot().deputies()::contains)
            .findFirst()
            .orElse(wish.personId());
    return desk.done(here, new RemoveTeamMember(here.id(), person));
  }

  /** Whether they hold a role today at a practice of the place or a body it belongs to. */
  private boolean isOf(uk.onevoice.directory.PlaceId place, PersonId person) {
    return directory
        .holdings(new uk.onevoice.directory.PersonId(person.value()), today.get())
        .stream()
        .anyMatch(holding -> {
          var at = holding.organisation();
          return at != null
              && (directory.hasMembersIn(place, at, today.get())
                  || directory.placeOf(at, today.get()).filter(place::equals).isPresent());
        });
  }
}
