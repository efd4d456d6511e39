package uk.onevoice.security;

import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import uk.onevoice.security.AccessRefused.Reason;

/** Whether the caller still may what they were let in for, while an answer to them goes on. */
@RequestScoped
public class Standing {
  private final SignIn signIn;
  private final Actors actors;
  private final CurrentActor current;
  private final Clock clock;

  Standing(SignIn signIn, Actors actors, CurrentActor current, Clock clock) {
    this.signIn = signIn;
    this.actors = actors;
    this.current = current;
    this.clock = clock;
  }

  /**
   * Finds out anew who calls: roles that have ended since count no more in {@link CurrentActor} and
   * {@link Parts}.
   *
   * @throws AccessRefused when they would not be let in any more, or their sign-in has run out
   */
  public void renew() {
    JsonWebToken token = signIn.token();
    if (Instant.ofEpochSecond(token.getExpirationTime()).isBefore(clock.instant())) {
      throw new AccessRefused(Reason.INVALID_TOKEN);
    }
    Permissions.Row row = current.permission();
    Actor actor = actors.of(token, actingAs(current.get()));
    if (!row.mayAsk(actor)) {
      throw new AccessRefused(Reason.NOT_ALLOWED);
    }
    current.set(actor, row);
  }

  private static @Nullable String actingAs(Actor actor) {
    return actor instanceof Actor.PersonActor person && person.actingAs() != null
        ? person.actingAs().id().value().toString()
        : null;
  }
}
