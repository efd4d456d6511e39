package uk.onevoice.organisations.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.onevoice.eventstore.StoredEvent;
import uk.onevoice.organisations.domain.person.PersonId;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.security.Parts;

/** Who is behind the references of a history: the one way in which all of them are named. */
@ApplicationScoped
class WhoActed {
  private static final String PERSON = "person:";

  private final PeopleReading people;
  private final CurrentActor reader;
  private final Parts parts;

  WhoActed(PeopleReading people, CurrentActor reader, Parts parts) {
    this.people = people;
    this.reader = reader;
    this.parts = parts;
  }

  /** How the log names who acted. */
  static String ref(StoredEvent stored) {
    return stored.metadata().actor().value();
  }

  /** Nobody where a system or a service acted. */
  static Optional<PersonId> person(String ref) {
    return ref.startsWith(PERSON)
        ? Optional.of(new PersonId(UUID.fromString(ref.substring(PERSON.length()))))
        : Optional.empty();
  }

  /** Names by reference; whom the reader may not know, or who has no name any more, is missing. */
  Map<String, String> names(Collection<String> refs) {
    var viewer = Viewer.of(reader.get(), parts);
    Map<PersonId, String> persons =
        refs.stream()
            .distinct()
            .filter(ref -> person(ref).isPresent())
            .collect(Collectors.toMap(ref -> person(ref).orElseThrow(), Function.identity()));
    var names = new HashMap<String, String>();
    people.names(persons.keySet(), viewer).forEach((id, name) -> names.put(persons.get(id), name));
    return names;
  }

  Map<String, String> ofEvents(Collection<StoredEvent> events) {
    return names(events.stream().map(WhoActed::ref).toList());
  }
}
