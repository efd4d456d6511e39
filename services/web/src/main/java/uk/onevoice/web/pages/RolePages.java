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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Answered;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.People;
import uk.onevoice.web.api.People.Holding;
import uk.onevoice.web.api.People.Person;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Link;

/** One role of a person: check it, end it, hand it over, put it right. */
@Path("/people/{id:[0-9a-f-]{36}}/roles/{holding:[0-9a-f-]{36}}")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class RolePages {
  /** Fields of the bodies that are called otherwise in the forms. */
  private static final Map<String, String> FIELDS =
      Map.of("successorId", "successor", "sessionsPerWeek", "sessions", "protectedHours", "hours");

  private final Reader reader;
  private final Api api;
  private final Writing writing;

  RolePages(Reader reader, Api api, Writing writing) {
    this.reader = reader;
    this.api = api;
    this.writing = writing;
  }

  record RolePage(
      Frame frame,
      boolean refused,
      String address,
      String person,
      PersonView.RoleView view,
      boolean over,
      boolean assigned,
      boolean mayChange,
      List<Choice> successors,
      List<Choice> natures,
      Form form)
      implements TemplateInstance {}

  @GET
  public Response role(@PathParam("id") UUID id, @PathParam("holding") UUID holding) {
    reader.me();
    return page(200, id, holding, Form.blank(), List.of());
  }

  @POST
  @Path("checked")
  public Response check(
      @PathParam("id") UUID id,
      @PathParam("holding") UUID holding,
      MultivaluedMap<String, String> fields) {
    return sent(id, holding, "checks", fields, RolePages::nothing, Notice.ROLE_CHECKED);
  }

  @POST
  @Path("ended")
  public Response end(
      @PathParam("id") UUID id,
      @PathParam("holding") UUID holding,
      MultivaluedMap<String, String> fields) {
    return sent(
        id,
        holding,
        "ending",
        fields,
        form -> new People.Ending(form.aDay("end", "Write the last day").plusDays(1)),
        Notice.ROLE_ENDED);
  }

  /** Who follows is looked for by name first, and then chosen among those found. */
  @POST
  @Path("handed-over")
  public Response handOver(
      @PathParam("id") UUID id,
      @PathParam("holding") UUID holding,
      MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    LocalDate on = form.aDay("on", "Write the first day of who follows");
    List<Choice> found = found(form.value("successor"), id);
    String chosen = form.value("successorId");
    if (form.value("successor").isEmpty()) {
      form.refuse("successor", "Write the name of who follows");
    } else if (found.isEmpty()) {
      form.refuse("successor", "Nobody is found by this name; register the person first");
    } else if (found.stream().noneMatch(choice -> choice.value().equals(chosen))) {
      form.refuse("successorId", "Choose who of them it is");
    }
    return sent(
        id,
        holding,
        "handover",
        form,
        _ -> new People.HandOver(chosen, on),
        Notice.HANDED_OVER,
        found);
  }

  private List<Choice> found(String name, UUID self) {
    return name.isEmpty()
        ? List.of()
        : PeoplePages.named(api, name, null, 10).items().stream()
            .filter(person -> !person.personId().equals(self.toString()))
            .map(person ->
                new Choice(
                    person.personId(),
                    PersonView.name(person.name()),
                    PersonView.sentence(person.roleHoldings(), AsOf.today())))
            .toList();
  }

  @POST
  @Path("sessions")
  public Response sessions(
      @PathParam("id") UUID id,
      @PathParam("holding") UUID holding,
      MultivaluedMap<String, String> fields) {
    return sent(
        id,
        holding,
        "sessions",
        fields,
        form ->
            new People.NewSessions(
                form.aDay("from", "Write from which day"),
                number(form, "sessions"),
                number(form, "hours")),
        Notice.SESSIONS);
  }

  private static double number(Form form, String name) {
    String text = form.value(name);
    if (text.matches("\\d{1,2}(\\.[05])?")) {
      return Double.parseDouble(text);
    }
    form.refuse(name, "Write a number, in halves, like 2 or 2.5");
    return 0;
  }

  @POST
  @Path("corrected")
  public Response correct(
      @PathParam("id") UUID id,
      @PathParam("holding") UUID holding,
      MultivaluedMap<String, String> fields) {
    reader.me();
    LocalDate end = held(read(id), holding).end();
    return sent(
        id,
        holding,
        "correction",
        fields,
        form ->
            new People.Correction(
                form.aDay("start", "Write the first day"),
                end,
                Boolean.parseBoolean(form.text("clinical", "Choose one of the two"))),
        Notice.ROLE_CORRECTED);
  }

  @POST
  @Path("never-was")
  public Response neverWas(
      @PathParam("id") UUID id,
      @PathParam("holding") UUID holding,
      MultivaluedMap<String, String> fields) {
    return sent(id, holding, "voiding", fields, RolePages::nothing, Notice.ROLE_CORRECTED);
  }

  private static Object nothing(Form form) {
    return new People.Nothing();
  }

  private Response sent(
      UUID id,
      UUID holding,
      String command,
      MultivaluedMap<String, String> fields,
      Function<Form, @Nullable Object> body,
      Notice done) {
    reader.me();
    return sent(id, holding, command, Form.sent(fields), body, done, List.of());
  }

  @POST
  @Path("taken-back")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response takeBack(
      @PathParam("id") UUID id,
      @PathParam("holding") UUID holding,
      MultivaluedMap<String, String> fields) {
    return sent(id, holding, "taking-back", fields, RolePages::nothing, Notice.ROLE_TAKEN_BACK);
  }

  /** A role stands under one record of a person, whose version only its own page has seen. */
  private Response sent(
      UUID id,
      UUID holding,
      String command,
      Form form,
      Function<Form, @Nullable Object> body,
      Notice done,
      List<Choice> found) {
    String record = held(read(id), holding).personId();
    if (record != null && !record.equals(id.toString())) {
      form.withEtag("");
    }
    return writing.sendOrShow(
        "/v1/people/" + (record == null ? id : record) + "/roles/" + holding + "/" + command,
        form,
        body,
        FIELDS,
        done.at("/people/" + id),
        () -> page(form.status(), id, holding, form, found));
  }

  private Answered<Person> read(UUID id) {
    return api.getVersioned("/v1/people/" + id, Person.class);
  }

  private static Holding held(Answered<Person> person, UUID holding) {
    return person.body().roleHoldings().stream()
        .filter(each -> each.roleHoldingId().equals(holding.toString()))
        .findFirst()
        .orElseThrow(NotFoundException::new);
  }

  private Response page(int status, UUID id, UUID holding, Form form, List<Choice> successors) {
    Answered<Person> person = read(id);
    Holding held = held(person, holding);
    String name = PersonView.name(person.body().name());
    Form filled = form.with("clinical", form.value("clinical", String.valueOf(held.clinical())));
    if (!form.refused()) {
      filled =
          filled
              .withDay("start", held.start())
              .withDay("end", AsOf.today())
              .withDay("on", AsOf.today())
              .withDay("from", AsOf.today());
    }
    return Html.page(
        status,
        new RolePage(
            reader
                .frame(RoleWords.of(held.role()), Menu.PEOPLE)
                .withBreadcrumbs(new Link("People", "/people"), new Link(name, "/people/" + id)),
            form.refused(),
            "/people/" + id + "/roles/" + holding,
            name,
            PersonView.role(id.toString(), held, AsOf.today()),
            PersonView.isOver(held, AsOf.today()),
            held.insteadOf() != null,
            reader.has(
                Roles.isOfThePlatform(held.role())
                    ? new String[] {Roles.ADMINISTRATOR}
                    : Roles.KEEPERS),
            successors,
            List.of(new Choice("true", "As a clinician"), new Choice("false", "As a manager")),
            filled.withEtag(person.etag())));
  }
}
