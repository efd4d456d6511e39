package uk.onevoice.web.pages;

import jakarta.enterprise.context.RequestScoped;
import java.time.LocalDate;
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
import uk.onevoice.web.api.Areas.PlaceList;
import uk.onevoice.web.api.Areas.Practice;
import uk.onevoice.web.api.Areas.PracticeList;
import uk.onevoice.web.api.Diary;
import uk.onevoice.web.api.Mandates;
import uk.onevoice.web.api.Mandates.Mandate;
import uk.onevoice.web.api.Meetings;
import uk.onevoice.web.api.Representation;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.api.Slots;
import uk.onevoice.web.ui.Choice;

/** What pages about something in a place need to know of the place. */
@RequestScoped
class PlaceViews {
  private static final int MOST_PAGES = 10;
  private static final int LARGEST_PAGE = 200;

  /** So many meetings stand on the page of a place; a page of their own has all. */
  private static final int NEWEST = 20;

  private final Api api;

  PlaceViews(Api api) {
    this.api = api;
  }

  Place place(UUID id) {
    return api.get("/v1/places/" + id, Place.class);
  }

  List<Place> everywhere() {
    return api.all(
        "/v1/places?limit=" + LARGEST_PAGE, PlaceList.class, PlaceList::items, PlaceList::next);
  }

  /**
   * How the practices answered, with their patients; null while the view has not heard of the
   * mandate, or where two bodies ask on the topic and nobody can say whom an answer was for.
   */
  MandateView.@Nullable Counted counted(Mandate mandate) {
    Representation representation =
        api.get(
            "/v1/places/" + Segment.of(mandate.placeId()) + "/representation",
            Representation.class);
    Representation.Measure measure = representation.measures().get("M1");
    if (measure == null || measure.topics() == null) {
      return null;
    }
    return measure.topics().stream()
        .filter(topic -> topic.mandateIds().contains(mandate.mandateId()))
        .filter(topic -> Objects.equals(topic.board(), mandate.board()))
        .filter(topic -> !topic.contested())
        .findFirst()
        .map(topic ->
            new MandateView.Counted(
                Coverage.of(topic),
                StructureSentences.fresh(
                    representation.asOf(),
                    representation.listSizeMonth(),
                    topic.denominator(),
                    topic.unknown())))
        .orElse(null);
  }

  /** The practices of the place by code; a practice without a name is known by its code. */
  Map<String, String> practiceNames(Mandate mandate) {
    Map<String, String> names = new HashMap<>();
    practices(mandate.placeId())
        .forEach(practice ->
            names.put(
                practice.odsCode(),
                practice.name() == null ? practice.odsCode() : practice.name()));
    return names;
  }

  List<Practice> practices(String placeId) {
    return api.all(
        "/v1/places/" + Segment.of(placeId) + "/practices?limit=" + LARGEST_PAGE,
        PracticeList.class,
        PracticeList::items,
        PracticeList::next);
  }

  List<Mandates.Terms> mandates(UUID placeId) {
    return api.all(
        "/v1/mandates?limit=" + LARGEST_PAGE + "&placeId=" + placeId,
        Mandates.Listing.class,
        Mandates.Listing::items,
        Mandates.Listing::next);
  }

  List<Slots.Terms> slots(UUID placeId) {
    return api.all(
        "/v1/relationships/slots?limit=" + LARGEST_PAGE + "&placeId=" + placeId,
        Slots.Listing.class,
        Slots.Listing::items,
        Slots.Listing::next);
  }

  /**
   * The newest meetings up to a day, without those that were cancelled. The list is newest first,
   * and begins with what is to come.
   */
  PlaceView.NewestMeetings newestMeetings(UUID placeId, LocalDate until) {
    List<Meetings.Terms> newest = new ArrayList<>();
    String path = "/v1/meetings?limit=" + LARGEST_PAGE + "&placeId=" + placeId;
    String after = "";
    for (int page = 0; page < MOST_PAGES; page++) {
      Diary.Listing list = api.get(path + after, Diary.Listing.class);
      list.items().stream()
          .filter(meeting -> !meeting.cancelled() && !meeting.on().isAfter(until))
          .map(meeting ->
              new Meetings.Terms(
                  meeting.meetingId(),
                  meeting.placeId(),
                  meeting.forum(),
                  meeting.on(),
                  meeting.forumNow()))
          .forEach(newest::add);
      String next = list.next();
      if (next == null || newest.size() > NEWEST) {
        return new PlaceView.NewestMeetings(
            newest.stream().limit(NEWEST).toList(), next != null || newest.size() > NEWEST);
      }
      after = "&after=" + Segment.of(next);
    }
    return new PlaceView.NewestMeetings(newest, true);
  }

  /** The bodies that general practice of an ICS meets: the ICB, its trusts and its councils. */
  List<Choice> partners(String icsOdsCode) {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice(icsOdsCode, "The ICB"));
    for (String list : List.of("trusts", "councils")) {
      String path = "/v1/ics/" + Segment.of(icsOdsCode) + "/" + list + "?limit=" + LARGEST_PAGE;
      for (Partner partner : api.get(path, PartnerList.class).items()) {
        choices.add(
            new Choice(
                partner.odsCode(), partner.name() == null ? partner.odsCode() : partner.name()));
      }
    }
    return choices;
  }
}
