package uk.onevoice.testkit.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.testkit.history.Ics.Forum;
import uk.onevoice.testkit.history.Ics.Topic;
import uk.onevoice.testkit.history.Mandates.Mandate;
import uk.onevoice.testkit.history.Teller.Thread;

/** The series of meetings that a place's general practice goes to, and each meeting's life. */
final class Meetings {
  private static final List<String> OUTCOMES =
      List.of("AGREED", "AGREED", "AGREED", "VOTED", "DEFERRED", "NOTED", "NOT_DECIDED");
  private static final List<String> STANCES = List.of("FOR", "FOR", "AGAINST", "CONDITIONAL");

  /** A seat of a series, with who is nominated for it. */
  private static final class Series {
    private final Forum forum;
    private final UUID id;
    private final Thread stream;
    private final UUID seat;
    private UUID nomination;
    private Person nominee;

    private Series(Forum forum, UUID id, Thread stream, UUID seat, Person nominee) {
      this.forum = forum;
      this.id = id;
      this.stream = stream;
      this.seat = seat;
      this.nomination = seat;
      this.nominee = nominee;
    }
  }

  private record Item(UUID id, Topic topic) {}

  private record Meeting(UUID id, Thread stream, Series series, LocalDate on, List<Item> items) {}

  private final Place place;
  private final Teller teller;
  private final Mandates mandates;
  private List<Series> series = List.of();

  Meetings(Place place, Mandates mandates) {
    this.place = place;
    this.teller = place.teller;
    this.mandates = mandates;
  }

  /** Those of the ICS's list of today, each with a series of its own. */
  void forums() {
    List<String> here = List.of(place.id.toString());
    List<Series> now = new ArrayList<>();
    now.add(started(place.ics().forum(place.name() + " board", "PLACE_BOARD", here)));
    now.add(started(place.ics().forum(place.name() + " providers", "PROVIDER_GROUP", here)));
    now.add(started(place.ics().forum(place.name() + " teams", "NEIGHBOURHOOD", here)));
    now.add(started(place.ics().board()));
    series = now;
  }

  private Series started(Forum forum) {
    UUID id = teller.id();
    Thread stream = teller.meetings("series-" + id);
    LocalDate today = teller.today();
    teller.say(
        stream,
        "SeriesStarted",
        Fields.of("seriesId", id)
            .put("placeId", place.id)
            .put("forumId", forum.id())
            .put("forum", forum.label())
            .put("retention", "BOARD")
            .put("first", today.plusDays(7))
            .put("rule", "FREQ=MONTHLY;BYDAY=2TU")
            .put("hours", new Fields().put("start", "14:00").put("end", "16:00")));
    UUID seat = teller.id();
    teller.say(
        stream,
        "SeatAllocated",
        Fields.of("seriesId", id)
            .put("seatId", seat)
            .put("label", "General practice")
            .put("bodyId", place.federation)
            .put("start", today));
    Series one = new Series(forum, id, stream, seat, teller.any(place.people));
    if (teller.happens(0.5 + place.vigour / 2)) {
      nominated(one, one.nominee);
    }
    return one;
  }

  private void nominated(Series one, Person person) {
    one.nomination = teller.id();
    one.nominee = person;
    teller.say(
        one.stream,
        "RepresentativeNominated",
        Fields.of("seriesId", one.id)
            .put("seatId", one.seat)
            .put("nominationId", one.nomination)
            .put("personId", person.id)
            .put("part", "NOMINEE")
            .put("start", teller.today()));
  }

  void followed(Person gone, Person next) {
    for (Series one : series) {
      if (one.nominee == gone && one.nomination != one.seat) {
        teller.say(
            one.stream,
            "NominationEnded",
            Fields.of("seriesId", one.id)
                .put("nominationId", one.nomination)
                .put("end", teller.today()));
        nominated(one, next);
      }
    }
  }

