package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Answered;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Issues.Issue;
import uk.onevoice.web.api.Issues.IssueList;
import uk.onevoice.web.api.Issues.NewIssue;
import uk.onevoice.web.api.Issues.NewOption;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Grid;
import uk.onevoice.web.ui.Grid.Cell;
import uk.onevoice.web.ui.Grid.Column;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Topic;
import uk.onevoice.web.ui.Words;

/** Questions before general practice of an ICS, on whose options its bodies say what they think. */
@Path("/questions")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class QuestionPages {
  private static final int ONE_PAGE = 50;

  private final Reader reader;
  private final Api api;
  private final ListViews lists;
  private final Writing writing;

  QuestionPages(Reader reader, Api api, ListViews lists, Writing writing) {
    this.reader = reader;
    this.api = api;
    this.lists = lists;
    this.writing = writing;
  }

  record QuestionsPage(
      Frame frame,
      String icsId,
      String heading,
      String sentence,
      Grid table,
      @Nullable String first,
      @Nullable String next)
      implements TemplateInstance {}

  /**
   * @param places where a body can say what it thinks
   */
  record QuestionPage(
      Frame frame,
      boolean refused,
      String questionId,
      String question,
      String sentence,
      List<String> options,
      List<Link> places,
      Form form)
      implements TemplateInstance {}

  record NewQuestionPage(
      Frame frame, boolean refused, String icsId, String ics, List<Choice> topics, Form form)
      implements TemplateInstance {}

  @GET
  @Path("of/{icsId}")
  public TemplateInstance list(
      @PathParam("icsId") String icsId, @QueryParam("after") @Nullable String after) {
    Frame frame = reader.frame("Questions", Menu.REPRESENTATION);
    IssueList list =
        api.get(
            "/v1/issues?limit="
                + ONE_PAGE
                + "&icsId="
                + Segment.of(icsId)
                + (after == null ? "" : "&after=" + Segment.of(after)),
            IssueList.class);
    String ics = lists.ics(icsId);
    String here = "/questions/of/" + Segment.of(icsId);
    String heading = "Questions before general practice of " + ics;
    return new QuestionsPage(
        frame.withTitle(heading).withBreadcrumbs(new Link(ics, "/ics/" + Segment.of(icsId))),
        icsId,
        heading,
        sentence(list.items().size(), after != null),
        table(list.items()),
        after == null ? null : here,
        list.next() == null ? null : here + "?after=" + Segment.of(list.next()));
  }

  static String sentence(int count, boolean later) {
    return count == 0
        ? later ? "There are no more." : "No question has been put yet."
        : "The newest first. Only leaders see a question before a body says something on it.";
  }

  private static Grid table(List<Issue> questions) {
    return new Grid(
        "Questions",
        List.of(
            new Column("Question", false), new Column("Topic", false), new Column("Put on", false)),
        questions.stream()
            .map(one ->
                List.of(
                    new Cell(PositionView.question(one.question()), "/questions/" + one.issueId()),
                    new Cell(one.topicNow() == null ? "Not known" : one.topicNow()),
                    new Cell(Words.day(one.raisedOn()))))
            .toList());
  }

  @GET
  @Path("new/{icsId}")
  public Response put(@PathParam("icsId") String icsId) {
    return newPage(200, icsId, Form.blank());
  }

  @POST
  @Path("new/{icsId}/put")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response put(@PathParam("icsId") String icsId, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    List<String> options =
        form.value("options")
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .distinct()
            .toList();
    if (options.size() < 2) {
      form.refuse("options", "Write at least two options, each on a line of its own");
    }
    for (int i = 0; i < options.size(); i++) {
      form.row(String.valueOf(i), "Option " + (i + 1));
    }
    NewIssue question =
        new NewIssue(
            icsId,
            form.text("topic", "Choose a topic"),
            form.text("question", "Write the question"),
            options);
    Optional<String> made =
        writing
            .send(
                "/v1/issues",
                question,
                form,
                Map.of("topicId", "topic", "question", "question", "options", "options"))
            .flatMap(reached -> reached.id("issueId"));
    return made.isPresent()
        ? Html.goTo(Notice.QUESTION.at("/questions/" + made.get()))
        : newPage(form.status(), icsId, form);
  }

  private Response newPage(int status, String icsId, Form form) {
    Frame frame = reader.frame("Put a question", Menu.REPRESENTATION);
    String ics = lists.ics(icsId);
    return Html.page(
        status,
        new NewQuestionPage(
            frame.withBreadcrumbs(
                new Link(ics, "/ics/" + Segment.of(icsId)),
                new Link("Questions", "/questions/of/" + Segment.of(icsId))),
            form.refused(),
            icsId,
            ics,
            ListViews.choices(
                "Choose a topic", ListViews.labels(lists.inUse(ListKind.TOPICS, icsId))),
            form));
  }

  @GET
  @Path("{id}")
  public Response question(@PathParam("id") UUID id) {
    return page(200, id, Form.blank());
  }

  @POST
  @Path("{id}/option")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response option(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    return writing.sendOrShow(
        "/v1/issues/" + id + "/options",
        form,
        sent -> new NewOption(sent.text("option", "Write the option")),
        Map.of("option", "option"),
        Notice.OPTION.at("/questions/" + id),
        () -> page(form.status(), id, form));
  }

  private Response page(int status, UUID id, Form form) {
    Frame frame = reader.frame("Question", Menu.REPRESENTATION);
    Answered<Issue> answered = api.getVersioned("/v1/issues/" + id, Issue.class);
    Issue issue = answered.body();
    String ics = Segment.of(issue.icsId());
    String question = PositionView.question(issue.question());
    return Html.page(
        status,
        new QuestionPage(
            frame
                .withTitle(question)
                .withBreadcrumbs(
                    new Link(lists.ics(issue.icsId()), "/ics/" + ics),
                    new Link("Questions", "/questions/of/" + ics)),
            form.refused(),
            id.toString(),
            question,
            "Put on "
                + Words.day(issue.raisedOn())
                + (issue.topicNow() == null ? "" : ", on " + Topic.words("", issue.topicNow()))
                + ". It has "
                + Words.count(issue.options().size(), "option", "options")
                + ".",
            issue.options().stream().map(one -> PositionView.question(one.option())).toList(),
            lists.places(issue.icsId()).entrySet().stream()
                .map(place ->
                    new Link(
                        place.getValue(), "/positions/new/" + place.getKey() + "?question=" + id))
                .toList(),
            form.withEtag(answered.etag())));
  }
}
