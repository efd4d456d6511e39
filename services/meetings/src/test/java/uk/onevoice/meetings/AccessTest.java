package uk.onevoice.meetings;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import uk.onevoice.testkit.access.AccessContract;
import uk.onevoice.testkit.stack.ServiceUnderTest;

@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = {
      @ResourceArg(name = "log", value = "meetings"),
      @ResourceArg(name = "for", value = "access")
    })
class AccessTest extends AccessContract {
  AccessTest() {
    super("meetings");
  }

  @Override
  protected Map<String, String> known() {
    String meeting =
        made(
            "FEDERATION_LEAD",
            "/v1/meetings",
            """
            {"placeId":"%s","forum":"Place board","on":"2026-04-01"}\
            """
                .formatted(PLACE),
            "meetingId");
    String item =
        made(
            "FEDERATION_LEAD",
            "/v1/meetings/" + meeting + "/items",
            "{\"title\":\"Same-day access\",\"topic\":\"same-day-access\"}",
            "itemId");
    String forum = UUID.randomUUID().toString();
    registry().forum(UUID.fromString(forum), ICB, "Place board", "Place board", LocalDate.EPOCH);
    heard(registry().positions());
    String series =
        made(
            "FEDERATION_LEAD",
            "/v1/meeting-series",
            """
            {"placeId":"%s","forumId":"%s","first":"2099-01-01","rule":"FREQ=YEARLY",\
            "hours":{"start":"14:00","end":"16:00"},"retention":"BOARD"}\
            """
                .formatted(PLACE, forum),
            "seriesId");
    String seat =
        made(
            "FEDERATION_LEAD",
            "/v1/meeting-series/" + series + "/seats",
            "{\"label\":\"Federations\",\"start\":\"2026-01-01\"}",
            "seatId");
    UUID somebody = UUID.randomUUID();
    registry().appoint(somebody, "FEDERATION_LEAD", FEDERATION);
    heard(registry().positions());
    String nomination =
        made(
            "FEDERATION_LEAD",
            "/v1/meeting-series/" + series + "/seats/" + seat + "/nominations",
            "{\"personId\":\"%s\",\"part\":\"NOMINEE\",\"start\":\"2026-04-01\"}"
                .formatted(somebody),
            "nominationId");
    String paper =
        made(
            "FEDERATION_LEAD",
            "/v1/meetings/" + meeting + "/papers?fileName=agenda.txt",
            "What is on the agenda.",
            "paperId");
    String invitation =
        made(
            "FEDERATION_LEAD",
            "/v1/meetings/" + meeting + "/invitations",
            "{\"organisationId\":\"%s\",\"itemIds\":[\"%s\"]}".formatted(TRUST, item),
            "invitationId");
    var known = new HashMap<String, String>();
    known.put("/v1/meetings/{id}", meeting);
    known.put("itemId", item);
    // Some person, and words that are not kept about them.
    known.put("/v1/meetings/people/{id}", PLACE);
    known.put("wordsRef", PLACE);
    known.put("/v1/meeting-series/{id}", series);
    known.put("forumId", forum);
    known.put("seatId", seat);
    known.put("nominationId", nomination);
    known.put("paperId", paper);
    known.put("invitationId", invitation);
    return known;
  }
}
