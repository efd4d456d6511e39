package uk.onevoice.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Client;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.IdentityHash;
import uk.onevoice.directory.RoleHolding;
import uk.onevoice.security.AccessRefused.Reason;
import uk.onevoice.security.Actor.ClientActor;
import uk.onevoice.security.Actor.PersonActor;

/** Finds who a verified token stands for. */
@ApplicationScoped
class Actors {
  private final Acquaintances acquaintances;
  private final Directory directory;
  private final FirstAdministratorSettings firstAdministrator;
  private final Instance<FirstAdministrator> recording;
  private final Instance<Introductions> introductions;

  Actors(
      Acquaintances acquaintances,
      Directory directory,
      FirstAdministratorSettings firstAdministrator,
      Instance<FirstAdministrator> recording,
      Instance<Introductions> introductions) {
    this.acquaintances = acquaintances;
    this.directory = directory;
    this.firstAdministrator = firstAdministrator;
    this.recording = recording;
    this.introductions = introductions;
  }

  /**
   * @param actingAs the {@code X-Acting-As} header
   */
  Actor of(JsonWebToken token, @Nullable String actingAs) {
    Optional<String> clientId = clientId(token);
    return clientId.isPresent()
        ? client(clientId.get(), actingAs)
        : person(token, identity(token), actingAs);
  }

  /** Whether the directory knows the caller, whatever they may do. */
  boolean knows(JsonWebToken token) {
    Optional<String> clientId = clientId(token);
    return clientId.isPresent()
        ? acquaintances.client(clientId.get()).isPresent()
        : known(token, identity(token)).isPresent();
  }

  /** Has the directory asked again: the caller brings news, perhaps of their own registration. */
  void forget(JsonWebToken token) {
    clientId(token).ifPresentOrElse(acquaintances::forget, () -> forget(identity(token)));
  }

  private void forget(IdentityHash identity) {
    acquaintances.forget(identity);
    if (introductions.isResolvable()) {
      introductions.get().forget(identity);
    }
  }

  /**
   * Only a client's own token (client credentials) carries client_id; a person's names the client
   * it was issued through in azp alone.
   */
  static Optional<String> clientId(JsonWebToken token) {
    String clientId = token.getClaim("client_id");
    return Optional.ofNullable(clientId).filter(id -> id.equals(token.getClaim("azp")));
  }

  static IdentityHash identity(JsonWebToken token) {
    if (token.getIssuer() == null || token.getSubject() == null) {
      throw new AccessRefused(Reason.INVALID_TOKEN);
    }
    return IdentityHash.of(token.getIssuer(), token.getSubject());
  }

  private ClientActor client(String clientId, @Nullable String actingAs) {
    Client client =
        acquaintances.client(clientId).orElseThrow(() -> new AccessRefused(Reason.NOT_REGISTERED));
    if (client.state() != Client.State.APPROVED) {
      throw new AccessRefused(Reason.CLIENT_NOT_APPROVED);
    }
    if (actingAs != null) {
      throw new AccessRefused(Reason.CAPACITY_NOT_HELD);
    }
    return new ClientActor(client.id(), client.organisation(), client.kind());
  }

  private PersonActor person(JsonWebToken token, IdentityHash identity, @Nullable String actingAs) {
    PersonActor actor = known(token, identity).orElseGet(() -> firstAdministrator(token, identity));
    return actingAs == null ? actor : narrowed(actor, actingAs);
  }

  /** By the directory, or where that may know nobody, by whom one asks instead. */
  private Optional<PersonActor> known(JsonWebToken token, IdentityHash identity) {
    return acquaintances
        .person(identity)
        .or(() ->
            introductions.isResolvable()
                ? introductions.get().person(identity, token.getRawToken())
                : Optional.empty());
  }

  private PersonActor firstAdministrator(JsonWebToken token, IdentityHash identity) {
    boolean named =
        firstAdministrator.issuer().equals(Optional.of(token.getIssuer()))
            && firstAdministrator.subject().equals(Optional.of(token.getSubject()));
    if (named && recording.isResolvable()) {
      if (!directory.hasHadAdministrator()) {
        return recording.get().record(identity);
      }
      // The directory may have heard of them after it was asked for the person: it is asked again,
      // or one of several first calls at once would be refused.
      return acquaintances
          .person(identity)
          .orElseThrow(() -> new AccessRefused(Reason.NOT_REGISTERED));
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
