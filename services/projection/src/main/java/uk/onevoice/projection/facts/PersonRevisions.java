package uk.onevoice.projection.facts;

import java.util.List;
import java.util.Set;
import uk.onevoice.messaging.Unappliable;
import uk.onevoice.projection.facts.FactValue.PersonMerger;

/** Which records are of one human being; so it was always, whenever it was noticed. */
final class PersonRevisions {
  static final Set<String> TYPES = Set.of("PersonMerged", "PersonMergeUndone");

  private PersonRevisions() {}

  static List<Revision<?>> of(Payload event) {
    List<Fact<PersonMerger>> facts =
        switch (event.event().type()) {
          case "PersonMerged" ->
              List.of(new Fact<>(Span.ALWAYS, new PersonMerger(event.text("into"))));
          case "PersonMergeUndone" -> List.of();
          default -> throw new Unappliable(event.event(), "not an event of records of people");
        };
    return List.of(
        new Revision<>(FactTable.PERSON_MERGER, List.of(event.text("personId")), _ -> facts));
  }
}
