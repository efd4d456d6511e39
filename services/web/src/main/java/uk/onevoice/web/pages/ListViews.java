package uk.onevoice.web.pages;

import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Areas.IcsSummary;
import uk.onevoice.web.api.Areas.Place;
import uk.onevoice.web.api.Areas.PlaceList;
import uk.onevoice.web.api.Lists.Entry;
import uk.onevoice.web.api.Lists.Listing;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.ui.Choice;

/** What pages ask about the topics and forums of an ICS. */
@RequestScoped
class ListViews {
  private final Api api;

  ListViews(Api api) {
    this.api = api;
  }

  String ics(String icsId) {
    return api.get("/v1/ics/" + Segment.of(icsId), IcsSummary.class).name();
  }

  /** All entries in the order of their names, those no longer used with them. */
  List<Entry> all(ListKind kind, String icsId) {
    return read(kind, icsId, "&includeRetired=true");
  }

  List<Entry> inUse(ListKind kind, String icsId) {
    return read(kind, icsId, "");
  }

  private List<Entry> read(ListKind kind, String icsId, String which) {
    return api.all(
        kind.api() + "?limit=200&icsId=" + Segment.of(icsId) + which,
        Listing.class,
        Listing::items,
        Listing::next);
  }

  /** Names of the places of an ICS, by id. */
  Map<String, String> places(String icsId) {
    Map<String, String> names = new LinkedHashMap<>();
    for (Place place :
        api.get("/v1/ics/" + Segment.of(icsId) + "/places?limit=200", PlaceList.class).items()) {
      names.put(place.placeId(), place.name());
    }
    return names;
  }

  static Map<String, String> labels(List<Entry> entries) {
    Map<String, String> labels = new LinkedHashMap<>();
    entries.forEach(entry -> labels.put(entry.id(), entry.labelNow()));
    return labels;
  }

  /** The entries in use, to choose from, with a first choice that is none of them. */
  static List<Choice> choices(String none, Map<String, String> names) {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("", none));
    names.forEach((id, name) -> choices.add(new Choice(id, name)));
    return choices;
  }
}
