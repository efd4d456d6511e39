package uk.onevoice.projection.freshness;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import uk.onevoice.directory.Role;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.security.Permission;

/**
 * How up to date the views are. Outside general practice only the registry's log is named: from the
 * positions and times of the others it would show that something hidden happened.
 */
@Path("/v1/search/freshness")
@RunOnVirtualThread
class FreshnessResource {
  private static final Role[] GENERAL_PRACTICE = {
    Role.PRACTICE_PARTNER,
    Role.PCN_CLINICAL_DIRECTOR,
    Role.FEDERATION_LEAD,
    Role.LMC_CHAIR,
    Role.LMC_OFFICER,
    Role.LEADERSHIP_GROUP_SUPPORT
  };

  private final Freshness freshness;
  private final CurrentActor actor;

  FreshnessResource(Freshness freshness, CurrentActor actor) {
    this.freshness = freshness;
    this.actor = actor;
  }

  /** The logs that have been heard of, by name. */
  record Heard(List<Freshness.Log> logs) {}

  @GET
  @Permission("readFreshness")
  public Heard read() {
    boolean all = actor.get().holdsOneOf(GENERAL_PRACTICE);
    return new Heard(
        freshness.logs().stream()
            .filter(log -> all || log.log().equals(Freshness.REGISTRY))
            .toList());
  }
}
