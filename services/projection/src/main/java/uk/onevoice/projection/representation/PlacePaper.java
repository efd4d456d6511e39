package uk.onevoice.projection.representation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.onevoice.projection.paper.Paper;
import uk.onevoice.projection.reading.Snapshot;

/** The board paper of a place: its measures as the caller sees them, and the gaps. */
public final class PlacePaper {
  private PlacePaper() {}

  /**
   * Where general practice has no voice.
   *
   * @param forum the board or group
   * @param words what is wrong
   * @param toDo one thing that closes it
   */
  public record Gap(String forum, String words, String toDo) {}

  /**
   * Nothing when no such place is known.
   *
   * @param gaps in order of weight; none for who is not told of them
   */
  public static Optional<Paper> of(
      String placeId, Snapshot facts, Audience audience, List<Gap> gaps) {
    Snapshot yearAgo = Measures.on(facts, facts.time().asOf().minusYears(1));
    return Measures.of(placeId, facts, audience, Measures.keys())
        .map(now ->
            Papers.of(
                now,
                Measures.of(placeId, yearAgo, audience, Measures.keys())
                    .map(Representation::measures)
                    // It was not there yet.
                    .orElse(Map.of()),
                gaps));
  }
}
