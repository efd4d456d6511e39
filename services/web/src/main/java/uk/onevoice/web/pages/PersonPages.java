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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Answered;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Areas;
import uk.onevoice.web.api.People;
import uk.onevoice.web.api.People.Duplicate;
import uk.onevoice.web.api.People.Person;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Words;

/** One person: what they hold, how to reach them, and whether they are in here twice. */
@Path("/people/{id:[0-9a-f-]{36}}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class PersonPages {
  private static final int MOST_FOUND = 10;

  private final Reader reader;
  private final Api api;
  private final Writing writing;

  PersonPages(Reader reader, Api api, Writing writing) {
    this.reader = reader;
    this.api = api;
    this.writing = writing;
  }

  /** Who may be the same human being, in words. */
  /**
   * @param heldTwice roles that keep the two from being made one, where they are changed
   */
  public record DuplicateView(String personId, String name, String why, List<Link> heldTwice) {}

  record PersonPage(
      Frame frame,
      boolean refused,
      PersonView view,
      boolean seesAll,
      boolean mayAppoint,
      boolean mayInvite,
      boolean mayName,
      boolean mayContact,
      List<DuplicateView> duplicates,
      List<PersonView.Happening> history,
      Form form)
      implements TemplateInstance {}

  record AppointPage(
      Frame frame,
      boolean refused,
      String personId,
      String name,
      List<Choice> roles,
      List<Choice> found,
      List<Choice> natures,
      Form form)
      implements TemplateInstance {}

  /**
   * @param written the name there is, empty for none
   */
  record DetailsPage(
      Frame frame,
      boolean refused,
      PersonView view,
      String written,
      boolean mayName,
      boolean mayContact,
      List<Choice> yesNo,
      Form form)
      implements TemplateInstance {}

  @GET
  public Response person(@PathParam("id") UUID id) {
    reader.me();
    return personPage(200, id, Form.blank());
  }

  private Response personPage(int status, UUID id, Form form) {
    Answered<Person> person = read(id);
    String personId = person.body().personId();
    PersonView view = PersonView.of(person.body(), AsOf.today());
    boolean administers = reader.has(Roles.ADMINISTRATOR);
    boolean self = reader.me().personId().equals(personId);
    boolean seesAll = self || reader.has(Roles.KEEPERS);
    return Html.page(
        status,
        new PersonPage(
            frame(view.name()),
            form.refused(),
            view,
            seesAll,
            reader.has(Roles.KEEPERS),
            administers || (reader.has(Roles.KEEPERS) && !everAdministered(person.body())),
            administers,
            self || administers,
            administers ? duplicates(personId) : List.of(),
            seesAll ? history(personId) : List.of(),
            form.withEtag(person.etag())));
  }

  /** Whoever invites somebody could sign in as them: only administrators invite administrators. */
  static boolean everAdministered(Person person) {
    return person.roleHoldings().stream()
        .anyMatch(holding -> holding.role().equals(Roles.ADMINISTRATOR));
  }

  private Frame frame(String title, Link... more) {
    Link[] links = new Link[more.length + 1];
    links[0] = new Link("People", "/people");
    System.arraycopy(more, 0, links, 1, more.length);
    return reader.frame(title, Menu.PEOPLE).withBreadcrumbs(links);
  }

  private Answered<Person> read(UUID id) {
    return api.getVersioned("/v1/people/" + id, Person.class);
  }

  private List<PersonView.Happening> history(String id) {
    return PersonView.history(
        api.get("/v1/people/" + id + "/history", People.History.class).items());
  }

  private List<DuplicateView> duplicates(String id) {
    return api.get("/v1/people/" + id + "/duplicates", People.DuplicateList.class).items().stream()
        .map(PersonPages::duplicate)
        .toList();
  }

  private static DuplicateView duplicate(Duplicate other) {
    List<String> reasons =
        other.reasons().stream()
            .map(reason ->
                switch (reason) {
                  case "SAME_NAME" -> "the same name";
                  case "SIMILAR_NAME" -> "a similar name";
                  case "SAME_ROLE" -> "the same role at the same body";
                  default -> reason;
                })
            .toList();
    return new DuplicateView(
        other.personId(),
        PersonView.name(other.name()),
        Words.sentence(Words.list(reasons)) + ".",
        other.heldTwice().stream()
            .map(held ->
                new Link(
                    PersonView.roleAt(held),
                    "/people/" + other.personId() + "/roles/" + held.roleHoldingId()))
            .toList());
  }

  @POST
  @Path("merged")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response merge(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    Optional<String> other = form.required("other", "Choose the other record");
    return onRecord(
        id,
        other.map(record -> "/v1/people/" + Segment.of(record) + "/merge").orElse(""),
        other.map(_ -> new People.Merge(id.toString())).orElse(null),
        form,
        Notice.MERGED);
  }

  @POST
  @Path("parted")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response part(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    Optional<String> other = form.required("other", "Choose the other record");
    return onRecord(
        id,
        other.map(record -> "/v1/people/" + Segment.of(record) + "/merge/undoing").orElse(""),
        other.map(_ -> new People.Nothing()).orElse(null),
        form,
        Notice.PARTED);
  }

  /** The other record has a version of its own, which this page has not seen. */
  private Response onRecord(UUID id, String path, @Nullable Object body, Form form, Notice done) {
    Form ofOther = form.withEtag("");
    return writing.send(path, body, ofOther, Map.of()).isPresent()
        ? Html.goTo(done.at("/people/" + id))
        : personPage(form.status(), id, form);
  }

  @GET
  @Path("details")
  public Response details(@PathParam("id") UUID id) {
    reader.me();
    return detailsPage(200, id, Form.blank());
  }

  @POST
  @Path("details/named")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response rename(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    Optional<String> name = form.required("name", "Write the name");
    return detailsSent(id, "/names", name.map(People.NewName::new).orElse(null), form, Notice.NAME);
  }

  @POST
  @Path("details/contact")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response contact(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    Optional<String> shown = form.required("shown", "Choose whether others may see it");
    return detailsSent(
        id,
        "/contact",
        shown
            .map(yes ->
                new People.NewContact(
                    form.value("email"), form.value("telephone"), Boolean.parseBoolean(yes)))
            .orElse(null),
        form,
        Notice.WORK_CONTACT);
  }

  private Response detailsSent(
      UUID id, String command, @Nullable Object body, Form form, Notice done) {
    var fields = Map.of("name", "name", "email", "email", "telephone", "telephone");
    return writing.send("/v1/people/" + id + command, body, form, fields).isPresent()
        ? Html.goTo(done.at("/people/" + id))
        : detailsPage(form.status(), id, form);
  }

  private Response detailsPage(int status, UUID id, Form form) {
    Answered<Person> person = read(id);
    PersonView view = PersonView.of(person.body(), AsOf.today());
    boolean administers = reader.has(Roles.ADMINISTRATOR);
    return Html.page(
        status,
        new DetailsPage(
            frame("Name and work contact", new Link(view.name(), "/people/" + id)),
            form.refused(),
            view,
            person.body().name() == null ? "" : person.body().name(),
            administers,
            administers || reader.me().personId().equals(person.body().personId()),
            Vocabulary.YES_NO,
            form.with("shown", form.value("shown", String.valueOf(person.body().shown())))
                .withEtag(person.etag())));
  }

  @GET
  @Path("appoint")
  public Response appoint(@PathParam("id") UUID id) {
    reader.me();
    return appointPage(200, id, Form.blank().withDay("start", AsOf.today()), List.of());
  }

  /** An organisation is looked for by its name first, and then chosen among those found. */
  @POST
  @Path("appointed")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response appointed(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    Optional<String> role = form.required("role", "Choose the role");
    Optional<LocalDate> start = form.requiredDay("start", "Write the first day");
    boolean ofThePlatform = role.filter(Roles::isOfThePlatform).isPresent();
    List<Choice> found = List.of();
    if (!ofThePlatform) {
      found = found(form.value("organisation"));
      boolean chosen =
          found.stream().anyMatch(choice -> choice.value().equals(form.value("organisationId")));
      if (form.value("organisation").isEmpty()) {
        form.refuse("organisation", "Write the name or code of the organisation");
      } else if (found.isEmpty()) {
        form.refuse("organisation", "No organisation has this name or code");
      } else if (!chosen && found.size() == 1) {
        form.with("organisationId", found.getFirst().value());
      } else if (!chosen) {
        form.refuse("organisationId", "Choose which of them it is");
      }
    }
    People.@Nullable NewRole body =
        role.isPresent() && start.isPresent()
            ? new People.NewRole(
                role.get(),
                ofThePlatform ? null : form.value("organisationId"),
                start.get(),
                form.value("clinical").isEmpty() ? null : Boolean.valueOf(form.value("clinical")))
            : null;
    var where = Map.of("role", "role", "organisationId", "organisation", "start", "start");
    return writing.send("/v1/people/" + id + "/roles", body, form, where).isPresent()
        ? Html.goTo(Notice.APPOINTED.at("/people/" + id))
        : appointPage(form.status(), id, form, found);
  }

  private List<Choice> found(String text) {
    if (text.length() < 2) {
      return List.of();
    }
    return api
        .get("/v1/search?limit=" + MOST_FOUND + "&query=" + Segment.of(text), Areas.FoundList.class)
        .items()
        .stream()
        .filter(found -> !found.type().equals("PLACE"))
        .map(found ->
            new Choice(found.id(), found.name(), Vocabulary.organisationKind(found.type())))
        .toList();
  }

  private Response appointPage(int status, UUID id, Form form, List<Choice> found) {
    Answered<Person> person = read(id);
    String name = PersonView.name(person.body().name());
    return Html.page(
        status,
        new AppointPage(
            frame("Appoint to a role", new Link(name, "/people/" + id)),
            form.refused(),
            id.toString(),
            name,
            PeoplePages.roles("Choose", reader.has(Roles.ADMINISTRATOR)),
            found,
            List.of(
                new Choice("", "As is usual in this role"),
                new Choice("true", "As a clinician"),
                new Choice("false", "As a manager")),
            form.withEtag(person.etag())));
  }
}
