package uk.onevoice.web.pages;

import jakarta.enterprise.context.RequestScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Areas.Place;
import uk.onevoice.web.api.Areas.Practice;
import uk.onevoice.web.api.Groups;
import uk.onevoice.web.api.Names;
import uk.onevoice.web.api.Places;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.ui.Choice;

/** The bodies of general practice in a place, to choose from, so that nobody has to know a code. */
@RequestScoped
class BodiesOfPlace {
  private final Reader reader;
  private final Api api;
  private final Names names;
  private final PlaceViews places;

  BodiesOfPlace(Reader reader, Api api, Names names, PlaceViews places) {
    this.reader = reader;
    this.api = api;
    this.names = names;
    this.places = places;
  }

  /**
   * Federations, leadership groups, the LMC and networks, then practices.
   *
   * @param chosen what was chosen before; it stays to be chosen even where it is none of these
   */
  List<Choice> all(Place place, String chosen) {
    Map<String, String> bodies = new LinkedHashMap<>(speaking(place.placeId()));
    List<Practice> practices = places.practices(place.placeId());
    withMembers(place, practices).forEach(bodies::putIfAbsent);
    practices.forEach(practice -> add(bodies, practice.odsCode(), practice.name()));
    if (!chosen.isEmpty()) {
      bodies.computeIfAbsent(chosen, names::of);
    }
    return ListViews.choices("Choose a body", bodies);
  }

  /** Those whose members can be asked: federations, the LMC and networks. */
  List<Choice> withMembers(Place place, List<Practice> practices, String chosen) {
    Map<String, String> bodies = withMembers(place, practices);
    if (!chosen.isEmpty()) {
      bodies.computeIfAbsent(chosen, names::of);
    }
    return ListViews.choices("Choose a body", bodies);
  }

  private Map<String, String> withMembers(Place place, List<Practice> practices) {
    Map<String, String> bodies = new LinkedHashMap<>();
    String share = "/v1/places/" + Segment.of(place.placeId()) + "/federation-share";
    api.find(share, Places.FederationShare.class)
        .ifPresent(found ->
            found
                .federations()
                .forEach(one ->
                    bodies.putIfAbsent(
                        one.organisationId(), named(one.organisationId(), one.name()))));
    api.find("/v1/groups/starters/" + Segment.of(place.placeId()), Groups.Starter.class)
        .ifPresent(starter ->
            starter.steps().stream()
                .filter(step -> step.step().equals("TALK_TO_LMC"))
                .forEach(step -> add(bodies, step.organisationId(), step.organisationName())));
    practices.forEach(practice -> {
      if (practice.pcn() != null) {
        add(bodies, practice.pcn().odsCode(), practice.pcn().name());
      }
    });
    return bodies;
  }

  /** The body at which the reader holds their role, and the groups of a place. */
  Map<String, String> speaking(String placeId) {
    Map<String, String> bodies = new LinkedHashMap<>();
    reader
        .role()
        .filter(role -> !role.role().equals(Roles.PRACTICE))
        .ifPresent(role -> add(bodies, role.organisationId(), role.organisationName()));
    api.get("/v1/groups?placeId=" + Segment.of(placeId), Groups.Listing.class)
        .items()
        .forEach(group -> bodies.putIfAbsent(group.groupId(), group.name()));
    return bodies;
  }

  /** The same, to choose from. */
  List<Choice> toSpeak(String placeId) {
    return speaking(placeId).entrySet().stream()
        .map(body -> new Choice(body.getKey(), body.getValue()))
        .toList();
  }

  private static void add(Map<String, String> bodies, @Nullable String id, @Nullable String name) {
    if (id != null) {
      bodies.putIfAbsent(id, named(id, name));
    }
  }

  private static String named(String id, @Nullable String name) {
    return name == null ? id : name;
  }
}
