package uk.onevoice.web.pages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import uk.onevoice.web.api.Answered;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Areas.Place;
import uk.onevoice.web.api.Mandates.Mandate;
import uk.onevoice.web.api.Mandates.RecordedBy;
import uk.onevoice.web.api.Me.RoleHolding;
import uk.onevoice.web.api.Names;
import uk.onevoice.web.api.PeopleNames;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Link;

/** The page of a mandate, for whichever form of it is shown again. */
@RequestScoped
class MandateShown {
  private final Reader reader;
  private final Api api;
  private final Names names;
  private final PlaceViews places;
  private final BodiesOfPlace bodies;
  private final PeopleNames people;

  MandateShown(
      Reader reader,
      Api api,
      Names names,
      PlaceViews places,
      BodiesOfPlace bodies,
      PeopleNames people) {
    this.reader = reader;
    this.api = api;
    this.names = names;
    this.places = places;
    this.bodies = bodies;
    this.people = people;
  }

  Response page(int status, UUID id, Form form) {
    Frame frame = reader.frame("Mandate", Menu.REPRESENTATION);
    Answered<Mandate> mandate = api.getVersioned("/v1/mandates/" + id, Mandate.class);
    Place place = places.place(UUID.fromString(mandate.body().placeId()));
    Map<String, String> practices = places.practiceNames(mandate.body());
    practices.forEach(names::know);
    MandateView view =
        MandateView.of(
            mandate.body(),
            names.of(mandate.body().holderId()),
            places.counted(mandate.body()),
            practices,
            this::recorder,
            reader.has(Roles.PRACTICE));
    return Html.page(
        status,
        new MandatePages.MandatePage(
            frame
                .withTitle(view.title())
                .withBreadcrumbs(new Link(place.name(), "/places/" + place.placeId())),
            form.refused(),
            view,
            MandateLife.of(mandate.body(), names::of),
            actions(mandate.body(), place, form),
            question(mandate.body()).orElse(null),
            reader.has(Roles.SPEAK_FOR_BODIES)
                ? "/changes/of/" + Segment.of(place.icsOdsCode())
                : null,
            form.withEtag(mandate.etag())));
  }

  private MandateActions actions(Mandate mandate, Place place, Form form) {
    MandateActions actions = MandateActions.of(mandate, reader.role().orElse(null), names::of);
    return actions.standIns()
        ? actions.withBodies(bodies.all(place, form.value("altBody")))
        : actions;
  }

  /** Only a practice that is asked can answer, as the service says. */
  private Optional<PracticeQuestion> question(Mandate mandate) {
    return reader
        .role()
        .filter(role -> role.role().equals(Roles.PRACTICE))
        .map(RoleHolding::organisationId)
        .filter(mandate::asks)
        .map(practice ->
            PracticeQuestion.of(
                mandate, practice, names::of, this::recorder, others(practice, mandate)));
  }

  private String recorder(RecordedBy by) {
    String who =
        by.personId() == null
            ? "a system"
            : people.of(by.personId()).orElse("somebody whose name is not for your role");
    return by.actingFor() == null ? who : who + " for " + names.of(by.actingFor());
  }

  /** A person can be partner of several practices that are one firm. */
  private List<Choice> others(String practice, Mandate mandate) {
    return reader.me().roleHoldings().stream()
        .filter(role -> role.role().equals(Roles.PRACTICE))
        .map(RoleHolding::organisationId)
        .filter(code -> code != null && !code.equals(practice) && mandate.asks(code))
        .distinct()
        .map(code -> new Choice(code, names.of(code)))
        .toList();
  }
}
