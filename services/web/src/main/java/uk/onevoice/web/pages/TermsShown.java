package uk.onevoice.web.pages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Areas.Place;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Link;

/** The form of terms, with the topics, boards and groups of the place's ICS to choose from. */
@RequestScoped
class TermsShown {
  private final ListViews lists;

  TermsShown(ListViews lists) {
    this.lists = lists;
  }

  Response page(
      int status,
      Frame frame,
      Place place,
      String heading,
      String sentence,
      String action,
      String button,
      @Nullable String draftId,
      String over,
      List<Link> drafts,
      Form form) {
    return Html.page(
        status,
        new MandateDraftPages.TermsPage(
            frame
                .withTitle(heading)
                .withBreadcrumbs(new Link(place.name(), "/places/" + place.placeId())),
            form.refused(),
            heading,
            sentence,
            action,
            button,
            choices(ListKind.TOPICS, place),
            choices(ListKind.FORUMS, place),
            Roles.HOLD_MANDATES.stream().map(role -> new Choice(role, RoleWords.of(role))).toList(),
            draftId,
            over,
            drafts,
            form));
  }

  private List<Choice> choices(ListKind kind, Place place) {
    return lists.inUse(kind, place.icsOdsCode()).stream()
        .map(entry -> new Choice(entry.id(), entry.labelNow()))
        .toList();
  }
}
