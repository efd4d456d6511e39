package uk.onevoice.relationships.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.adapter.http.HandoverView.Brief;
import uk.onevoice.relationships.adapter.http.HandoverView.OpinionInBrief;
import uk.onevoice.relationships.adapter.http.HandoverView.TalkInBrief;
import uk.onevoice.relationships.adapter.store.Counterparts;
import uk.onevoice.relationships.adapter.store.FocalPointLog;
import uk.onevoice.relationships.adapter.store.KeyListLog;
import uk.onevoice.relationships.domain.Relationship;
import uk.onevoice.relationships.domain.Slot.Defined;
import uk.onevoice.relationships.domain.Talk;
import uk.onevoice.relationships.domain.focal.FocalPoint;
import uk.onevoice.relationships.domain.focal.FocalPointCommand;
import uk.onevoice.relationships.domain.focal.FocalPointEvent;
import uk.onevoice.relationships.domain.focal.FocalPointId;
import uk.onevoice.relationships.domain.focal.FocalPointRejection;
import uk.onevoice.relationships.domain.keylist.KeyList;
import uk.onevoice.relationships.domain.keylist.KeyListCommand;
import uk.onevoice.relationships.domain.keylist.KeyListEvent;
import uk.onevoice.relationships.domain.keylist.KeyListId;
import uk.onevoice.relationships.domain.keylist.KeyListRejection;
import uk.onevoice.relationships.policy.Opinions;
import uk.onevoice.service.command.ListedTopics;
import uk.onevoice.vault.TypedWords;

/** Makes the brief of a handover from what the slot, its words and the holder's list say today. */
@ApplicationScoped
class HandoverBriefs {
  private static final int TALKS = 5;

  private final CommandHandler<KeyListCommand, KeyList, KeyListEvent, KeyListRejection> lists;
  private final CommandHandler<FocalPointCommand, FocalPoint, FocalPointEvent, FocalPointRejection>
      focalPoints;
  private final Counterparts counterparts;
  private final Opinions opinions;
  private final OpenItems open;
  private final ListedTopics topics;
  private final TypedWords words;
  private final SlotDesk desk;

  HandoverBriefs(
      CommandHandler<KeyListCommand, KeyList, KeyListEvent, KeyListRejection> lists,
      CommandHandler<FocalPointCommand, FocalPoint, FocalPointEvent, FocalPointRejection>
          focalPoints,
      Counterparts counterparts,
      Opinions opinions,
      OpenItems open,
      ListedTopics topics,
      TypedWords words,
      SlotDesk desk) {
    this.lists = lists;
    this.focalPoints = focalPoints;
    this.counterparts = counterparts;
    this.opinions = opinions;
    this.open = open;
    this.topics = topics;
    this.words = words;
    this.desk = desk;
  }

  /**
   * @param consents the opinions that go along
   */
  Brief of(Defined slot, Relationship held, Set<UUID> consents) {
    List<Talk> last =
        held.talks().values().stream()
            .sorted(Comparator.comparing(Talk::on).reversed())
            .limit(TALKS)
            .toList();
    Map<WordsRef, String> said = new HashMap<>();
    said.putAll(words.read(last.stream().map(Talk::wordsRef).filter(Objects::nonNull).toList()));
    KeyList.@Nullable Key key = key(slot, held);
    return new Brief(
        KeyListReading.named(held, counterparts.read(held.counterparts())),
        last.stream().map(talk -> view(talk, said)).toList(),
        open.wishes(held),
        open.promises(slot, held),
        open.asks(held),
        key == null ? null : planned(key, held),
        key != null,
        isFocalPoint(slot, held),
        opinions.inForce(slot.terms().slotId()).stream()
            .map(each ->
                new OpinionInBrief(
                    each.assessmentRef(),
                    desk.standing(each.author()),
                    consents.contains(each.assessmentRef())))
            .toList());
  }

  private TalkInBrief view(Talk talk, Map<WordsRef, String> said) {
    @Nullable WordsRef ref = talk.wordsRef();
    return new TalkInBrief(
        talk.on(),
        talk.kind(),
        talk.twoWay(),
        topics.labelNow(talk.topicId()),
        ref == null ? null : said.get(ref));
  }

  private KeyList.@Nullable Key key(Defined slot, Relationship held) {
    KeyListId list = KeyListId.of(slot.terms().placeId(), desk.standing(held.holderId()));
    return lists.current(KeyListLog.stream(list)).state().keys().stream()
        .filter(key -> key.relationshipId().equals(held.relationshipId()))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable LocalDate planned(KeyList.Key key, Relationship held) {
    KeyList.@Nullable Plan plan = key.next();
    return plan == null || plan.isKeptBy(held.lastTwoWayContact().orElse(null)) ? null : plan.on();
  }

  private boolean isFocalPoint(Defined slot, Relationship held) {
    var id = FocalPointId.of(slot.terms().placeId(), slot.terms().organisationId());
    return focalPoints.current(FocalPointLog.stream(id)).state()
            instanceof FocalPoint.Somebody(var naming)
        && naming.relationshipId().equals(held.relationshipId());
  }
}
