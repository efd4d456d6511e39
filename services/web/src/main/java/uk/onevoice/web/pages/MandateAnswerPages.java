package uk.onevoice.web.pages;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Answered;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Mandates;
import uk.onevoice.web.api.Mandates.Mandate;
import uk.onevoice.web.api.Names;
import uk.onevoice.web.api.Reached;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Grid;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Topic;
import uk.onevoice.web.ui.Words;

/** Answers that were given elsewhere: at a meeting, by letter, in a list that somebody kept. */
@Path("/mandates/{id}/answers")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class MandateAnswerPages {
  /** A field of a form is no longer than this, so that what was looked at can be carried along. */
  private static final int MOST_LETTERS = 60_000;

  private static final String ANSWER = "answer-";
  private static final String SAID = "words-";
  private static final Map<String, String> TABLE_FIELDS =
      Map.of("csv", "csv", "through", "from", "evidence", "evidence");
  private static final Map<String, String> TAKEN_FIELDS =
      Map.of("on", "takenOn", "evidence", "takenEvidence", "through", "takenHow");

  private final Reader reader;
  private final Api api;
  private final Names names;
  private final PlaceViews places;
  private final Writing writing;

  MandateAnswerPages(Reader reader, Api api, Names names, PlaceViews places, Writing writing) {
    this.reader = reader;
    this.api = api;
    this.names = names;
    this.places = places;
    this.writing = writing;
  }

  /** The fields of one practice: what it answered, and its condition or reason. */
  public record Asked(
      String name, String answerField, String answer, String wordsField, String words) {}

  /**
   * @param silent practices that have not answered
   * @param others those that have: what is recorded takes the place of that
   */
  record TakenPage(
      Frame frame,
      boolean refused,
      String mandateId,
      List<Asked> silent,
      List<Asked> others,
      List<Choice> answers,
      List<Choice> through,
      Form form)
      implements TemplateInstance {}

  /**
   * @param rows what a list would record; null before it was looked at
   * @param wrong the rows that cannot be recorded, each with its reason; null where there is none
   * @param mayRecord whether no row is wrong
   */
  record ListOfAnswersPage(
      Frame frame,
      boolean refused,
      String mandateId,
      String heading,
      List<Choice> from,
      @Nullable String sentence,
      @Nullable Grid wrong,
      @Nullable Grid rows,
      boolean mayRecord,
      Form form)
      implements TemplateInstance {}

  @GET
  @Path("taken")
  public Response taken(@PathParam("id") UUID id) {
    return takenPage(200, id, Form.blank());
  }

  /** A meeting hears a different answer from each practice. */
  @POST
  @Path("taken/recorded")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response take(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    List<Mandates.TakenAnswer> answers = new ArrayList<>();
    fields.keySet().stream()
        .filter(name -> name.startsWith(ANSWER) && form.optional(name) != null)
        .map(name -> name.substring(ANSWER.length()))
        .forEach(code -> {
          @Nullable String words = form.optional(SAID + code);
          if (form.value(ANSWER + code).equals("CONDITIONAL") && words == null) {
            form.refuse(SAID + code, "Write the condition in one sentence");
          }
          form.row(String.valueOf(answers.size()), "Not recorded:");
          answers.add(new Mandates.TakenAnswer(code, form.value(ANSWER + code), words));
        });
    if (answers.isEmpty()) {
      form.refuse("practices", "Choose what at least one practice answered");
    }
    Mandates.Taken body =
        new Mandates.Taken(
            form.text("takenHow", "Choose how they answered"),
            form.optionalDay("takenOn").orElse(null),
            form.text("takenEvidence", "Write where it can be looked up"),
            answers);
    return writing.sendOrShow(
        "/v1/mandates/" + id + "/recorded-answers",
        form,
        _ -> body,
        TAKEN_FIELDS,
        Notice.TAKEN.at("/mandates/" + id),
        () -> takenPage(form.status(), id, form));
  }

  private Response takenPage(int status, UUID id, Form form) {
    Frame frame = reader.frame("Answers from a meeting or a letter", Menu.REPRESENTATION);
    Answered<Mandate> mandate = api.getVersioned("/v1/mandates/" + id, Mandate.class);
    List<String> silent =
        mandate.body().silentNow() == null ? List.of() : mandate.body().silentNow();
    Map<String, String> practices = new TreeMap<>(places.practiceNames(mandate.body()));
    List<Choice> answers = new ArrayList<>();
    answers.add(new Choice("", "Not said"));
    answers.addAll(MandateActions.ANSWERS);
    return Html.page(
        status,
        new TakenPage(
            frame.withBreadcrumbs(new Link(title(mandate.body()), "/mandates/" + id)),
            form.refused(),
            id.toString(),
            asked(practices, silent::contains, form),
            asked(practices, code -> !silent.contains(code), form),
            answers,
            MandateActions.THROUGH,
            form.withEtag(mandate.etag())));
  }

  private static List<Asked> asked(
      Map<String, String> practices, Predicate<String> which, Form form) {
    return practices.entrySet().stream()
        .filter(practice -> which.test(practice.getKey()))
        .map(practice ->
            new Asked(
                practice.getValue(),
                ANSWER + practice.getKey(),
                form.value(ANSWER + practice.getKey()),
                SAID + practice.getKey(),
                form.value(SAID + practice.getKey())))
        .toList();
  }

  private static String title(Mandate mandate) {
    return Words.sentence(Topic.words(mandate.topic())) + " mandate";
  }

  @GET
  public Response list(@PathParam("id") UUID id) {
    return listPage(200, id, Form.blank(), null);
  }

  /** The list comes as a file or pasted; nothing is recorded by looking at it. */
  @POST
  @Path("looked-at")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response look(
      @PathParam("id") UUID id,
      @RestForm("file") @Nullable FileUpload file,
      @RestForm("csv") @Nullable String csv,
      @RestForm("from") @Nullable String from,
      @RestForm("evidence") @Nullable String evidence) {
    reader.me();
    MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();
    fields.add("csv", csv == null ? "" : csv);
    fields.add("from", from == null ? "" : from);
    fields.add("evidence", evidence == null ? "" : evidence);
    Form form = Form.sent(fields);
    if (file != null && file.size() > 0) {
      form.with("csv", AnswerFile.read(file.uploadedFile()));
    }
    Optional<Reached> seen =
        writing.send(
            "/v1/mandates/" + id + "/answer-imports/preview", table(form), form, TABLE_FIELDS);
    return listPage(
        seen.isPresent() ? 200 : form.status(), id, form, seen.map(Reached::body).orElse(null));
  }

  @POST
  @Path("recorded")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response record(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    return writing.sendOrShow(
        "/v1/mandates/" + id + "/answer-imports",
        form,
        MandateAnswerPages::table,
        TABLE_FIELDS,
        Notice.TAKEN.at("/mandates/" + id),
        () -> listPage(form.status(), id, form, null));
  }

  private static Object table(Form form) {
    String csv = form.text("csv", "Choose the file, or paste the list");
    if (csv.length() > MOST_LETTERS) {
      form.refuse("csv", "Send it in parts of at most 60,000 letters");
      form.with("csv", "");
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
    int wrong = seen == null ? 0 : seen.path("errors").size();
    return Html.page(
        status,
        new ListOfAnswersPage(
            frame.withBreadcrumbs(new Link(title(mandate.body()), "/mandates/" + id)),
            form.refused(),
            id.toString(),
            "Answers from a list",
            MandateActions.FROM,
            seen == null ? null : seenSentence(seen, wrong),
            seen == null || wrong == 0 ? null : wrong(seen.path("errors"), form.value("csv")),
            seen == null || seen.path("rows").isEmpty() ? null : rows(seen.path("rows")),
            seen != null && wrong == 0 && !seen.path("rows").isEmpty(),
            form.withEtag(mandate.etag())));
  }

  /** Each row that cannot be recorded, as it stands in the list, with its reason. */
  private static Grid wrong(JsonNode errors, String csv) {
    List<List<Grid.Cell>> cells = new ArrayList<>();
    errors.forEach(error ->
        cells.add(
            List.of(
                new Grid.Cell(String.valueOf(error.path("row").asInt())),
                new Grid.Cell(AnswerFile.row(csv, error.path("row").asInt())),
                new Grid.Cell(Words.sentence(error.path("message").asText())))));
    return new Grid(
        "Rows that cannot be recorded",
        List.of(
            new Grid.Column("Row", false),
            new Grid.Column("In the list", false),
            new Grid.Column("Why it cannot be recorded", false)),
        cells);
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
