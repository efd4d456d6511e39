package uk.onevoice.organisations.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.organisations.adapter.http.GroupBodies.PulseAnswer;
import uk.onevoice.organisations.adapter.http.GroupBodies.PulseRef;
import uk.onevoice.organisations.adapter.store.PeopleCopy;
import uk.onevoice.organisations.adapter.store.Pulses;
import uk.onevoice.organisations.adapter.store.RegistryLog;
import uk.onevoice.organisations.domain.group.GroupCommand;
import uk.onevoice.organisations.domain.group.GroupCommand.ClosePulse;
import uk.onevoice.organisations.domain.group.GroupCommand.OpenPulse;
import uk.onevoice.organisations.domain.group.GroupEvent;
import uk.onevoice.organisations.domain.group.GroupId;
import uk.onevoice.organisations.domain.group.GroupRejection;
import uk.onevoice.organisations.domain.group.LeadershipGroup;
import uk.onevoice.organisations.domain.group.LeadershipGroup.Formed;
import uk.onevoice.organisations.domain.group.PulseId;
import uk.onevoice.organisations.domain.group.PulseTrend;
import uk.onevoice.organisations.domain.person.PersonId;
import uk.onevoice.security.AccessRefused;
import uk.onevoice.security.Actor;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.security.Permission;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.wiring.Ids;

/**
 * How much those who sit trust their group: asked in rounds, answered without a name, shown as a
 * trend. An answer is no command: it leaves no event, no request that is remembered and no log
 * line.
 */
@Path("/v1/groups/{id}/pulses")
@RunOnVirtualThread
class GroupPulsesResource {
  private final CommandHandler<GroupCommand, LeadershipGroup, GroupEvent, GroupRejection> groups;
  private final PeopleCopy copy;
  private final GroupStanding standing;
  private final Pulses pulses;
  private final Commands commands;
  private final CurrentActor actor;
  private final Today today;
  private final Ids ids;

  GroupPulsesResource(
      CommandHandler<GroupCommand, LeadershipGroup, GroupEvent, GroupRejection> groups,
      PeopleCopy copy,
      GroupStanding standing,
      Pulses pulses,
      Commands commands,
      CurrentActor actor,
      Today today,
      Ids ids) {
    this.groups = groups;
    this.copy = copy;
    this.standing = standing;
    this.pulses = pulses;
    this.commands = commands;
    this.actor = actor;
    this.today = today;
    this.ids = ids;
  }

  @GET
  @Permission("readPulseTrend")
  public GroupView.Trend trend(@PathParam("id") String id) {
    standing.mustBeInside(standing.group(id));
    var formed = formed(id);
    var open = formed.openPulse();
    return new GroupView.Trend(
        open == null ? null : open.value(),
        PulseTrend.of(formed.pulses()).stream()
            .map(point -> new GroupView.TrendPoint(point.on(), point.rounds(), point.mean()))
            .toList());
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @Permission("openPulse")
  public Response open(@PathParam("id") String id) {
    standing.mustRun(standing.group(id));
    var pulse = new PulseId(ids.get());
    return commands.handle(
        groups,
        stream(id),
        new OpenPulse(pulse, today.get()),
        (_, _, _) -> commands.created("/v1/groups/" + id + "/pulses/" + pulse, new PulseRef(pulse)),
        GroupProblems::of);
  }

  @POST
  @Path("/{pulseId}/answers")
  @Permission("answerPulse")
  public Response answer(
      @PathParam("id") String id, @PathParam("pulseId") UUID pulseId, PulseAnswer answer) {
    standing.mustBeInside(standing.group(id));
    if (!(actor.get() instanceof Actor.PersonActor person)) {
      throw new AccessRefused(AccessRefused.Reason.NOT_ALLOWED);
    }
    var pulse = new PulseId(pulseId);
    if (!pulse.equals(formed(id).openPulse())) {
      throw GroupProblems.pulseClosed().exception();
    }
    var self = new PersonId(person.person().value());
    var others = copy.ask(everybody -> everybody.otherRecords(self));
    return switch (pulses.answer(pulse, self, others, answer.trust())) {
      case COUNTED -> Response.noContent().build();
      case ALREADY -> throw GroupProblems.pulseAnswered().exception();
      case TOO_LATE -> throw GroupProblems.pulseClosed().exception();
    };
  }

  /**
   * The counts are forgotten once the log has what is to be told; asked again, it is done again.
   */
  @POST
  @Path("/{pulseId}/closing")
  @Consumes(MediaType.WILDCARD)
  @Permission("closePulse")
  public Response close(@PathParam("id") String id, @PathParam("pulseId") UUID pulseId) {
    standing.mustRun(standing.group(id));
    var pulse = new PulseId(pulseId);
    // A round that is not open is refused by the rules, or this is a request that was answered.
    var counts = pulse.equals(formed(id).openPulse()) ? pulses.close(pulse) : List.<Integer>of();
    var answer =
        commands.handle(
            groups,
            stream(id),
            new ClosePulse(pulse, counts, today.get()),
            (_, _, _) -> commands.noContent(),
            GroupProblems::of);
    pulses.forget(pulse);
    return answer;
  }

  private Formed formed(String id) {
    if (groups.current(stream(id)).state() instanceof Formed formed) {
      return formed;
    }
    throw Problem.notFound().exception();
  }

  private static String stream(String id) {
    return RegistryLog.stream(new GroupId(UUID.fromString(id)));
  }
}
