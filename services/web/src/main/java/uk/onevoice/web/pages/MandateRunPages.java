package uk.onevoice.web.pages;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Answered;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Mandates;
import uk.onevoice.web.api.Mandates.Mandate;
import uk.onevoice.web.api.Me.RoleHolding;
import uk.onevoice.web.api.Names;
import uk.onevoice.web.api.Reached;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Grid;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Topic;
import uk.onevoice.web.ui.Words;

/** What leaders do with a mandate: remind, record answers, back it, take it on, suspend, end. */
@Path("/mandates")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class MandateRunPages {
  /** A field of a form is no longer than this, so that what was looked at can be carried along. */
  private static final int MOST_LETTERS = 60_000;

  private final Reader reader;
  private final Api api;
  private final Names names;
  private final PlaceViews places;
  private final Writing writing;
  private final MandateShown shown;

  MandateRunPages(
      Reader reader, Api api, Names names, PlaceViews places, Writing writing, MandateShown shown) {
    this.reader = reader;
    this.api = api;
    this.names = names;
    this.places = places;
    this.writing = writing;
    this.shown = shown;
  }

  /**
   * @param rows what a list would record; null before it was looked at
   * @param mayRecord whether no row is wrong
   */
  record ListOfAnswersPage(
      Frame frame,
      boolean refused,
      String mandateId,
      String heading,
      List<Choice> from,
      @Nullable String sentence,
      List<String> wrong,
      @Nullable Grid rows,
      boolean mayRecord,
      Form form)
      implements TemplateInstance {}

  /** Where a command goes, what it says and what the page says then. */
  private record Command(
      String path, @Nullable Object body, Map<String, String> fields, Notice done) {}

  @POST
  @Path("{id}/run/{what}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response run(
      @PathParam("id") UUID id,
      @PathParam("what") String what,
      MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    Command command = command(what, form);
    return writing.sendOrShow(
        "/v1/mandates/" + id + "/" + command.path(),
        form,
        _ -> command.body(),
        command.fields(),
        command.done().at("/mandates/" + id),
        () -> shown.page(form.status(), id, form));
  }

  private Command command(String what, Form form) {
    Object plain = new Mandates.Plain();
    return switch (what) {
      case "reminder" ->
          new Command("reminders", new Mandates.Reminder(null), Map.of(), Notice.REMINDED);
      case "recording" -> recording(form);
      case "backing" -> new Command("endorsements", backing(), Map.of(), Notice.BACKED);
      case "taking-on" -> new Command("acceptance", plain, Map.of(), Notice.TAKEN_ON);
      case "putting-in-force" -> new Command("activation", plain, Map.of(), Notice.IN_FORCE);
      case "suspension" ->
          new Command(
              "suspension",
              new Mandates.Reason(form.optional("suspendReason")),
              Map.of("reason", "suspendReason"),
              Notice.SUSPENDED);
      case "lifting" -> new Command("suspension-lifting", plain, Map.of(), Notice.SPEAKS_AGAIN);
      case "ending" ->
          new Command(
              "ending",
              new Mandates.Reason(form.optional("endReason")),
              Map.of("reason", "endReason"),
              Notice.MANDATE_ENDED);
      case "confirmation" -> new Command("confirmation", plain, Map.of(), Notice.STILL_HOLDS);
      case "renewal" -> renewal(form);
      case "giving-up" ->
          new Command("version-withdrawal", plain, Map.of(), Notice.NEW_TERMS_GIVEN_UP);
      case "stand-in" -> standIn(form);
      case "standing-down" -> standingDown(form);
      default -> throw new NotFoundException();
    };
  }

  private Mandates.@Nullable Endorsing backing() {
    return reader.role().map(RoleHolding::organisationId).map(Mandates.Endorsing::new).orElse(null);
  }

  /** One answer for all practices chosen, as a meeting takes them. */
  private static Command recording(Form form) {
    List<String> practices = PracticeCodes.of(form.all("takenPractice"), form.value("takenCodes"));
    if (practices.isEmpty()) {
      form.refuse("takenCodes", "Choose practices, or write their codes");
    }
    String answer = form.text("taken", "Choose what they answered");
    String through = form.text("takenHow", "Choose how they answered");
    String evidence = form.text("takenEvidence", "Write where it can be looked up");
    @Nullable String words = form.optional("takenWords");
    if (answer.equals("CONDITIONAL") && words == null) {
      form.refuse("takenWords", "Write the condition in one sentence");
    }
    @Nullable LocalDate on = form.optionalDay("takenOn").orElse(null);
    for (int i = 0; i < practices.size(); i++) {
      form.row(String.valueOf(i), "Not recorded:");
    }
    return new Command(
        "recorded-answers",
        new Mandates.Taken(
            through,
            on,
            evidence,
            practices.stream().map(code -> new Mandates.TakenAnswer(code, answer, words)).toList()),
        Map.of(
            "on",
            "takenOn",
            "words",
            "takenWords",
            "evidence",
            "takenEvidence",
            "through",
            "takenHow",
            "answers",
            "takenCodes"),
        Notice.TAKEN);
  }

  /** People say the last day, the API the first one after it. */
  private static Command renewal(Form form) {
    @Nullable LocalDate start = form.optionalDay("renewStart").orElse(null);
    Optional<LocalDate> last = form.requiredDay("renewLast", "Write the last day");
    return new Command(
        "renewal",
        last.map(day -> new Mandates.Renewal(start, day.plusDays(1))).orElse(null),
        Map.of("start", "renewStart", "end", "renewLast"),
        Notice.NEW_TERMS);
  }

  private static Command standIn(Form form) {
    return new Command(
        "alternates",
        new Mandates.Holder(
            form.text("altBody", "Write the code of the body").toUpperCase(java.util.Locale.UK),
            form.text("altRole", "Choose the role"),
            form.text("altLabel", "Write what the role is called there")),
        Map.of("organisationId", "altBody", "role", "altRole", "label", "altLabel"),
        Notice.STANDS_IN);
  }

  private static Command standingDown(Form form) {
    String[] who = form.text("alternate", "Choose who stands in no more").split("/", 3);
    return new Command(
        "alternates-stood-down",
        who.length < 3 ? null : new Mandates.Holder(who[0], who[1], who[2]),
        Map.of("organisationId", "alternate", "role", "alternate", "label", "alternate"),
        Notice.STANDS_IN);
  }

  @GET
  @Path("{id}/answers")
  public Response list(@PathParam("id") UUID id) {
    return listPage(200, id, Form.blank(), null);
  }

  @POST
  @Path("{id}/answers/looked-at")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response look(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    Optional<Reached> seen =
        writing.send(
            "/v1/mandates/" + id + "/answer-imports/preview", table(form), form, TABLE_FIELDS);
    return listPage(
        seen.isPresent() ? 200 : form.status(), id, form, seen.map(Reached::body).orElse(null));
  }

  @POST
  @Path("{id}/answers/recorded")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response record(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    return writing.sendOrShow(
        "/v1/mandates/" + id + "/answer-imports",
        form,
        MandateRunPages::table,
        TABLE_FIELDS,
        Notice.TAKEN.at("/mandates/" + id),
        () -> listPage(form.status(), id, form, null));
  }

  private static final Map<String, String> TABLE_FIELDS =
      Map.of("csv", "csv", "through", "from", "evidence", "evidence");

  private static Object table(Form form) {
    String csv = form.text("csv", "Paste the list");
    if (csv.length() > MOST_LETTERS) {
      form.refuse("csv", "Send it in parts of at most 60,000 letters");
    }
    return new Mandates.AnswerTable(
        csv,
        form.text("from", "Choose where the answers come from"),
        form.text("evidence", "Write where they can be looked up"));
  }

  private Response listPage(int status, UUID id, Form form, @Nullable JsonNode seen) {
    Frame frame = reader.frame("Answers from a list", Menu.REPRESENTATION);
    Answered<Mandate> mandate = api.getVersioned("/v1/mandates/" + id, Mandate.class);
    places.practiceNames(mandate.body()).forEach(names::know);
    String topic = Words.sentence(Topic.words(mandate.body().topic())) + " mandate";
    List<String> wrong = new ArrayList<>();
    if (seen != null) {
      seen.path("errors")
          .forEach(error ->
              wrong.add(
                  "Row " + error.path("row").asInt() + ": " + error.path("message").asText()));
    }
    return Html.page(
        status,
        new ListOfAnswersPage(
            frame.withBreadcrumbs(new Link(topic, "/mandates/" + id)),
            form.refused(),
            id.toString(),
            "Answers from a list",
            MandateActions.FROM,
            seen == null ? null : seenSentence(seen, wrong.size()),
            wrong,
            seen == null || seen.path("rows").isEmpty() ? null : rows(seen.path("rows")),
            seen != null && wrong.isEmpty() && !seen.path("rows").isEmpty(),
            form.withEtag(mandate.etag())));
  }

  static String seenSentence(JsonNode seen, int wrong) {
    int rows = seen.path("rows").size();
    String silent =
        Words.count(seen.path("silent").asInt(), "practice", "practices")
            + " would still not have answered.";
    return wrong == 0
        ? Words.sentence(Words.count(rows, "answer", "answers"))
            + " can be recorded. "
            + Words.sentence(silent)
        : Words.sentence(Words.count(wrong, "row", "rows"))
            + " cannot be recorded, so none is yet. Correct the list and look again.";
  }

  private Grid rows(JsonNode rows) {
    List<List<Grid.Cell>> cells = new ArrayList<>();
    rows.forEach(row ->
        cells.add(
            List.of(
                new Grid.Cell(String.valueOf(row.path("row").asInt())),
                new Grid.Cell(names.of(row.path("practiceId").asText())),
                new Grid.Cell(
                    switch (row.path("answer").asText()) {
                      case "GRANT" -> "Yes";
                      case "CONDITIONAL" -> "Yes, with a condition";
                      case "DECLINE" -> "No";
                      default -> "Took the answer back";
                    }),
                new Grid.Cell(Words.day(LocalDate.parse(row.path("on").asText()))),
                new Grid.Cell(
                    switch (row.path("effect").asText()) {
                      case "NEW" -> "New";
                      case "CHANGES" -> "Takes the place of the earlier answer";
                      default -> "As it is already";
                    }))));
    return new Grid(
        "What the list would record",
        List.of(
            new Grid.Column("Row", false),
            new Grid.Column("Practice", false),
            new Grid.Column("Answer", false),
            new Grid.Column("When", false),
            new Grid.Column("Effect", false)),
        cells);
  }
}
