package uk.onevoice.web.pages;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.ApiProblem;
import uk.onevoice.web.api.ApiUnreachable;
import uk.onevoice.web.api.Me;
import uk.onevoice.web.api.Me.RoleHolding;
import uk.onevoice.web.ui.AccountItem;
import uk.onevoice.web.ui.NavigationItem;

/** The person who reads the page, and the role they have chosen to act in. */
@RequestScoped
public class Reader {
  static final String ROLE_COOKIE = "ov_role";

  private final SecurityIdentity identity;
  private final Api api;
  private final RoutingContext request;
  private @Nullable Me me;
  private @Nullable RoleHolding role;

  Reader(SecurityIdentity identity, Api api, RoutingContext request) {
    this.identity = identity;
    this.api = api;
    this.request = request;
  }

  boolean signedIn() {
    return !identity.isAnonymous();
  }

  /**
   * Who the APIs know the person as. Asked once for a request; from then on the role is sent along.
   */
  Me me() {
    if (me == null) {
      me = api.get("/v1/people/me", Me.class);
      role = chosen(me.roleHoldings()).orElse(null);
      if (role != null) {
        api.actAs(role.roleHoldingId());
      }
    }
    return me;
  }

  Optional<RoleHolding> role() {
    me();
    return Optional.ofNullable(role);
  }

  boolean has(String... roles) {
    return role().isPresent() && List.of(roles).contains(role().get().role());
  }

  /** The one they chose, if they still hold it; else the only one they have. */
  private Optional<RoleHolding> chosen(List<RoleHolding> holdings) {
    var cookie = request.request().getCookie(ROLE_COOKIE);
    String id = cookie == null ? "" : cookie.getValue();
    return holdings.stream()
        .filter(holding -> holding.roleHoldingId().equals(id))
        .findFirst()
        .or(() -> holdings.size() == 1 ? Optional.of(holdings.getFirst()) : Optional.empty());
  }

  /** As the identity provider has it. */
  String name() {
    if (identity.getPrincipal() instanceof JsonWebToken idToken
        && idToken.getClaim("name") instanceof String name) {
      return name;
    }
    return identity.getPrincipal().getName();
  }

  /** The frame of a page for this person. */
  Frame frame(String title, Menu current) {
    if (!signedIn()) {
      return new Frame(title, List.of(), List.of(), List.of(), null);
    }
    me();
    return new Frame(title, navigation(current), List.of(account()), List.of(), null);
  }

  /** The frame of a page that must not fail when the APIs do. */
  Frame plainFrame(String title) {
    return new Frame(title, List.of(), List.of(), List.of(), null);
  }

  /** The frame of a page that says what went wrong; the menu is left out if that fails too. */
  Frame frameIfPossible(String title) {
    try {
      return frame(title, Menu.NONE);
    } catch (ApiProblem | ApiUnreachable alsoWrong) {
      return plainFrame(title);
    }
  }

  private AccountItem account() {
    return new AccountItem(name() + RoleWords.forWhom(role), "/choose-role", true);
  }

  private List<NavigationItem> navigation(Menu current) {
    List<NavigationItem> items = new ArrayList<>();
    for (Menu entry : Menu.values()) {
      if (entry != Menu.NONE
          && (entry != Menu.IMPORTS || has("REGISTRY_KEEPER", "PLATFORM_ADMINISTRATOR"))) {
        items.add(new NavigationItem(entry.text(), entry.href(), entry == current));
      }
    }
    return items;
  }
}
