package uk.onevoice.feeds.reading;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.feeds.log.FeedType;
import uk.onevoice.feeds.readers.OwnSystems;
import uk.onevoice.feeds.readers.Reader;
import uk.onevoice.security.Permission;
import uk.onevoice.service.edge.CurrentRequest;
import uk.onevoice.service.problem.Problem;

/** Makes events for the sandbox of a system: by itself, or by people of its organisation. */
@Path("/v1/feed/sandbox/events")
@RunOnVirtualThread
class SandboxResource {
  private static final int MOST_AT_ONCE = 100;

  private final Sandbox sandbox;
  private final OwnSystems systems;
  private final CurrentRequest request;

  SandboxResource(Sandbox sandbox, OwnSystems systems, CurrentRequest request) {
    this.sandbox = sandbox;
    this.systems = systems;
    this.request = request;
  }

  /**
   * @param types of which, in turn; null for every type
   * @param count how many; null for one of each
   * @param clientId for which system; null for the calling one, or for a person for the only one
   *     that there is
   */
  record NewEvents(
      @Nullable List<String> types, @Nullable Integer count, @Nullable String clientId) {
    private List<FeedType> wanted() {
      if (types == null) {
        return List.of(FeedType.values());
      }
      List<FeedType> found =
          types.stream()
              .distinct()
              .flatMap(
                  name -> Arrays.stream(FeedType.values()).filter(type -> type.type().equals(name)))
              .toList();
      if (found.isEmpty() || found.size() != types.size()) {
        throw Problem.invalid("/types", "must be types of /v1/feed/types, each once").exception();
      }
      return found;
    }

    private int many(int byDefault) {
      if (count == null) {
        return byDefault;
      }
      if (count < 1 || count > MOST_AT_ONCE) {
        throw Problem.invalid("/count", "must be 1 to " + MOST_AT_ONCE).exception();
      }
      return count;
    }
  }

  /** How many events the request has made. */
  record Made(int events) {}

  @POST
  @Permission("makeSandboxEvents")
  public Made make(NewEvents wish) throws SQLException {
    List<FeedType> types = wish.wanted();
    String key = request.idempotencyKey().orElseThrow().key();
    int count = wish.many(types.size());
    Reader reader =
        systems
            .meant(wish.clientId())
            .orElseThrow(() -> withoutSystem(wish.clientId()).exception());
    return new Made(sandbox.make(reader.client(), types, count, key));
  }

  private static Problem withoutSystem(@Nullable String named) {
    return Problem.unprocessable(
            "sandbox-without-system", "These events are for one system of your own.")
        .at(
            "/clientId",
            named == null ? "must name one of your systems" : "must be a system of your own");
  }
}
