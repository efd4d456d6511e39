package uk.onevoice.relationships.domain.keylist;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.domain.RelationshipId;
import uk.onevoice.relationships.domain.SlotId;
import uk.onevoice.relationships.domain.keylist.KeyListCommand.Mark;
import uk.onevoice.relationships.domain.keylist.KeyListCommand.PlanContact;
import uk.onevoice.relationships.domain.keylist.KeyListCommand.Reorder;
import uk.onevoice.relationships.domain.keylist.KeyListCommand.SetRhythm;
import uk.onevoice.relationships.domain.keylist.KeyListCommand.Unmark;
import uk.onevoice.relationships.domain.keylist.KeyListCommand.WithdrawPlan;
import uk.onevoice.relationships.domain.keylist.KeyListEvent.ContactRhythmSet;
import uk.onevoice.relationships.domain.keylist.KeyListEvent.KeyListReordered;
import uk.onevoice.relationships.domain.keylist.KeyListEvent.NextContactPlanned;
import uk.onevoice.relationships.domain.keylist.KeyListEvent.NextContactWithdrawn;
import uk.onevoice.relationships.domain.keylist.KeyListEvent.RelationshipMarkedKey;
import uk.onevoice.relationships.domain.keylist.KeyListEvent.RelationshipUnmarkedKey;
import uk.onevoice.relationships.domain.keylist.KeyListRejection.AlreadyKey;
import uk.onevoice.relationships.domain.keylist.KeyListRejection.NeedsReason;
import uk.onevoice.relationships.domain.keylist.KeyListRejection.NotKey;
import uk.onevoice.relationships.domain.keylist.KeyListRejection.NotYours;
import uk.onevoice.relationships.domain.keylist.KeyListRejection.PlannedInThePast;
import uk.onevoice.relationships.domain.keylist.KeyListRejection.RhythmOutOfRange;

/**
 * The relationships of a place that one leader keeps on purpose, the first one first. What has
 * ended counts no more: whether it has is asked of the slots, and not written here.
 */
public record KeyList(List<Key> keys) {
  /** So many somebody keeps without saying why. */
  public static final int ENOUGH = 5;

  /**
   * Wished days between two talks, unless the leader says otherwise: the first band of measures.
   */
  public static final int USUAL_RHYTHM = 60;

  public static final int LONGEST_RHYTHM = 365;

  public static final Decider<KeyListCommand, KeyList, KeyListEvent, KeyListRejection> DECIDER =
      new Decider<>(new KeyList(List.of()), KeyList::decide, KeyList::evolve);

  public KeyList {
    keys = List.copyOf(keys);
  }

  /**
   * A relationship on the list.
   *
   * @param reasonRef why it is one more than five; null where nothing was said
   * @param next the talk that is planned; null where none is
   */
  public record Key(
      SlotId slotId,
      RelationshipId relationshipId,
      int everyDays,
      @Nullable WordsRef reasonRef,
      LocalDate markedOn,
      @Nullable Plan next) {}

  /** A talk that is planned, and when that was said. */
  public record Plan(LocalDate on, LocalDate plannedOn) {
    /** Whether they have spoken since; a talk on the very day that was planned keeps it too. */
    public boolean isKeptBy(@Nullable LocalDate lastTwoWayContact) {
      return lastTwoWayContact != null
          && (lastTwoWayContact.isAfter(plannedOn) || lastTwoWayContact.equals(on));
    }
  }

  public Optional<Key> in(SlotId slot) {
    return keys.stream().filter(key -> key.slotId().equals(slot)).findFirst();
  }

  static Decision<KeyListEvent, KeyListRejection> decide(KeyListCommand command, KeyList list) {
    return switch (command) {
      case Mark mark -> mark(mark, list);
      case Unmark(var id, var slot, var today) ->
          list.key(
              slot, key -> accept(new RelationshipUnmarkedKey(id, key.relationshipId(), today)));
      case Reorder reorder -> reorder(reorder, list);
      case SetRhythm(var id, var slot, var days) ->
          list.key(
              slot,
              key ->
                  isOutOfRange(days)
                      ? reject(new RhythmOutOfRange(1, LONGEST_RHYTHM))
                      : key.everyDays() == days
                          ? accept()
                          : accept(new ContactRhythmSet(id, key.relationshipId(), days)));
      case PlanContact(var id, var slot, var on, var today) ->
          list.key(
              slot,
              key ->
                  on.isBefore(today)
                      ? reject(new PlannedInThePast(on))
                      : accept(new NextContactPlanned(id, key.relationshipId(), on, today)));
      case WithdrawPlan(var id, var slot) ->
          list.key(
              slot,
              key ->
                  key.next() == null
                      ? accept()
                      : accept(new NextContactWithdrawn(id, key.relationshipId())));
    };
  }

