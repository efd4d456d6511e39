package uk.onevoice.organisations.domain.person;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import uk.onevoice.organisations.domain.person.Person.Registered;
import uk.onevoice.organisations.domain.person.PersonEvent.RoleAppointed;
import uk.onevoice.organisations.domain.person.PersonEvent.RoleEnded;

/** Everybody, folded from their events: who stands for whom, and who holds what. */
public final class People {
  private final Map<PersonId, Person> everybody = new LinkedHashMap<>();
  private final Map<RoleHoldingId, RoleEnded> handedOver = new LinkedHashMap<>();

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
      return Stream.concat(Stream.of(own), merged.stream())
          .flatMap(record ->
              record.holdings().entrySet().stream()
                  .map(held -> new Held(record.id(), held.getKey(), held.getValue())))
          .toList();
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
    var next = record(id).map(Registered::mergedInto);
    return next.isEmpty() ? id : standing(next.get());
  }

  /** The human being, if this record stands for one. */
  public Optional<Whole> whole(PersonId id) {
    return record(id).filter(known -> known.mergedInto() == null).map(this::whole);
  }

  /** The other records of the human being behind this one. */
  public List<PersonId> otherRecords(PersonId id) {
    return whole(standing(id)).stream()
        .flatMap(whole -> Stream.concat(Stream.of(whole.own()), whole.merged().stream()))
        .map(Registered::id)
        .filter(record -> !record.equals(id))
        .toList();
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
