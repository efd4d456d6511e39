package uk.onevoice.projection.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import uk.onevoice.messaging.Unappliable;
import uk.onevoice.projection.facts.FactValue.Contact;
import uk.onevoice.projection.facts.FactValue.Relationship;
import uk.onevoice.projection.facts.FactValue.Slot;

/** What the relationships service says: slots, who holds them, contacts. */
final class SlotRevisions {
  static final Set<String> TYPES =
      Set.of(
          "SlotDefined",
          "SlotWithdrawn",
          "RelationshipOpened",
          "ContactLogged",
          "ContactWithdrawn",
          "RelationshipClosed");

  /** People, words and what each side wants are for the team of a slot: no measure counts them. */
  static final Set<String> IGNORES =
      Set.of(
          "PriorityRecorded",
          "AskMade",
          "AskAnswered",
          "CommitmentShared",
          "CommitmentUnshared",
          "SupportNoted",
          "ResultNoted",
          "LedgerEntryWithdrawn",
          "CounterpartNoted",
          "CounterpartRevised",
          "CounterpartLinked",
          "CounterpartUnlinked",
          "CounterpartNamed",
          "CounterpartLeft",
          "TeamMemberAdded",
          "TeamMemberRemoved");

  private SlotRevisions() {}

  static List<Revision<?>> of(Payload event) {
    return switch (event.event().type()) {
      case "SlotDefined" -> List.of(defined(event));
      case "SlotWithdrawn" -> List.of(withdrawn(event));
      case "RelationshipOpened" -> List.of(opened(event));
      case "ContactLogged" -> List.of(contact(event));
      case "ContactWithdrawn" -> List.of(notSo(event));
      case "RelationshipClosed" -> List.of(closed(event));
      default -> throw new Unappliable(event.event(), "not an event of relationships");
    };
  }

  private static Revision<Slot> defined(Payload event) {
    Slot slot = new Slot(event.text("placeId"), event.text("kind"), event.text("organisationId"));
    Span valid = Span.from(event.day());
    return new Revision<>(
        FactTable.SLOT,
        List.of(event.text("slotId")),
        facts ->
            // Again after it was withdrawn: it was not expected in between.
            Stream.concat(
                    facts.stream()
                        .map(fact -> new Fact<>(fact.valid().until(valid.from()), fact.value())),
                    Stream.of(new Fact<>(valid, slot)))
                .toList());
  }

  private static Revision<Slot> withdrawn(Payload event) {
    LocalDate on = event.date("on");
    return new Revision<>(
        FactTable.SLOT,
        List.of(event.text("slotId")),
        facts ->
            facts.stream()
                .map(fact -> new Fact<>(fact.valid().until(on), fact.value()))
                .filter(fact -> !fact.valid().isEmpty())
                .toList());
  }

  private static Revision<Relationship> opened(Payload event) {
    Relationship relationship =
        new Relationship(
            event.text("slotId"), event.text("holderId"), event.optionalText("actingFor"));
    Span valid = Span.from(event.day());
    return new Revision<>(
        FactTable.RELATIONSHIP,
        List.of(event.text("relationshipId")),
        _ -> List.of(new Fact<>(valid, relationship)));
  }

  private static Revision<Relationship> closed(Payload event) {
    LocalDate on = event.date("on");
    return new Revision<>(
        FactTable.RELATIONSHIP,
        List.of(event.text("relationshipId")),
        facts ->
            facts.stream().map(fact -> new Fact<>(fact.valid().until(on), fact.value())).toList());
  }

  private static Revision<Contact> contact(Payload event) {
    Contact contact =
        new Contact(
            event.text("slotId"),
            event.text("relationshipId"),
            event.text("kind"),
            event.flag("twoWay"));
    Span valid = Span.from(event.date("on"));
    String id = event.optionalText("contactId");
    return new Revision<>(
        FactTable.CONTACT,
        List.of(id == null ? event.event().id().toString() : id),
        _ -> List.of(new Fact<>(valid, contact)));
  }

  /** A talk that is corrected is logged again under its id. */
  private static Revision<Contact> notSo(Payload event) {
    return new Revision<>(FactTable.CONTACT, List.of(event.text("contactId")), _ -> List.of());
  }
}
