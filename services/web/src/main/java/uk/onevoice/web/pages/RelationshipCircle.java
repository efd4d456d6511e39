package uk.onevoice.web.pages;

import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.UUID;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.PeopleNames;
import uk.onevoice.web.api.Relationships;
import uk.onevoice.web.api.Slots;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Words;

/** Who of general practice is around a relationship. */
@RequestScoped
class RelationshipCircle {
  private final Reader reader;
  private final Api api;
  private final PeopleNames people;

  RelationshipCircle(Reader reader, Api api, PeopleNames people) {
    this.reader = reader;
    this.api = api;
    this.people = people;
  }

  String called(String person) {
    return person.equals(reader.me().personId()) ? "You" : people.of(person).orElse("A colleague");
  }

  /** Who reads its page. */
  String audience(UUID slotId) {
    String me = reader.me().personId();
    List<String> members =
        api
            .get("/v1/relationships/slots/" + slotId + "/team", Relationships.Team.class)
            .members()
            .stream()
            .map(member -> member.personId().equals(me) ? "you" : called(member.personId()))
            .toList();
    return "Only " + Words.list(members) + " see this page.";
  }

  /** The other relationships of its slot, those that have ended included. */
  List<Link> others(Slots.Slot slot, String shown) {
    List<Slots.Relationship> all = slot.relationships() == null ? List.of() : slot.relationships();
    return all.stream()
        .filter(each -> !each.relationshipId().equals(shown))
        .map(each ->
            new Link(
                called(each.holderId())
                    + (each.closedOn() == null ? "" : ", until " + Words.day(each.closedOn())),
                "/relationships/" + slot.slotId() + "?of=" + each.relationshipId()))
        .toList();
  }
}
