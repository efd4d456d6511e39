package uk.onevoice.seeds;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static uk.onevoice.seeds.RegistryEntries.fields;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.onevoice.seeds.Demonstration.Contact;
import uk.onevoice.seeds.Demonstration.Former;
import uk.onevoice.seeds.Demonstration.Forum;
import uk.onevoice.seeds.Demonstration.Hours;
import uk.onevoice.seeds.Demonstration.Item;
import uk.onevoice.seeds.Demonstration.Mandate;
import uk.onevoice.seeds.Demonstration.Meeting;
import uk.onevoice.seeds.Demonstration.Practice;
import uk.onevoice.seeds.Demonstration.Presence;
import uk.onevoice.seeds.Demonstration.Slot;
import uk.onevoice.seeds.Demonstration.SlotsOfPlace;

/** What leaders of general practice and practices themselves enter. */
final class LeadersEntries {
  private static final String EVIDENCE = "The papers before and after the meeting say so.";

  private final PublicApi api;
  private final Demonstration demonstration;
  private final List<Practice> practices;
  private final Known known;

  LeadersEntries(
      PublicApi api, Demonstration demonstration, List<Practice> practices, Known known) {
    this.api = api;
    this.demonstration = demonstration;
    this.practices = practices;
    this.known = known;
  }

  void mandates() {
    for (Mandate mandate : demonstration.mandates()) {
      String name = mandate.topic() + " in " + mandate.place();
      JsonNode opened =
          api.post(
              mandate.by(),
              "/v1/mandates",
              fields(
                  "placeId",
                  known.place(mandate.place()),
                  "topicId",
                  known.topic(mandate.topic()),
                  "holderId",
                  known.organisation(mandate.holder()),
                  "holderRole",
                  mandate.holderRole(),
                  "start",
                  mandate.start(),
                  "end",
                  mandate.end()),
              "mandate " + name,
              Known.evening(mandate.start()));
      String mandateId = opened.required("mandateId").asText();
      known.mandate(name, mandateId);
      String path = "/v1/mandates/" + mandateId + "/responses";
      // In the order of their days: within a mandate nothing is recorded before what came first.
      practices.stream()
          .filter(practice -> practice.place().equals(mandate.place()))
          .filter(practice -> practice.answeredOn() != null)
          .sorted(comparing(practice -> requireNonNull(practice.answeredOn())))
          .forEach(practice -> answer(path, practice, name));
    }
  }

  private void answer(String path, Practice practice, String mandate) {
    LocalDate on = requireNonNull(practice.answeredOn());
    api.post(
        RegistryEntries.PRACTICES,
        path,
        fields(
            "practiceId", practice.code(), "answer", requireNonNull(practice.answer()), "on", on),
        "answer of %s about %s".formatted(practice.code(), mandate),
        Known.evening(on));
  }

  void meetings() {
    Meeting first = demonstration.meetings().getFirst();
    // Whether a delegate's mandate is known is decided when they are entered, and not again.
    api.awaitHeard("mandates", first.by(), "/v1/meetings?placeId=" + known.place(first.place()));
    Map<String, Hours> hours =
        demonstration.forums().stream().collect(toMap(Forum::name, Forum::hours));
    Hands.sideBySide(
        demonstration.meetings().stream()
            .<Runnable>map(one -> () -> meeting(one, requireNonNull(hours.get(one.forum()))))
            .toList());
  }

  private void meeting(Meeting meeting, Hours hours) {
    String name = "%s of %s in %s".formatted(meeting.forum(), meeting.on(), meeting.place());
    JsonNode scheduled =
        api.post(
            meeting.by(),
            "/v1/meetings",
            fields(
                "placeId",
                known.place(meeting.place()),
                "forumId",
                known.forum(meeting.forum()),
                "on",
                meeting.on(),
                "hours",
                hours),
            "meeting " + name,
            Known.evening(meeting.on().minusDays(42)));
    String meetingId = scheduled.required("meetingId").asText();
    known.meeting(name, meetingId);
    String path = "/v1/meetings/" + meetingId;
    // A mandate lets somebody speak where the agenda has its topic: the agenda comes first.
    Map<Item, String> agenda = new LinkedHashMap<>();
    for (Item item : meeting.items()) {
      agenda.put(item, item(meeting, path, item, "%s at %s".formatted(item.title(), name)));
    }
    if (meeting.prepared()) {
      prepared(meeting, path, agenda, name);
    }
    for (Presence presence : meeting.present()) {
      presence(meeting, path, presence, presence.person() + " at " + name);
    }
    agenda.forEach((item, itemId) ->
        outcome(meeting, path, item, itemId, "%s at %s".formatted(item.title(), name)));
    if (meeting.prepared() && meeting.isAssessed()) {
      api.post(
          meeting.by(),
          path + "/closing",
          Map.of(),
          "closing of " + name,
          Known.evening(meeting.on().plusDays(7)));
    }
  }

