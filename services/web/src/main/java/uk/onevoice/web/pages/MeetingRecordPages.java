package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Briefs.Brief;
import uk.onevoice.web.api.Meetings;
import uk.onevoice.web.api.Meetings.Attendance;
import uk.onevoice.web.api.Meetings.Item;
import uk.onevoice.web.api.Reached;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Words;

/**
 * What happened in a meeting, all of it in one form: two taps for each item. It works without
 * script; with it, what was tapped outlives a lost connection and is sent when there is one again.
 */
@Path("/meetings/{id}/during")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class MeetingRecordPages {
  private static final List<ActionRow> ACTION_ROWS =
      List.of(new ActionRow(1), new ActionRow(2), new ActionRow(3));

  private final Reader reader;
  private final Api api;
  private final MeetingReading meetings;
  private final Writing writing;

  MeetingRecordPages(Reader reader, Api api, MeetingReading meetings, Writing writing) {
    this.reader = reader;
    this.api = api;
    this.meetings = meetings;
    this.writing = writing;
  }

  /**
   * @param token what the form has to carry of the item
   * @param agreed what a yes for general practice is worth; null where nobody said yes
   * @param helped who is ticked as having helped
   * @param wasHelped who was stored when the form was made
   */
  public record Tapped(
      String id,
      int number,
      String title,
      @Nullable String ask,
      String token,
      String reach,
      String result,
      String decided,
      String without,
      String mark,
      @Nullable String agreed,
      List<String> helped,
      String wasHelped) {
    public String reachField() {
      return "h-" + id;
    }

    public String resultField() {
      return "o-" + id;
    }

    /** What the names of all further fields begin with. */
    public String more() {
      return "x-" + id;
    }

    public String decidedField() {
      return more() + "-k";
    }

    public String evidenceField() {
      return more() + "-e";
    }

    public String withoutField() {
      return more() + "-c";
    }

    public String markField() {
      return more() + "-m";
    }

    public String helpField() {
      return more() + "-w";
    }

    public String wasHelpedField() {
      return "w-" + id;
    }

    public String agreedField() {
      return more() + "-g";
    }

    public String moreHeading() {
      return "More on item " + number;
    }
  }

  /** The fields of an action that was agreed. */
  public record ActionRow(int number) {
    public String item() {
      return "aItem-" + number;
    }

    public String what() {
      return "aWhat-" + number;
    }

    public String owner() {
      return "aOwner-" + number;
    }

    public String due() {
      return "aDue-" + number;
    }
  }

  /**
   * @param toCome when it meets; null once its day has come, for nothing has happened before
   * @param amends that the record is closed and what changes it; null while it is open
   */
  record RecordPage(
      Frame frame,
      boolean refused,
      String meetingId,
      String readerId,
      String what,
      String sentence,
      @Nullable String toCome,
      @Nullable String amends,
      boolean mayWrite,
      List<Tapped> items,
      String recordId,
      String wasOwn,
      String ownKind,
      String ownCapacity,
      String ownMandate,
      List<Choice> kinds,
      List<Choice> capacities,
      List<Choice> mandates,
      List<Choice> reaches,
      List<Choice> results,
      List<Choice> decided,
      List<Choice> without,
      List<Choice> marks,
      List<Choice> helpers,
      List<ActionRow> actionRows,
      List<Choice> itemChoices,
      List<Choice> owners,
      Form form)
      implements TemplateInstance {}

  @GET
  public Response during(@PathParam("id") UUID id) {
    return page(200, id, Form.blank());
  }

  @POST
  @Path("recorded")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response recorded(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    boolean amends = form.value("amends").equals("true");
    MeetingCapture capture = MeetingCapture.of(form, reader.me().personId(), amends);
    Optional<Reached> reached =
        writing.send(
            "/v1/meetings/" + id + (amends ? "/amendments" : "/record"),
            capture.record(),
            form,
            capture.fields());
    return reached.isEmpty()
        ? page(form.status(), id, form)
        : Html.goTo(notice(reached.get()).at("/meetings/" + id));
  }

  /** A delegate who was stored as something else is told so at once. */
  private Notice notice(Reached reached) {
    String own = reader.me().personId();
    for (var one : reached.body().path("attendances")) {
      if (one.path("personId").asText().equals(own) && !one.path("unmandated").isEmpty()) {
        return Notice.RECORDED_WITHOUT_MANDATE;
      }
    }
    return Notice.RECORDED;
  }

  private Response page(int status, UUID id, Form form) {
    MeetingReading.Seen seen = meetings.read(id);
    boolean leader = reader.has(Roles.LEADERS);
    @Nullable Attendance own =
        MeetingView.own(seen.meeting().attendances(), reader.me().personId());
    boolean closed = seen.meeting().closed() != null;
    Map<String, String> asks = asks(id);
    Map<String, MeetingCapture.Stored> before = MeetingCapture.stored(form);
    List<Tapped> items = new ArrayList<>();
    for (Item item : seen.meeting().items()) {
      items.add(
          tapped(item, items.size() + 1, asks.get(item.itemId()), before.get(item.itemId()), form));
    }
    return Html.page(
        status,
        new RecordPage(
            meetings.frame("During", seen),
            form.refused(),
            id.toString(),
            reader.me().personId(),
            MeetingWords.forum(seen.meeting()) + ", " + MeetingWords.when(seen.meeting()),
            sentence(items.size()),
            seen.meeting().on().isAfter(AsOf.today()) ? toCome(seen.meeting().on()) : null,
            closed ? amends(seen) : null,
            leader,
            items,
            form.value("recordId").isEmpty()
                ? UUID.randomUUID().toString()
                : form.value("recordId"),
            form.refused() ? form.value("wasOwn") : MeetingCapture.ownToken(own),
            own == null ? "" : own.kind(),
            own == null ? "" : own.capacity(),
            own == null || own.mandateId() == null ? "" : own.mandateId(),
            MeetingCapture.OWN_KINDS,
            ListViews.choices("Choose", capacities()),
            leader ? ListViews.choices("None", meetings.mandates(seen)) : List.of(),
            MeetingCapture.REACHES,
            MeetingCapture.RESULTS,
            MeetingCapture.DECIDED,
            MeetingWords.WITHOUT_US,
            MeetingWords.MARKS,
            helpers(seen.meeting()),
            ACTION_ROWS,
            MeetingReading.items(seen.meeting(), "Choose an item"),
            leader ? meetings.owners(seen) : List.of(),
            form.withEtag(seen.etag())));
  }

  /** The partner organisations that were there. */
  private static List<Choice> helpers(Meetings.Meeting meeting) {
    Map<String, String> there = new LinkedHashMap<>();
    meeting.partners().stream()
        .filter(one -> !one.kind().equals("EXPECTED") && !one.kind().equals("APOLOGIES"))
        .forEach(one ->
            there.put(
                one.organisationId(), one.name() == null ? one.organisationId() : one.name()));
    return there.entrySet().stream().map(one -> new Choice(one.getKey(), one.getValue())).toList();
  }

  private static Map<String, String> capacities() {
    Map<String, String> words = new LinkedHashMap<>();
    Vocabulary.CAPACITIES.forEach(choice -> words.put(choice.value(), choice.text()));
    return words;
  }

  private static String toCome(LocalDate on) {
    return "It meets on "
        + Words.weekday(on)
        + ". What happens is written down on that day or after.";
  }

  static String sentence(int items) {
    return switch (items) {
      case 0 ->
          "No item yet. Add items on the page “After”; you can still say that you were there.";
      case 1 -> "2 taps for 1 item.";
      default -> "2 taps for each of " + items + " items. Leave out what you do not know.";
    };
  }

  private static String amends(MeetingReading.Seen seen) {
    var closed = seen.meeting().closed();
    return "The record was closed"
        + (closed == null ? "" : " on " + Words.day(closed.on()))
        + ". What you change now is an amendment: it is shown with its reason, and what stood before stays in the history.";
  }

  private Map<String, String> asks(UUID id) {
    Map<String, String> asks = new HashMap<>();
    api.find("/v1/meetings/" + id + "/brief", Brief.class)
        .ifPresent(brief ->
            brief
                .items()
                .forEach(item -> {
                  if (item.ask() != null) {
                    asks.put(item.itemId(), item.ask());
                  }
                }));
    return asks;
  }

  /**
   * After a refusal the answers typed stay. What was not touched is shown as it is stored now, so
   * that sending the form again does not undo what somebody else recorded meanwhile.
   */
  private static Tapped tapped(
      Item item,
      int number,
      @Nullable String ask,
      MeetingCapture.@Nullable Stored before,
      Form form) {
    MeetingCapture.Stored stored = MeetingCapture.Stored.of(item);
    MeetingCapture.Stored was = before == null ? stored : before;
    String id = item.itemId();
    return new Tapped(
        id,
        number,
        number + ". " + MeetingWords.title(item.title()),
        ask,
        stored.token(id),
        shown(form, "h-" + id, was.reach(), stored.reach()),
        shown(form, "o-" + id, was.result(), stored.result()),
        shown(form, "x-" + id + "-k", was.decided(), stored.decided()),
        shown(form, "x-" + id + "-c", was.without(), stored.without()),
        shown(form, "x-" + id + "-m", was.mark(), stored.mark()),
        item.agreement() == null ? null : MeetingWords.agreement(item.agreement()),
        form.refused() ? form.all("x-" + id + "-w") : item.helpedBy(),
        form.refused() ? form.value("w-" + id) : String.join(" ", item.helpedBy()));
  }

  private static String shown(Form form, String name, String was, String stored) {
    String typed = form.value(name);
    return typed.isEmpty() || typed.equals(was) ? stored : typed;
  }
}
