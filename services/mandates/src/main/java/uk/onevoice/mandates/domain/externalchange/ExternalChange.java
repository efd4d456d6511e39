package uk.onevoice.mandates.domain.externalchange;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;
import uk.onevoice.mandates.domain.MandateId;
import uk.onevoice.mandates.domain.externalchange.ExternalChangeCommand.RecordChange;
import uk.onevoice.mandates.domain.externalchange.ExternalChangeCommand.SettleReview;
import uk.onevoice.mandates.domain.externalchange.ExternalChangeEvent.ExternalChangeRecorded;
import uk.onevoice.mandates.domain.externalchange.ExternalChangeEvent.MandateReviewSettled;
import uk.onevoice.mandates.domain.externalchange.ExternalChangeRejection.AlreadyRecorded;
import uk.onevoice.mandates.domain.externalchange.ExternalChangeRejection.NoTopic;
import uk.onevoice.mandates.domain.externalchange.ExternalChangeRejection.NotRecorded;
import uk.onevoice.mandates.domain.externalchange.ExternalChangeRejection.NotTouched;
import uk.onevoice.mandates.domain.externalchange.ExternalChangeRejection.TopicNotInUse;

/** Something outside changes, and each mandate that it touches is looked at. */
public sealed interface ExternalChange {
  Decider<ExternalChangeCommand, ExternalChange, ExternalChangeEvent, ExternalChangeRejection>
      DECIDER = new Decider<>(new Absent(), ExternalChange::decide, ExternalChange::evolve);

  record Absent() implements ExternalChange {}

  /**
   * The reviews are open.
   *
   * @param settled by mandate, those that were looked at
   */
  record Recorded(ExternalChangeRecorded terms, Map<MandateId, MandateReviewSettled> settled)
      implements ExternalChange {
    public Recorded {
      settled = Collections.unmodifiableMap(new LinkedHashMap<>(settled));
    }

    /** How many mandates are still to be looked at. */
    public int toBeReviewed() {
      return (int)
          terms.mandates().stream()
              .filter(touched -> !settled.containsKey(touched.mandateId()))
              .count();
    }

    boolean touches(MandateId mandate) {
      return terms.mandates().stream().anyMatch(each -> each.mandateId().equals(mandate));
    }
  }

  static Decision<ExternalChangeEvent, ExternalChangeRejection> decide(
      ExternalChangeCommand command, ExternalChange change) {
    return switch (command) {
      case RecordChange wish ->
          switch (change) {
            case Absent _ -> begin(wish);
            case Recorded _ -> reject(new AlreadyRecorded(wish.id()));
          };
      case SettleReview wish ->
          switch (change) {
            case Absent _ -> reject(new NotRecorded(wish.id()));
            case Recorded recorded -> settle(wish, recorded);
          };
    };
  }

  private static Decision<ExternalChangeEvent, ExternalChangeRejection> begin(RecordChange wish) {
    if (wish.topicIds().isEmpty()) {
      return reject(new NoTopic());
    }
    if (!wish.notInUse().isEmpty()) {
      return reject(new TopicNotInUse(wish.notInUse().getFirst()));
    }
    return accept(
        new ExternalChangeRecorded(
            wish.id(),
            wish.icsId(),
            wish.kind(),
            wish.whatRef(),
            wish.topicIds(),
            wish.from(),
            wish.touched(),
            wish.on()));
  }

  private static Decision<ExternalChangeEvent, ExternalChangeRejection> settle(
      SettleReview wish, Recorded change) {
    if (!change.touches(wish.mandateId())) {
      return reject(new NotTouched(wish.mandateId()));
    }
    var before = change.settled().get(wish.mandateId());
    return before != null && before.outcome() == wish.outcome() && wish.notesRef() == null
        ? accept()
        : accept(
            new MandateReviewSettled(
                wish.id(), wish.mandateId(), wish.outcome(), wish.notesRef(), wish.on()));
  }

  static ExternalChange evolve(ExternalChange change, ExternalChangeEvent event) {
    return switch (event) {
      case ExternalChangeRecorded recorded -> new Recorded(recorded, Map.of());
      case MandateReviewSettled settled ->
          switch (change) {
            case Absent absent -> absent;
            case Recorded(var terms, var before) -> {
              var all = new LinkedHashMap<>(before);
              all.put(settled.mandateId(), settled);
              yield new Recorded(terms, all);
            }
          };
    };
  }
}
