package uk.onevoice.service.counters;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.EventStore;
import uk.onevoice.eventstore.EventTooLarge;
import uk.onevoice.eventstore.EventTypes;
import uk.onevoice.kernel.Label;
import uk.onevoice.security.Actor;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.security.Permission;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.edge.Versions;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.wiring.Ids;

@Path("/v1/counters")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class CounterResource {
  private final CommandHandler<Counter.Command, Counter, Counter.Event, Counter.Rejection> counters;
  private final Commands commands;
  private final CurrentActor actor;
  private final Ids ids;

  CounterResource(EventStore store, Commands commands, CurrentActor actor, Ids ids) {
    this.counters =
        new CommandHandler<>(store, Counter.DECIDER, EventTypes.of(Counter.Event.class), ids);
    this.commands = commands;
    this.actor = actor;
    this.ids = ids;
  }

  enum Colour {
    RED,
    GREEN
  }

  record Started(UUID counterId) {}

  record Total(long total) {}

  record StartBody(
      Label label,
      @Nullable Colour colour,
      @Nullable LocalDate from,
      @Nullable List<String> notes) {}

  record AddBody(int amount, @Nullable Double weight) {}

  @POST
  @Permission("startCounter")
  public Response start(StartBody body) {
    UUID id = ids.get();
    return commands.handle(
        counters,
        stream(id),
        new Counter.Start(body.label().value()),
        (_, _, _) -> commands.created("/v1/counters/" + id, new Started(id)),
        CounterResource::problem);
  }

  @POST
  @Path("/{id}/additions")
  @Permission("addToCounter")
  public Response add(@PathParam("id") UUID id, AddBody body) {
    return commands.handle(
        counters,
        stream(id),
        new Counter.Add(body.amount()),
        (counter, _, _) -> commands.ok(new Total(total(counter))),
        CounterResource::problem);
  }

  @GET
  @Path("/{id}")
  @Permission("readCounter")
  public Response read(@PathParam("id") UUID id) {
    var current = counters.current(stream(id));
    if (current.version() == 0) {
      throw Problem.notFound().exception();
    }
    return Response.ok(new Total(total(current.state())))
        .header("ETag", Versions.etag(current.version()))
        .build();
  }

  @GET
  @Path("/me")
  @Permission("readCaller")
  public List<String> me() {
    return switch (actor.get()) {
      case Actor.PersonActor person ->
          person.holdings().stream().map(holding -> holding.role().name()).toList();
      case Actor.ClientActor client -> List.of(client.clientId());
    };
  }

  /**
   * Fails.
   *
   * @param database what the database says of it, "none" where it says nothing; null for a failure
   *     of another kind
   */
  @GET
  @Path("/broken")
  @Permission("readBroken")
  public String broken(@QueryParam("database") @Nullable String database) throws SQLException {
    if (database == null) {
      throw new IllegalStateException("secret inside");
    }
    throw new SQLException("secret inside", database.equals("none") ? null : database);
  }

  @GET
  @Path("/too-much")
  @Permission("readTooMuch")
  public String tooMuch() {
    throw new EventTooLarge("Started");
  }

  private static String stream(UUID id) {
    return "counter-" + id;
  }

  private static long total(Counter counter) {
    return switch (counter) {
      case Counter.Absent _ -> 0;
      case Counter.Counting(var total) -> total;
    };
  }

  private static Problem problem(Counter.Rejection rejection) {
    return switch (rejection) {
      case Counter.AlreadyStarted _ ->
          Problem.conflict("counter-already-started", "This counter counts already.");
      case Counter.NotStarted _ ->
          Problem.conflict("counter-not-started", "This counter was never started.");
    };
  }
}
