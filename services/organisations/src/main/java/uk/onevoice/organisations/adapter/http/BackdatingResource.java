package uk.onevoice.organisations.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.organisations.adapter.store.RegistryLog;
import uk.onevoice.organisations.domain.backdating.Backdating;
import uk.onevoice.organisations.domain.backdating.BackdatingCommand;
import uk.onevoice.organisations.domain.backdating.BackdatingCommand.CloseBackdating;
import uk.onevoice.organisations.domain.backdating.BackdatingEvent;
import uk.onevoice.organisations.domain.backdating.BackdatingRejection;
import uk.onevoice.organisations.domain.backdating.BackdatingRejection.ClosedAlready;
import uk.onevoice.security.Permission;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.problem.Problem;

/** Ends for good what {@link uk.onevoice.service.edge.Backdating} lets a demonstration do. */
@Path("/v1/imports/backdating")
@RunOnVirtualThread
class BackdatingResource {
  private final CommandHandler<BackdatingCommand, Backdating, BackdatingEvent, BackdatingRejection>
      backdating;
  private final Commands commands;

  BackdatingResource(
      CommandHandler<BackdatingCommand, Backdating, BackdatingEvent, BackdatingRejection>
          backdating,
      Commands commands) {
    this.backdating = backdating;
    this.commands = commands;
  }

  @POST
  @Path("/closing")
  @Permission("closeBackdating")
  public Response close() {
    return commands.handle(
        backdating,
        RegistryLog.BACKDATING_STREAM,
        new CloseBackdating(),
        (_, _, _) -> commands.noContent(),
        BackdatingResource::problem);
  }

  private static Problem problem(BackdatingRejection rejection) {
    return switch (rejection) {
      case ClosedAlready _ ->
          Problem.conflict("backdating-closed-already", "Backdating is closed already.");
    };
  }
}
