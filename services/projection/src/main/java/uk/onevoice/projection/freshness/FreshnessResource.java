package uk.onevoice.projection.freshness;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import uk.onevoice.security.Parts;
import uk.onevoice.security.Permission;

/**
 * How up to date the views are. Outside general practice only the registry's log is named: from the
 * positions and times of the others it would show that something hidden happened.
 */
@Path("/v1/search/freshness")
@RunOnVirtualThread
class FreshnessResource {
  private final Freshness freshness;
  private final Parts parts;

  FreshnessResource(Freshness freshness, Parts parts) {
    this.freshness = freshness;
    this.parts = parts;
  }

  /** The logs that have been heard of, by name. */
  record Heard(List<Freshness.Log> logs) {}

  @GET
  @Permission("readFreshness")
  public Heard read() {
    boolean all = parts.shows("freshness.everyLog");
    return new Heard(
        freshness.logs().stream()
            .filter(log -> all || log.log().equals(Freshness.REGISTRY))
            .toList());
  }
}
