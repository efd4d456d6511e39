package uk.onevoice.organisations.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.onevoice.eventstore.Append;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.Envelope;
import uk.onevoice.eventstore.EventStore;
import uk.onevoice.eventstore.Handled;
import uk.onevoice.eventstore.IdempotencyKey;
import uk.onevoice.eventstore.Metadata;
import uk.onevoice.eventstore.Outcome;
import uk.onevoice.eventstore.Request;
import uk.onevoice.service.command.Circumstances;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.edge.Backdating;
import uk.onevoice.service.edge.CurrentRequest;
import uk.onevoice.service.edge.Position;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.problem.StandardProblems;

/**
 * A request that writes many streams, each for itself. Its answer is kept, so that a repeat is told
 * the same; one that was broken off is sent again, and what is so already is no event.
 */
@ApplicationScoped
class ManyAtOnce {
  /** How many one request may name. */
  static final int MOST = 2_000;

  /** How many of those that cannot be are told of. */
  static final int MOST_TOLD = 50;

  private static final int AT_A_TIME = 32;
  private static final int RACES = 100;

  private final EventStore store;
  private final Commands commands;
  private final CurrentRequest request;
  private final Clock clock;
  private final String log;

  ManyAtOnce(
      EventStore store,
      Commands commands,
      CurrentRequest request,
      Clock clock,
      @ConfigProperty(name = "onevoice.log.name") String log) {
    this.store = store;
    this.commands = commands;
    this.request = request;
    this.clock = clock;
    this.log = log;
  }

  /**
   * @param answer with 200, when all is written
   * @param keptOn the stream on which it is kept for a repeat
   * @param writing looks at all, refuses what cannot be, and writes the rest
   */
  Response handle(Object answer, String keptOn, Function<Metadata, List<Position>> writing) {
    IdempotencyKey key = request.idempotencyKey().orElseThrow();
    var earlier = store.earlier(key.client(), key.key(), key.fingerprint());
    if (earlier.isPresent()) {
      return repeated(earlier.get());
    }
    Metadata metadata = commands.metadata(Circumstances.NONE);
    var positions = writing.apply(metadata);
    keep(key, keptOn, metadata, answer);
    var response = Response.ok(answer);
    return positions.isEmpty()
        ? response.build()
        : response.header("X-Position", Position.header(positions)).build();
  }

  private static Response repeated(Outcome earlier) {
    return switch (earlier) {
      case Outcome.Repeated repeated ->
          Response.status(repeated.answer().status())
              .type(MediaType.APPLICATION_JSON_TYPE)
              .entity(repeated.answer().body())
              .header("Idempotency-Replayed", "true")
              .build();
      case Outcome.KeyReused _, Outcome.Appended _, Outcome.VersionConflict _ ->
          throw StandardProblems.keyReused().exception();
    };
  }

  /**
   * Writes what was looked at and can be.
   *
   * @param faster the problem where somebody else changed some of it meanwhile, of the first reason
   *     why not
   */
  <C, S, E, R> List<Position> written(
      CommandHandler<C, S, E, R> handler,
      List<Envelope<C>> wishes,
      Function<R, String> inWords,
      Function<String, Problem> faster) {
    var positions = new ConcurrentLinkedQueue<Position>();
    var rejections = new ConcurrentLinkedQueue<R>();
    handler.handleAll(
        wishes,
        AT_A_TIME,
        work -> Backdating.carried(clock, work),
        (envelope, handled) -> {
          switch (handled) {
            case Handled.Done<S, E, R> done ->
                positions.add(Position.of(log, envelope.stream(), done.lastPosition()));
            case Handled.Rejected<S, E, R>(var why, _) -> rejections.add(why);
            case Handled.VersionMoved<S, E, R> _,
                Handled.Repeated<S, E, R> _,
                Handled.KeyReused<S, E, R> _ ->
                throw new IllegalStateException("Neither a version nor a key was given.");
          }
        });
    if (!rejections.isEmpty()) {
      throw faster.apply(inWords.apply(rejections.element())).exception();
    }
    return List.copyOf(positions);
  }

  private void keep(IdempotencyKey key, String stream, Metadata metadata, Object answer) {
    var kept = new Request(key.client(), key.key(), key.fingerprint(), commands.ok(answer));
    for (int race = 0; race < RACES; race++) {
      var events = store.stream(stream, 0);
      long version = events.isEmpty() ? 0 : events.getLast().version();
      var outcome = store.append(new Append(stream, version, List.of(), metadata, kept)).join();
      if (!(outcome instanceof Outcome.VersionConflict)) {
        return;
      }
    }
    throw new IllegalStateException("Others were always faster on " + stream + ".");
  }
}