  private void prepared(Meeting meeting, String path, Map<Item, String> agenda, String name) {
    agenda.forEach((item, itemId) -> {
      if (item.beforehand() != null) {
        api.post(
            meeting.by(),
            path + "/pre-alignments",
            fields(
                "itemId",
                itemId,
                "organisationId",
                item.beforehand(),
                "on",
                meeting.on().minusDays(5),
                "agreed",
                true),
            "%s beforehand at %s".formatted(item.title(), name),
            Known.evening(meeting.on().minusDays(5)));
      }
    });
    api.post(
        meeting.by(),
        path + "/preparation",
        Map.of(),
        "preparation of " + name,
        Known.evening(meeting.on().minusDays(1)));
  }

  private void presence(Meeting meeting, String path, Presence presence, String name) {
    Map<String, Object> attendance =
        fields("personId", known.person(presence.person()), "capacity", presence.capacity());
    if (presence.mandate() != null) {
      attendance.put("mandateId", known.mandate(presence.mandate() + " in " + meeting.place()));
    }
    api.post(meeting.by(), path + "/attendances", attendance, name, Known.evening(meeting.on()));
  }

  private String item(Meeting meeting, String path, Item item, String name) {
    return api.post(
            meeting.by(),
            path + "/items",
            fields("title", item.title(), "topicId", known.topic(item.topic())),
            "item " + name,
            Known.evening(meeting.on().minusDays(7)))
        .required("itemId")
        .asText();
  }

  private void outcome(Meeting meeting, String path, Item item, String itemId, String name) {
    if (item.stance() != null) {
      api.post(
          meeting.by(),
          path + "/positions",
          fields("itemId", itemId, "stance", item.stance()),
          "position on " + name,
          Known.evening(meeting.on()));
    }
    Map<String, Object> outcome = fields("itemId", itemId, "outcome", item.outcome());
    if (item.influence() != null) {
      outcome.put("influence", item.influence());
    }
    if (item.isClaim()) {
      outcome.put("evidence", EVIDENCE);
    }
    api.post(
        meeting.by(),
        path + "/outcomes",
        outcome,
        "outcome of " + name,
        Known.evening(meeting.on()));
    if (item.isClaim()) {
      api.post(
          meeting.confirmedBy(),
          path + "/confirmations",
          fields("itemId", itemId),
          "confirmation of " + name,
          Known.evening(meeting.on().plusDays(3)));
    }
  }

  void relationships() {
    for (SlotsOfPlace slots : demonstration.slots()) {
      for (Slot slot : slots.slots()) {
        slot(slots, slot, slot.kind() + " slot of " + slots.place());
      }
    }
  }

  private void slot(SlotsOfPlace slots, Slot slot, String name) {
    Instant since = Known.evening(known.day().minusDays(slots.since()));
    String slotId =
        api.post(
                slots.by(),
                "/v1/relationships/slots",
                fields(
                    "placeId",
                    known.place(slots.place()),
                    "kind",
                    slot.kind(),
                    "organisationId",
                    known.organisation(slot.organisation())),
                name,
                since)
            .required("slotId")
            .asText();
    String path = "/v1/relationships/slots/" + slotId;
    if (slot.former() != null) {
      former(slots, slot.former(), path, name, since);
    }
    if (slot.holder() == null) {
      return;
    }
    String relationshipId =
        holder(slots, path, slot.holder(), slots.actingFor(), "holder of " + name, since);
    for (Contact contact : slot.talks(known.day())) {
      Map<String, Object> talk =
          fields(
              "relationshipId",
              relationshipId,
              "on",
              contact.on(),
              "kind",
              contact.kind(),
              "twoWay",
              contact.twoWay());
      if (contact.topic() != null) {
        talk.put("topicId", known.topic(contact.topic()));
      }
      api.post(
          slots.by(),
          path + "/contacts",
          talk,
          "contact of %s in %s".formatted(contact.on(), name),
          Known.evening(contact.on()));
    }
  }

  private void former(SlotsOfPlace slots, Former former, String path, String name, Instant since) {
    String relationshipId =
        holder(slots, path, former.holder(), former.actingFor(), "former holder of " + name, since);
    LocalDate until = known.day().minusDays(former.until());
    api.post(
        slots.by(),
        path + "/closings",
        fields("relationshipId", relationshipId, "on", until),
        "end of the former holder of " + name,
        Known.evening(until));
  }

  private String holder(
      SlotsOfPlace slots,
      String path,
      String holder,
      String actingFor,
      String purpose,
      Instant since) {
    return api.post(
            slots.by(),
            path + "/holders",
            fields("holderId", known.person(holder), "actingFor", known.organisation(actingFor)),
            purpose,
            since)
        .required("relationshipId")
        .asText();
  }
}
