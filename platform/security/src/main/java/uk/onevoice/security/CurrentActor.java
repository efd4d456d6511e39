package uk.onevoice.security;

import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.PersonId;

/** Who makes the current request. Inject it where a decision needs the caller. */
@RequestScoped
public class CurrentActor {
  private @Nullable Actor actor;
  private Permissions.@Nullable Row permission;

  /**
   * The caller, who has passed the row of the operation.
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

  /**
   * Says who somebody is whom the directory does not know yet, and who has proved it otherwise.
   * Where the caller is known, it stays as it is.
   */
  public void introduce(PersonId person) {
    if (actor == null) {
      actor = new Actor.PersonActor(person, List.of(), null);
    }
  }

  /** The row that let the caller in. */
  Permissions.Row permission() {
    if (permission == null) {
      throw new AccessRefused(AccessRefused.Reason.NO_TOKEN);
    }
    return permission;
  }

  /**
   * @param actor null for a sign-in that nobody knows, where its row lets one in
   */
  void set(@Nullable Actor actor, Permissions.Row permission) {
    this.actor = actor;
    this.permission = permission;
  }
}
