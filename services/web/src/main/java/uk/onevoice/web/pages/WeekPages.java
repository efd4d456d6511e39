package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Actions;
import uk.onevoice.web.api.Actions.Action;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Areas.Place;
import uk.onevoice.web.api.Diary.Listed;
import uk.onevoice.web.api.Diary.Load;
import uk.onevoice.web.api.Doings;
import uk.onevoice.web.api.Doings.FeedbackDue;
import uk.onevoice.web.api.JointGroups;
import uk.onevoice.web.api.Mandates;
import uk.onevoice.web.api.Names;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.pages.WeekView.Coming;
import uk.onevoice.web.ui.Grid;
import uk.onevoice.web.ui.Link;

/** What somebody of general practice has to do first: answers of their practice, and meetings. */
@Path("/week")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class WeekPages {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final int DAYS_AHEAD = 14;
  private static final int DAYS_BACK = 28;
  private static final int MOST_PAST = 20;
  private static final int MOST_COMING = 6;
  private static final int MOST_CLASHES = 3;
  private static final int LOAD_WEEKS = 8;
  private static final int PART = 50;

  private final Reader reader;
  private final Api api;
  private final OwnPlaces own;
  private final DiaryViews diary;
  private final Clashes clashes;
  private final Names names;
  private final KeyWeek keys;

  WeekPages(
      Reader reader,
      Api api,
      OwnPlaces own,
      DiaryViews diary,
      Clashes clashes,
      Names names,
      KeyWeek keys) {
    this.reader = reader;
    this.api = api;
    this.names = names;
    this.own = own;
    this.diary = diary;
    this.clashes = clashes;
    this.keys = keys;
  }

  record WeekPage(
      Frame frame,
      WeekView view,
      List<Clashes.Shown> clashes,
      List<KeyWeek.Shown> keys,
      String time,
      Grid weeks,
      List<Link> links)
      implements TemplateInstance {}

  @GET
  public TemplateInstance week() {
    Frame frame = reader.frame("My week", Menu.WEEK);
    LocalDate today = AsOf.today();
    List<Place> places = own.places();
    List<Coming> coming = new ArrayList<>();
    List<Listed> unwritten = new ArrayList<>();
    List<FeedbackDue> feedback = new ArrayList<>();
    List<Action> actions = new ArrayList<>();
    for (Place place : places) {
      coming.addAll(coming(place.placeId(), today));
      unwritten.addAll(unwritten(place.placeId(), today));
      feedback.addAll(feedback(place.placeId()));
      actions.addAll(actions(place.placeId(), today.plusDays(DAYS_AHEAD)));
    }
    coming.sort(
        Comparator.comparing((Coming each) -> each.meeting().on())
            .thenComparing(each -> DiaryViews.start(each.meeting())));
    Load load =
        api.get("/v1/diary/load?from=" + TimePages.from() + "&weeks=" + LOAD_WEEKS, Load.class);
    KeyWeek.Part relationships = keys.of(places);
    return new WeekPage(
        frame,
        WeekView.of(new WeekView.Sources(asked(), coming, unwritten, feedback, actions, today))
            .withTasks(relationships.tasks(), relationships.sentence()),
        clashes.of(load.clashes(), today, MOST_CLASHES),
        relationships.lists(),
        LoadView.sentence(load.weeks(), today),
        LoadView.weeks(load.weeks()),
        links(places));
  }

  /** What the practice in whose role the reader is here has been asked, and has not answered. */
  private List<WeekView.Asked> asked() {
    return reader.has(Roles.PRACTICE)
        ? api
            .get("/v1/mandates/unanswered?limit=" + PART, Mandates.UnansweredList.class)
            .items()
            .stream()
            .map(question -> new WeekView.Asked(question, names.of(question.holderId())))
            .toList()
        : List.of();
  }

  private List<Coming> coming(String placeId, LocalDate today) {
    String me = reader.me().personId();
    return diary.from(placeId, today).stream()
        .takeWhile(meeting -> meeting.on().isBefore(today.plusDays(DAYS_AHEAD)))
        .filter(meeting -> !meeting.cancelled() && !ended(meeting) && diary.isFor(me, meeting))
        .limit(MOST_COMING)
        .map(meeting -> {
          Doings.@Nullable Brief brief = diary.brief(meeting.meetingId()).orElse(null);
          return new Coming(meeting, brief, brief != null && brief.readBy(me));
        })
        .toList();
  }

  /** Those of the reader; whoever was not to be there cannot say what happened. */
  private List<Listed> unwritten(String placeId, LocalDate today) {
    String me = reader.me().personId();
    return diary
        .before(
            placeId,
            today.plusDays(1),
            today.minusDays(DAYS_BACK),
            meeting -> ended(meeting) && diary.isFor(me, meeting),
            MOST_PAST)
        .stream()
        .filter(
            meeting -> diary.held(meeting.meetingId()).filter(each -> !each.recorded()).isPresent())
        .toList();
  }

  /** One without hours goes on to the end of its day. */
  private static boolean ended(Listed meeting) {
    int day = meeting.on().compareTo(AsOf.today());
    return day < 0
        || (day == 0
            && meeting.hours() != null
            && LocalTime.now(LONDON).isAfter(LocalTime.parse(meeting.hours().end())));
  }

  private List<FeedbackDue> feedback(String placeId) {
    return reader.has(Roles.LEADERS)
        ? api.find(
                "/v1/meetings/feedback-due?limit="
                    + PART
                    + "&overdue=true&placeId="
                    + Segment.of(placeId),
                Doings.FeedbackDueList.class)
            .map(Doings.FeedbackDueList::items)
            .orElse(List.of())
        : List.of();
  }

  private List<Action> actions(String placeId, LocalDate until) {
    Optional<String> body = reader.role().map(role -> role.organisationId());
    return body.isEmpty()
        ? List.of()
        : api
            .get(
                "/v1/actions?limit="
                    + PART
                    + "&state=OPEN&ownerId="
                    + Segment.of(body.get())
                    + "&placeId="
                    + Segment.of(placeId),
                Actions.Listing.class)
            .items()
            .stream()
            .filter(action -> action.due().isBefore(until))
            .toList();
  }

  /** Those in which the reader sits, for whichever side. */
  private List<Link> jointGroups() {
    return api
        .find(JointGroups.PATH + "/own?limit=" + PART, JointGroups.OwnListing.class)
        .map(JointGroups.OwnListing::items)
        .orElse(List.of())
        .stream()
        .filter(group -> group.dissolvedOn() == null)
        .map(group ->
            new Link(
                group.name()
                    + ": "
                    + JointGroupWords.issues(group.openIssues(), group.overdueIssues()),
                "/joint-groups/" + group.groupId()))
        .toList();
  }

  private List<Link> links(List<Place> places) {
    List<Link> links = new ArrayList<>();
    for (Place place : places) {
      if (reader.has(Roles.LEADERS)) {
        links.add(new Link("Log a talk in " + place.name(), "/talks/of/" + place.placeId()));
      }
      links.add(new Link("Who meets when in " + place.name(), "/diary/" + place.placeId()));
      links.add(
          new Link(
              "What was agreed to be done in " + place.name(), "/actions/of/" + place.placeId()));
    }
    reader
        .role()
        .filter(role -> Roles.isOfPartner(role.role()) && role.organisationId() != null)
        .ifPresent(role ->
            links.add(
                new Link(
                    "What general practice shares with your organisation",
                    "/organisations/" + Segment.of(role.organisationId()))));
    links.add(new Link("Tenders and contracts", "/opportunities"));
    jointGroups().forEach(links::add);
    links.add(new Link("My time in meetings", "/time"));
    links.add(new Link("Calendar links", "/calendars"));
    return links;
  }
}
