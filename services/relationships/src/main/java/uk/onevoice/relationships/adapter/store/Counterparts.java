package uk.onevoice.relationships.adapter.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.ActorRef;
import uk.onevoice.relationships.domain.CounterpartRef;
import uk.onevoice.relationships.domain.SlotId;
import uk.onevoice.relationships.domain.counterpart.Counterpart;
import uk.onevoice.relationships.domain.counterpart.Counterpart.Authority;
import uk.onevoice.vault.Disclosure;
import uk.onevoice.vault.NewWords;
import uk.onevoice.vault.SameHuman;
import uk.onevoice.vault.Subject;
import uk.onevoice.vault.Vault;
import uk.onevoice.vault.VaultRef;
import uk.onevoice.vault.Words;

/**
 * People of the other side, in the vault. Each is a subject there from the first: once they are
 * known to be somebody registered, all words about them are that one's as well.
 */
@ApplicationScoped
public class Counterparts {
  private static final String KIND = "counterpart";

  private final Vault vault;
  private final SameHuman same;
  private final Disclosure disclosure;
  private final ObjectMapper json;

  Counterparts(Vault vault, SameHuman same, Disclosure disclosure, ObjectMapper json) {
    this.vault = vault;
    this.same = same;
    this.disclosure = disclosure;
    this.json = json;
  }

  /** Why a counterpart is shown, or is not. */
  public enum Shown {
    KNOWN,
    RESTRICTED,
    GONE
  }

  /**
   * @param known null unless they can be shown
   */
  public record Kept(Shown shown, @Nullable Counterpart known) {}

  /**
   * One that bears a name.
   *
   * @param linkedTo the registered person they are taken for; null for nobody
   */
  public record Found(
      CounterpartRef counterpartRef, SlotId slotId, Counterpart known, @Nullable UUID linkedTo) {}

  /**
   * Keeps somebody of whom nothing is kept yet. An event of the slot names the row.
   *
   * @param subject a new id, or that of a registered person
   */
  public CounterpartRef note(SlotId slot, UUID subject, Counterpart known, ActorRef by) {
    return new CounterpartRef(
        vault
            .keep(
                new NewWords(
                    KIND,
                    SlotLog.stream(slot),
                    Set.of(new Subject(subject)),
                    written(known),
                    by,
                    null))
            .value());
  }

  public void forget(CounterpartRef counterpart) {
    vault.delete(ref(counterpart));
  }

  /** Those that can be shown. */
  public Map<CounterpartRef, Counterpart> read(Collection<CounterpartRef> counterparts) {
    return vault.read(counterparts.stream().map(Counterparts::ref).toList()).entrySet().stream()
        .collect(
            Collectors.toMap(
                row -> new CounterpartRef(row.getKey().value()), row -> read(row.getValue())));
  }

  /** Each of them, whether or not they can be shown. */
  public Map<CounterpartRef, Kept> kept(Collection<CounterpartRef> counterparts) {
    Map<CounterpartRef, Counterpart> read = read(counterparts);
    return Set.copyOf(counterparts).stream()
        .collect(
            Collectors.toMap(
                Function.identity(),
                each -> {
                  Counterpart known = read.get(each);
                  if (known != null) {
                    return new Kept(Shown.KNOWN, known);
                  }
                  return new Kept(
                      vault.find(ref(each)).isPresent() ? Shown.RESTRICTED : Shown.GONE, null);
                }));
  }

  /** What is kept whatever is restricted; empty once they were erased. */
  public Optional<Counterpart> find(CounterpartRef counterpart) {
    return vault.find(ref(counterpart)).map(row -> read(row.text()));
  }

  /** Whom words about these people are about; who was erased is missing. */
  public Set<UUID> subjects(Collection<CounterpartRef> counterparts) {
    var subjects = new LinkedHashSet<UUID>();
    for (CounterpartRef each : counterparts) {
      vault
          .find(ref(each))
          .map(Words::about)
          .ifPresent(about -> about.forEach(subject -> subjects.add(subject.value())));
    }
    return subjects;
  }

  /** Sets what is known of somebody in the place of what was. */
  public void revise(CounterpartRef counterpart, Counterpart known, ActorRef by) {
    vault.find(ref(counterpart)).ifPresent(row -> vault.rectify(row, written(known), by));
  }

  /** All words about them, in whatever stream, are about this person too from now on. */
  public void link(CounterpartRef counterpart, UUID person) {
    own(counterpart).ifPresent(subject -> same.join(subject, new Subject(person)));
  }

  /**
   * Takes that back: words about them are no longer about that person.
   *
   * @return whom they were taken for; empty when for nobody
   */
  public Optional<UUID> unlink(CounterpartRef counterpart) {
    return own(counterpart).flatMap(same::part).map(Subject::value);
  }

  /** Which of those they are about is the one of whom the team has written from the first. */
  private Optional<Subject> own(CounterpartRef counterpart) {
    return vault
        .find(ref(counterpart))
        .map(Words::about)
        .flatMap(about -> {
          Map<Subject, Subject> persons = same.persons(about);
          return about.stream()
              .filter(each -> persons.isEmpty() || persons.containsKey(each))
              .findFirst();
        });
  }

  /**
   * Those with this name, for who answers for what is kept about somebody. The reading is written
   * down, as each of theirs.
   */
  public List<Found> named(String name, ActorRef reader) {
    List<Found> found =
        vault.readAll(KIND).entrySet().stream()
            .filter(row -> bears(read(row.getValue()), name))
            .flatMap(row -> vault.find(row.getKey()).stream())
            .map(row ->
                new Found(
                    new CounterpartRef(row.ref().value()),
                    SlotLog.idOf(row.stream()),
                    read(row.text()),
                    same.persons(row.about()).values().stream()
                        .map(Subject::value)
                        .findFirst()
                        .orElse(null)))
            .toList();
    for (UUID subject : subjects(found.stream().map(Found::counterpartRef).toList())) {
      disclosure.to(reader, Disclosure.Purpose.SUBJECT_ACCESS, Set.of(new Subject(subject)));
    }
    return found;
  }

  private static boolean bears(Counterpart known, String name) {
    return known
        .name()
        .toLowerCase(java.util.Locale.UK)
        .contains(name.toLowerCase(java.util.Locale.UK));
  }

  private static VaultRef ref(CounterpartRef counterpart) {
    return new VaultRef(counterpart.value());
  }

  private String written(Counterpart known) {
    try {
      return json.writeValueAsString(known);
    } catch (JsonProcessingException cause) {
      throw new IllegalStateException("What is known of somebody could not be written.", cause);
    }
  }

  /** Words that were corrected for a person need not have the form in which a team writes them. */
  private Counterpart read(String text) {
    try {
      return json.readValue(text, Counterpart.class);
    } catch (JsonProcessingException corrected) {
      return new Counterpart(
          text, "", null, null, null, Authority.NOT_KNOWN, LocalDate.EPOCH, List.of());
    }
  }
}
