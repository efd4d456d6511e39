package uk.onevoice.web.session;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TokenStateManager;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Clock;
import java.time.Duration;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the tokens of a sign-in in the database; the cookie holds a random number of 256 bits.
 *
 * <p>A number that is unknown or over gives no tokens, and the identity provider is asked again.
 */
@ApplicationScoped
@Alternative
@Priority(1)
@Unremovable
class StoredSessions implements TokenStateManager {
  private static final String SIGN_OUT = "/sign-out";
  private static final Duration RENEWAL = Duration.ofSeconds(30);

  private final Mutiny.SessionFactory database;
  private final SessionSettings settings;
  private final Clock clock = Clock.systemUTC();

  StoredSessions(Mutiny.SessionFactory database, SessionSettings settings) {
    this.database = database;
    this.settings = settings;
  }

  @Override
  public Uni<String> createTokenState(
      RoutingContext request,
      OidcTenantConfig tenant,
      AuthorizationCodeTokens tokens,
      OidcRequestContext<String> blocking) {
    SessionNumber number = SessionNumber.draw();
    SignInSession session = new SignInSession();
    session.idHash = number.hash();
    session.idToken = tokens.getIdToken();
    session.accessToken = tokens.getAccessToken();
    session.refreshToken = tokens.getRefreshToken();
    session.accessTokenExpiresIn = tokens.getAccessTokenExpiresIn();
    session.accessTokenScope = tokens.getAccessTokenScope();
    session.endsAt = clock.instant().plus(settings.lifetime());
    return database.withTransaction(work -> work.persist(session)).replaceWith(number.value());
  }

  @Override
  public Uni<AuthorizationCodeTokens> getTokens(
      RoutingContext request,
      OidcTenantConfig tenant,
      String number,
      OidcRequestContext<AuthorizationCodeTokens> blocking) {
    return database
        .withTransaction(work -> work.find(SignInSession.class, new SessionNumber(number).hash()))
        .map(this::tokens);
  }

  /**
   * Signing out ends a session at once. Renewed tokens come under a new number; the old one lives
   * on for a moment, for what the browser had asked with it at the same time; one that is over
   * stays over.
   */
  @Override
  public Uni<Void> deleteTokens(
      RoutingContext request,
      OidcTenantConfig tenant,
      String number,
      OidcRequestContext<Void> blocking) {
    String hash = new SessionNumber(number).hash();
    boolean renewed = !request.normalizedPath().equals(SIGN_OUT);
    return database
        .withTransaction(work ->
            renewed
                ? work.createMutationQuery(
                        "update SignInSession set endsAt = :soon where idHash = :idHash and endsAt > :soon")
                    .setParameter("soon", clock.instant().plus(RENEWAL))
                    .setParameter("idHash", hash)
                    .executeUpdate()
                : work.createMutationQuery("delete from SignInSession where idHash = :idHash")
                    .setParameter("idHash", hash)
                    .executeUpdate())
        .replaceWithVoid();
  }

  /** Without tokens nobody is signed in, and the identity provider is asked again. */
  private AuthorizationCodeTokens tokens(@Nullable SignInSession session) {
    if (session == null || !session.endsAt.isAfter(clock.instant())) {
      throw new AuthenticationFailedException("The session is over");
    }
    return new AuthorizationCodeTokens(
        session.idToken,
        session.accessToken,
        session.refreshToken,
        session.accessTokenExpiresIn,
        session.accessTokenScope);
  }
}
