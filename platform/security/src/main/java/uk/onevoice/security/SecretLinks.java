package uk.onevoice.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ResourceInfo;

/**
 * Operations that are for whoever has their secret address: a calendar program, for instance, that
 * cannot sign in. Their resource finds out whose the address is, and whether it still works.
 */
@ApplicationScoped
public class SecretLinks {
  private final Permissions permissions = Permissions.load();

  /** Whether no sign-in is looked at for this method. */
  public boolean open(ResourceInfo resource) {
    return permissions
        .row(EveryMethodIsGuarded.operation(resource.getResourceMethod()))
        .filter(Permissions.Row::link)
        .isPresent();
  }
}
