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
   * Who the APIs know the person as. Each page that shows or writes something asks this first: with
   * several roles one is to be chosen, since without one the APIs answer with the eyes of all.
   */
  Me me() {
    Me known = known();
    if (role == null && known.roleHoldings().size() > 1) {
      throw new RoleNotChosen(path());
    }
    return known;
  }

  /**
   * The same for a page that needs no role. Asked once for a request; from then on the role is sent
   * along.
   */
  Me known() {
    if (me == null) {
      me = api.get("/v1/people/me", Me.class);
      role = chosen(me.roleHoldings()).orElse(null);
      if (role != null) {
        api.actAs(role.roleHoldingId());
      }
    }
    return me;
  }

  /** What was asked for, with its query. */
  String path() {
    return request.request().uri();
  }

  Optional<RoleHolding> role() {
    known();
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
    me();
    return new Frame(
        title,
        navigation(current),
        List.of(account()),
        List.of(),
        Notice.of(request.request().getParam("said")).orElse(null));
  }

  /** The frame of a page that everybody may read in whatever role, or signed in as nobody. */
  Frame openFrame(String title) {
    if (!signedIn()) {
      return plainFrame(title);
    }
    known();
    return new Frame(title, navigation(Menu.NONE), List.of(account()), List.of(), null);
  }

  /** The frame of a page that must not fail when the APIs do. */
  Frame plainFrame(String title) {
    return new Frame(title, List.of(), List.of(), List.of(), null);
  }

  /** The same for a page that must be readable when the APIs fail: then without the menu. */
  Frame frameIfPossible(String title) {
    try {
      return openFrame(title);
    } catch (ApiProblem | ApiUnreachable alsoWrong) {
      return plainFrame(title);
    }
  }

  private AccountItem account() {
    return new AccountItem(
        name() + RoleWords.forWhom(role), ": change or sign out", "/choose-role", true);
  }

  private boolean isFor(Menu entry) {
    return switch (entry) {
      case WEEK -> role().map(held -> !Roles.isOfThePlatform(held.role())).orElse(false);
      case CONNECTION -> role().map(held -> Roles.isOfPartner(held.role())).orElse(false);
      case STRUCTURE, REPRESENTATION, AGREE, SEARCH, PEOPLE, GUIDE -> true;
      case IMPORTS -> has("REGISTRY_KEEPER", "PLATFORM_ADMINISTRATOR");
      case SYSTEMS, REQUESTS -> has("PLATFORM_ADMINISTRATOR");
      case NONE -> false;
    };
  }

  private List<NavigationItem> navigation(Menu current) {
    List<NavigationItem> items = new ArrayList<>();
    for (Menu entry : Menu.values()) {
      if (isFor(entry)) {
        items.add(new NavigationItem(entry.text(), entry.href(), entry == current));
      }
    }
    return items;
  }
}
