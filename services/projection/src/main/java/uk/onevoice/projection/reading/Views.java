package uk.onevoice.projection.reading;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import uk.onevoice.projection.freshness.Freshness;
import uk.onevoice.security.CurrentActor;

/**
 * Answers views. Each answer has an {@code ETag} that stays the same while no event has been heard,
 * so that a caller who has it already is told so before anything is computed.
 */
@RequestScoped
public class Views {
  private final FactReader facts;
  private final Freshness freshness;
  private final CurrentActor actor;
  private final Clock clock;

  @Context UriInfo uri;
  @Context Request request;

  Views(FactReader facts, Freshness freshness, CurrentActor actor, Clock clock) {
    this.facts = facts;
    this.freshness = freshness;
    this.actor = actor;
    this.clock = clock;
  }

  /** The view as of the time asked for. */
  public Response answer(AskedTime asked, Function<Snapshot, ?> view) {
    return answer(asked, time -> time, view);
  }

  /**
   * The view as of the time that this caller may see.
   *
   * @param granted from the time asked for
   */
  public Response answer(
      AskedTime asked, UnaryOperator<PointInTime> granted, Function<Snapshot, ?> view) {
    PointInTime time = granted.apply(asked.at(clock));
    String token = freshness.token();
    EntityTag tag = tag(time, token);
    Response.ResponseBuilder known = request.evaluatePreconditions(tag);
    if (known != null) {
      return known.tag(tag).header("Vary", "Authorization, X-Acting-As").build();
    }
    return Response.ok(facts.read(time, token, view))
        .tag(tag)
        .header("Vary", "Authorization, X-Acting-As")
        .build();
  }

  private EntityTag tag(PointInTime time, String token) {
    long hash =
        31L * Objects.hash(uri.getRequestUri(), actor.get().ref(), time.asOf())
            + Objects.hash(time.everything() ? "now" : time.knownAt());
    return new EntityTag(token + "-" + Long.toHexString(hash), true);
  }
}
