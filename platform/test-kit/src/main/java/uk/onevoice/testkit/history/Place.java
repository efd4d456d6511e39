package uk.onevoice.testkit.history;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import uk.onevoice.testkit.history.Teller.Thread;

/** A place: its practices, the people who speak for them, and what they do. */
final class Place {
  private static final int MOST_PEOPLE = 14;

  /** A day's chance that one of them leaves: one in six within a year. */
  private static final double LEAVES = 1 / 2_200.0;

  final Teller teller;
  final Agenda agenda;
  final UUID id;
  final UUID federation;
  final List<Surgery> surgeries = new ArrayList<>();
  final List<Person> people = new ArrayList<>();

  /** How much general practice there keeps up, and how far it gets: from 0.3 to 1. */
  final double vigour;

  private final Ics ics;
  private final String name;
  private final Thread stream;
  private final Mandates mandates;
  private final Meetings meetings;
  private final Relationships relationships;

  Place(Teller teller, Agenda agenda, Ics ics, String name) {
    this.teller = teller;
    this.agenda = agenda;
    this.ics = ics;
    this.name = name;
    this.id = teller.id();
    this.federation = teller.id();
    this.stream = teller.organisations("place-" + id);
    this.vigour = 0.3 + teller.random.nextDouble() * 0.7;
    this.mandates = new Mandates(this);
    this.meetings = new Meetings(this, mandates);
    this.relationships = new Relationships(this, mandates);
  }

  Ics ics() {
    return ics;
  }

  String name() {
    return name;
  }

  void defined() {
    teller.say(
        stream,
        "PlaceDefined",
        Fields.of("placeId", id)
            .put("icsId", ics.id())
            .put("name", name)
            .put("start", teller.today()));
    Bodies.registered(
        teller,
        teller.organisations("organisation-" + federation),
        federation.toString(),
        null,
        name + " Federation",
        "FEDERATION",
        null);
  }

  /** After its practices have come. */
  void begins() {
    String body = federation.toString();
    people.add(Person.joining(teller, "FEDERATION_LEAD", body));
    people.add(Person.joining(teller, "FEDERATION_LEAD", body));
    people.add(Person.joining(teller, "LMC_OFFICER", ics.lmc.toString()));
    surgeries.stream()
        .map(Surgery::network)
        .filter(network -> network != null)
        .distinct()
        .limit(4)
        .forEach(network -> people.add(Person.joining(teller, "PCN_CLINICAL_DIRECTOR", network)));
    for (int i = 0; i < 2; i++) {
      people.add(Person.joining(teller, "PRACTICE_PARTNER", teller.any(surgeries).code));
    }
    relationships.begin();
    mandates.begin();
  }

  void forums() {
    meetings.forums();
  }

  void movesTo(String icb) {
    teller.say(
        stream,
        "PlaceMoved",
        Fields.of("placeId", id).put("icsId", icb).put("from", teller.today()));
  }

  /** Something that happens there on a day. */
  void act() {
    int which = teller.random.nextInt(1_000);
    if (which < 20 + 50 * vigour) {
      meetings.schedule();
    } else if (which < 160) {
      mandates.act();
    } else {
      relationships.act();
    }
  }

  /** One closes, and what it granted ends with it. */
  void merges(Surgery one, Surgery into) {
    mandates.succeeded(one, into);
    one.mergesInto(into);
    surgeries.remove(one);
  }

  /** A day on which somebody may leave. */
  void maybeSomebodyLeaves() {
    if (teller.happens(people.size() * LEAVES)) {
      somebodyLeaves();
    }
  }

  /** Somebody follows; who left may turn up in another place of the ICS. */
  private void somebodyLeaves() {
    Person gone = people.remove(teller.random.nextInt(people.size()));
    gone.leaves();
    Person next = Person.joining(teller, gone.role(), gone.organisation());
    people.add(next);
    relationships.handedOver(gone, next);
    meetings.followed(gone, next);
    Place other = teller.any(ics.places);
    if (other != this && other.people.size() < MOST_PEOPLE && teller.happens(0.4)) {
      gone.appointed("FEDERATION_LEAD", other.federation.toString());
      other.people.add(gone);
    }
  }
}
