package uk.onevoice.relationships.adapter.http;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.adapter.http.TimelineItem.What;
import uk.onevoice.relationships.domain.CounterpartRef;
import uk.onevoice.relationships.domain.Relationship;
import uk.onevoice.relationships.domain.Talk;
import uk.onevoice.relationships.domain.ledger.AskKind;
import uk.onevoice.relationships.domain.ledger.Commitment;
import uk.onevoice.relationships.domain.ledger.Commitment.Settled;
import uk.onevoice.relationships.domain.ledger.Entry;
import uk.onevoice.relationships.domain.ledger.Entry.Answer;
import uk.onevoice.relationships.domain.ledger.Entry.Ask;
import uk.onevoice.relationships.domain.ledger.Entry.Priority;
import uk.onevoice.relationships.domain.ledger.Entry.Result;
import uk.onevoice.relationships.domain.ledger.Entry.Support;
import uk.onevoice.relationships.domain.ledger.Ledger;

/** All that has happened in a relationship, latest first. */
final class Timeline {
  /**
   * @param step orders what has the same day: what follows from something stands above it
   */
  record Moment(
      What what,
      UUID id,
      LocalDate on,
      @Nullable UUID topicId,
      @Nullable WordsRef words,
      int step,
      Function<Shown, TimelineItem> view) {}

  /** What is not in the log itself. */
  record Shown(@Nullable UUID topicId, @Nullable String topicNow, @Nullable String words) {}

  private final List<Moment> moments = new ArrayList<>();

  private Timeline() {}

  static List<Moment> of(Relationship held, Ledger ledger, LocalDate today) {
    var line = new Timeline();
    held.talks().values().forEach(line::talk);
    // A promise that follows from an ask, or was made in a talk, is about what that was about.
    Map<UUID, UUID> topics = new HashMap<>();
    held.talks()
        .values()
        .forEach(talk -> {
          if (talk.topicId() != null) {
            topics.put(talk.contactId().value(), talk.topicId());
          }
        });
    ledger.entries().values().forEach(entry -> line.entry(entry, topics));
    ledger.commitments().values().forEach(promise -> line.promise(promise, topics, today));
    return line.moments.stream()
        .sorted(
            Comparator.comparing(Moment::on)
                .thenComparing(Moment::step)
                .thenComparing(moment -> moment.id().toString())
                .reversed())
        .toList();
  }

  private void talk(Talk talk) {
    var id = talk.contactId().value();
    moments.add(
        new Moment(
            What.TALK,
            id,
            talk.on(),
            talk.topicId(),
            talk.wordsRef(),
            0,
            shown ->
                new TimelineItem(
                    What.TALK,
                    id,
                    talk.on(),
                    null,
                    shown.topicId(),
                    shown.topicNow(),
                    shown.words(),
                    talk.kind(),
                    talk.twoWay(),
                    talk.minutes(),
                    talk.counterparts(),
                    null,
                    null,
                    null,
                    null,
                    talk.named())));
  }

  private void entry(Entry entry, Map<UUID, UUID> topics) {
    var id = entry.entryId().value();
    switch (entry) {
      case Priority(_, var side, var topic, var whose, var words, var on) ->
          add(What.PRIORITY, id, on, topic, words, 1, blank(side).of(whose));
      case Ask ask -> {
        @Nullable UUID topic =
            ask.topicId() == null && ask.contactId() != null
                ? topics.get(ask.contactId().value())
                : ask.topicId();
        if (topic != null) {
          topics.put(id, topic);
        }
        What what = ask.kind() == AskKind.ASK ? What.ASK : What.OFFER;
        add(what, id, ask.on(), topic, ask.wordsRef(), 2, Details.of(ask));
        @Nullable Answer answer = ask.answer();
        if (answer != null) {
          add(
              What.ANSWER,
              id,
              answer.on(),
              topic,
              answer.wordsRef(),
              3,
              new Details(ask.side(), List.of(), answer.reply(), null, null, null));
        }
      }
      case Support(_, var who, var words, var on) ->
          add(What.SUPPORT, id, on, null, words, 6, blank(null).of(who));
      case Result(_, _, _, _, var words, var on) ->
          add(What.RESULT, id, on, null, words, 7, blank(null));
    }
  }

  private void promise(Commitment promise, Map<UUID, UUID> topics, LocalDate today) {
    var id = promise.commitmentId().value();
    @Nullable UUID topic = promise.topicId();
    if (topic == null && promise.entryId() != null) {
      topic = topics.get(promise.entryId().value());
    }
    if (topic == null && promise.contactId() != null) {
      topic = topics.get(promise.contactId().value());
    }
    var details = new Details(promise.side(), List.of(), null, promise.due(), null, null);
    add(What.PROMISE, id, promise.madeOn(), topic, promise.wordsRef(), 4, details);
    @Nullable Settled settled = promise.settled();
    if (settled != null) {
      What what = settled.kept() ? What.PROMISE_KEPT : What.PROMISE_BROKEN;
      add(what, id, settled.on(), topic, promise.wordsRef(), 5, details);
    } else if (promise.isOverdue(today)) {
      add(What.PROMISE_LATE, id, promise.due().plusDays(1), topic, promise.wordsRef(), 5, details);
    }
  }

  private record Details(
      uk.onevoice.relationships.domain.ledger.@Nullable Side side,
      List<CounterpartRef> refs,
      uk.onevoice.relationships.domain.ledger.@Nullable Reply reply,
      @Nullable LocalDate due,
      @Nullable UUID mandateId,
      @Nullable UUID positionId) {
    Details of(@Nullable CounterpartRef who) {
      return who == null
          ? this
          : new Details(side, List.of(who), reply, due, mandateId, positionId);
    }

    static Details of(Ask ask) {
      return new Details(ask.side(), List.of(), null, null, ask.mandateId(), ask.positionId());
    }
  }

  private static Details blank(uk.onevoice.relationships.domain.ledger.@Nullable Side side) {
    return new Details(side, List.of(), null, null, null, null);
  }

  private void add(
      What what,
      UUID id,
      LocalDate on,
      @Nullable UUID topic,
      @Nullable WordsRef words,
      int step,
      Details details) {
    moments.add(
        new Moment(
            what,
            id,
            on,
            topic,
            words,
            step,
            shown ->
                new TimelineItem(
                    what,
                    id,
                    on,
                    details.side(),
                    shown.topicId(),
                    shown.topicNow(),
                    shown.words(),
                    null,
                    null,
                    null,
                    details.refs(),
                    details.reply(),
                    details.due(),
                    details.mandateId(),
                    details.positionId(),
                    false)));
  }
}
