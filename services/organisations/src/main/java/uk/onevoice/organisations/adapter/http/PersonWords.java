package uk.onevoice.organisations.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.adapter.store.RegistryLog;
import uk.onevoice.organisations.domain.person.Person.Registered;
import uk.onevoice.organisations.domain.person.PersonId;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.problem.ProblemException;
import uk.onevoice.vault.NewWords;
import uk.onevoice.vault.Subject;
import uk.onevoice.vault.Vault;
import uk.onevoice.vault.VaultRef;

/** Names and contacts of people, on their way into the vault and out of it. */
@ApplicationScoped
class PersonWords {
  private static final String NAME = "person-name";
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_EMAIL = 254;
  private static final Pattern LETTER = Pattern.compile("\\p{L}");
  private static final Pattern LINE = Pattern.compile("[\\t\\r\\n]");
  private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
  private static final Pattern TELEPHONE = Pattern.compile("\\+?[0-9][0-9 ()-]{4,28}[0-9]");

  private final Vault vault;
  private final CurrentActor actor;

  PersonWords(Vault vault, CurrentActor actor) {
    this.vault = vault;
    this.actor = actor;
  }

  static String name(String written) {
    var name = written.strip();
    if (name.length() > LONGEST_NAME || !LETTER.matcher(name).find() || LINE.matcher(name).find()) {
      throw Problem.invalid("/name", "must be a name of at most " + LONGEST_NAME + " characters")
          .exception();
    }
    return name;
  }

  static @Nullable String email(@Nullable String written) {
    var email = written == null ? "" : written.strip();
    if (email.isEmpty()) {
      return null;
    }
    if (email.length() > LONGEST_EMAIL || !EMAIL.matcher(email).matches()) {
      throw Problem.invalid("/email", "must be an e-mail address").exception();
    }
    return email;
  }

  static @Nullable String telephone(@Nullable String written) {
    var telephone = written == null ? "" : written.strip();
    if (telephone.isEmpty()) {
      return null;
    }
    if (!TELEPHONE.matcher(telephone).matches()) {
      throw Problem.invalid("/telephone", "must be a telephone number").exception();
    }
    return telephone;
  }

  UUID keepName(PersonId person, String name) {
    return keep(person, NAME, name);
  }

  UUID keep(PersonId person, String kind, String words) {
    return vault
        .keep(
            new NewWords(
                kind,
                RegistryLog.stream(person),
                Set.of(new Subject(person.value())),
                words,
                actor.get().ref(),
                null))
        .value();
  }

  /**
   * Runs the command whose event names these words. Where it was refused, or had been made before,
   * no event names them and they go; after an outage nobody knows, and they stay to be swept.
   */
  Response with(Collection<UUID> refs, Supplier<Response> command) {
    try {
      var response = command.get();
      if (response.getHeaderString("Idempotency-Replayed") != null) {
        forget(refs);
      }
      return response;
    } catch (ProblemException refused) {
      forget(refs);
      throw refused;
    }
  }

  private void forget(Collection<UUID> refs) {
    refs.forEach(ref -> vault.delete(new VaultRef(ref)));
  }

  /** The words of these refs that can be shown. */
  Map<UUID, String> read(Collection<@Nullable UUID> refs) {
    List<VaultRef> there = new ArrayList<>();
    for (UUID ref : refs) {
      if (ref != null) {
        there.add(new VaultRef(ref));
      }
    }
    return plain(vault.read(there));
  }

  /** The names of these people, by person; who has none that can be shown is missing. */
  Map<PersonId, String> names(Collection<Registered> people) {
    List<@Nullable UUID> refs = new ArrayList<>();
    people.forEach(person -> refs.add(person.nameRef()));
    return byPerson(people, read(refs));
  }

  /** The same for many people: all names there are, opened at once. */
  Map<PersonId, String> allNames(Collection<Registered> people) {
    return byPerson(people, plain(vault.readAll(NAME)));
  }

  private static Map<PersonId, String> byPerson(
      Collection<Registered> people, Map<UUID, String> words) {
    var names = new HashMap<PersonId, String>();
    for (var person : people) {
      var name = person.nameRef() == null ? null : words.get(person.nameRef());
      if (name != null) {
        names.put(person.id(), name);
      }
    }
    return names;
  }

  private static Map<UUID, String> plain(Map<VaultRef, String> words) {
    var plain = new HashMap<UUID, String>();
    words.forEach((ref, text) -> plain.put(ref.value(), text));
    return plain;
  }
}
