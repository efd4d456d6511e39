package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Answered;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Briefs;
import uk.onevoice.web.api.Briefs.Brief;
import uk.onevoice.web.api.MeetingRecords.Interest;
import uk.onevoice.web.api.MeetingRecords.Interests;
import uk.onevoice.web.api.MeetingRecords.Paper;
import uk.onevoice.web.api.MeetingRecords.Papers;
import uk.onevoice.web.api.Meetings;
import uk.onevoice.web.api.Names;
import uk.onevoice.web.api.PeopleNames;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Link;

/** Before a meeting: the brief, whom to ring, and what was talked about with partners. */
@Path("/meetings/{id}/before")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class MeetingBeforePages {
  private static final Map<String, String> FIELDS =
      Map.of(
          "position", "position",
          "ask", "ask",
          "who", "who",
          "organisationId", "organisation",
          "itemIds", "forItem",
          "change", "change",
          "on", "talkedOn",
          "agreed", "agreed");

  private static final int MOST_MINUTES = 48 * 60;

  private final Reader reader;
  private final Api api;
  private final MeetingReading meetings;
  private final Writing writing;
  private final Names names;
  private final PeopleNames people;

  MeetingBeforePages(
      Reader reader,
      Api api,
      MeetingReading meetings,
      Writing writing,
      Names names,
      PeopleNames people) {
    this.reader = reader;
    this.api = api;
    this.meetings = meetings;
    this.writing = writing;
    this.names = names;
    this.people = people;
  }

  record BeforePage(
      Frame frame,
      boolean refused,
      String meetingId,
      String heading,
      String what,
      BriefView view,
      List<Link> papers,
      boolean mayWrite,
      List<Choice> partners,
      List<Choice> itemChoices,
      List<Choice> forItems,
      List<Choice> yesNo,
      Form form)
      implements TemplateInstance {}

  /** What is asked for in an item, on a page of its own, since it is written in whole sentences. */
  record AskPage(
      Frame frame,
      boolean refused,
      String meetingId,
      String itemId,
      String heading,
      @Nullable String position,
      @Nullable String ask,
      Form form)
      implements TemplateInstance {}

  @GET
  public Response before(@PathParam("id") UUID id) {
    return page(200, id, Form.blank());
  }

  @POST
  @Path("read")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response acknowledge(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(
        id,
        "brief/acknowledgements",
        fields,
        form -> new Briefs.Acknowledge(Integer.parseInt(form.value("version"))),
        Notice.BRIEF_READ);
  }

  @POST
  @Path("my-time")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response sayTime(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(
        id,
        "preparation-time",
        fields,
        form -> new Briefs.PreparationTime(minutes(form)),
        Notice.PREPARATION_TIME);
  }

  private static int minutes(Form form) {
    String typed = form.value("minutes");
    if (!typed.matches("[0-9]{1,4}") || Integer.parseInt(typed) > MOST_MINUTES) {
      form.refuse("minutes", "Write minutes as a number, at most " + MOST_MINUTES);
      return 0;
    }
    return Integer.parseInt(typed);
  }

  @POST
  @Path("issued")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response issue(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(
        id,
        "brief/versions",
        fields,
        form -> new Briefs.Issue(form.optional("change")),
        Notice.BRIEF_ISSUED);
  }

  @POST
  @Path("partner")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response expect(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(
        id,
        "brief/partners",
        fields,
        form ->
            new Briefs.Expect(
                form.text("organisation", "Choose the organisation"),
                form.optional("who"),
                form.all("forItem").isEmpty() ? null : form.all("forItem")),
        Notice.EXPECTED_IN_ROOM);
  }

  @POST
  @Path("partner-withdrawn")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response withdrawPartner(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(
        id,
        "brief/partners/" + entry(fields) + "/withdrawal",
        fields,
        _ -> new Meetings.Nothing(),
        Notice.EXPECTED_IN_ROOM);
  }

  @POST
  @Path("talk")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response talked(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(
        id,
        "pre-alignments",
        fields,
        form ->
            new Briefs.Talked(
                form.text("talkedItem", "Choose the item"),
                form.text("with", "Choose with whom"),
                form.aDay("talkedOn", "Write the day of the talk"),
                form.text("agreed", "Choose whether you were of one mind").equals("true")),
        Notice.TALKED);
  }

  @POST
  @Path("talk-withdrawn")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response withdrawTalk(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(
        id,
        "pre-alignments/" + entry(fields) + "/withdrawal",
        fields,
        _ -> new Meetings.Nothing(),
        Notice.TALK_TAKEN_BACK);
  }

  @POST
  @Path("prepared")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response prepared(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(id, "preparation", fields, _ -> new Meetings.Nothing(), Notice.PREPARED);
  }

  @GET
  @Path("items/{item}")
  public Response ask(@PathParam("id") UUID id, @PathParam("item") UUID item) {
    return askPage(200, id, item, Form.blank());
  }

  @POST
  @Path("items/{item}/written")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response write(
      @PathParam("id") UUID id,
      @PathParam("item") UUID item,
      MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    return writing.sendOrShow(
        "/v1/meetings/" + id + "/brief/items",
        form,
        typed ->
            new Briefs.WriteItem(
                item.toString(), typed.optional("position"), typed.optional("ask")),
        FIELDS,
        Notice.ASK_WRITTEN.at(here(id)),
        () -> askPage(form.status(), id, item, form));
  }

  /** The entry that a button is about; what is no id is nothing there. */
  private static UUID entry(MultivaluedMap<String, String> fields) {
    try {
      return UUID.fromString(String.valueOf(fields.getFirst("entry")));
    } catch (IllegalArgumentException notAnId) {
      throw new NotFoundException(notAnId);
    }
  }

  private Response write(
      UUID id,
      String command,
      MultivaluedMap<String, String> fields,
      Function<Form, @Nullable Object> body,
      Notice done) {
    reader.me();
    Form form = Form.sent(fields);
    Map<String, String> called = new HashMap<>(FIELDS);
    if (command.equals("pre-alignments")) {
      called.put("organisationId", "with");
      called.put("itemId", "talkedItem");
    }
    return writing.sendOrShow(
        "/v1/meetings/" + id + "/" + command,
        form,
        body,
        called,
        done.at(here(id)),
        () -> page(form.status(), id, form));
  }

  private static String here(UUID id) {
    return "/meetings/" + id + "/before";
  }

  private Answered<Brief> brief(UUID id) {
    return api.getVersioned("/v1/meetings/" + id + "/brief", Brief.class);
  }

  private Response askPage(int status, UUID id, UUID item, Form form) {
    MeetingReading.Seen seen = meetings.read(id);
    Answered<Brief> brief = brief(id);
    Briefs.BriefItem one =
        brief.body().items().stream()
            .filter(candidate -> candidate.itemId().equals(item.toString()))
            .findFirst()
            .orElseThrow(NotFoundException::new);
    return Html.page(
        status,
        new AskPage(
            meetings.partFrame("What we ask for", seen),
            form.refused(),
            id.toString(),
            item.toString(),
            MeetingWords.title(one.title()),
            one.position(),
            one.ask(),
            form.withEtag(brief.etag())));
  }

  private Response page(int status, UUID id, Form form) {
    MeetingReading.Seen seen = meetings.read(id);
    Answered<Brief> brief = brief(id);
    boolean leader = reader.has(Roles.LEADERS);
    List<Paper> papers =
        api.all(
            "/v1/meetings/" + id + "/papers?limit=200", Papers.class, Papers::items, Papers::next);
    return Html.page(
        status,
        new BeforePage(
            meetings.frame("Before", seen),
            form.refused(),
            id.toString(),
            MeetingWords.forum(seen.meeting()),
            MeetingWords.when(seen.meeting()) + goesAs(seen.meeting()),
            BriefView.of(
                brief.body(),
                seen.meeting().attendances(),
                reader.me().personId(),
                AsOf.today(),
                people::of,
                names::of,
                interests(id)),
            papers.stream().filter(Paper::there).map(paper -> link(id, paper)).toList(),
            leader,
            leader ? meetings.partners(seen) : List.of(),
            MeetingReading.items(seen.meeting(), "Choose an item"),
            MeetingReading.items(seen.meeting(), "").stream().skip(1).toList(),
            Vocabulary.YES_NO,
            form.withEtag(brief.etag())));
  }

  private static Link link(UUID id, Paper paper) {
    return new Link(
        (paper.fileName() == null ? "A paper without a name" : paper.fileName())
            + " ("
            + MeetingWords.size(paper.bytes())
            + ")",
        "/meetings/" + id + "/files/" + paper.paperId());
  }

  private String goesAs(Meetings.Meeting meeting) {
    Meetings.Attendance own = MeetingView.own(meeting.attendances(), reader.me().personId());
    return own == null
        ? ""
        : " You go as " + MeetingWords.lower(Vocabulary.CAPACITIES, own.capacity()) + ".";
  }

  private Map<String, List<String>> interests(UUID id) {
    Map<String, List<String>> lines = new HashMap<>();
    api.find("/v1/meetings/" + id + "/interests?limit=200", Interests.class)
        .map(Interests::items)
        .orElse(List.of())
        .forEach(interest ->
            lines
                .computeIfAbsent(interest.itemId(), _ -> new ArrayList<>())
                .add(interest(interest)));
    return lines;
  }

  private String interest(Interest one) {
    if (one.kind().equals("OWN_BODY")) {
      return people.of(one.personId()).orElse("A colleague")
          + " belongs to "
          + names.of(one.organisationId())
          + ", which this item is about.";
    }
    return people.of(one.personId()).orElse("A colleague")
        + " has declared an interest: "
        + one.kind().toLowerCase(Locale.UK)
        + ", with "
        + names.of(one.organisationId())
        + ".";
  }
}
