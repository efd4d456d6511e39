package uk.onevoice.organisations.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.onevoice.organisations.domain.OrganisationKind;
import uk.onevoice.organisations.domain.affiliation.AffiliationKind;
import uk.onevoice.organisations.domain.organisation.Organisation.Registered;

/** A whole country through the files as they are published. */
class EnglandTest {
  private static final LocalDate MAP_DAY = LocalDate.of(2026, 8, 1);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  @TempDir Path folder;

  static Stream<Country> countries() {
    return Stream.of(SyntheticEngland.country(), RealEngland.country());
  }

  @ParameterizedTest
  @MethodSource("countries")
  void the_files_join_to_one_country_in_any_order(Country country) throws Exception {
    assumeTrue(country.isHere(), country.whyNot());
    var orders = new ArrayList<List<Country.File>>();
    orders.add(country.files());
    var backwards = new ArrayList<>(country.files());
    Collections.reverse(backwards);
    orders.add(backwards);
    var outcomes = new LinkedHashSet<Map<String, String>>();
    for (var order : orders) {
      var desk = new Desk(folder);
      for (var file : order) {
        try (var in = file.open()) {
          assertThat(desk.accept(in, file.release()).counts()).containsEntry("refused", 0);
        }
      }
      assertThat(counts(desk)).isEqualTo(country.expected());
      assertNothingElseToDo(desk, order);
      outcomes.add(today(desk));
    }
    assertThat(outcomes).as("what the orders lead to").hasSize(1);
  }

  /** What is known of every listed practice on the map's day. */
  private static Map<String, String> today(Desk desk) {
    return desk.registry.organisations().stream()
        .map(Held::state)
        .filter(Registered.class::isInstance)
        .map(Registered.class::cast)
        .filter(one -> one.listedOn(TODAY))
        .collect(
            Collectors.toMap(
                one -> one.id().value(),
                one ->
                    one.record()
                        + desk.parent(one.id().value(), AffiliationKind.PCN_CORE, MAP_DAY)
                        + commissioners(desk, one)));
  }

  private static List<String> commissioners(Desk desk, Registered one) {
    return desk.affiliations(one.id().value(), AffiliationKind.COMMISSIONED_BY).stream()
        .map(each -> each.parentId() + each.period())
        .sorted()
        .toList();
  }

  private static void assertNothingElseToDo(Desk desk, List<Country.File> files) throws Exception {
    for (var file : files) {
      try (var in = file.open()) {
        assertThat(desk.compare(in, file.release()).streams().stream().limit(5))
            .as(file.name())
            .isEmpty();
      }
    }
  }

  private static Country.Counts counts(Desk desk) {
    var listed =
        desk.registry.organisations().stream()
            .map(Held::state)
            .filter(Registered.class::isInstance)
            .map(Registered.class::cast)
            .filter(one -> one.listedOn(TODAY))
            .toList();
    var pcns = parents(desk, listed, AffiliationKind.PCN_CORE);
    var subIcbs = parents(desk, listed, AffiliationKind.COMMISSIONED_BY);
    var icbs =
        subIcbs.stream()
            .map(subIcb -> desk.parent(subIcb, AffiliationKind.COMMISSIONED_BY, MAP_DAY))
            .collect(Collectors.toSet());
    long without =
        listed.stream()
            .filter(one ->
                desk.parent(one.id().value(), AffiliationKind.PCN_CORE, MAP_DAY).equals("none"))
            .count();
    long trusts =
        desk.registry.organisations().stream()
            .map(Held::state)
            .filter(Registered.class::isInstance)
            .map(Registered.class::cast)
            .filter(one -> one.is(OrganisationKind.TRUST) && one.openOn(TODAY))
            .filter(one ->
                !desk.parent(one.id().value(), AffiliationKind.GEOGRAPHY, TODAY).equals("none"))
            .count();
    return new Country.Counts(
        icbs.size(), subIcbs.size(), pcns.size(), listed.size(), (int) without, (int) trusts);
  }

  private static Set<String> parents(Desk desk, List<Registered> all, AffiliationKind kind) {
    return all.stream()
        .map(one -> desk.parent(one.id().value(), kind, MAP_DAY))
        .filter(parent -> !parent.equals("none"))
        .collect(Collectors.toSet());
  }
}
