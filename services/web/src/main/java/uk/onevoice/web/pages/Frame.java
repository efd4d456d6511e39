package uk.onevoice.web.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.ui.AccountItem;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.NavigationItem;

/**
 * What surrounds a page: its title, the menu, who is signed in and in which role, and the way back.
 *
 * @param notice said once, after something was done on the page before
 */
public record Frame(
    String title,
    List<NavigationItem> navigation,
    List<AccountItem> account,
    List<Link> breadcrumbs,
    @Nullable Notice notice) {
  public Frame {
    navigation = List.copyOf(navigation);
    account = List.copyOf(account);
    breadcrumbs = List.copyOf(breadcrumbs);
  }

  public Frame withBreadcrumbs(Link... links) {
    return new Frame(title, navigation, account, List.of(links), notice);
  }

  public Frame withTitle(String text) {
    return new Frame(text, navigation, account, breadcrumbs, notice);
  }
}
