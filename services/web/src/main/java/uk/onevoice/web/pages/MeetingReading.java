package uk.onevoice.web.pages;

import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Answered;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Areas.Place;
import uk.onevoice.web.api.Me.RoleHolding;
import uk.onevoice.web.api.Meetings.Attendance;
import uk.onevoice.web.api.Meetings.Item;
import uk.onevoice.web.api.Meetings.Meeting;
import uk.onevoice.web.api.Names;
import uk.onevoice.web.api.People;
import uk.onevoice.web.api.PeopleNames;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Topic;
import uk.onevoice.web.ui.Words;

/** A meeting as its pages need it: with its place, and with names for what it names by id. */
@RequestScoped
class MeetingReading {
  private final Reader reader;
  private final Api api;
  private final PlaceViews places;
  private final Names names;
  private final PeopleNames people;

  MeetingReading(Reader reader, Api api, PlaceViews places, Names names, PeopleNames people) {
    this.reader = reader;
    this.api = api;
    this.places = places;
    this.names = names;
    this.people = people;
  }

  /** A meeting with the version it was read in. */
  record Seen(Meeting meeting, @Nullable String etag, Place place) {}

  /** Nothing for who is not general practice of its place. */
  Optional<Seen> find(UUID id) {
    reader.me();
    return api.findVersioned("/v1/meetings/" + id, Meeting.class).map(this::seen);
  }

  Seen read(UUID id) {
    reader.me();
    return seen(api.getVersioned("/v1/meetings/" + id, Meeting.class));
  }

  private Seen seen(Answered<Meeting> meeting) {
    return new Seen(
        meeting.body(), meeting.etag(), places.place(UUID.fromString(meeting.body().placeId())));
  }

  /** The frame of a page about the meeting as a whole. */
  Frame frame(String title, Seen seen) {
    return reader
        .frame(title + ": " + seen.meeting().forum(), Menu.REPRESENTATION)
        .withBreadcrumbs(new Link(seen.place().name(), "/places/" + seen.place().placeId()));
  }

  /** The frame of a page about a part of it. */
  Frame partFrame(String title, Seen seen) {
    return reader
        .frame(title + ": " + seen.meeting().forum(), Menu.REPRESENTATION)
        .withBreadcrumbs(
            new Link(seen.place().name(), "/places/" + seen.place().placeId()),
            new Link(
                seen.meeting().forum() + ", " + Words.day(seen.meeting().on()),
                "/meetings/" + seen.meeting().meetingId()));
  }

  /** What the mandates of the place are called, by id. */
  Map<String, String> mandates(Seen seen) {
    Map<String, String> called = new LinkedHashMap<>();
    places
        .mandates(UUID.fromString(seen.place().placeId()))
        .forEach(mandate ->
            called.put(
                mandate.mandateId(),
                Topic.words(mandate.topic()) + " mandate of " + names.of(mandate.holderId())));
    return called;
  }

  /** The same for whom the meeting cites one; else nobody asks for the list. */
  UnaryOperator<String> citedMandates(Seen seen) {
    boolean cites = seen.meeting().attendances().stream().anyMatch(one -> one.mandateId() != null);
    Map<String, String> called = cites ? mandates(seen) : new HashMap<>();
    return id -> called.getOrDefault(id, "mandate named");
  }

  /** The organisations outside general practice that may have been there. */
  List<Choice> partners(Seen seen) {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("", "Choose an organisation"));
    choices.addAll(places.partners(seen.place().icsOdsCode()));
    return choices;
  }

  /** Those, and the body of the reader: who can be given something to do. */
  List<Choice> owners(Seen seen) {
    List<Choice> choices = new ArrayList<>(partners(seen));
    reader
        .role()
        .map(RoleHolding::organisationId)
        .ifPresent(own -> choices.add(new Choice(own, names.of(own))));
    return choices;
  }

  static List<Choice> items(Meeting meeting, String none) {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("", none));
    int number = 1;
    for (Item item : meeting.items()) {
      choices.add(new Choice(item.itemId(), number++ + ". " + MeetingWords.title(item.title())));
    }
    return choices;
  }

  /** Whoever is named by the meeting, and colleagues at the reader's own body. */
  List<Choice> colleagues(Seen seen, String none) {
    Map<String, String> known = new LinkedHashMap<>();
    for (Attendance one : seen.meeting().attendances()) {
      people.of(one.personId()).ifPresent(name -> known.put(one.personId(), name));
    }
    reader
        .role()
        .map(RoleHolding::organisationId)
        .flatMap(own ->
            api.find(
                "/v1/organisations/" + Segment.of(own) + "/role-holders?limit=200",
                People.HoldingList.class))
        .ifPresent(list ->
            list.items().stream()
                .filter(People.Holding::active)
                .forEach(holding -> {
                  if (holding.personId() != null && holding.name() != null) {
                    known.putIfAbsent(holding.personId(), holding.name());
                  }
                }));
    known.putIfAbsent(reader.me().personId(), reader.name());
    return ListViews.choices(none, known);
  }
}
