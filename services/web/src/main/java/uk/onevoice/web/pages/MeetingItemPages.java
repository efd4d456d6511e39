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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.MeetingRecords;
import uk.onevoice.web.api.Meetings;
import uk.onevoice.web.api.Meetings.Item;
import uk.onevoice.web.api.PeopleNames;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.api.Uses;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Words;

/** An item of a meeting: confirmed or disputed, marked, and agreed for practices. */
@Path("/meetings/{id}/agenda")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class MeetingItemPages {
  private static final List<Choice> STANDS =
      List.of(
          new Choice("true", "It stands as it was written"),
          new Choice("false", "It goes, as if nobody had assessed it"));

  private final Reader reader;
  private final Api api;
  private final MeetingReading meetings;
  private final MeetingShown shown;
  private final Writing writing;
  private final PeopleNames people;

  MeetingItemPages(
      Reader reader,
      Api api,
      MeetingReading meetings,
      MeetingShown shown,
      Writing writing,
      PeopleNames people) {
    this.reader = reader;
    this.api = api;
    this.meetings = meetings;
    this.shown = shown;
    this.writing = writing;
    this.people = people;
  }

  /**
   * @param uses what was agreed under mandates of the place, to be cited
   * @param stands what settling a dispute may come to for this reader
   */
  record ItemPage(
      Frame frame,
      boolean refused,
      String meetingId,
      String heading,
      MeetingItemView item,
      boolean mayWrite,
      List<Choice> uses,
      List<Choice> marks,
      List<Choice> stands,
      Form form)
      implements TemplateInstance {}

  @GET
  @Path("{item}")
  public Response item(@PathParam("id") UUID id, @PathParam("item") UUID item) {
    return page(200, id, item, Form.blank());
  }

  @POST
  @Path("{item}/confirmation")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response confirm(
      @PathParam("id") UUID id,
      @PathParam("item") UUID item,
      MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    return writing.sendOrShow(
        "/v1/meetings/" + id + "/confirmations",
        form,
        _ -> new Meetings.OfItem(item.toString()),
        Map.of(),
        Notice.CONFIRMED.at("/meetings/" + id),
        () -> shown.page(form.status(), id, form));
  }

  @POST
  @Path("{item}/dispute")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response dispute(
      @PathParam("id") UUID id,
      @PathParam("item") UUID item,
      MultivaluedMap<String, String> fields) {
    return write(
        id,
        item,
        "disputes",
        fields,
        form ->
            new MeetingRecords.Dispute(
                item.toString(), form.text("reason", "Write why it was not so")),
        Notice.DISPUTED);
  }

  @POST
  @Path("{item}/settling")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response settle(
      @PathParam("id") UUID id,
      @PathParam("item") UUID item,
      MultivaluedMap<String, String> fields) {
    return write(
        id,
        item,
        "disputes/settling",
        fields,
        form ->
            new MeetingRecords.Settling(
                item.toString(), form.text("stands", "Choose what becomes of it").equals("true")),
        Notice.DISPUTE_SETTLED);
  }

  @POST
  @Path("{item}/evidence")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response show(
      @PathParam("id") UUID id,
      @PathParam("item") UUID item,
      MultivaluedMap<String, String> fields) {
    return write(
        id,
        item,
        "assessments",
        fields,
        form ->
            new MeetingRecords.Influence(
                item.toString(),
                form.value("influence"),
                form.text("evidence", "Write what shows it")),
        Notice.EVIDENCE);
  }

  @POST
  @Path("{item}/mark")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response mark(
      @PathParam("id") UUID id,
      @PathParam("item") UUID item,
      MultivaluedMap<String, String> fields) {
    return write(
        id,
        item,
        "presence-marks",
        fields,
        form -> new MeetingRecords.Mark(item.toString(), form.text("mark", "Choose what to mark")),
        Notice.MARKED);
  }

  @POST
  @Path("{item}/mark-taken-back")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response unmark(
      @PathParam("id") UUID id,
      @PathParam("item") UUID item,
      MultivaluedMap<String, String> fields) {
    return write(
        id,
        item,
        "presence-marks/taking-back",
        fields,
        _ -> new Meetings.OfItem(item.toString()),
        Notice.MARK_TAKEN_BACK);
  }

  /** The answer says what a yes is worth, and so does the page that follows. */
  @POST
  @Path("{item}/agreement")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response agree(
      @PathParam("id") UUID id,
      @PathParam("item") UUID item,
      MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    return writing
        .send(
            "/v1/meetings/" + id + "/agreements",
            new MeetingRecords.Agreed(item.toString(), form.optional("use")),
            form,
            Map.of("invocationId", "use"))
        .map(reached -> {
          boolean provisional = reached.id("standing").filter("PROVISIONAL"::equals).isPresent();
          return Html.goTo(
              (provisional ? Notice.AGREED_PROVISIONALLY : Notice.AGREED_FOR_PRACTICES)
                  .at(here(id, item)));
        })
        .orElseGet(() -> page(form.status(), id, item, form));
  }

  @POST
  @Path("{item}/agreement-taken-back")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response takeAgreementBack(
      @PathParam("id") UUID id,
      @PathParam("item") UUID item,
      MultivaluedMap<String, String> fields) {
    return write(
        id,
        item,
        "agreements/taking-back",
        fields,
        _ -> new Meetings.OfItem(item.toString()),
        Notice.AGREEMENT_TAKEN_BACK);
  }

  private Response write(
      UUID id,
      UUID item,
      String command,
      MultivaluedMap<String, String> fields,
      Function<Form, @Nullable Object> body,
      Notice done) {
    reader.me();
    Form form = Form.sent(fields);
    return writing.sendOrShow(
        "/v1/meetings/" + id + "/" + command,
        form,
        body,
        Map.of("reason", "reason", "evidence", "evidence", "mark", "mark", "stands", "stands"),
        done.at(here(id, item)),
        () -> page(form.status(), id, item, form));
  }

  private static String here(UUID id, UUID item) {
    return "/meetings/" + id + "/agenda/" + item;
  }

  private Response page(int status, UUID id, UUID item, Form form) {
    MeetingReading.Seen seen = meetings.read(id);
    int number = number(seen.meeting().items(), item.toString());
    MeetingItemView view =
        MeetingItemView.of(
            seen.meeting().items().get(number - 1), number, reader.me().personId(), people::of);
    boolean leader = reader.has(Roles.LEADERS);
    return Html.page(
        status,
        new ItemPage(
            meetings.partFrame("Item " + number, seen),
            form.refused(),
            id.toString(),
            number + ". " + view.title(),
            view,
            leader,
            leader ? uses(seen) : List.of(),
            MeetingWords.MARKS,
            STANDS.stream()
                .filter(choice ->
                    choice.value().equals("true") ? view.mayLetStand() : view.mayTakeAway())
                .toList(),
            form.withEtag(seen.etag())));
  }

  private static int number(List<Item> items, String itemId) {
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).itemId().equals(itemId)) {
        return i + 1;
      }
    }
    throw new NotFoundException();
  }

  private List<Choice> uses(MeetingReading.Seen seen) {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("", "None: it is provisional"));
    meetings
        .mandates(seen)
        .forEach((mandateId, called) ->
            api
                .find(
                    "/v1/mandates/" + Segment.of(mandateId) + "/invocations?limit=50",
                    Uses.Listing.class)
                .map(Uses.Listing::items)
                .orElse(List.of())
                .stream()
                .filter(use -> use.act().equals("AGREED") && !use.state().equals("TAKEN_BACK"))
                .forEach(use ->
                    choices.add(
                        new Choice(
                            use.invocationId(),
                            Words.day(use.on())
                                + ", "
                                + called
                                + (use.words() == null ? "" : ": " + use.words())))));
    return choices;
  }
}
