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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.PeopleNames;
import uk.onevoice.web.api.WrittenAbout;
import uk.onevoice.web.api.WrittenAbout.Somebody;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Words;

/**
 * Finds somebody of another organisation about whom teams have written, and says which registered
 * person they are, so that they have their rights; or that they were taken for the wrong one. No
 * address holds a name: all is posted.
 */
@Path("/rights/counterparts")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class WrittenAboutPages {
  private static final int SHORTEST = 2;
  private static final int MOST_FOUND = 10;

  private final Reader reader;
  private final Api api;
  private final PeopleNames people;
  private final Writing writing;

  WrittenAboutPages(Reader reader, Api api, PeopleNames people, Writing writing) {
    this.reader = reader;
    this.api = api;
    this.people = people;
    this.writing = writing;
  }

  /**
   * @param takenFor the registered person they are taken for; empty for nobody
   */
  record Entry(
      String slotId,
      String counterpartRef,
      String name,
      String roleTitle,
      String takenFor,
      String takenForId) {}

  record FindPage(Frame frame, boolean refused, String sentence, List<Entry> found, Form form)
      implements TemplateInstance {}

  record LinkPage(
      Frame frame,
      boolean refused,
      String slotId,
      String counterpartRef,
      String name,
      String roleTitle,
      List<Choice> found,
      Form form)
      implements TemplateInstance {}

  @GET
  public Response find() {
    reader.me();
    return found(200, "", List.of(), Form.blank());
  }

  @POST
  @Path("found")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response found(MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    String name = form.text("name", "Write the name, or a part of it");
    if (!name.isEmpty() && name.length() < SHORTEST) {
      form.refuse("name", "Write at least two letters");
    }
    if (form.refused()) {
      return found(form.status(), "", List.of(), form);
    }
    List<Somebody> found =
        api.ask(
                "/v1/relationships/counterpart-searches",
                new WrittenAbout.Search(name),
                WrittenAbout.Found.class)
            .items();
    String sentence =
        found.isEmpty()
            ? "Nothing is written about anybody of this name."
            : Words.sentence(Words.count(found.size(), "entry has", "entries have"))
                + " this name. It is written down that you looked at "
                + (found.size() == 1 ? "it." : "them.");
    return found(200, sentence, found, form);
  }

  private Response found(int status, String sentence, List<Somebody> found, Form form) {
    return Html.page(
        status,
        new FindPage(
            reader
                .frame("Find what is written about somebody", Menu.REQUESTS)
                .withBreadcrumbs(new Link("Requests", "/rights")),
            form.refused(),
            sentence,
            found.stream().map(this::entry).toList(),
            form));
  }

  private Entry entry(Somebody each) {
    @Nullable String person = each.linkedTo();
    return new Entry(
        each.slotId(),
        each.counterpartRef(),
        each.name(),
        each.roleTitle(),
        person == null ? "" : people.of(person).orElse("somebody whose name is not shown"),
        person == null ? "" : person);
  }

  /** Posted, since it carries the name that was found; nothing is written by it. */
  @POST
  @Path("{slotId}/{counterpartRef}/chosen")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response choose(
      @PathParam("slotId") UUID slotId,
      @PathParam("counterpartRef") UUID counterpart,
      MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    return linking(200, slotId, counterpart, form, List.of());
  }

  @POST
  @Path("{slotId}/{counterpartRef}/linked")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response link(
      @PathParam("slotId") UUID slotId,
      @PathParam("counterpartRef") UUID counterpart,
      MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    String registered = form.text("registered", "Write the name under which they are registered");
    List<Choice> found = registered.isEmpty() ? List.of() : registered(registered);
    String chosen = form.value("person");
    if (!registered.isEmpty() && found.isEmpty()) {
      form.refuse("registered", "Nobody of this name is registered");
    } else if (!found.isEmpty()
        && found.stream().noneMatch(choice -> choice.value().equals(chosen))) {
      form.refuse("person", "Choose who of them it is");
    }
    return writing.sendOrShow(
        "/v1/relationships/slots/" + slotId + "/counterparts/" + counterpart + "/link",
        form,
        _ -> new WrittenAbout.Person(chosen),
        Map.of("personId", "person"),
        Notice.COUNTERPART_LINKED.at("/rights/" + chosen),
        () -> linking(form.status(), slotId, counterpart, form, found));
  }

  /** The page of the person who can read it no longer shows what is still written about them. */
  @POST
  @Path("{slotId}/{counterpartRef}/unlinked")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response unlink(
      @PathParam("slotId") UUID slotId,
      @PathParam("counterpartRef") UUID counterpart,
      MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    return writing.sendOrShow(
        "/v1/relationships/slots/" + slotId + "/counterparts/" + counterpart + "/unlink",
        form,
        _ -> Map.of(),
        Map.of(),
        Notice.COUNTERPART_UNLINKED.at("/rights/" + form.value("person")),
        () -> found(form.status(), "", List.of(), form));
  }

  private List<Choice> registered(String name) {
    return PeoplePages.named(api, name, null, MOST_FOUND).items().stream()
        .map(person ->
            new Choice(
                person.personId(),
                PersonView.name(person.name()),
                PersonView.sentence(person.roleHoldings(), AsOf.today())))
        .toList();
  }

  private Response linking(
      int status, UUID slotId, UUID counterpart, Form form, List<Choice> found) {
    return Html.page(
        status,
        new LinkPage(
            reader
                .frame("Say who they are", Menu.REQUESTS)
                .withBreadcrumbs(
                    new Link("Requests", "/rights"),
                    new Link("Find what is written about somebody", "/rights/counterparts")),
            form.refused(),
            slotId.toString(),
            counterpart.toString(),
            form.value("who"),
            form.value("what"),
            found,
            form));
  }
}
