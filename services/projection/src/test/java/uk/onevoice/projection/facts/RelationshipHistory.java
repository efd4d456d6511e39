package uk.onevoice.projection.facts;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whole relationships told into a random history, over its two years: slots that are withdrawn and
 * defined again, who holds them, talks that are corrected, classes that run out, promises of both
 * sides, joint groups with seats, mandates and issues; and people who are erased in between.
 */
final class RelationshipHistory {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final List<String> LEADING = List.of("lead-one", "lead-two");

  /** Types of which only {@link NaiveRelationships} reads something. */
  static final Set<String> OF_MEASURES_ELSEWHERE =
      Set.of(
          "SlotClassed",
          "CommitmentMade",
          "CommitmentMoved",
          "CommitmentSettled",
          "CommitmentWithdrawn",
          "JointGroupFormed",
          "JointGroupDissolved",
          "JointGroupRestored",
          "JointGroupMandateCited",
          "JointGroupMandateUncited",
          "JointGroupSeated",
          "JointGroupSeatLeft",
          "JointGroupIssueRaised",
          "JointGroupIssueMoved",
          "JointGroupIssueResolved",
          "JointGroupIssueReopened");

  private final Story story;
  private final Random random;
  private final Map<String, List<String>> mandates;
  private final List<String> slots = new ArrayList<>();
  private final Map<String, String> places = new LinkedHashMap<>();
  private final List<String> withdrawn = new ArrayList<>();
  private final List<String[]> relationships = new ArrayList<>();
  private final List<String[]> talks = new ArrayList<>();
  private final List<String[]> promises = new ArrayList<>();
  private final List<Group> groups = new ArrayList<>();
  private Instant now = Instant.parse("2024-06-10T09:00:00Z");
  private int ids;
  private int slotsOfAPlace;

  private static final class Group {
    final String id;
    final String place;
    final List<String> seats = new ArrayList<>();
    final List<String> issues = new ArrayList<>();
    boolean dissolved;

    Group(String id, String place) {
      this.id = id;
      this.place = place;
    }
  }

  /**
   * @param mandates by place
   */
  RelationshipHistory(Story story, Random random, Map<String, List<String>> mandates) {
    this.story = story;
    this.random = random;
    this.mandates = mandates;
  }

  void tell() {
    tell(4, 2, 180);
  }

  /** So little that many such histories cost little. */
  void tellBriefly() {
    tell(2, 1, 50);
  }

  private void tell(int slotsToAPlace, int groupsOfAPlace, int steps) {
    slotsOfAPlace = slotsToAPlace;
    LEADING.forEach(this::leads);
    for (String place : RandomHistory.PLACES) {
      for (int i = 0; i < slotsOfAPlace; i++) {
        String slot = id("k");
        slots.add(slot);
        places.put(slot, place);
        defined(slot);
        opened(slot);
      }
      for (int i = 0; i < groupsOfAPlace; i++) {
        formed(place);
      }
      now = now.plus(Duration.ofDays(20));
    }
    for (int i = 0; i < steps; i++) {
      // Several events often share a moment, as those of one append do.
      if (random.nextInt(4) > 0) {
        now = now.plus(Duration.ofHours(random.nextInt(250)));
      }
      step();
    }
  }

  private void step() {
    String slot = any(slots);
    switch (random.nextInt(24)) {
      case 0 -> withdrawnOrBack(slot);
      case 1, 2 -> opened(slot);
      case 3 -> closed();
      case 4, 5, 6, 7, 8 -> talk(null);
      case 9 -> talkCorrected();
      case 10, 11, 12 -> classed(slot);
      case 13, 14, 15 -> promised();
      case 16, 17, 18 -> promiseChanged();
      case 19 -> erased();
      default -> inGroup(any(groups));
    }
  }

  private void defined(String slot) {
    ofSlot(
        slot, "SlotDefined", "placeId", places.get(slot), "kind", "ACUTE", "organisationId", "RT1");
  }

  private void withdrawnOrBack(String slot) {
    if (withdrawn.remove(slot)) {
      defined(slot);
    } else {
      withdrawn.add(slot);
      ofSlot(slot, "SlotWithdrawn", "on", today().plusDays(random.nextInt(30) - 5));
    }
  }

