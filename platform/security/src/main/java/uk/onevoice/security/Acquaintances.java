package uk.onevoice.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import uk.onevoice.directory.Client;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.IdentityHash;
import uk.onevoice.security.Actor.PersonActor;

/**
 * Whom the directory knows, remembered for half a second: a caller with many requests is looked up
 * twice a second, and what has ended elsewhere ends here no later than that after its event is
 * heard. Who is not known is looked up each time.
 */
@ApplicationScoped
class Acquaintances {
  private static final Duration REMEMBERED = Duration.ofMillis(500);
  private static final int MOST = 20_000;
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final Directory directory;
  private final Clock clock;
  private final Cache<IdentityHash, PersonActor> people = cache();
  private final Cache<String, Client> clients = cache();

  Acquaintances(Directory directory, Clock clock) {
    this.directory = directory;
    this.clock = clock;
  }

  private static <K, V> Cache<K, V> cache() {
    return Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();
  }

  /** The person this sign-in was linked to, with all they hold today. */
  Optional<PersonActor> person(IdentityHash identity) {
    return known(people, identity, this::lookUp);
  }

  private Optional<PersonActor> lookUp(IdentityHash identity) {
    LocalDate today = LocalDate.now(clock.withZone(LONDON));
    return directory
        .personOf(identity)
        .map(person -> new PersonActor(person, directory.holdings(person, today), null));
  }

  Optional<Client> client(String clientId) {
    return known(clients, clientId, directory::client);
  }

  private static <K, V> Optional<V> known(
      Cache<K, V> remembered, K key, Function<K, Optional<V>> lookUp) {
    V known = remembered.getIfPresent(key);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<V> found = lookUp.apply(key);
    found.ifPresent(value -> remembered.put(key, value));
    return found;
  }

  /** Forgets a sign-in: there is news of it. */
  void forget(IdentityHash identity) {
    people.invalidate(identity);
  }

  /** Forgets a system: there is news of it. */
  void forget(String clientId) {
    clients.invalidate(clientId);
  }
}
