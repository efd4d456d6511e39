package uk.onevoice.meetings.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.meetings.domain.PlaceId;

/** Asks this service's copy of what bodies of general practice say on a topic, and since when. */
@ApplicationScoped
public class KnownPositions {
  private final DataSource database;

  KnownPositions(DataSource database) {
    this.database = database;
  }

  /** How a position came about. */
  public enum Kind {
    PROPOSED,
    AGREED,
    PUBLISHED,
    WITHDRAWN;

    static Kind of(String event) {
      return switch (event) {
        case "PositionProposed" -> PROPOSED;
        case "PositionAgreed" -> AGREED;
        case "PositionPublished" -> PUBLISHED;
        case "PositionWithdrawn" -> WITHDRAWN;
        default -> throw new IllegalStateException("No step of a position: " + event);
      };
    }
  }

  public record Step(UUID positionId, OrganisationId bodyId, Kind kind, LocalDate on) {}

  /** All steps of the place's positions on one of these topics, each position's in order. */
  public List<Step> steps(PlaceId place, List<UUID> topics) {
    return Query.all(
        database,
        "The copy of positions",
        """
        select position.position_id, position.body_id, step.kind, step."on"
        from known_position position
        join known_position_step step on step.position_id = position.position_id
        where position.place_id = ? and position.topic_id = any (?::uuid[])
        order by position.position_id, step.step\
        """,
        row ->
            new Step(
                row.getObject(1, UUID.class),
                new OrganisationId(row.getString(2)),
                Kind.of(row.getString(3)),
                row.getObject(4, LocalDate.class)),
        place.value(),
        topics.stream().map(UUID::toString).toArray(String[]::new));
  }

  /**
   * What holds today of the place's positions on one of these topics: for each position that is
   * agreed or public, the step that made it so. What was withdrawn holds no more, and what is only
   * proposed not yet.
   */
  public List<Step> holding(PlaceId place, List<UUID> topics) {
    Map<UUID, Step> now = new LinkedHashMap<>();
    for (Step step : steps(place, topics)) {
      switch (step.kind()) {
        case PROPOSED -> {}
        case WITHDRAWN -> now.remove(step.positionId());
        case PUBLISHED -> now.put(step.positionId(), step);
        // A new version that is agreed leaves the one before public.
        case AGREED -> now.putIfAbsent(step.positionId(), step);
      }
    }
    return List.copyOf(now.values());
  }
}