  private void opened(String slot) {
    String[] one = {slot, id("h")};
    relationships.add(one);
    ofSlot(
        slot,
        "RelationshipOpened",
        "relationshipId",
        one[1],
        "holderId",
        "person-" + random.nextInt(4));
  }

  private void closed() {
    if (relationships.size() > slotsOfAPlace) {
      String[] one = relationships.remove(random.nextInt(relationships.size()));
      ofSlot(
          one[0],
          "RelationshipClosed",
          "relationshipId",
          one[1],
          "on",
          today().plusDays(random.nextInt(30)));
    }
  }

  private void talk(String @Nullable [] again) {
    String[] one = again == null ? any(relationships) : again;
    String[] talk = {one[0], one[1], again == null ? id("t") : again[2]};
    talks.add(talk);
    ofSlot(
        talk[0],
        "ContactLogged",
        "relationshipId",
        talk[1],
        "contactId",
        talk[2],
        "on",
        today().minusDays(random.nextInt(60)),
        "kind",
        "LISTENING",
        "twoWay",
        random.nextInt(4) > 0);
  }

  private void talkCorrected() {
    if (!talks.isEmpty()) {
      String[] one = talks.remove(random.nextInt(talks.size()));
      ofSlot(one[0], "ContactWithdrawn", "relationshipId", one[1], "contactId", one[2]);
      if (random.nextBoolean()) {
        talk(one);
      }
    }
  }

  /** What is known today, and what becomes of it as evidence and opinions run out. */
  private void classed(String slot) {
    List<Map<String, String>> steps = new ArrayList<>();
    LocalDate from = today();
    for (int i = 0; i <= random.nextInt(3); i++) {
      steps.add(
          Map.of(
              "from",
              from.toString(),
              "strength",
              any(List.of("STRONG", "SOME", "NONE", "UNKNOWN"))));
      from = from.plusDays(1 + random.nextInt(150));
    }
    ofSlot(slot, "SlotClassed", "on", today(), "steps", steps);
  }

  private void promised() {
    String[] one = any(relationships);
    String[] promise = {one[0], id("c")};
    promises.add(promise);
    ofSlot(
        one[0],
        "CommitmentMade",
        "commitmentId",
        promise[1],
        "relationshipId",
        one[1],
        "side",
        any(List.of("OURS", "THEIRS")),
        "due",
        today().plusDays(random.nextInt(90) - 10),
        "wordsRef",
        "w",
        "on",
        random.nextInt(3) > 0 ? today().minusDays(random.nextInt(4)) : null);
  }

  private void promiseChanged() {
    if (promises.isEmpty()) {
      return;
    }
    String[] one = any(promises);
    switch (random.nextInt(6)) {
      case 0, 1 ->
          ofSlot(
              one[0],
              "CommitmentMoved",
              "commitmentId",
              one[1],
              "due",
              today().plusDays(random.nextInt(60)));
      case 2 -> {
        promises.remove(one);
        ofSlot(one[0], "CommitmentWithdrawn", "commitmentId", one[1]);
      }
      default ->
          ofSlot(
              one[0],
              "CommitmentSettled",
              "commitmentId",
              one[1],
              "kept",
              random.nextInt(3) > 0,
              "on",
              today().minusDays(random.nextInt(20)));
    }
  }

  /** No measure changes: events named them by reference, and classes are of the slot. */
  private void erased() {
    String person = "person-" + random.nextInt(4);
    say("relationships", "subject-" + person, "SubjectErased", "subjectId", person);
    say("organisations", "person-" + person, "PersonErased", "personId", person);
  }

  /** A body that speaks for both places, then for another or the whole ICS, and may close. */
  private void leads(String body) {
    story.registered(body, "LEADERSHIP_GROUP", "Group " + body, LocalDate.of(2024, 6, 1));
    if (random.nextInt(3) == 0) {
      say(
          "organisations",
          "organisation-" + body,
          "OrganisationClosed",
          "organisationId",
          body,
          "end",
          today().plusDays(random.nextInt(700)));
    }
    for (String type : List.of("GroupFormed", "GroupRevised", "GroupRevised")) {
      boolean first = type.equals("GroupFormed");
      List<String> some = first ? RandomHistory.PLACES : List.of(any(RandomHistory.PLACES));
      say(
          "organisations",
          "group-" + body,
          type,
          "groupId",
          body,
          "icsId",
          any(RandomHistory.ICBS),
          "placeIds",
          first || random.nextInt(3) > 0 ? some : List.of(),
          first ? "start" : "from",
          today().plusDays(random.nextInt(first ? 60 : 900)));
    }
  }

