package uk.onevoice.relationships.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.adapter.http.KeyListView.EmptyKeySlot;
import uk.onevoice.relationships.adapter.http.KeyListView.KeyRelationship;
import uk.onevoice.relationships.adapter.http.KeyListView.OwnRelationship;
import uk.onevoice.relationships.adapter.http.KeyListView.TalkTime;
import uk.onevoice.relationships.adapter.http.OpenItems.OpenPromise;
import uk.onevoice.relationships.adapter.store.Counterparts;
import uk.onevoice.relationships.adapter.store.HandedOver;
import uk.onevoice.relationships.adapter.store.KeyListLog;
import uk.onevoice.relationships.adapter.store.PlaceSlots;
import uk.onevoice.relationships.domain.CounterpartRef;
import uk.onevoice.relationships.domain.PersonId;
import uk.onevoice.relationships.domain.PlaceId;
import uk.onevoice.relationships.domain.Relationship;
import uk.onevoice.relationships.domain.RelationshipId;
import uk.onevoice.relationships.domain.Slot.Defined;
import uk.onevoice.relationships.domain.SlotKind;
import uk.onevoice.relationships.domain.Talk;
import uk.onevoice.relationships.domain.counterpart.Counterpart;
import uk.onevoice.relationships.domain.keylist.KeyList;
import uk.onevoice.relationships.domain.keylist.KeySlots;
import uk.onevoice.relationships.domain.keylist.KeySlotsCommand;
import uk.onevoice.relationships.domain.keylist.KeySlotsEvent;
import uk.onevoice.relationships.domain.keylist.KeySlotsRejection;
import uk.onevoice.service.command.Today;
import uk.onevoice.vault.TypedWords;

/** Puts a key list together with what the place's slots say today. */
@ApplicationScoped
class KeyListReading {
  private final CommandHandler<KeySlotsCommand, KeySlots, KeySlotsEvent, KeySlotsRejection> kinds;
  private final PlaceSlots slots;
  private final Counterparts counterparts;
  private final HandedOver handedOver;
  private final OpenItems open;
  private final TypedWords words;
  private final Today today;

  KeyListReading(
      CommandHandler<KeySlotsCommand, KeySlots, KeySlotsEvent, KeySlotsRejection> kinds,
      PlaceSlots slots,
      Counterparts counterparts,
      HandedOver handedOver,
      OpenItems open,
      TypedWords words,
      Today today) {
    this.kinds = kinds;
    this.slots = slots;
    this.counterparts = counterparts;
    this.handedOver = handedOver;
    this.open = open;
    this.words = words;
    this.today = today;
  }

  /** A live relationship of the leader's, in its slot. */
  private record Own(Defined slot, Relationship held) {
    OwnRelationship view() {
      return new OwnRelationship(
          slot.terms().slotId(),
          slot.terms().kind(),
          slot.terms().organisationId(),
          held.relationshipId(),
          held.lastTwoWayContact().orElse(null));
    }
  }

  /**
   * @param records all of the leader's
   */
  KeyListView of(PlaceId place, PersonId leader, Set<PersonId> records, KeyList list) {
    List<Defined> ofPlace = slots.of(place);
    Map<RelationshipId, Own> own = new LinkedHashMap<>();
    List<Talk> talks = new ArrayList<>();
    for (Defined slot : ofPlace) {
      for (Relationship held : slot.relationships().values()) {
        if (records.contains(held.holderId())) {
          talks.addAll(held.talks().values());
          if (held.isLive()) {
            own.put(held.relationshipId(), new Own(slot, held));
          }
        }
      }
    }
    List<KeyList.Key> kept =
        list.keys().stream().filter(key -> own.containsKey(key.relationshipId())).toList();
    List<KeyRelationship> keys = keys(kept, own);
    List<SlotKind> wanted = kinds.current(KeyListLog.stream(place)).state().kinds();
    Set<SlotKind> filled = keys.stream().map(KeyRelationship::kind).collect(Collectors.toSet());
    Set<RelationshipId> onList =
        kept.stream().map(KeyList.Key::relationshipId).collect(Collectors.toSet());
    return new KeyListView(
        place,
        leader,
        wanted,
        KeyList.ENOUGH,
        keys,
        wanted.stream()
            .filter(kind -> !filled.contains(kind))
            .map(kind -> new EmptyKeySlot(kind, ofKind(ofPlace, kind)))
            .toList(),
        own.values().stream()
            .filter(each -> !onList.contains(each.held().relationshipId()))
            .map(Own::view)
            .toList(),
        promises(own),
        TalkTime.of(talks, today.get()));
  }

  /** Of each slot that the leader holds: also what was promised to or by whoever held it before. */
  private List<OpenPromise> promises(Map<RelationshipId, Own> own) {
    return own.values().stream()
        .flatMap(each ->
            each.slot().relationships().values().stream()
                .filter(held ->
                    held.relationshipId().equals(each.held().relationshipId())
                        || handedOver.wentTo(held, each.held().relationshipId()))
                .flatMap(held -> open.promises(each.slot(), held).stream()))
        .sorted(Comparator.comparing(OpenPromise::due))
        .toList();
  }

  private List<KeyRelationship> keys(List<KeyList.Key> kept, Map<RelationshipId, Own> own) {
    Map<WordsRef, String> reasons =
        words.read(kept.stream().map(KeyList.Key::reasonRef).filter(Objects::nonNull).toList());
    Map<CounterpartRef, Counterpart> people = new HashMap<>();
    people.putAll(
        counterparts.read(
            kept.stream().flatMap(key -> own(own, key).held().counterparts().stream()).toList()));
    List<KeyRelationship> keys = new ArrayList<>();
    for (KeyList.Key key : kept) {
      Own each = own(own, key);
      @Nullable WordsRef reason = key.reasonRef();
      keys.add(
          KeyRelationship.of(
              each.view(),
              key,
              named(each.held(), people),
              reason == null ? null : reasons.get(reason),
              today.get()));
    }
    return keys;
  }

  /** Name and role of those whom the relationship is with; whoever was erased is missing. */
  static List<String> named(Relationship held, Map<CounterpartRef, Counterpart> people) {
    List<String> named = new ArrayList<>();
    for (CounterpartRef ref : held.counterparts()) {
      @Nullable Counterpart known = people.get(ref);
      if (known != null) {
        named.add(
            known.roleTitle().isBlank() ? known.name() : known.name() + ", " + known.roleTitle());
      }
    }
    return named;
  }

  private static Own own(Map<RelationshipId, Own> own, KeyList.Key key) {
    return Objects.requireNonNull(own.get(key.relationshipId()), "only live ones are kept");
  }

  private static List<SlotTerms> ofKind(List<Defined> slots, SlotKind kind) {
    return slots.stream()
        .map(Defined::terms)
        .filter(terms -> terms.kind() == kind)
        .map(SlotTerms::of)
        .toList();
  }
}
