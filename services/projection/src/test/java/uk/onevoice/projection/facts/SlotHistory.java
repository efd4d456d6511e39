package uk.onevoice.projection.facts;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;

/**
 * Talks that are corrected or withdrawn, and slots that are taken back and defined again. At the
 * end of a history, so that all before is as it was without them.
 */
final class SlotHistory {
  private final Story story;
  private final Random random;
  private final List<String> places;
  private final List<String[]> relationships;

  /**
   * @param relationships slot and relationship of each that is live
   */
  SlotHistory(Story story, Random random, List<String> places, List<String[]> relationships) {
    this.places = List.copyOf(places);
    this.story = story;
    this.random = random;
    this.relationships = List.copyOf(relationships);
  }

  void tell() {
    int number = 0;
    for (String[] one : relationships) {
      String talk = "talk-" + number++;
      logged(one, talk);
      if (random.nextBoolean()) {
        later();
        say(one[0], "ContactWithdrawn", "relationshipId", one[1], "contactId", talk);
        if (random.nextBoolean()) {
          logged(one, talk);
        }
      }
      if (random.nextInt(3) == 0) {
        slotTakenBack(one[0]);
      }
    }
  }

  private void slotTakenBack(String slot) {
    later();
    say(slot, "SlotWithdrawn", "on", today().minusDays(random.nextInt(20)));
    if (random.nextBoolean()) {
      later();
      say(
          slot,
          "SlotDefined",
          "placeId",
          places.get(random.nextInt(places.size())),
          "kind",
          "ACUTE",
          "organisationId",
          "QA1");
    }
  }

  private void logged(String[] one, String talk) {
    later();
    say(
        one[0],
        "ContactLogged",
        "relationshipId",
        one[1],
        "contactId",
        talk,
        "on",
        today().minusDays(random.nextInt(120)),
        "kind",
        "LISTENING",
        "twoWay",
        random.nextInt(4) > 0);
  }

  private void say(String slot, String type, Object... fields) {
    Object[] all = new Object[fields.length + 2];
    all[0] = "slotId";
    all[1] = slot;
    System.arraycopy(fields, 0, all, 2, fields.length);
    story.say("relationships", "slot-" + slot, type, all);
  }

  private void later() {
    story.later(Duration.ofHours(1 + random.nextInt(30)));
  }

  private LocalDate today() {
    return story.now().atZone(ZoneId.of("Europe/London")).toLocalDate();
  }
}