  void schedule() {
    Series one = teller.any(series);
    LocalDate on = teller.today().plusDays(14 + teller.random.nextInt(14));
    UUID id = teller.id();
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < 2 + teller.random.nextInt(3); i++) {
      items.add(new Item(teller.id(), teller.any(place.ics().topics())));
    }
    Meeting meeting = new Meeting(id, teller.meetings("meeting-" + id), one, on, items);
    teller.say(
        meeting.stream(),
        "MeetingScheduled",
        Fields.of("meetingId", id)
            .put("placeId", place.id)
            .put("forum", one.forum.label())
            .put("on", on)
            .put("forumId", one.forum.id())
            .put("hours", new Fields().put("start", "14:00").put("end", "16:00"))
            .put("seriesId", one.id));
    for (Item item : items) {
      teller.say(
          meeting.stream(),
          "ItemAdded",
          ofItem(meeting, item)
              .put("titleRef", teller.id())
              .put("topic", item.topic().slug())
              .put("topicId", item.topic().id()));
    }
    if (teller.happens(place.vigour)) {
      place.agenda.on(on.minusDays(4), items.size() + 2, () -> prepare(meeting));
    }
    if (teller.happens(0.03)) {
      place.agenda.on(
          on.minusDays(1),
          1,
          () -> teller.say(meeting.stream(), "MeetingCancelled", Fields.of("meetingId", id)));
    } else {
      place.agenda.on(on, 5 + 2 * items.size(), () -> hold(meeting));
    }
  }

  private static Fields ofItem(Meeting meeting, Item item) {
    return Fields.of("meetingId", meeting.id()).put("itemId", item.id());
  }

  private void prepare(Meeting meeting) {
    Thread brief = teller.meetings("meeting-brief-" + meeting.id());
    for (Item item : meeting.items()) {
      if (teller.happens(0.7)) {
        teller.say(
            brief,
            "PreAlignmentRecorded",
            ofItem(meeting, item)
                .put("preAlignmentId", teller.id())
                .put("organisationId", teller.any(partners()))
                .put("on", teller.today())
                .put("agreed", teller.happens(place.vigour))
                .put("recordedAt", teller.now().toString()));
      }
    }
    teller.say(
        brief,
        "PreparationCompleted",
        Fields.of("meetingId", meeting.id()).put("at", teller.now().toString()));
    teller.say(
        brief,
        "BriefIssued",
        Fields.of("meetingId", meeting.id()).put("version", 1).put("at", teller.now().toString()));
  }

  private List<String> partners() {
    List<String> partners = new ArrayList<>(place.ics().trusts);
    partners.addAll(place.ics().councils);
    partners.add(place.ics().id());
    return partners;
  }

  private void hold(Meeting meeting) {
    @Nullable Mandate mandate = mandates.inForce();
    boolean came = teller.happens(0.4 + 0.6 * place.vigour);
    Person person = meeting.series().nominee;
    Fields who = Fields.of("meetingId", meeting.id()).put("personId", person.id);
    if (came) {
      who.put("capacity", mandate == null ? "REPRESENTATIVE" : "DELEGATE").put("kind", "PRESENT");
      if (mandate != null) {
        who.put("mandateId", mandate.id);
      }
    }
    teller.say(meeting.stream(), came ? "AttendanceRecorded" : "ApologiesGiven", who);
    List<String> partners = partners();
    for (int i = 0; i < 3; i++) {
      teller.say(
          meeting.stream(),
          "PartnerAttendanceRecorded",
          Fields.of("meetingId", meeting.id())
              .put(
                  "organisationId",
                  partners.get((i * 7 + meeting.items().size()) % partners.size()))
              .put("kind", "PRESENT"));
    }
    for (Item item : meeting.items()) {
      if (came && teller.happens(place.vigour)) {
        teller.say(
            meeting.stream(),
            "PositionPut",
            ofItem(meeting, item).put("stance", teller.any(STANCES)));
      }
      if (teller.happens(0.9)) {
        teller.say(
            meeting.stream(),
            "OutcomeRecorded",
            ofItem(meeting, item).put("outcome", teller.any(OUTCOMES)));
        place.agenda.on(meeting.on().plusDays(4), 2, () -> assess(meeting, item, came, person));
      }
    }
    place.agenda.on(
        meeting.on().plusDays(6),
        1,
        () ->
            teller.say(
                meeting.stream(),
                "MeetingClosed",
                Fields.of("meetingId", meeting.id())
                    .put("closedBy", person.id)
                    .put("on", teller.today())));
    action(meeting);
    if (came && mandate != null && teller.happens(place.vigour)) {
      place.agenda.on(
          meeting.on().plusDays(3 + teller.random.nextInt(18)),
          1 + place.surgeries.size() / 2,
          () -> reportBack(meeting, mandate));
    }
  }

  private void assess(Meeting meeting, Item item, boolean came, Person by) {
    int how = teller.random.nextInt(100);
    String influence =
        !came
            ? "NONE"
            : how < 25 * place.vigour
                ? "CHANGED"
                : how < 45 * place.vigour
                    ? "PARTLY"
                    : how < 70 ? "ALREADY_ALIGNED" : how < 92 ? "NONE" : "ADVERSE";
    teller.say(
        meeting.stream(),
        "InfluenceAssessed",
        ofItem(meeting, item).put("influence", influence).put("assessedBy", by.id));
    if (influence.equals("CHANGED") || influence.equals("PARTLY")) {
      Person other = teller.any(place.people);
      if (other != by) {
        teller.say(
            meeting.stream(),
            "InfluenceConfirmed",
            ofItem(meeting, item).put("confirmedBy", other.id));
      }
    }
  }

  private void action(Meeting meeting) {
    UUID id = teller.id();
    Thread stream = teller.meetings("action-" + id);
    LocalDate due = teller.today().plusDays(28);
    teller.say(
        stream,
        "ActionOpened",
        Fields.of("actionId", id)
            .put("meetingId", meeting.id())
            .put("placeId", place.id)
            .put("ownerId", teller.any(partners()))
            .put("wordsRef", teller.id())
            .put("due", due)
            .put("on", teller.today()));
    if (teller.happens(0.7)) {
      place.agenda.on(
          due.plusDays(teller.random.nextInt(20) - 10L),
          1,
          () ->
              teller.say(
                  stream,
                  "ActionClosed",
                  Fields.of("actionId", id).put("result", "DONE").put("on", teller.today())));
    }
  }

  private void reportBack(Meeting meeting, Mandate mandate) {
    Thread stream = teller.meetings("meeting-feedback-" + meeting.id() + "-" + mandate.id);
    List<Surgery> practices = List.copyOf(place.surgeries);
    teller.say(
        stream,
        "FeedbackSent",
        Fields.of("meetingId", meeting.id())
            .put("mandateId", mandate.id)
            .put("placeId", place.id)
            .put("version", 1)
            .put("draft", 1)
            .texts("practices", practices.stream().map(practice -> practice.code).toList())
            .put("dueOn", meeting.on().plusDays(14))
            .put("on", teller.today()));
    for (Surgery practice : practices) {
      if (teller.happens(0.5)) {
        teller.say(
            stream,
            "FeedbackRead",
            Fields.of("meetingId", meeting.id())
                .put("mandateId", mandate.id)
                .put("version", 1)
                .put("practiceId", practice.code)
                .put("on", teller.today()));
      }
    }
  }
}
