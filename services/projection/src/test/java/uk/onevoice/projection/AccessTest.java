package uk.onevoice.projection;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import uk.onevoice.projection.facts.Story;
import uk.onevoice.projection.http.Topics;
import uk.onevoice.testkit.access.AccessContract;
import uk.onevoice.testkit.access.Shown;
import uk.onevoice.testkit.stack.ServiceUnderTest;

@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = {
      @ResourceArg(name = "log", value = "projection"),
      @ResourceArg(name = "for", value = "access")
    })
class AccessTest extends AccessContract {
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

  /** As many as an ICB sees counts of. */
  private static final int ITEMS = 10;

  private static final List<String> SLOTS = List.of("ICB", "ACUTE", "COMMUNITY");

  AccessTest() {
    super("projection");
  }

  /** What the other services recorded of the place before the Monday that outsiders see. */
  @Override
  protected Map<String, String> known() {
    var story = new Story(Instant.now().minus(Duration.ofDays(20)));
    mandate(story, "in-force", TODAY.minusYears(1));
    mandate(story, "coming", TODAY.plusDays(30));
    SLOTS.forEach(kind ->
        story.say(
            "relationships",
            "slot-" + kind,
            "SlotDefined",
            "slotId",
            kind,
            "placeId",
            PLACE,
            "kind",
            kind,
            "organisationId",
            kind.equals("ICB") ? ICB : TRUST));
    meeting(
        story, "MeetingScheduled", "placeId", PLACE, "forum", "Board", "on", TODAY.minusDays(25));
    meeting(story, "AttendanceRecorded", "personId", "somebody", "capacity", "DELEGATE");
    meeting(story, "PartnerAttendanceRecorded", "organisationId", TRUST, "kind", "PRESENT");
    for (int i = 0; i < ITEMS; i++) {
      meeting(story, "ItemAdded", "itemId", "i" + i, "title", "Item " + i, "topic", "urgent-care");
      meeting(story, "OutcomeRecorded", "itemId", "i" + i, "outcome", "AGREED");
    }
    heard(Topics.publish(story.events()));
    registry()
        .tell(
            "list-size-" + PRACTICE,
            "ListSizePublished",
            Map.of(
                "organisationId",
                PRACTICE,
                "month",
                YearMonth.from(TODAY).minusMonths(1).toString(),
                "patients",
                1_000,
                "revision",
                1));
    heard(registry().positions());
    return Map.of("/v1/pcns/{odsCode}", "WYVN0000");
  }

  private static void mandate(Story story, String id, LocalDate start) {
    story.say(
        "mandates",
        "mandate-" + id,
        "MandateOpened",
        "mandateId",
        id,
        "placeId",
        PLACE,
        "topic",
        "community-services",
        "holderId",
        FEDERATION,
        "holderRole",
        "FEDERATION_LEAD",
        "start",
        start,
        "end",
        start.plusYears(2));
  }

  private static void meeting(Story story, String type, Object... fields) {
    Object[] all = new Object[fields.length + 2];
    all[0] = "meetingId";
    all[1] = "one";
    System.arraycopy(fields, 0, all, 2, fields.length);
    story.say("meetings", "meeting-one", type, all);
  }

  @Override
  protected List<Shown> shown() {
    Shown place = Shown.in("readRepresentation");
    Shown ics = Shown.in("readIcsMeasure");
    return List.of(
        Shown.in("readFreshness").at("/logs/1").to("freshness.everyLog"),
        Shown.in("readMatrix").at("/gaps").to("matrix.whole"),
        Shown.in("readMatrix").at("/organisationIds/0").to("matrix.shared"),
        Shown.in("readIcsMatrix").at("/organisationIds/0").to("matrix.shared"),
        Shown.in("readIcsStructure").at("/places/0/joinedUp/0").to("measures.coverage"),
        place.at("/weekly").says("false").to("measures.live"),
        place.at("/measures/M1/topics/0/practices/granted").to("measures.coverage"),
        place
            .at("/measures/M1/topics/0/practices/declined")
            .to("measures.coverage", "mandate.counts"),
        place.at("/measures/M1/topics/0/patients").to("measures.coverage", "measures.patients"),
        Shown.in("readMeasureEvidence").at("/items/0").to("measures.coverage", "mandate.answers"),
        place.at("/coming/0").to("measures.coming"),
        place.at("/measures/M2/emptySlots").to("measures.slots"),
        place.at("/measures/M2/numerator").to("measures.slots").to("measures.slotCounts"),
        place.at("/measures/M3/numerator").to("measures.slots").to("measures.slotCounts"),
        place.at("/measures/M4/numerator").to("measures.slots").to("measures.slotCounts"),
        place.at("/measures/M5/numerator").to("measures.slots").to("measures.slotCounts"),
        place.at("/measures/M5/largestLoad").to("measures.slots"),
        place.at("/measures/M5/holders").to("measures.singlePoints"),
        place.at("/measures/M13/promises/0").to("measures.commitments"),
        place.at("/measures/M16/numerator").to("measures.jointGroups"),
        place.at("/measures/M7/numerator").to("measures.influence").to("measures.influenceCounts"),
        place.at("/measures/M6/numerator").to("measures.meetings"),
        place.at("/measures/M8/numerator").to("measures.meetings"),
        place.at("/measures/M10/numerator").to("measures.meetings"),
        place.at("/measures/M11/numerator").to("measures.meetings"),
        place.at("/measures/M12/numerator").to("measures.load"),
        place.at("/measures/M15/numerator").to("measures.meetings"),
        place.at("/measures/M9/numerator").to("measures.contradictions"),
        place.at("/measures/M14/numerator").to("measures.ambition"),
        ics.at("/weekly").says("false").to("measures.live"),
        ics.at("/places/0/measures/M1/topics/0/practices/declined")
            .to("measures.coverage", "mandate.counts"));
  }
}
