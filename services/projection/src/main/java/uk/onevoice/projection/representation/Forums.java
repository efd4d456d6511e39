package uk.onevoice.projection.representation;

import static java.util.Objects.requireNonNull;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.onevoice.projection.reading.Snapshot;
import uk.onevoice.projection.representation.Areas.Kind;

/**
 * Asks the measures of one forum at a place. Who sees a part of the place sees that part of it;
 * counts for ICBs are counts of places, and what is left without one forum would tell of it.
 */
final class Forums {
  private record Listed(String id, String label, String level) {}

  private Forums() {}

  /**
   * Nothing where the list of the place's ICS has no such forum for this place.
   *
   * @param registry at the time asked for: which forums there are is no measure
   */
  static Optional<ForumRepresentation> of(
      String placeId, String forumId, Snapshot registry, Audience ofPlace, Set<String> keys) {
    return listed(placeId, forumId, registry)
        .map(forum -> {
          Set<Part> parts = EnumSet.noneOf(Part.class);
          parts.addAll(ofPlace.parts());
          parts.remove(Part.INFLUENCE_COUNTS);
          Audience audience = new Audience(parts);
          Snapshot facts = Measures.told(registry, audience);
          String area = Areas.together(List.of(placeId, forum.id()));
          return new ForumRepresentation(
              placeId,
              forum.id(),
              forum.label(),
              forum.level(),
              facts.time().asOf(),
              facts.time().knownAt(),
              !audience.isLive(),
              requireNonNull(
                  new Measures(new Areas(facts, Kind.PLACE_FORUM, Map.of(area, audience)))
                      .all(keys)
                      .get(area)));
        });
  }

  private static Optional<Listed> listed(String placeId, String forumId, Snapshot registry) {
    return registry.first(
        """
        select f.standing_id, f.label, f.level
        from forum_at(:asOf, :knownAt) f
        join place_at(:asOf, :knownAt) p on p.place_id = ?
        where f.forum_id = ? and f.ics_id = p.ics_id
          and (f.place_ids = '{}' or p.place_id = any (f.place_ids))\
        """,
        row -> new Listed(row.getString(1), row.getString(2), row.getString(3)),
        placeId,
        forumId);
  }
}
