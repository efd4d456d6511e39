package uk.onevoice.service.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.OrganisationId;
import uk.onevoice.eventstore.Answer;
import uk.onevoice.eventstore.Answering;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.Envelope;
import uk.onevoice.eventstore.Handled;
import uk.onevoice.eventstore.Metadata;
import uk.onevoice.security.Actor;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.service.edge.CurrentRequest;
import uk.onevoice.service.edge.Position;
import uk.onevoice.service.edge.Versions;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.problem.StandardProblems;

/**
 * Handles the current request's command: adds who, why and when, honours If-Match and the
 * Idempotency-Key, and answers with the stream's ETag and the position to wait for.
 */
@ApplicationScoped
public class Commands {
  private final CurrentRequest request;
  private final CurrentActor actor;
  private final ObjectMapper json;
  private final Clock clock;
  private final @Nullable String log;

  Commands(
      CurrentRequest request,
      CurrentActor actor,
      ObjectMapper json,
      Clock clock,
      @ConfigProperty(name = "onevoice.log.name") Optional<String> log) {
    this.request = request;
    this.actor = actor;
    this.json = json;
    this.clock = clock;
    this.log = log.orElse(null);
  }

  /**
   * Handles a command on one stream.
   *
   * @param answering what an accepted command is answered with: see {@link #created}, {@link #ok}
   * @param problem what the caller is told when a rule said no
   */
  public <C, S, E, R> Response handle(
      CommandHandler<C, S, E, R> handler,
      String stream,
      C command,
      Answering<S, E> answering,
      Function<? super R, Problem> problem) {
    return handle(handler, stream, command, answering, problem, Circumstances.NONE);
  }

  public <C, S, E, R> Response handle(
      CommandHandler<C, S, E, R> handler,
      String stream,
      C command,
      Answering<S, E> answering,
      Function<? super R, Problem> problem,
      Circumstances circumstances) {
    Handled<S, E, R> handled = handler.handle(envelope(stream, command, circumstances), answering);
    return switch (handled) {
      case Handled.Done<S, E, R> done ->
          response(done.answer(), stream, done.version(), done.lastPosition()).build();
      case Handled.Repeated<S, E, R> repeated ->
          response(
                  repeated.answer(), repeated.stream(), repeated.version(), repeated.lastPosition())
              .header("Idempotency-Replayed", "true")
              .build();
      case Handled.Rejected<S, E, R>(var rejection, _) ->
          throw problem.apply(rejection).exception();
      case Handled.VersionMoved<S, E, R>(var version) ->
          throw StandardProblems.streamMoved()
              .header(HttpHeaders.ETAG, Versions.etag(version))
              .exception();
      case Handled.KeyReused<S, E, R> _ -> throw StandardProblems.keyReused().exception();
    };
  }

  /** The command with all that this request says around it. */
  public <C> Envelope<C> envelope(String stream, C command, Circumstances circumstances) {
    return new Envelope<>(
        stream,
        command,
        metadata(circumstances),
        circumstances.occurredAt() == null ? clock.instant() : circumstances.occurredAt(),
        request.ifMatch().orElse(null),
        request.idempotencyKey().orElse(null));
  }

  /** Who acts in this request, for whom, and by which id it is found. */
  public Metadata metadata(Circumstances circumstances) {
    Actor caller = actor.get();
    OrganisationId actingFor =
        circumstances.actingFor() == null
            ? caller.actingFor().orElse(null)
            : circumstances.actingFor();
    return new Metadata(
        caller.ref(),
        text(actingFor),
        text(circumstances.tenant()),
        request.correlation(),
        null,
        request.traceparent().orElse(null));
  }

  /** 201: something new is found at this path. */
  public Answer created(String location, Object body) {
    return new Answer(201, location, write(body));
  }

  /** 200 with a body. */
  public Answer ok(Object body) {
    return new Answer(200, null, write(body));
  }

  /** 204: done, and nothing more to say. */
  public Answer noContent() {
    return new Answer(204, null, null);
  }

  private Response.ResponseBuilder response(
      Answer answer, String stream, long version, long lastPosition) {
    var response =
        Response.status(answer.status()).header(HttpHeaders.ETAG, Versions.etag(version));
    if (lastPosition > 0 && log != null) {
      response.header(
          "X-Position", Position.header(List.of(Position.of(log, stream, lastPosition))));
    }
    if (answer.location() != null) {
      response.location(URI.create(answer.location()));
    }
    if (answer.body() != null) {
      response.type(MediaType.APPLICATION_JSON_TYPE).entity(answer.body());
    }
    return response;
  }

  private String write(Object body) {
    try {
      return json.writeValueAsString(body);
    } catch (JsonProcessingException cause) {
      throw new IllegalStateException("An answer could not be written as JSON.", cause);
    }
  }

  private static @Nullable String text(@Nullable OrganisationId organisation) {
    return organisation == null ? null : organisation.value();
  }
}
