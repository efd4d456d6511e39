package uk.onevoice.security;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who makes the current request. Inject it where a decision needs the caller. */
@RequestScoped
public class CurrentActor {
  private @Nullable Actor actor;

  /**
   * The caller, who has passed the method's {@link Allow}.
   *
   * @throws AccessRefused outside a request that was let in
   */
  public Actor get() {
    return known().orElseThrow(() -> new AccessRefused(AccessRefused.Reason.NO_TOKEN));
  }

  /** The caller, when somebody has been let in already. */
  public Optional<Actor> known() {
    return Optional.ofNullable(actor);
  }

  void set(Actor actor) {
    this.actor = actor;
  }
}
