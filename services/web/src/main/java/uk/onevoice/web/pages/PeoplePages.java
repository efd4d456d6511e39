package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.People;
import uk.onevoice.web.api.People.Listed;
import uk.onevoice.web.api.People.PersonList;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Grid;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Words;

/** People: finding them, and registering somebody. */
@Path("/people")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class PeoplePages {
  private final Reader reader;
  private final Api api;
  private final Writing writing;

  PeoplePages(Reader reader, Api api, Writing writing) {
    this.reader = reader;
    this.api = api;
    this.writing = writing;
  }

  record PeoplePage(
      Frame frame,
      boolean refused,
      Form form,
      List<Choice> roles,
      String sentence,
      @Nullable Grid table,
      @Nullable String next,
      boolean mayRegister,
      boolean keeps,
      boolean due)
      implements TemplateInstance {}

  record NewPersonPage(Frame frame, boolean refused, Form form) implements TemplateInstance {}

  @GET
  public Response people(
      @QueryParam("due") @Nullable String due, @QueryParam("after") @Nullable String after) {
    reader.me();
    return page(Form.blank(), "true".equals(due), after);
  }

  /** A name that is looked for is sent as a form, so that no address and no log has it. */
  @POST
  @Path("found")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response found(MultivaluedMap<String, String> fields) {
    reader.me();
    return page(Form.sent(fields), false, null);
  }

  private Response page(Form form, boolean due, @Nullable String after) {
    boolean keeps = reader.has(Roles.KEEPERS);
    LocalDate today = AsOf.today();
    String name = form.value("query");
    String role = form.value("role");
    PersonList found =
        name.isEmpty()
            ? api.get(
                "/v1/people?limit=50"
                    + (due ? "&due=true&sort=due" : "")
                    + chosen("role", role)
                    + (after == null ? "" : chosen("after", after)),
                PersonList.class)
            : named(api, name, role.isEmpty() ? null : role, 50);
    boolean searched = !name.isEmpty() || !role.isEmpty();
    return Html.page(
        200,
        new PeoplePage(
            reader.frame("People", Menu.PEOPLE),
            false,
            form,
            roles("Any role", true),
            sentence(found, searched, due),
            found.items().isEmpty() ? null : table(found.items(), keeps, today),
            found.next() == null || searched
                ? null
                : "/people?" + (due ? "due=true&" : "") + "after=" + Segment.of(found.next()),
            reader.has(Roles.ADMINISTRATOR),
            keeps,
            due));
  }

  /** Who has this name, which stands in no address. */
  static PersonList named(Api api, String name, @Nullable String role, int limit) {
    return api.ask(
        "/v1/people/searches?limit=" + limit, new People.NameSearch(name, role), PersonList.class);
  }

  private static String chosen(String name, String value) {
    return value.isEmpty() ? "" : "&" + name + "=" + Segment.of(value);
  }

  /**
   * @param platform whether roles of OneVoice itself are among them
   */
  static List<Choice> roles(String first, boolean platform) {
    List<Choice> roles = new ArrayList<>();
    roles.add(new Choice("", first));
    Roles.ALL.stream()
        .filter(role -> platform || !Roles.isOfThePlatform(role))
        .forEach(role -> roles.add(new Choice(role, RoleWords.of(role))));
    return roles;
  }

  static String sentence(PersonList found, boolean searched, boolean due) {
    if (found.items().isEmpty()) {
      return due
          ? "No role is waiting for a check."
          : searched
              ? "Nobody is found. Try the beginning of the family name."
              : "Nobody is shown yet. People appear here when they want to be found by others.";
    }
    String people = Words.count(found.items().size(), "person", "people");
    return (found.next() == null ? "" : "The first ")
        + people
        + (due
            ? " with a role that should be checked, the longest overdue first."
            : ", by family name.");
  }

  private static Grid table(List<Listed> people, boolean keeps, LocalDate today) {
    List<Grid.Column> columns = new ArrayList<>();
    columns.add(new Grid.Column("Name", false));
    columns.add(new Grid.Column("Roles today", false));
    if (keeps) {
      columns.add(new Grid.Column("Check due", false));
    }
    return new Grid("People", columns, people.stream().map(p -> row(p, keeps, today)).toList());
  }

  private static List<Grid.Cell> row(Listed person, boolean keeps, LocalDate today) {
    List<Grid.Cell> row = new ArrayList<>();
    row.add(new Grid.Cell(PersonView.name(person.name()), "/people/" + person.personId()));
    row.add(new Grid.Cell(PersonView.sentence(person.roleHoldings(), today)));
    if (keeps) {
      row.add(
          new Grid.Cell(
              person.roleHoldings().stream()
                  .map(People.Holding::checkDue)
                  .filter(day -> day != null)
                  .min(LocalDate::compareTo)
                  .map(Words::day)
                  .orElse("")));
    }
    return row;
  }

  @GET
  @Path("new")
  public Response register() {
    reader.me();
    return newPage(200, Form.blank());
  }

  @POST
  @Path("new/registered")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response registered(MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    Optional<String> name = form.required("name", "Write the name");
    Optional<String> made =
        writing
            .send(
                "/v1/people",
                name.map(People.NewName::new).orElse(null),
                form,
                Map.of("name", "name"))
            .flatMap(reached -> reached.id("personId"));
    return made.isPresent()
        ? Html.goTo(Notice.PERSON.at("/people/" + made.get()))
        : newPage(form.status(), form);
  }

  private Response newPage(int status, Form form) {
    return Html.page(
        status,
        new NewPersonPage(
            reader
                .frame("Register a person", Menu.PEOPLE)
                .withBreadcrumbs(new Link("People", "/people")),
            form.refused(),
            form));
  }
}
