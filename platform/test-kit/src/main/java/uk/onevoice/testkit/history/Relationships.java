package uk.onevoice.testkit.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.testkit.history.Ics.Topic;
import uk.onevoice.testkit.history.Mandates.Mandate;
import uk.onevoice.testkit.history.Teller.Thread;

/** A place's slots: who knows whom, how often they talk, what they promise, and a joint group. */
final class Relationships {
  private static final List<String> KINDS = List.of("LISTENING", "LISTENING", "ASK", "SOCIAL");

  private static final class Slot {
    private final UUID id;
    private final Thread stream;
    private final Thread judgement;
    private final List<Held> held = new ArrayList<>();

    private Slot(UUID id, Thread stream, Thread judgement) {
      this.id = id;
      this.stream = stream;
      this.judgement = judgement;
    }
  }

  private record Held(UUID id, Person holder, Thread ledger) {}

  private final Place place;
  private final Teller teller;
  private final Mandates mandates;
  private final List<Slot> slots = new ArrayList<>();
  private @Nullable Thread group;
  private @Nullable UUID groupId;
  private final List<UUID> groupSeats = new ArrayList<>();

  Relationships(Place place, Mandates mandates) {
    this.place = place;
    this.teller = place.teller;
    this.mandates = mandates;
  }

  void begin() {
    Ics ics = place.ics();
    defined("ICB", ics.id());
    List<String> sectors = List.of("ACUTE", "COMMUNITY", "MENTAL_HEALTH");
    for (int i = 0; i < Math.min(sectors.size(), ics.trusts.size()); i++) {
      defined(sectors.get(i), ics.trusts.get(i));
    }
    ics.councils.stream()
        .limit(1)
        .forEach(council -> {
          defined("COUNCIL_ADULT_CARE", council);
          defined("COUNCIL_PUBLIC_HEALTH", council);
        });
    defined("LMC", ics.lmc.toString());
    if (!ics.trusts.isEmpty() && teller.happens(place.vigour)) {
      formed(ics.trusts.getFirst());
    }
  }

  private void defined(String kind, String organisation) {
    UUID id = teller.id();
    Slot slot =
        new Slot(id, teller.relationships("slot-" + id), teller.relationships("judgement-" + id));
    slots.add(slot);
    teller.say(
        slot.stream,
        "SlotDefined",
        Fields.of("slotId", id)
            .put("placeId", place.id)
            .put("kind", kind)
            .put("organisationId", organisation));
    if (teller.happens(0.4 + 0.6 * place.vigour)) {
      opened(slot, teller.any(place.people));
    }
  }

  private void opened(Slot slot, Person holder) {
    UUID id = teller.id();
    slot.held.add(new Held(id, holder, teller.relationships("ledger-" + id)));
    teller.say(
        slot.stream,
        "RelationshipOpened",
        Fields.of("slotId", slot.id)
            .put("relationshipId", id)
            .put("holderId", holder.id)
            .put("actingFor", holder.organisation()));
  }

  /** Who follows takes most of them on. */
  void handedOver(Person gone, Person next) {
    for (Slot slot : slots) {
      for (Held one : List.copyOf(slot.held)) {
        if (one.holder() == gone) {
          slot.held.remove(one);
          teller.say(
              slot.stream,
              "RelationshipClosed",
              Fields.of("slotId", slot.id)
                  .put("relationshipId", one.id())
                  .put("on", teller.today()));
          if (teller.happens(0.8)) {
            opened(slot, next);
          }
        }
      }
    }
  }

  void act() {
    Slot slot = teller.any(slots);
    if (slot.held.isEmpty()) {
      opened(slot, teller.any(place.people));
      return;
    }
    Held held = teller.any(slot.held);
    switch (teller.random.nextInt(20)) {
      case 0 -> promised(slot, held);
      case 1 -> assessed(slot, held);
      case 2 -> issueRaised();
      case 3 -> {
        if (slot.held.size() < 3) {
          opened(slot, teller.any(place.people));
        } else {
          contact(slot, held);
        }
      }
      default -> contact(slot, held);
    }
  }

  private void contact(Slot slot, Held held) {
    Topic topic = teller.any(place.ics().topics());
    teller.say(
        slot.stream,
        "ContactLogged",
        Fields.of("slotId", slot.id)
            .put("relationshipId", held.id())
            .put("on", teller.today().minusDays(teller.random.nextInt(3)))
            .put("kind", teller.any(KINDS))
            .put("twoWay", teller.happens(0.4 + 0.5 * place.vigour))
            .put("topicId", topic.id())
            .put("contactId", teller.id())
            .put("minutes", 10 + teller.random.nextInt(50)));
  }