  private static Decision<KeyListEvent, KeyListRejection> mark(Mark wish, KeyList list) {
    if (wish.own() == null) {
      return reject(new NotYours(wish.slotId()));
    }
    if (isOutOfRange(wish.everyDays())) {
      return reject(new RhythmOutOfRange(1, LONGEST_RHYTHM));
    }
    List<Key> ended =
        list.keys().stream().filter(key -> wish.ended().contains(key.relationshipId())).toList();
    List<Key> kept = list.keys().stream().filter(key -> !ended.contains(key)).toList();
    if (kept.stream().anyMatch(key -> key.relationshipId().equals(wish.own()))) {
      return reject(new AlreadyKey(wish.slotId()));
    }
    if (kept.size() >= ENOUGH && wish.reasonRef() == null) {
      return reject(new NeedsReason(kept.size()));
    }
    List<KeyListEvent> events = new ArrayList<>();
    ended.forEach(key ->
        events.add(
            new RelationshipUnmarkedKey(wish.keyListId(), key.relationshipId(), wish.today())));
    events.add(
        new RelationshipMarkedKey(
            wish.keyListId(),
            wish.placeId(),
            wish.personId(),
            wish.slotId(),
            wish.own(),
            wish.everyDays(),
            wish.reasonRef(),
            wish.today()));
    return accept(events);
  }

  private static Decision<KeyListEvent, KeyListRejection> reorder(Reorder wish, KeyList list) {
    for (SlotId slot : wish.order()) {
      if (list.in(slot).isEmpty()) {
        return reject(new NotKey(slot));
      }
    }
    List<RelationshipId> before = list.keys().stream().map(Key::relationshipId).toList();
    List<RelationshipId> order = new ArrayList<>();
    wish.order().stream()
        .distinct()
        .flatMap(slot -> list.in(slot).stream())
        .map(Key::relationshipId)
        .forEach(order::add);
    before.stream().filter(each -> !order.contains(each)).forEach(order::add);
    return order.equals(before) ? accept() : accept(new KeyListReordered(wish.keyListId(), order));
  }

  private static boolean isOutOfRange(int days) {
    return days < 1 || days > LONGEST_RHYTHM;
  }

  private Decision<KeyListEvent, KeyListRejection> key(
      SlotId slot, Function<Key, Decision<KeyListEvent, KeyListRejection>> rule) {
    return in(slot).map(rule).orElseGet(() -> reject(new NotKey(slot)));
  }

  static KeyList evolve(KeyList list, KeyListEvent event) {
    return switch (event) {
      case RelationshipMarkedKey(_, _, _, var slot, var id, var days, var reason, var on) -> {
        List<Key> keys = new ArrayList<>(list.keys());
        keys.add(new Key(slot, id, days, reason, on, null));
        yield new KeyList(keys);
      }
      case RelationshipUnmarkedKey(_, var id, _) ->
          new KeyList(
              list.keys().stream().filter(key -> !key.relationshipId().equals(id)).toList());
      case KeyListReordered(_, var order) ->
          new KeyList(
              order.stream()
                  .flatMap(
                      id -> list.keys().stream().filter(key -> key.relationshipId().equals(id)))
                  .toList());
      case ContactRhythmSet(_, var id, var days) ->
          list.with(
              id,
              key -> new Key(key.slotId(), id, days, key.reasonRef(), key.markedOn(), key.next()));
      case NextContactPlanned(_, var id, var on, var plannedOn) ->
          list.with(id, key -> planned(key, new Plan(on, plannedOn)));
      case NextContactWithdrawn(_, var id) -> list.with(id, key -> planned(key, null));
    };
  }

  private static Key planned(Key key, @Nullable Plan next) {
    return new Key(
        key.slotId(), key.relationshipId(), key.everyDays(), key.reasonRef(), key.markedOn(), next);
  }

  private KeyList with(RelationshipId id, UnaryOperator<Key> change) {
    return new KeyList(
        keys.stream()
            .map(key -> key.relationshipId().equals(id) ? change.apply(key) : key)
            .toList());
  }
}
