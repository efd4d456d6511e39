package uk.onevoice.organisations.domain.topic;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;
import uk.onevoice.organisations.domain.controlled.Entries;
import uk.onevoice.organisations.domain.controlled.Entry;
import uk.onevoice.organisations.domain.controlled.Fate;
import uk.onevoice.organisations.domain.controlled.ListRejection;
import uk.onevoice.organisations.domain.topic.TopicCommand.DefineTopic;
import uk.onevoice.organisations.domain.topic.TopicCommand.MergeTopic;
import uk.onevoice.organisations.domain.topic.TopicCommand.PassOnTopic;
import uk.onevoice.organisations.domain.topic.TopicCommand.ReinstateTopic;
import uk.onevoice.organisations.domain.topic.TopicCommand.RenameTopic;
import uk.onevoice.organisations.domain.topic.TopicCommand.RetireTopic;
import uk.onevoice.organisations.domain.topic.TopicCommand.SplitTopic;
import uk.onevoice.organisations.domain.topic.TopicEvent.TopicDefined;
import uk.onevoice.organisations.domain.topic.TopicEvent.TopicMerged;
import uk.onevoice.organisations.domain.topic.TopicEvent.TopicReinstated;
import uk.onevoice.organisations.domain.topic.TopicEvent.TopicRenamed;
import uk.onevoice.organisations.domain.topic.TopicEvent.TopicRetired;
import uk.onevoice.organisations.domain.topic.TopicEvent.TopicSplit;

/** The topics of an ICS: one list, one stream. */
public record Topics(Entries<TopicId> entries) {
  public static final Decider<TopicCommand, Topics, TopicEvent, ListRejection> DECIDER =
      new Decider<>(new Topics(Entries.none()), Topics::decide, Topics::evolve);

  static Decision<TopicEvent, ListRejection> decide(TopicCommand command, Topics topics) {
    var now = topics.entries();
    return switch (command) {
      case DefineTopic(var id, var ics, var icbOpen, var label, var start, var today) ->
          unless(
              now.againstNew(ics, icbOpen, label, start, today),
              new TopicDefined(id, ics, label, start));
      case RenameTopic(var id, var ics, var label, var from, var today) ->
          now.find(id).filter(it -> it.inUse() && it.label().equals(label)).isPresent()
              ? accept()
              : unless(
                  now.againstName(id, label, from, today), new TopicRenamed(id, ics, label, from));
      case MergeTopic(var id, var ics, var into, var on, var today) ->
          unless(now.againstMerger(id, into, on, today), new TopicMerged(id, ics, into, on));
      case PassOnTopic(var id, var ics, var into, var on, var today) ->
          unless(now.againstChange(id, on, today), new TopicMerged(id, ics, into, on));
      case SplitTopic split -> split(split, now);
      case RetireTopic(var id, var ics, var on, var today) ->
          unless(now.againstChange(id, on, today), new TopicRetired(id, ics, on));
      case ReinstateTopic(var id, var ics) ->
          unless(now.againstReturn(id), new TopicReinstated(id, ics));
    };
  }

  private static Decision<TopicEvent, ListRejection> split(SplitTopic wish, Entries<TopicId> now) {
    @Nullable ListRejection refusal =
        now.againstSplit(wish.id(), wish.parts().values(), wish.on(), wish.today());
    if (refusal != null) {
      return reject(refusal);
    }
    List<TopicEvent> events = new ArrayList<>();
    wish.parts()
        .forEach((id, label) -> events.add(new TopicDefined(id, wish.ics(), label, wish.on())));
    events.add(
        new TopicSplit(wish.id(), wish.ics(), List.copyOf(wish.parts().keySet()), wish.on()));
    return accept(events);
  }

  private static Decision<TopicEvent, ListRejection> unless(
      @Nullable ListRejection refusal, TopicEvent event) {
    return refusal == null ? accept(event) : reject(refusal);
  }

  static Topics evolve(Topics topics, TopicEvent event) {
    var now = topics.entries();
    return new Topics(
        switch (event) {
          case TopicDefined(var id, _, var label, var start) ->
              now.with(Entry.of(id, label, start));
          case TopicRenamed(var id, _, var label, var from) -> now.named(id, label, from);
          case TopicMerged(var id, _, var into, var on) ->
              now.with(id, new Fate.MergedInto<>(into, on));
          case TopicSplit(var id, _, var into, var on) ->
              now.with(id, new Fate.SplitInto<>(into, on));
          case TopicRetired(var id, _, var on) -> now.with(id, new Fate.Retired<>(on));
          case TopicReinstated(var id, _) -> now.with(id, new Fate.InUse<>());
        });
  }
}
