package uk.onevoice.relationships.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import uk.onevoice.eventstore.EventStore;
import uk.onevoice.eventstore.EventTypes;
import uk.onevoice.eventstore.StoredEvent;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.domain.SlotEvent;
import uk.onevoice.relationships.domain.SlotId;
import uk.onevoice.relationships.domain.TeamHistory;
import uk.onevoice.relationships.domain.judgement.JudgementEvent;
import uk.onevoice.relationships.domain.judgement.JudgementEvent.AssessmentRecorded;

/**
 * When people were of the team of a slot and when its judgements were written: both by their places
 * in the one log, which the streams' own states do not keep.
 */
@ApplicationScoped
public class TeamLog {
  private final EventTypes<SlotEvent> slots = EventTypes.of(SlotEvent.class);
  private final EventTypes<JudgementEvent> judgements = EventTypes.of(JudgementEvent.class);
  private final EventStore store;

  TeamLog(EventStore store) {
    this.store = store;
  }

  public TeamHistory history(SlotId slot) {
    var history = TeamHistory.NONE;
    for (StoredEvent stored : store.stream(SlotLog.stream(slot), 0)) {
      history = history.after(stored.position(), slots.read(stored));
    }
    return history;
  }

  /** The moments at which the judgements of a slot were written. */
  public Map<WordsRef, Long> written(SlotId slot) {
    Map<WordsRef, Long> written = new HashMap<>();
    for (StoredEvent stored : store.stream(JudgementLog.stream(slot), 0)) {
      if (judgements.read(stored) instanceof AssessmentRecorded recorded) {
        written.put(recorded.assessmentRef(), stored.position());
      }
    }
    return written;
  }
}