  private void formed(String place) {
    Group group = new Group(id("g"), place);
    groups.add(group);
    ofGroup(
        group,
        "JointGroupFormed",
        "placeId",
        place,
        "organisationId",
        "RT1",
        "on",
        today().minusDays(random.nextInt(5)));
    for (String side : List.of("GP", "PARTNER")) {
      for (String nature : List.of("CLINICAL", "MANAGERIAL")) {
        seated(group, side, nature);
      }
    }
  }

  private void seated(Group group, String side, String nature) {
    String seat = id("s");
    group.seats.add(seat);
    ofGroup(
        group,
        "JointGroupSeated",
        "seatId",
        seat,
        "personId",
        side + "-" + random.nextInt(9),
        "side",
        side,
        "nature",
        nature,
        "from",
        today().minusDays(random.nextInt(20)));
  }

  private void inGroup(Group group) {
    if (group.dissolved) {
      group.dissolved = false;
      ofGroup(group, "JointGroupRestored");
      return;
    }
    switch (random.nextInt(12)) {
      case 0 -> {
        group.dissolved = true;
        ofGroup(group, "JointGroupDissolved", "on", today().plusDays(random.nextInt(9)));
      }
      case 1, 2, 3 ->
          seated(group, any(List.of("GP", "PARTNER")), any(List.of("CLINICAL", "MANAGERIAL")));
      case 4 -> {
        if (!group.seats.isEmpty()) {
          ofGroup(
              group,
              "JointGroupSeatLeft",
              "seatId",
              group.seats.remove(random.nextInt(group.seats.size())),
              "on",
              today().plusDays(random.nextInt(9) - 3),
              "mistake",
              random.nextInt(4) == 0);
        }
      }
      case 5, 6 ->
          ofGroup(
              group,
              "JointGroupMandateCited",
              "mandateId",
              any(mandates.get(group.place)),
              "leadershipGroupId",
              random.nextInt(4) > 0 ? any(LEADING) : null,
              "on",
              random.nextBoolean() ? today().minusDays(random.nextInt(200)) : null);
      case 7 -> ofGroup(group, "JointGroupMandateUncited");
      case 8, 9 -> {
        String issue = id("i");
        group.issues.add(issue);
        ofGroup(
            group,
            "JointGroupIssueRaised",
            "issueId",
            issue,
            "raisedOn",
            today().minusDays(random.nextInt(30)),
            "fixBy",
            today().plusDays(random.nextInt(60)));
      }
      default -> issueChanged(group);
    }
  }

  private void issueChanged(Group group) {
    if (group.issues.isEmpty()) {
      return;
    }
    String issue = any(group.issues);
    switch (random.nextInt(4)) {
      case 0 ->
          ofGroup(
              group,
              "JointGroupIssueMoved",
              "issueId",
              issue,
              "fixBy",
              today().plusDays(random.nextInt(40)));
      case 1 -> ofGroup(group, "JointGroupIssueReopened", "issueId", issue);
      default ->
          ofGroup(
              group,
              "JointGroupIssueResolved",
              "issueId",
              issue,
              "mistake",
              random.nextInt(5) == 0,
              "on",
              today().minusDays(random.nextInt(20)));
    }
  }

  private void ofSlot(String slot, String type, @Nullable Object... fields) {
    say("relationships", "slot-" + slot, type, with("slotId", slot, fields));
  }

  private void ofGroup(Group group, String type, @Nullable Object... fields) {
    say("relationships", "joint-group-" + group.id, type, with("groupId", group.id, fields));
  }

  private static @Nullable Object[] with(String name, String value, @Nullable Object[] fields) {
    @Nullable Object[] all = new Object[fields.length + 2];
    all[0] = name;
    all[1] = value;
    System.arraycopy(fields, 0, all, 2, fields.length);
    return all;
  }

  private void say(String log, String stream, String type, @Nullable Object... fields) {
    story.sayAt(now, log, stream, type, fields);
  }

  private String id(String prefix) {
    return prefix + "whole-" + ids++;
  }

  private LocalDate today() {
    return now.atZone(LONDON).toLocalDate();
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
