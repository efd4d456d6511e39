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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Names;
import uk.onevoice.web.api.People;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.api.Successions.NewAssignment;
import uk.onevoice.web.api.Successions.NewAssignments;
import uk.onevoice.web.api.Successions.Waiting;
import uk.onevoice.web.api.Successions.WaitingList;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Grid;
import uk.onevoice.web.ui.Grid.Cell;
import uk.onevoice.web.ui.Grid.Column;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Words;

/** What hangs on bodies that closed or were followed; a keeper says where it goes. */
@Path("/unresolved")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class UnresolvedPages {
  private static final String ENDS = "ENDS";
  private static final String ROLE = "ROLE_HOLDING";
  private static final String API = "/v1/organisations/unresolved";

  private final Reader reader;
  private final Api api;
  private final Names names;
  private final Writing writing;

  UnresolvedPages(Reader reader, Api api, Names names, Writing writing) {
    this.reader = reader;
    this.api = api;
    this.names = names;
    this.writing = writing;
  }

  record AllUnresolvedPage(
      Frame frame, String sentence, Grid table, @Nullable String first, @Nullable String next)
      implements TemplateInstance {}

  record UnresolvedPage(
      Frame frame,
      boolean refused,
      String id,
      String body,
      String sentence,
      List<Choice> children,
      List<String> ticked,
      List<Choice> candidates,
      Grid others,
      @Nullable String first,
      @Nullable String next,
      Form form)
      implements TemplateInstance {}

  @GET
  public AllUnresolvedPage all(@QueryParam("after") @Nullable String after) {
    reader.me();
    WaitingList list =
        api.get(
            API + "?limit=100" + (after == null ? "" : "&after=" + Segment.of(after)),
            WaitingList.class);
    return new AllUnresolvedPage(
        reader.frame("Who belongs where now?", Menu.STRUCTURE),
        sentence(list, "Nobody waits: everything belongs to a body that is open."),
        new Grid(
            "What waits",
            List.of(
                new Column("What waits", false),
                new Column("How", false),
                new Column("It belonged to", false),
                new Column("Since", false),
                new Column("Goes to", false)),
            list.items().stream()
                .map(waiting ->
                    List.of(
                        new Cell(SuccessionWords.subject(waiting)),
                        new Cell(SuccessionWords.how(waiting)),
                        new Cell(
                            SuccessionWords.name(
                                waiting.predecessorName(), waiting.predecessorId()),
                            "/unresolved/" + Segment.of(waiting.predecessorId())),
                        new Cell(Words.day(waiting.since())),
                        new Cell(whereTo(waiting))))
                .toList()),
        after == null ? null : "/unresolved",
        list.next() == null ? null : "/unresolved?after=" + Segment.of(list.next()));
  }

  private static String sentence(WaitingList list, String empty) {
    return list.total() == 0
        ? empty
        : Words.sentence(SuccessionWords.counts(list.byKind()))
            + (list.total() == 1 ? " waits" : " wait")
            + " for somebody to say where to go. Nothing moves by itself.";
  }

  private static String whereTo(Waiting waiting) {
    if (!waiting.assignable()) {
      return "An administrator says";
    }
    List<String> candidates =
        waiting.candidates().stream()
            .map(each -> SuccessionWords.name(each.name(), each.organisationId()))
            .toList();
    return switch (candidates.size()) {
      case 0 -> waiting.endable() ? "Nobody followed; it can end" : "Nobody followed yet";
      case 1 -> candidates.getFirst();
      default -> "One of " + candidates.size();
    };
  }

  @GET
  @Path("{id}")
  public Response of(@PathParam("id") String id, @QueryParam("after") @Nullable String after) {
    return page(200, id, after, List.of(), Form.blank());
  }

  @POST
  @Path("{id}/assigned")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response assigned(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    List<String> ticked = fields.getOrDefault("child", List.of());
    Optional<String> to = form.required("to", "Choose to whom they go");
    if (ticked.isEmpty()) {
      form.refuse("child", "Choose at least one");
    }
    @Nullable NewAssignments body =
        to.map(successor ->
                new NewAssignments(
                    ticked.stream().map(child -> assignment(child, successor)).toList()))
            .orElse(null);
    call(id, ticked, form);
    return writing.send(API + "/assignments", body, form, Map.of()).isPresent()
        ? Html.goTo(Notice.ASSIGNED.at("/unresolved/" + Segment.of(id)))
        : page(form.status(), id, null, ticked, form);
  }

  private static NewAssignment assignment(String child, String to) {
    return to.equals(ENDS)
        ? new NewAssignment(child, null, true)
        : new NewAssignment(child, to, null);
  }

  /** What the API says of one in the list is said of its name. */
  private void call(String id, List<String> ticked, Form form) {
    WaitingList list = read(id, null);
    Map<String, String> holders = holders(id, list);
    Map<String, String> called =
        list.items().stream()
            .collect(
                Collectors.toMap(
                    Waiting::id, waiting -> subject(waiting, holders), (one, _) -> one));
    for (int i = 0; i < ticked.size(); i++) {
      form.row(String.valueOf(i), called.getOrDefault(ticked.get(i), "One of them"));
    }
  }

  /** Who holds the roles there, by holding: a keeper has to tell them apart. */
  private Map<String, String> holders(String id, WaitingList list) {
    if (list.items().stream().noneMatch(waiting -> waiting.kind().equals(ROLE))) {
      return Map.of();
    }
    Map<String, String> holders = new HashMap<>();
    for (People.Listed person :
        api.get("/v1/people?limit=200&organisationId=" + Segment.of(id), People.PersonList.class)
            .items()) {
      person
          .roleHoldings()
          .forEach(held -> holders.put(held.roleHoldingId(), PersonView.name(person.name())));
    }
    return holders;
  }

  private static String subject(Waiting waiting, Map<String, String> holders) {
    String holder = waiting.kind().equals(ROLE) ? holders.get(waiting.id()) : null;
    return holder == null || waiting.role() == null
        ? SuccessionWords.subject(waiting)
        : holder + ": " + RoleWords.of(waiting.role());
  }

  private WaitingList read(String id, @Nullable String after) {
    return api.get(
        API
            + "?limit=200&predecessor="
            + Segment.of(id)
            + (after == null ? "" : "&after=" + Segment.of(after)),
        WaitingList.class);
  }

  private Response page(
      int status, String id, @Nullable String after, List<String> ticked, Form form) {
    reader.me();
    WaitingList list = read(id, after);
    String body =
        list.items().stream()
            .findFirst()
            .map(waiting -> SuccessionWords.name(waiting.predecessorName(), id))
            .orElseGet(() -> names.of(id));
    Map<String, String> holders = holders(id, list);
    List<Waiting> assignable =
        list.items().stream()
            .filter(waiting ->
                waiting.endable() || (waiting.assignable() && !waiting.candidates().isEmpty()))
            .toList();
    List<Waiting> others =
        list.items().stream().filter(waiting -> !assignable.contains(waiting)).toList();
    Stream<Choice> successors =
        assignable.stream()
            .flatMap(waiting -> waiting.candidates().stream())
            .distinct()
            .map(each ->
                new Choice(
                    each.organisationId(),
                    SuccessionWords.name(each.name(), each.organisationId())));
    boolean endable = assignable.stream().anyMatch(Waiting::endable);
    List<Choice> candidates =
        Stream.concat(
                successors,
                endable ? Stream.of(new Choice(ENDS, "To nobody: it ends")) : Stream.<Choice>of())
            .toList();
    String here = "/unresolved/" + Segment.of(id);
    return Html.page(
        status,
        new UnresolvedPage(
            reader
                .frame("Who belongs where now? " + body, Menu.STRUCTURE)
                .withBreadcrumbs(
                    new Link("Who belongs where now?", "/unresolved"),
                    new Link(body, "/organisations/" + Segment.of(id))),
            form.refused(),
            id,
            body,
            sentence(list, "Nobody waits: all that belonged to it has been assigned."),
            assignable.stream()
                .map(waiting ->
                    new Choice(
                        waiting.id(),
                        subject(waiting, holders)
                            + " ("
                            + RoleWords.lowerFirst(SuccessionWords.how(waiting))
                            + ")"))
                .toList(),
            ticked,
            candidates,
            new Grid(
                "What is not assigned here",
                List.of(
                    new Column("What waits", false),
                    new Column("Since", false),
                    new Column("What to do", false)),
                others.stream()
                    .map(waiting ->
                        List.of(
                            new Cell(subject(waiting, holders)),
                            new Cell(Words.day(waiting.since())),
                            new Cell(whereTo(waiting))))
                    .toList()),
            after == null ? null : here,
            list.next() == null ? null : here + "?after=" + Segment.of(list.next()),
            candidates.size() == 1 ? form.with("to", candidates.getFirst().value()) : form));
  }
}
