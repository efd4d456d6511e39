package uk.onevoice.web.api;

import java.time.LocalDate;
import java.util.Map;
import uk.onevoice.web.api.Representation.Measure;

/**
 * {@code GET /v1/places/{placeId}/representation/forums/{forumId}}: the measures of one forum at a
 * place.
 *
 * @param weekly whether they are those of Monday 06:00, {@code asOf} being that day
 */
public record ForumRepresentation(
    String placeId,
    String forumId,
    String label,
    LocalDate asOf,
    boolean weekly,
    Map<String, Measure> measures) {}
