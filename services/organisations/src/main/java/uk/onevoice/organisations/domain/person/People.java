package uk.onevoice.organisations.domain.person;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import uk.onevoice.organisations.domain.person.Person.Registered;
import uk.onevoice.organisations.domain.person.PersonEvent.PersonMergeUndone;
import uk.onevoice.organisations.domain.person.PersonEvent.PersonMerged;
import uk.onevoice.organisations.domain.person.PersonEvent.RoleAppointed;
import uk.onevoice.organisations.domain.person.PersonEvent.RoleEnded;

/** Everybody, folded from their events: who stands for whom, and who holds what. */
public final class People {
  private final Map<PersonId, Person> everybody = new LinkedHashMap<>();
  private final Map<RoleHoldingId, RoleEnded> handedOver = new LinkedHashMap<>();

  /** Who stands for whom; kept of who was erased, so that all of one human being is found. */
  private final Map<PersonId, PersonId> mergedInto = new LinkedHashMap<>();

  /**
   * One human being.
   *
   * @param own the record that stands
   * @param merged records that were merged into it, and into those
   */
  public record Whole(Registered own, List<Registered> merged) {
    public Whole {
      merged = List.copyOf(merged);
    }

    public PersonId id() {
      return own.id();
    }

    /** What is held under any of the records, past holdings as well. */
    public List<Held> holdings() {
      return Stream.concat(Stream.of(own), merged.stream()).flatMap(People::held).toList();
    }

    /** Whether others may read the name: of general practice, and the person wants it. */
    public boolean wantsToBeFound() {
      return own.contact().shown()
          && holdings().stream().anyMatch(held -> held.holding().role().isOfGeneralPractice());
    }
  }

  /**
   * @param record the person under whose record it stands
   */
  public record Held(PersonId record, RoleHoldingId id, Holding holding) {}

  public void apply(PersonId id, PersonEvent event) {
    everybody.put(id, Person.evolve(everybody.getOrDefault(id, new Person.Absent()), event));
    if (event instanceof RoleEnded ended && ended.successorHoldingId() != null) {
      handedOver.put(ended.successorHoldingId(), ended);
    }
    if (event instanceof RoleAppointed appointed) {
      handedOver.remove(appointed.roleHoldingId());
    }
    if (event instanceof PersonMerged(var record, var into)) {
      mergedInto.put(record, into);
    }
    if (event instanceof PersonMergeUndone(var record, _)) {
      mergedInto.remove(record);
    }
  }

  /** Hand-overs whose successor is not appointed yet. */
  public List<RoleEnded> unfinished() {
    return List.copyOf(handedOver.values());
  }

  public Optional<Registered> record(PersonId id) {
    return everybody.get(id) instanceof Registered known ? Optional.of(known) : Optional.empty();
  }

  /** Who stands for this record; itself where it was not merged away. */
  public PersonId standing(PersonId id) {
    var next = mergedInto.get(id);
    return next == null ? id : standing(next);
  }

  /** The human being, if this record stands for one. */
  public Optional<Whole> whole(PersonId id) {
    return record(id).filter(known -> known.mergedInto() == null).map(this::whole);
  }

  /** All records of the human being behind this one, erased ones too; who stands comes first. */
  public List<PersonId> records(PersonId id) {
    var standing = standing(id);
    return Stream.concat(
            Stream.of(standing),
            mergedInto.keySet().stream().filter(record -> standing(record).equals(standing)))
        .toList();
  }

  /** The other records of the human being behind this one. */
  public List<PersonId> otherRecords(PersonId id) {
    return records(id).stream().filter(record -> !record.equals(id)).toList();
  }

  /** What is held under the other records of the human being behind this one. */
  public List<Held> heldElsewhere(PersonId id) {
    return holdings(otherRecords(id));
  }

  /** What the one holds that the other holds as well, at the same body and time. */
  public List<Held> heldTwice(PersonId one, PersonId other) {
    var others = holdings(records(other));
    return holdings(records(one)).stream()
        .filter(mine ->
            others.stream().anyMatch(theirs -> mine.holding().isHeldTwiceWith(theirs.holding())))
        .toList();
  }

  private List<Held> holdings(List<PersonId> some) {
    return some.stream().flatMap(id -> record(id).stream()).flatMap(People::held).toList();
  }

  private static Stream<Held> held(Registered record) {
    return record.holdings().entrySet().stream()
        .map(held -> new Held(record.id(), held.getKey(), held.getValue()));
  }

  /** Every human being once, in the order in which they were registered. */
  public List<Whole> all() {
    var merged = mergedByStanding();
    return records().stream()
        .filter(known -> known.mergedInto() == null)
        .map(known -> new Whole(known, merged.getOrDefault(known.id(), List.of())))
        .toList();
  }

  private Whole whole(Registered own) {
    return new Whole(own, mergedByStanding().getOrDefault(own.id(), List.of()));
  }

  private Map<PersonId, List<Registered>> mergedByStanding() {
    var merged = new LinkedHashMap<PersonId, List<Registered>>();
    for (var known : records()) {
      if (known.mergedInto() != null) {
        merged.computeIfAbsent(standing(known.id()), _ -> new ArrayList<>()).add(known);
      }
    }
    return merged;
  }

  private Collection<Registered> records() {
    return everybody.values().stream()
        .filter(Registered.class::isInstance)
        .map(Registered.class::cast)
        .toList();
  }
}
