package uk.onevoice.meetings.domain;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.meetings.domain.RecordEvent.MeetingAmended;
import uk.onevoice.meetings.domain.RecordEvent.MeetingClosed;

/**
 * What is known of the record itself.
 *
 * @param captured the records that were entered whole, amendments too
 * @param closed null while it is open
 * @param amendments oldest first
 */
public record Records(
    Set<UUID> captured, @Nullable MeetingClosed closed, List<MeetingAmended> amendments) {
  public static final Records NONE = new Records(Set.of(), null, List.of());

  public Records {
    captured = Set.copyOf(captured);
    amendments = List.copyOf(amendments);
  }

  Records captured(UUID record) {
    var now = new LinkedHashSet<>(captured);
    now.add(record);
    return new Records(now, closed, amendments);
  }

  Records closed(@Nullable MeetingClosed now) {
    return new Records(captured, now, amendments);
  }

  Records amended(MeetingAmended amendment) {
    return new Records(
            captured, closed, Stream.concat(amendments.stream(), Stream.of(amendment)).toList())
        .captured(amendment.amendmentId());
  }
}
