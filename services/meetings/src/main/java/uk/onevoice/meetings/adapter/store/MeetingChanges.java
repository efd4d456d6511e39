package uk.onevoice.meetings.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.EventStore;
import uk.onevoice.eventstore.EventTypes;
import uk.onevoice.eventstore.StoredEvent;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.meetings.domain.Hours;
import uk.onevoice.meetings.domain.MeetingEvent;
import uk.onevoice.meetings.domain.MeetingEvent.MeetingCancelled;
import uk.onevoice.meetings.domain.MeetingEvent.MeetingMoved;
import uk.onevoice.meetings.domain.MeetingEvent.MeetingScheduled;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.vault.Vault;
import uk.onevoice.vault.VaultRef;

/** When a meeting was to be, and what became of that. */
@ApplicationScoped
public class MeetingChanges {
  private static final Set<String> SHOWN =
      Set.of("MeetingScheduled", "MeetingMoved", "MeetingCancelled");

  private final EventTypes<MeetingEvent> types = EventTypes.of(MeetingEvent.class);
  private final EventStore store;
  private final Vault vault;

  MeetingChanges(EventStore store, Vault vault) {
    this.store = store;
    this.vault = vault;
  }

  /** What was done to it. */
  public enum What {
    SCHEDULED,
    MOVED,
    CANCELLED
  }

  /**
   * @param on when it was after that; null once it was cancelled
   * @param reason null where nobody said, or the words are no longer kept
   * @param withSeries whether the whole series was changed
   * @param by who entered it, by reference
   */
  public record Change(
      What what,
      @Nullable LocalDate on,
      @Nullable Hours hours,
      @Nullable String reason,
      boolean withSeries,
      Instant at,
      String by) {}

  /** Oldest first. */
  public List<Change> of(MeetingId id) {
    var stored =
        store.stream(MeetingLog.stream(id), 0).stream()
            .filter(event -> SHOWN.contains(event.type()))
            .toList();
    Map<VaultRef, String> reasons =
        vault.read(
            stored.stream()
                .map(types::read)
                .flatMap(event -> Stream.ofNullable(reason(event)))
                .toList());
    var changes = new ArrayList<Change>();
    for (StoredEvent event : stored) {
      changes.add(change(event, types.read(event), reasons));
    }
    return changes;
  }

  private static @Nullable VaultRef reason(MeetingEvent event) {
    @Nullable WordsRef ref =
        event instanceof MeetingMoved moved
            ? moved.reasonRef()
            : event instanceof MeetingCancelled cancelled ? cancelled.reasonRef() : null;
    return ref == null ? null : new VaultRef(ref.value());
  }

  private static Change change(
      StoredEvent stored, MeetingEvent event, Map<VaultRef, String> reasons) {
    @Nullable VaultRef ref = reason(event);
    @Nullable String reason = ref == null ? null : reasons.get(ref);
    Instant at = stored.recordedAt();
    String by = Objects.requireNonNull(stored.metadata().actor()).value();
    return event instanceof MeetingScheduled scheduled
        ? new Change(
            What.SCHEDULED,
            scheduled.on(),
            scheduled.hours(),
            null,
            scheduled.seriesId() != null,
            at,
            by)
        : event instanceof MeetingMoved moved
            ? new Change(
                What.MOVED, moved.on(), moved.hours(), reason, moved.seriesStep() != null, at, by)
            : new Change(
                What.CANCELLED,
                null,
                null,
                reason,
                event instanceof MeetingCancelled cancelled && cancelled.seriesStep() != null,
                at,
                by);
  }
}
