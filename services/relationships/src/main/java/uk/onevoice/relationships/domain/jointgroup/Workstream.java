package uk.onevoice.relationships.domain.jointgroup;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Label;
import uk.onevoice.kernel.WordsRef;

/**
 * A piece of joint work.
 *
 * @param name of one of their own; null for the others
 * @param inHandRef what was said last about what is in hand; null where nothing was
 * @param reportedOn when its state was said last; null while nobody has
 */
public record Workstream(
    WorkstreamId workstreamId,
    WorkstreamKind kind,
    @Nullable Label name,
    WorkState state,
    @Nullable WordsRef inHandRef,
    @Nullable LocalDate reportedOn) {
  Workstream reported(WorkState now, @Nullable WordsRef words, LocalDate on) {
    return new Workstream(workstreamId, kind, name, now, words, on);
  }

  boolean isAlso(WorkstreamKind other, @Nullable Label called) {
    return kind == other
        && (name == null || (called != null && name.value().equalsIgnoreCase(called.value())));
  }
}
