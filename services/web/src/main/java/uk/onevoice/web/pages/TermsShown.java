package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Areas.Place;
import uk.onevoice.web.api.Areas.Practice;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Link;

/** The page on which terms are written, those of a draft as those of a new version. */
@RequestScoped
class TermsShown {
  private final Reader reader;
  private final PlaceViews places;
  private final ListViews lists;
  private final BodiesOfPlace bodies;

  TermsShown(Reader reader, PlaceViews places, ListViews lists, BodiesOfPlace bodies) {
    this.reader = reader;
    this.places = places;
    this.lists = lists;
    this.bodies = bodies;
  }

  /**
   * What differs from one page of terms to another.
   *
   * @param action where the form goes
   * @param draftId of a draft that practices can be asked for; null where there is none
   * @param over why nothing can be changed here any more; empty while it can
   * @param drafts those that one can go on with
   */
  record What(
      String heading,
      String sentence,
      String action,
      String button,
      @Nullable String draftId,
      String over,
      List<Link> drafts) {}

  /**
   * One form for a draft and for other terms.
   *
   * @param named whether practices are chosen by name, so that they stand open; null for no
   */
  record TermsPage(
      Frame frame,
      boolean refused,
      What what,
      List<Choice> topics,
      List<Choice> tables,
      List<Choice> bodies,
      List<Choice> roles,
      List<Choice> asked,
      List<Choice> members,
      List<Choice> practices,
      @Nullable Boolean named,
      Form form)
      implements TemplateInstance {}

  Response page(int status, String placeId, What what, Form form) {
    Frame frame = reader.frame(what.heading(), Menu.REPRESENTATION);
    Place place = places.place(UUID.fromString(placeId));
    List<Practice> practices = places.practices(placeId);
    if (form.value("asked").isEmpty()) {
      form.with("asked", TermsForm.ALL);
    }
    return Html.page(
        status,
        new TermsPage(
            frame.withBreadcrumbs(new Link(place.name(), "/places/" + place.placeId())),
            form.refused(),
            what,
            choices(ListKind.TOPICS, place),
            choices(ListKind.FORUMS, place),
            bodies.all(place, form.value("body")),
            Roles.HOLD_MANDATES.stream().map(role -> new Choice(role, RoleWords.of(role))).toList(),
            TermsForm.ASKED,
            bodies.withMembers(place, practices, form.value("members")),
            practices(practices),
            form.all("named").isEmpty() ? form.about("named") : Boolean.TRUE,
            form));
  }

  private static List<Choice> practices(List<Practice> practices) {
    return practices.stream()
        .map(one -> new Choice(one.odsCode(), one.name() == null ? one.odsCode() : one.name()))
        .sorted(Comparator.comparing(Choice::text))
        .toList();
  }

  private List<Choice> choices(ListKind kind, Place place) {
    return lists.inUse(kind, place.icsOdsCode()).stream()
        .map(entry -> new Choice(entry.id(), entry.labelNow()))
        .toList();
  }
}
