package uk.onevoice.projection.rebuild;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.IdempotencyKey;
import uk.onevoice.projection.rebuild.ReadModel.State;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.security.Permission;
import uk.onevoice.service.edge.CurrentRequest;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.problem.StandardProblems;

/** Shows the versions of the read model to an administrator, and takes decisions about them. */
@Path("/v1/read-models")
@RunOnVirtualThread
class ReadModelsResource {
  private static final Logger LOG = Logger.getLogger(ReadModelsResource.class);

  private final ReadModels readModels;
  private final CurrentActor actor;
  private final CurrentRequest request;

  ReadModelsResource(ReadModels readModels, CurrentActor actor, CurrentRequest request) {
    this.readModels = readModels;
    this.actor = actor;
    this.request = request;
  }

  /** A version as an administrator sees it. */
  record Version(
      String name,
      String shape,
      State state,
      long heard,
      long events,
      @Nullable String waitsFor,
      Instant startedAt,
      @Nullable String startedBy,
      Instant changedAt) {
    static Version of(ReadModel version) {
      return new Version(
          version.name(),
          version.shape(),
          version.state(),
          version.heard(),
          version.events(),
          version.waitsFor(),
          version.startedAt(),
          version.startedBy(),
          version.changedAt());
    }
  }

  record Versions(List<Version> items) {}

  private interface Query<T> {
    T ask() throws SQLException;
  }

  @GET
  @Permission("listReadModels")
  public Versions list() {
    return new Versions(answer(readModels::all).stream().map(Version::of).toList());
  }

  @GET
  @Path("/{name}")
  @Permission("readReadModel")
  public Version read(@PathParam("name") String name) {
    return Version.of(known(name));
  }

  @POST
  @Permission("fillReadModel")
  public Response fill() {
    String by = actor.get().ref().value();
    IdempotencyKey key =
        request.idempotencyKey().orElseThrow(() -> StandardProblems.keyMissing().exception());
    var before = answer(() -> readModels.asked(by, key)).orElse(null);
    if (before != null) {
      if (!before.fingerprint().equals(key.fingerprint())) {
        throw StandardProblems.keyReused().exception();
      }
      return accepted(before.version()).header("Idempotency-Replayed", "true").build();
    }
    ReadModel version =
        answer(() -> readModels.want(by, key))
            .orElseThrow(() ->
                Problem.conflict("read-model-being-filled", "Another version is being filled.")
                    .exception());
    LOG.infof("read model wanted name=%s actor=%s", version.name(), by);
    return accepted(version).build();
  }

  private static Response.ResponseBuilder accepted(ReadModel version) {
    return Response.accepted(Version.of(version))
        .header("Location", "/v1/read-models/" + version.name());
  }

  /** Serves one that is kept, or one that has heard everything and waits for a person to look. */
  @POST
  @Path("/{name}/servings")
  @Permission("serveReadModel")
  public Version serve(@PathParam("name") String name) {
    ReadModel version = known(name);
    boolean ours = version.shape().equals(readModels.shape());
    boolean ready = Set.of(State.KEPT, State.INDEXED).contains(version.state());
    if (version.state() != State.SERVED
        && !(ours && ready && answer(() -> readModels.serve(name, version.state())))) {
      throw Problem.conflict("read-model-not-ready", "This version cannot be served.").exception();
    }
    LOG.infof("read model to be served name=%s actor=%s", name, actor.get().ref());
    return Version.of(known(name));
  }

  /** Drops one that is not served; it is gone some seconds later, when no replica reads it. */
  @POST
  @Path("/{name}/removals")
  @Permission("dropReadModel")
  public Response drop(@PathParam("name") String name) {
    ReadModel version = known(name);
    boolean old = !version.shape().equals(readModels.shape());
    boolean may = version.state() == State.DROPPING || version.state() != State.SERVED || old;
    if (!may
        || (version.state() != State.DROPPING
            && !answer(() -> readModels.move(name, version.state(), State.DROPPING)))) {
      throw Problem.conflict("read-model-served", "This version is served.").exception();
    }
    LOG.infof("read model to be dropped name=%s actor=%s", name, actor.get().ref());
    return Response.accepted(Version.of(known(name))).build();
  }

  private ReadModel known(String name) {
    return answer(() -> readModels.find(name)).orElseThrow(() -> Problem.notFound().exception());
  }

  private static <T> T answer(Query<T> query) {
    try {
      return query.ask();
    } catch (SQLException away) {
      LOG.warn("database unavailable", away);
      throw StandardProblems.ofStatus(503).exception();
    }
  }
}
