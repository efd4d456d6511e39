package uk.onevoice.projection.freshness;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import uk.onevoice.directory.ClientKind;
import uk.onevoice.security.Allow;

/** How up to date the views are. */
@Path("/v1/search/freshness")
@RunOnVirtualThread
class FreshnessResource {
  private final Freshness freshness;

  FreshnessResource(Freshness freshness) {
    this.freshness = freshness;
  }

  /** The logs that have been heard of, by name. */
  record Heard(List<Freshness.Log> logs) {}

  @GET
  @Allow(
      anyPerson = true,
      clients = {ClientKind.ICB, ClientKind.PARTNER})
  public Heard read() {
    return new Heard(freshness.logs());
  }
}