  private void promised(Slot slot, Held held) {
    UUID id = teller.id();
    LocalDate due = teller.today().plusDays(20 + teller.random.nextInt(60));
    teller.say(
        held.ledger(),
        "CommitmentMade",
        Fields.of("commitmentId", id)
            .put("slotId", slot.id)
            .put("relationshipId", held.id())
            .put("side", teller.happens(0.5) ? "OURS" : "THEIRS")
            .put("due", due)
            .put("wordsRef", teller.id())
            .put("on", teller.today()));
    if (teller.happens(0.85)) {
      boolean kept = teller.happens(0.4 + 0.5 * place.vigour);
      place.agenda.on(
          due.minusDays(teller.random.nextInt(10)),
          1,
          () ->
              teller.say(
                  held.ledger(),
                  "CommitmentSettled",
                  Fields.of("commitmentId", id)
                      .put("slotId", slot.id)
                      .put("kept", kept)
                      .put("on", teller.today())));
    }
  }

  private void assessed(Slot slot, Held held) {
    LocalDate today = teller.today();
    LocalDate until = today.plusDays(180);
    teller.say(
        slot.judgement,
        "AssessmentRecorded",
        Fields.of("slotId", slot.id)
            .put("assessmentRef", teller.id())
            .put("wordsRef", teller.id())
            .put("on", today)
            .put("until", until)
            .texts("replaces", List.of()));
    String now = teller.happens(place.vigour * 0.7) ? "STRONG" : "SOME";
    teller.say(
        slot.judgement,
        "SlotClassed",
        Fields.of("slotId", slot.id)
            .put("on", today)
            .objects(
                "steps",
                List.of(
                    Fields.of("from", today.toString()).put("strength", now),
                    Fields.of("from", until.toString()).put("strength", "UNKNOWN"))));
  }

  private void formed(String trust) {
    UUID id = teller.id();
    Thread stream = teller.relationships("joint-group-" + id);
    group = stream;
    groupId = id;
    LocalDate today = teller.today();
    teller.say(
        stream,
        "JointGroupFormed",
        Fields.of("groupId", id)
            .put("placeId", place.id)
            .put("organisationId", trust)
            .put("name", "Hospital and GP joint group")
            .put("on", today));
    for (int seat = 0; seat < 4; seat++) {
      boolean ours = seat < 2;
      UUID seatId = teller.id();
      groupSeats.add(seatId);
      teller.say(
          stream,
          "JointGroupSeated",
          Fields.of("groupId", id)
              .put("seatId", seatId)
              .put("personId", ours ? place.people.get(seat).id : teller.id())
              .put("organisationId", ours ? place.federation.toString() : trust)
              .put("side", ours ? "GP" : "PARTNER")
              .put("nature", seat % 2 == 0 ? "CLINICAL" : "MANAGERIAL")
              .put("from", today));
    }
    Thread own = teller.relationships("joint-group-own-side-" + id);
    place.agenda.on(
        today.plusDays(60),
        1,
        () -> {
          @Nullable Mandate mandate = mandates.inForce();
          if (mandate != null) {
            teller.say(
                own,
                "JointGroupMandateCited",
                Fields.of("groupId", id).put("mandateId", mandate.id).put("on", teller.today()));
          }
        });
  }

  private void issueRaised() {
    @Nullable Thread stream = group;
    @Nullable UUID id = groupId;
    if (stream == null || id == null) {
      return;
    }
    UUID issue = teller.id();
    LocalDate fixBy = teller.today().plusDays(30 + teller.random.nextInt(60));
    teller.say(
        stream,
        "JointGroupIssueRaised",
        Fields.of("groupId", id)
            .put("issueId", issue)
            .put("kind", "LETTERS_AND_TESTS")
            .put("wordsRef", teller.id())
            .put("side", teller.happens(0.5) ? "GP" : "PARTNER")
            .put("raisedOn", teller.today())
            .put("fixBy", fixBy)
            .put(
                "owners",
                Fields.of("gp", groupSeats.getFirst()).put("partner", groupSeats.getLast())));
    if (teller.happens(0.5 + place.vigour / 2)) {
      place.agenda.on(
          fixBy.minusDays(teller.random.nextInt(20)),
          1,
          () ->
              teller.say(
                  stream,
                  "JointGroupIssueResolved",
                  Fields.of("groupId", id)
                      .put("issueId", issue)
                      .put("mistake", false)
                      .put("on", teller.today())));
    }
  }
}
