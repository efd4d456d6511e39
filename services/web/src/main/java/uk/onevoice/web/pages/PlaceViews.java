package uk.onevoice.web.pages;

import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Areas.Partner;
import uk.onevoice.web.api.Areas.PartnerList;
import uk.onevoice.web.api.Areas.Place;
import uk.onevoice.web.api.Areas.Practice;
import uk.onevoice.web.api.Areas.PracticeList;
import uk.onevoice.web.api.Mandates.Mandate;
import uk.onevoice.web.api.Representation;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.pages.CoverageRow.Count;
import uk.onevoice.web.ui.Choice;

/** What pages about something in a place need to know of the place. */
@RequestScoped
class PlaceViews {
  private static final int MOST_PAGES = 10;

  private final Api api;

  PlaceViews(Api api) {
    this.api = api;
  }

  Place place(UUID id) {
    return api.get("/v1/places/" + id, Place.class);
  }

  /** The four answers with their patients; null while the view has not heard of the mandate. */
  MandateView.@Nullable Coverage coverage(Mandate mandate) {
    Representation representation =
        api.get(
            "/v1/places/" + Segment.of(mandate.placeId()) + "/representation",
            Representation.class);
    Representation.Measure measure = representation.measures().get("M1");
    if (measure == null || measure.topics() == null) {
      return null;
    }
    return measure.topics().stream()
        .filter(topic -> topic.topic().equals(mandate.topic()))
        .filter(topic -> Objects.equals(topic.board(), mandate.board()))
        .findFirst()
        .map(topic -> coverage(representation, topic))
        .orElse(null);
  }

  private static MandateView.Coverage coverage(
      Representation representation, Representation.Topic topic) {
    return new MandateView.Coverage(
        count(
            topic.practices().granted(),
            topic.patients() == null ? null : topic.patients().granted()),
        count(
            topic.practices().conditional(),
            topic.patients() == null ? null : topic.patients().conditional()),
        count(
            topic.practices().declined(),
            topic.patients() == null ? null : topic.patients().declined()),
        count(
            topic.practices().notAnswered(),
            topic.patients() == null ? null : topic.patients().notAnswered()),
        StructureSentences.fresh(
            representation.asOf(),
            representation.listSizeMonth(),
            topic.denominator(),
            topic.unknown()));
  }

  static Count count(@Nullable Integer practices, @Nullable Long patients) {
    return new Count(practices == null ? 0 : practices, patients);
  }

  /** The practices of the place by code; a practice without a name is known by its code. */
  Map<String, String> practiceNames(Mandate mandate) {
    Map<String, String> names = new HashMap<>();
    String path = "/v1/places/" + Segment.of(mandate.placeId()) + "/practices?limit=200";
    String after = "";
    for (int page = 0; page < MOST_PAGES; page++) {
      PracticeList list = api.get(path + after, PracticeList.class);
      for (Practice practice : list.items()) {
        names.put(
            practice.odsCode(), practice.name() == null ? practice.odsCode() : practice.name());
      }
      if (list.next() == null) {
        break;
      }
      after = "&after=" + Segment.of(list.next());
    }
    return names;
  }

  /** The bodies that general practice of an ICS meets: the ICB, its trusts and its councils. */
  List<Choice> partners(String icsOdsCode) {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice(icsOdsCode, "The ICB"));
    for (String list : List.of("trusts", "councils")) {
      String path = "/v1/ics/" + Segment.of(icsOdsCode) + "/" + list + "?limit=200";
      for (Partner partner : api.get(path, PartnerList.class).items()) {
        choices.add(
            new Choice(
                partner.odsCode(), partner.name() == null ? partner.odsCode() : partner.name()));
      }
    }
    return choices;
  }
}
