package uk.onevoice.web.pages;

import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Areas.Place;
import uk.onevoice.web.api.Names;
import uk.onevoice.web.api.Opportunities;
import uk.onevoice.web.api.Opportunities.Credit;
import uk.onevoice.web.api.Opportunities.Opportunity;
import uk.onevoice.web.api.Opportunities.Ours;
import uk.onevoice.web.api.PeopleNames;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.api.Slots;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Link;

/** Of which relationships the result of a tender or contract came, seen from either side. */
@RequestScoped
class OpportunityCredits {
  /** Each is one more question to the API while the page is made. */
  private static final int MOST_READ = 10;

  private final Api api;
  private final Names names;
  private final PeopleNames people;

  OpportunityCredits(Api api, Names names, PeopleNames people) {
    this.api = api;
    this.names = names;
    this.people = people;
  }

  /**
   * A relationship of which the result came.
   *
   * @param href null where the reader cannot open its slot
   */
  record Line(String slotId, String relationshipId, String text, @Nullable String href) {}

  List<Line> lines(Ours ours) {
    return ours.credits().stream().map(this::line).toList();
  }

  private Line line(Credit credit) {
    String slotId = credit.slotId();
    String relationshipId = credit.relationshipId();
    return slot(slotId)
        .map(slot ->
            new Line(slotId, relationshipId, named(slot, relationshipId), "/slots/" + slotId))
        .orElseGet(() -> new Line(slotId, relationshipId, "One that you cannot open", null));
  }

  private Optional<Slots.Slot> slot(String slotId) {
    return api.find("/v1/relationships/slots/" + Segment.of(slotId), Slots.Slot.class);
  }

  private String named(Slots.Slot slot, String relationshipId) {
    return held(slot)
        .filter(each -> each.relationshipId().equals(relationshipId))
        .findFirst()
        .map(each -> named(slot, each))
        .orElseGet(() -> names.of(slot.organisationId()));
  }

  private String named(Slots.Slot slot, Slots.Relationship held) {
    return names.of(slot.organisationId())
        + ", "
        + people.of(held.holderId()).orElse("a colleague");
  }

  private static Stream<Slots.Relationship> held(Slots.Slot slot) {
    @Nullable List<Slots.Relationship> held = slot.relationships();
    return held == null ? Stream.of() : held.stream();
  }

  /**
   * Relationships of the place with those in the bid, where the reader may know who holds them, and
   * none is credited yet.
   */
  List<Choice> choices(Place place, List<String> joined, Ours ours) {
    return api
        .find(
            "/v1/relationships/slots?limit=200&placeId=" + Segment.of(place.placeId()),
            Slots.Listing.class)
        .stream()
        .flatMap(slots -> slots.items().stream())
        .filter(slot -> joined.contains(slot.organisationId()))
        .flatMap(slot -> slot(slot.slotId()).stream())
        .flatMap(slot ->
            held(slot)
                .filter(each ->
                    !ours.credits().contains(new Credit(slot.slotId(), each.relationshipId())))
                .map(each ->
                    new Choice(slot.slotId() + "/" + each.relationshipId(), named(slot, each))))
        .toList();
  }

  /**
   * Tenders and contracts that came of a relationship: of the latest ten with a result in the place
   * in which the reader is named. Only who is named for general practice is told the credits.
   */
  List<Link> creditedTo(String placeId, String relationshipId) {
    return api.find("/v1/opportunities?limit=200", Opportunities.Listing.class).stream()
        .flatMap(list -> list.items().stream())
        .filter(line -> line.placeId().equals(placeId))
        .filter(line -> OpportunityView.ENDED.contains(line.stand()))
        .limit(MOST_READ)
        .flatMap(line ->
            api
                .find("/v1/opportunities/" + Segment.of(line.opportunityId()), Opportunity.class)
                .stream())
        .filter(read -> isCredited(read, relationshipId))
        .map(read ->
            new Link(OpportunityView.title(read.title()), "/opportunities/" + read.opportunityId()))
        .toList();
  }

  private static boolean isCredited(Opportunity read, String relationshipId) {
    @Nullable Ours ours = read.ours();
    return ours != null
        && ours.credits().stream()
            .anyMatch(credit -> credit.relationshipId().equals(relationshipId));
  }
}
