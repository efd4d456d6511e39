package uk.onevoice.relationships.domain;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.relationships.domain.SlotEvent.ContactLogged;

/**
 * One person's relationship in a slot.
 *
 * @param closedOn the day it ended, null while it is live
 * @param talks in the order in which they were logged; one that was withdrawn is not among them
 * @param counterparts with whom of the other side it is today
 * @param before with whom it was, with the day from which it was so no more
 */
public record Relationship(
    RelationshipId relationshipId,
    PersonId holderId,
    OrganisationId actingFor,
    @Nullable LocalDate closedOn,
    Map<ContactId, Talk> talks,
    Set<CounterpartRef> counterparts,
    Map<CounterpartRef, LocalDate> before) {
  public Relationship {
    talks = Collections.unmodifiableMap(new LinkedHashMap<>(talks));
    counterparts = Collections.unmodifiableSet(new LinkedHashSet<>(counterparts));
    before = Collections.unmodifiableMap(new LinkedHashMap<>(before));
  }

  static Relationship opened(RelationshipId id, PersonId holder, OrganisationId actingFor) {
    return new Relationship(id, holder, actingFor, null, Map.of(), Set.of(), Map.of());
  }

  public boolean isLive() {
    return closedOn == null;
  }

  /** The latest day of any contact, empty before the first. */
  public Optional<LocalDate> lastContact() {
    return talks.values().stream().map(Talk::on).max(Comparator.naturalOrder());
  }

  /** The latest day on which both sides spoke, empty before the first. */
  public Optional<LocalDate> lastTwoWayContact() {
    return talks.values().stream()
        .filter(Talk::twoWay)
        .map(Talk::on)
        .max(Comparator.naturalOrder());
  }

  /** The topics of the ICS's list that they talked about, with the latest day of each. */
  public Map<UUID, LocalDate> topics() {
    Map<UUID, LocalDate> topics = new LinkedHashMap<>();
    for (Talk talk : talks.values()) {
      if (talk.topicId() != null) {
        topics.merge(talk.topicId(), talk.on(), (one, two) -> one.isAfter(two) ? one : two);
      }
    }
    return topics;
  }

  Relationship withTalk(ContactLogged logged) {
    @Nullable ContactId named = logged.contactId();
    var talk =
        new Talk(
            named == null ? ContactId.ofUnnamed(relationshipId, talks.size()) : named,
            named != null,
            logged.on(),
            logged.kind(),
            logged.twoWay(),
            logged.topicId(),
            logged.refs(),
            logged.wordsRef(),
            logged.minutes());
    var all = new LinkedHashMap<>(talks);
    all.put(talk.contactId(), talk);
    return with(closedOn, all, counterparts, before);
  }

  Relationship withoutTalk(ContactId contact) {
    var all = new LinkedHashMap<>(talks);
    all.remove(contact);
    return with(closedOn, all, counterparts, before);
  }

  Relationship closed(LocalDate on) {
    return with(on, talks, counterparts, before);
  }

  Relationship naming(CounterpartRef counterpart) {
    var now = new LinkedHashSet<>(counterparts);
    now.add(counterpart);
    var left = new LinkedHashMap<>(before);
    left.remove(counterpart);
    return with(closedOn, talks, now, left);
  }

  Relationship leaving(CounterpartRef counterpart, LocalDate on) {
    var now = new LinkedHashSet<>(counterparts);
    now.remove(counterpart);
    var left = new LinkedHashMap<>(before);
    left.put(counterpart, on);
    return with(closedOn, talks, now, left);
  }

  private Relationship with(
      @Nullable LocalDate closed,
      Map<ContactId, Talk> all,
      Set<CounterpartRef> now,
      Map<CounterpartRef, LocalDate> left) {
    return new Relationship(relationshipId, holderId, actingFor, closed, all, now, left);
  }
}
