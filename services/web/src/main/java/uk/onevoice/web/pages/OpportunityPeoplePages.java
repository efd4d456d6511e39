package uk.onevoice.web.pages;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
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
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Opportunities;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;

/** Who is let in to a tender or contract. */
@Path("/opportunities/{id}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class OpportunityPeoplePages {
  private static final int MOST_FOUND = 10;

  private final Reader reader;
  private final Api api;
  private final OpportunityShown bid;
  private final Writing writing;

  OpportunityPeoplePages(Reader reader, Api api, OpportunityShown bid, Writing writing) {
    this.reader = reader;
    this.api = api;
    this.bid = bid;
    this.writing = writing;
  }

  @POST
  @Path("person")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response name(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    List<Choice> found = found(form.value("name"));
    String chosen = form.value("person");
    if (form.required("name", "Write the name").isPresent() && found.isEmpty()) {
      form.refuse("name", "Nobody of this name is registered");
    } else if (found.stream().noneMatch(choice -> choice.value().equals(chosen))) {
      form.refuse("person", "Choose who of them it is");
    }
    return bid.write(
        id,
        "people",
        new Opportunities.Person(
            chosen, form.text("bidder", "Choose for which organisation they are named")),
        form,
        Map.of("personId", "person", "organisationId", "bidder"),
        found);
  }

  @POST
  @Path("person-gone")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response remove(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    String person = form.value("person");
    boolean sent =
        writing
            .send(
                OpportunityShown.path(id) + "/people/removals",
                new Opportunities.PersonGone(person),
                form,
                Map.of())
            .isPresent();
    // Who takes themself out knows of it no more.
    return sent
        ? Html.goTo(
            Notice.OPPORTUNITY_KEPT.at(
                person.equals(reader.me().personId()) ? "/opportunities" : "/opportunities/" + id))
        : bid.page(form.status(), id, form, List.of());
  }

  private List<Choice> found(String name) {
    return name.isEmpty()
        ? List.of()
        : PeoplePages.named(api, name, null, MOST_FOUND).items().stream()
            .map(person ->
                new Choice(
                    person.personId(),
                    PersonView.name(person.name()),
                    PersonView.sentence(person.roleHoldings(), AsOf.today())))
            .toList();
  }
}
