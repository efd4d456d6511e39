package uk.onevoice.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Client;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.IdentityHash;
import uk.onevoice.directory.PersonId;
import uk.onevoice.directory.RoleHolding;
import uk.onevoice.security.AccessRefused.Reason;
import uk.onevoice.security.Actor.ClientActor;
import uk.onevoice.security.Actor.PersonActor;

/** Finds who a verified token stands for. Asks the directory each time: what ended has ended. */
@ApplicationScoped
class Actors {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final Directory directory;
  private final Clock clock;
  private final FirstAdministratorSettings firstAdministrator;
  private final Instance<FirstAdministrator> recording;

  Actors(
      Directory directory,
      Clock clock,
      FirstAdministratorSettings firstAdministrator,
      Instance<FirstAdministrator> recording) {
    this.directory = directory;
    this.clock = clock;
    this.firstAdministrator = firstAdministrator;
    this.recording = recording;
  }

  /**
   * @param actingAs the {@code X-Acting-As} header
   */
  Actor of(JsonWebToken token, @Nullable String actingAs) {
    String clientId = token.getClaim("client_id");
    // Only a client's own token (client credentials) carries client_id; a person's names the
    // client it was issued through in azp alone.
    if (clientId != null && clientId.equals(token.getClaim("azp"))) {
      return client(clientId, actingAs);
    }
    if (token.getIssuer() == null || token.getSubject() == null) {
      throw new AccessRefused(Reason.INVALID_TOKEN);
    }
    return person(token, actingAs);
  }

  private ClientActor client(String clientId, @Nullable String actingAs) {
    Client client =
        directory.client(clientId).orElseThrow(() -> new AccessRefused(Reason.NOT_REGISTERED));
    if (client.state() != Client.State.APPROVED) {
      throw new AccessRefused(Reason.CLIENT_NOT_APPROVED);
    }
    if (actingAs != null) {
      throw new AccessRefused(Reason.CAPACITY_NOT_HELD);
    }
    return new ClientActor(client.id(), client.organisation(), client.kind());
  }

  private PersonActor person(JsonWebToken token, @Nullable String actingAs) {
    IdentityHash identity = IdentityHash.of(token.getIssuer(), token.getSubject());
    Optional<PersonId> person = directory.personOf(identity);
    PersonActor actor =
        person.isPresent()
            ? new PersonActor(
                person.get(),
                directory.holdings(person.get(), LocalDate.now(clock.withZone(LONDON))),
                null)
            : firstAdministrator(token, identity);
    return actingAs == null ? actor : narrowed(actor, actingAs);
  }

  private PersonActor firstAdministrator(JsonWebToken token, IdentityHash identity) {
    boolean named =
        firstAdministrator.issuer().equals(Optional.of(token.getIssuer()))
            && firstAdministrator.subject().equals(Optional.of(token.getSubject()));
    if (named && recording.isResolvable() && !directory.hasHadAdministrator()) {
      return recording.get().record(identity);
    }
    throw new AccessRefused(Reason.NOT_REGISTERED);
  }

  private static PersonActor narrowed(PersonActor actor, String actingAs) {
    RoleHolding chosen =
        actor.holdings().stream()
            .filter(holding -> holding.id().value().equals(uuid(actingAs)))
            .findFirst()
            .orElseThrow(() -> new AccessRefused(Reason.CAPACITY_NOT_HELD));
    return new PersonActor(actor.person(), List.of(chosen), chosen);
  }

  private static UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException noUuid) {
      throw new AccessRefused(Reason.CAPACITY_NOT_HELD);
    }
  }
}
