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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Answered;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Areas.Place;
import uk.onevoice.web.api.Mandates;
import uk.onevoice.web.api.Names;
import uk.onevoice.web.api.Opportunities;
import uk.onevoice.web.api.Opportunities.Bid;
import uk.onevoice.web.api.Opportunities.Bidder;
import uk.onevoice.web.api.Opportunities.Credit;
import uk.onevoice.web.api.Opportunities.Opportunity;
import uk.onevoice.web.api.Opportunities.Ours;
import uk.onevoice.web.api.PeopleNames;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Grid;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Topic;
import uk.onevoice.web.ui.Words;

/** One tender or contract: who bids, who knows of it, what came before it and what came of it. */
@Path("/opportunities/{id}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class OpportunityBidPages {
  private static final int MOST_FOUND = 10;

  private final Reader reader;
  private final Api api;
  private final Names names;
  private final PeopleNames people;
  private final PlaceViews places;
  private final BodiesOfPlace bodies;
  private final OpportunityCredits credits;
  private final Writing writing;

  OpportunityBidPages(
      Reader reader,
      Api api,
      Names names,
      PeopleNames people,
      PlaceViews places,
      BodiesOfPlace bodies,
      OpportunityCredits credits,
      Writing writing) {
    this.reader = reader;
    this.api = api;
    this.names = names;
    this.people = people;
    this.places = places;
    this.bodies = bodies;
    this.credits = credits;
    this.writing = writing;
  }

  /**
   * @param found people whose name was looked up
   * @param credits relationships that the result may have come of
   */
  record Choices(
      List<Choice> bidders,
      List<Choice> organisations,
      List<Choice> mandates,
      List<Choice> found,
      List<Choice> credits,
      List<Choice> steps,
      List<Choice> results) {}

  /**
   * @param ours whether the reader is named for general practice, and works on it
   * @param lastStep which step may be taken back; empty for none
   */
  record OpportunityPage(
      Frame frame,
      boolean refused,
      String id,
      String title,
      String about,
      String stand,
      String host,
      String mandate,
      boolean inside,
      boolean ours,
      boolean ended,
      boolean flag,
      String lastStep,
      List<String> warnings,
      List<OpportunityView.OrganisationLine> bidders,
      List<OpportunityView.OrganisationLine> competitors,
      List<OpportunityView.PersonLine> people,
      String before,
      Grid timeline,
      List<OpportunityCredits.Line> credits,
      Choices choices,
      Form form)
      implements TemplateInstance {}

  @GET
  public Response opportunity(@PathParam("id") UUID id) {
    return page(200, id, Form.blank(), List.of());
  }

  @POST
  @Path("title")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response retitle(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    return write(
        id,
        "title",
        new Opportunities.Title(form.text("title", "Write what it is called")),
        form,
        Map.of("title", "title"));
  }

  @POST
  @Path("partner")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response join(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return organisation(id, "partners", "partner", fields);
  }

  @POST
  @Path("partner-gone")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response leave(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return organisation(id, "partners/removals", "partner", fields);
  }

  @POST
  @Path("competitor")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response compete(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return organisation(id, "competitors", "competitor", fields);
  }

  @POST
  @Path("competitor-gone")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response drop(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return organisation(id, "competitors/removals", "competitor", fields);
  }

  private Response organisation(
      UUID id, String command, String field, MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    return write(
        id,
        command,
        new Opportunities.Organisation(form.text(field, "Choose the organisation")),
        form,
        Map.of("organisationId", field));
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
    return write(
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
                path(id) + "/people/removals", new Opportunities.PersonGone(person), form, Map.of())
            .isPresent();
    // Who takes themself out knows of it no more.
    return sent
        ? Html.goTo(
            Notice.OPPORTUNITY_KEPT.at(
                person.equals(reader.me().personId()) ? "/opportunities" : "/opportunities/" + id))
        : page(form.status(), id, form, List.of());
  }

  @POST
  @Path("host")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response host(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    return write(
        id,
        "host",
        new Opportunities.Host(form.text("host", "Choose who hosts it"), form.optional("lead")),
        form,
        Map.of("hostId", "host", "leadId", "lead"));
  }

  @POST
  @Path("mandate")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response cite(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    return write(
        id,
        "mandate",
        new Opportunities.Mandate(form.text("mandate", "Choose the mandate")),
        form,
        Map.of("mandateId", "mandate"));
  }

  @POST
  @Path("step")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response step(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    return write(
        id,
        "steps",
        new Opportunities.Step(
            form.text("step", "Choose what was done"), form.aDay("stepOn", "Write the day")),
        form,
        Map.of("step", "step", "on", "stepOn"));
  }

  @POST
  @Path("result")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response result(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    return write(
        id,
        "result",
        new Opportunities.Result(
            form.text("result", "Choose how it ended"), form.aDay("resultOn", "Write the day")),
        form,
        Map.of("result", "result", "on", "resultOn"));
  }

  @POST
  @Path("correction")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response correct(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    return write(
        id, "corrections", new Opportunities.Correction(form.value("last")), form, Map.of());
  }

  @POST
  @Path("credit")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response credit(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    String[] chosen = form.text("credit", "Choose the relationship").split("/");
    return write(
        id,
        "credits",
        new Credit(chosen[0], chosen.length > 1 ? chosen[1] : ""),
        form,
        Map.of("relationshipId", "credit", "slotId", "credit"));
  }

  @POST
  @Path("credit-gone")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response takeCreditBack(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    return write(
        id,
        "credits/removals",
        new Credit(form.value("slot"), form.value("relationship")),
        form,
        Map.of());
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

  private Response write(
      UUID id, String command, Object body, Form form, Map<String, String> fields) {
    return write(id, command, body, form, fields, List.of());
  }

  private Response write(
      UUID id,
      String command,
      Object body,
      Form form,
      Map<String, String> fields,
      List<Choice> found) {
    reader.me();
    return writing.sendOrShow(
        path(id) + "/" + command,
        form,
        _ -> body,
        fields,
        Notice.OPPORTUNITY_KEPT.at("/opportunities/" + id),
        () -> page(form.status(), id, form, found));
  }

  private static String path(UUID id) {
    return "/v1/opportunities/" + id;
  }

  private Response page(int status, UUID id, Form form, List<Choice> found) {
    reader.me();
    Answered<Opportunity> answered = api.getVersioned(path(id), Opportunity.class);
    Opportunity opportunity = answered.body();
    Place place = places.place(UUID.fromString(opportunity.placeId()));
    var view = new OpportunityView(names::of, people::of);
    @Nullable Bid bid = opportunity.bid();
    @Nullable Ours ours = opportunity.ours();
    boolean ended = OpportunityView.ENDED.contains(opportunity.stand());
    List<String> warnings = ours == null ? List.of() : view.warnings(ours);
    return Html.page(
        status,
        new OpportunityPage(
            reader
                .frame("A tender or contract", Menu.WEEK)
                .withBreadcrumbs(new Link("Tenders and contracts", "/opportunities")),
            form.refused(),
            id.toString(),
            OpportunityView.title(opportunity.title()),
            Vocabulary.words(OpportunityView.KINDS, opportunity.kind())
                + (opportunity.topicNow() == null ? "" : " about " + opportunity.topicNow())
                + ", in "
                + place.name(),
            OpportunityView.stand(opportunity.stand(), opportunity.since()) + ".",
            view.hostSentence(opportunity),
            bid == null ? "" : OpportunityView.mandateSentence(bid, ours),
            bid != null,
            ours != null,
            ended,
            !warnings.isEmpty() || (bid != null && Boolean.TRUE.equals(bid.provisional())),
            lastStep(opportunity, ended),
            warnings,
            bid == null
                ? List.of()
                : view.organisations(bid.bidders().stream().map(Bidder::organisationId).toList()),
            ours == null ? List.of() : view.organisations(ours.competitorIds()),
            bid == null ? List.of() : view.people(bid),
            ours == null ? "" : OpportunityView.beforeSentence(ours.before()),
            bid == null || ours == null
                ? new Grid("What came when", List.of(), List.of())
                : view.timeline(opportunity, bid, ours),
            ours == null ? List.of() : credits.lines(ours),
            bid == null || ours == null
                ? new Choices(
                    List.of(), List.of(), List.of(), found, List.of(), List.of(), List.of())
                : choices(place, bid, ours, ended, found),
            form.withEtag(answered.etag())));
  }

  private static String lastStep(Opportunity opportunity, boolean ended) {
    return ended ? "RESULT" : opportunity.stand().equals("OPENED") ? "" : opportunity.stand();
  }

  private Choices choices(Place place, Bid bid, Ours ours, boolean ended, List<Choice> found) {
    List<String> joined = bid.bidders().stream().map(Bidder::organisationId).toList();
    List<Choice> bidders = new ArrayList<>();
    bidders.add(new Choice("", "Choose"));
    joined.forEach(body -> bidders.add(new Choice(body, names.of(body))));
    List<Choice> organisations = new ArrayList<>();
    organisations.add(new Choice("", "Choose"));
    organisations.addAll(places.partners(place.icsOdsCode()));
    bodies.all(place, "").stream()
        .filter(body -> !body.value().isEmpty())
        .forEach(organisations::add);
    organisations.removeIf(choice -> joined.contains(choice.value()));
    return new Choices(
        bidders,
        organisations,
        mandates(place),
        found,
        ended ? credits.choices(place, joined, ours) : List.of(),
        OpportunityView.STEPS,
        OpportunityView.RESULTS);
  }

  private List<Choice> mandates(Place place) {
    List<Choice> mandates = new ArrayList<>();
    mandates.add(new Choice("", "Choose"));
    api.all(
            "/v1/mandates?limit=200&placeId=" + Segment.of(place.placeId()),
            Mandates.Listing.class,
            Mandates.Listing::items,
            Mandates.Listing::next)
        .forEach(mandate ->
            mandates.add(
                new Choice(
                    mandate.mandateId(),
                    Topic.words(mandate.topic(), mandate.topicNow())
                        + ", "
                        + names.of(mandate.holderId())
                        + ", from "
                        + Words.day(mandate.start()))));
    return mandates;
  }
}
