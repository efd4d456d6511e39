package uk.onevoice.projection.representation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * How general practice of a place is represented at one forum: of its meetings for that place.
 *
 * @param forumId the one that is meant on the day by whoever names the one asked for
 * @param label what it is called on the day
 * @param level where in the ICS it sits
 * @param weekly whether both dates were put back to Monday 06:00 Europe/London
 */
record ForumRepresentation(
    String placeId,
    String forumId,
    String label,
    String level,
    LocalDate asOf,
    Instant knownAt,
    boolean weekly,
    Map<String, Measure> measures) {}
