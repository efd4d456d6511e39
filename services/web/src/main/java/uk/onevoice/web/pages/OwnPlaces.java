package uk.onevoice.web.pages;

import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Areas.Found;
import uk.onevoice.web.api.Areas.FoundList;
import uk.onevoice.web.api.Areas.Named;
import uk.onevoice.web.api.Areas.Place;
import uk.onevoice.web.api.Areas.PlaceList;
import uk.onevoice.web.api.Diary;
import uk.onevoice.web.api.Me.RoleHolding;
import uk.onevoice.web.api.Segment;

/**
 * The places whose meetings the reader may read: no API lists them, but each says no of the others.
 * Asked are the places of each ICS in which the body of the reader's role is.
 */
@RequestScoped
class OwnPlaces {
  /** More than any ICS has, so that a body of several does not ask for ever. */
  private static final int MOST = 24;

  private final Reader reader;
  private final Api api;
  private @Nullable List<Place> places;

  OwnPlaces(Reader reader, Api api) {
    this.reader = reader;
    this.api = api;
  }

  /** In the order of their names; empty for somebody from outside general practice. */
  List<Place> places() {
    List<Place> known = places;
    if (known == null) {
      known = reader.role().map(this::of).orElse(List.of());
      places = known;
    }
    return known;
  }

  private List<Place> of(RoleHolding role) {
    String body = role.organisationId();
    if (body == null || !Roles.isOfGeneralPractice(role.role())) {
      return List.of();
    }
    Map<String, Place> candidates = new LinkedHashMap<>();
    for (Named ics : ics(body, role.organisationName())) {
      api.get("/v1/ics/" + Segment.of(ics.odsCode()) + "/places?limit=200", PlaceList.class)
          .items()
          .forEach(place -> candidates.putIfAbsent(place.placeId(), place));
    }
    List<Place> own = new ArrayList<>();
    for (Place place : candidates.values().stream().limit(MOST).toList()) {
      api.find("/v1/meetings?limit=1&placeId=" + Segment.of(place.placeId()), Diary.Listing.class)
          .ifPresent(_ -> own.add(place));
    }
    return List.copyOf(own);
  }

  /** A body with a code is found by that, another one by its name. */
  private List<Named> ics(String body, @Nullable String name) {
    boolean coded = body.matches("[A-Z0-9]{3,10}");
    String query = coded || name == null ? body : name;
    return api
        .get("/v1/search?limit=20&query=" + Segment.of(query), FoundList.class)
        .items()
        .stream()
        .filter(found -> found.id().equals(body) || body.equals(found.odsCode()))
        .map(Found::ics)
        .findFirst()
        .orElse(List.of());
  }
}
