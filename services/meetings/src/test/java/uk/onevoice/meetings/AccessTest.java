package uk.onevoice.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.Envelope;
import uk.onevoice.eventstore.Handled;
import uk.onevoice.eventstore.Metadata;
import uk.onevoice.kernel.ActorRef;
import uk.onevoice.meetings.domain.AttendanceCommand.RecordAttendance;
import uk.onevoice.meetings.domain.AttendanceKind;
import uk.onevoice.meetings.domain.Capacity;
import uk.onevoice.meetings.domain.Influence;
import uk.onevoice.meetings.domain.InfluenceCommand.AssessInfluence;
import uk.onevoice.meetings.domain.InfluenceCommand.DisputeInfluence;
import uk.onevoice.meetings.domain.ItemId;
import uk.onevoice.meetings.domain.Judgement;
import uk.onevoice.meetings.domain.Meeting;
import uk.onevoice.meetings.domain.MeetingCommand;
import uk.onevoice.meetings.domain.MeetingEvent;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.MeetingRejection;
import uk.onevoice.meetings.domain.PersonId;
import uk.onevoice.testkit.access.AccessContract;
import uk.onevoice.testkit.access.Shown;
import uk.onevoice.testkit.stack.ServiceUnderTest;
import uk.onevoice.vault.NewWords;
import uk.onevoice.vault.Vault;

@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = {
      @ResourceArg(name = "log", value = "meetings"),
      @ResourceArg(name = "for", value = "access")
    })
class AccessTest extends AccessContract {
  @Inject CommandHandler<MeetingCommand, Meeting, MeetingEvent, MeetingRejection> meetings;
  @Inject Vault vault;

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
    done(
        "FEDERATION_LEAD",
        "/v1/meetings/" + meeting + "/minutes",
        "{\"text\":\"Neighbourhood teams were agreed.\"}");
    done("FEDERATION_LEAD", "/v1/meetings/" + meeting + "/minutes/approval", "{}");
    done("FEDERATION_LEAD", "/v1/meetings/" + meeting + "/minutes/publication", "{}");
    String action =
        made(
            "FEDERATION_LEAD",
            "/v1/actions",
            """
            {"meetingId":"%s","ownerId":"%s","what":"Send the plan","due":"2031-01-31"}\
            """
                .formatted(meeting, TRUST),
            "actionId");
    Map<String, String> known = new HashMap<>(briefs().known(meeting, FEDERATION, TRUST));
    known.put("icsId", ICB);
    known.putAll(ofTheRecord(meeting, item, action));
    known.putAll(ofTheDiary(meeting, item));
    return known;
  }

  private BriefsForAccess briefs() {
    return new BriefsForAccess(this::made, PLACE, TOPIC);
  }

  private static Map<String, String> ofTheRecord(String meeting, String item, String action) {
    return Map.of(
        "/v1/meetings/{id}",
        meeting,
        "/v1/meetings/shared/{id}",
        meeting,
        "/v1/actions/{id}",
        action,
        "/v1/meetings/with/{organisationId}",
        TRUST,
        "meetingId",
        meeting,
        "itemId",
        item,
        // Some person, and words that are not kept about them.
        "/v1/meetings/people/{id}",
        PLACE,
        "wordsRef",
        PLACE);
  }

  private Map<String, String> ofTheDiary(String meeting, String item) {
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
    known.put("/v1/meeting-series/{id}", series);
    known.put("forumId", forum);
    known.put("seatId", seat);
    known.put("nominationId", nomination);
    known.put("paperId", paper);
    known.put("invitationId", invitation);
    return known;
  }

  /** A meeting with an assessment that somebody disputes, and minutes that are not published. */
  @Override
  protected List<Shown> shown() {
    String meeting = disputed();
    List<Shown> shown = new ArrayList<>(briefs().shown(TRUST));
    shown.addAll(ofTheRecord(meeting));
    return shown;
  }

  private static List<Shown> ofTheRecord(String meeting) {
    return List.of(
        Shown.in("readMeeting")
            .of(meeting)
            .at("/items/0/influence/dispute/reason")
            .to("meeting.disputes"),
        Shown.in("readMinutes").of(meeting + "/minutes").at("/text").to("meeting.draftMinutes"),
        Shown.in("listWithoutInfluence")
            .of("/v1/meetings/without-influence?placeId=" + PLACE)
            .at("/items/0/partners")
            .to("item.relationships"));
  }

  /** Nobody disputes what they assessed themself, and everything here is posted by one person. */
  private String disputed() {
    String meeting =
        made(
            "FEDERATION_LEAD",
            "/v1/meetings",
            """
            {"placeId":"%s","forum":"Place board","on":"2026-05-01"}\
            """
                .formatted(PLACE),
            "meetingId");
    String path = "/v1/meetings/" + meeting;
    String item =
        made(
            "FEDERATION_LEAD",
            path + "/items",
            "{\"title\":\"Same-day access\",\"topic\":\"same-day-access\"}",
            "itemId");
    done(
        "FEDERATION_LEAD",
        path + "/outcomes",
        "{\"itemId\":\"%s\",\"outcome\":\"NOTED\"}".formatted(item));
    done("FEDERATION_LEAD", path + "/minutes", "{\"text\":\"A draft.\"}");
    var id = new MeetingId(UUID.fromString(meeting));
    var itemId = new ItemId(UUID.fromString(item));
    var assessor = new PersonId(UUID.randomUUID());
    tell(
        new RecordAttendance(
            id,
            assessor,
            true,
            AttendanceKind.PRESENT,
            Capacity.REPRESENTATIVE,
            null,
            null,
            LocalDate.now(ZoneId.of("Europe/London"))));
    var other = new PersonId(UUID.randomUUID());
    var reason =
        vault.keep(
            new NewWords(
                "influence-dispute",
                "meeting-" + meeting,
                Set.of(),
                "It was decided before.",
                ActorRef.service("meetings"),
                null));
    tell(
        new AssessInfluence(id, itemId, new Judgement(Influence.NONE, assessor, true, null, null)));
    tell(new DisputeInfluence(id, itemId, reason.value(), other));
    return path;
  }

  private void tell(MeetingCommand command) {
    var handled =
        meetings.handle(
            Envelope.of(
                "meeting-" + command.meetingId().value(),
                command,
                new Metadata(
                    ActorRef.service("meetings"), null, null, UUID.randomUUID(), null, null),
                Instant.now()));
    assertThat(handled).isInstanceOf(Handled.Done.class);
  }
}
