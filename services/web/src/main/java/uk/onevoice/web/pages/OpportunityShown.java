package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
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
import uk.onevoice.web.api.Opportunities.Bid;
import uk.onevoice.web.api.Opportunities.Bidder;
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

/** The page of one tender or contract, as what is done about it shows it again. */
@RequestScoped
class OpportunityShown {
  private final Reader reader;
  private final Api api;
  private final Names names;
  private final PeopleNames people;
  private final PlaceViews places;
  private final BodiesOfPlace bodies;
  private final OpportunityCredits credits;
  private final Writing writing;

  OpportunityShown(
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

  /** Sends a command, and shows the bid again where it is refused. */
  Response write(UUID id, String command, Object body, Form form, Map<String, String> fields) {
    return write(id, command, body, form, fields, List.of());
  }

  /** As {@link #write}, with people whose name was looked up. */
  Response write(
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

  static String path(UUID id) {
    return "/v1/opportunities/" + id;
  }

  Response page(int status, UUID id, Form form, List<Choice> found) {
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
