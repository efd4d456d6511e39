package uk.onevoice.organisations.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.OrganisationKind;
import uk.onevoice.organisations.domain.affiliation.AffiliationKind;
import uk.onevoice.organisations.domain.organisation.Organisation.Registered;

/** A whole country through the files as they are published. */
class EnglandTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  @TempDir Path folder;

  static Stream<Country> countries() {
    return Stream.of(SyntheticEngland.country(), RealEngland.country());
  }

  @ParameterizedTest
  @MethodSource("countries")
  void the_files_join_to_one_country_in_any_order(Country country) throws Exception {
    assumeTrue(country.isHere(), country.whyNot());
    var outcomes = new LinkedHashSet<Map<String, String>>();
    for (var order : List.of(country.files(), country.files().reversed())) {
      var desk = new Desk(folder);
      take(desk, order);
      assertThat(counts(desk, EnglandTest::isAny)).isEqualTo(country.expected());
      assertNothingElseToDo(desk, order);
      outcomes.add(today(desk));
    }
    assertThat(outcomes).as("what the orders lead to").hasSize(1);
  }

  /** The demonstration's map is newer than the country's and says nothing of it. */
  @ParameterizedTest
  @MethodSource("countries")
  void a_country_comes_whole_beside_another_whose_files_are_newer(Country country)
      throws Exception {
    assumeTrue(country.isHere(), country.whyNot());
    var demonstration = Demonstration.country();
    var outcomes = new LinkedHashSet<Map<String, String>>();
    for (var order :
        List.of(
            both(demonstration.files(), country.files()),
            both(demonstration.files(), country.files().reversed()),
            both(country.files(), demonstration.files()),
            both(country.files().reversed(), demonstration.files().reversed()))) {
      var desk = new Desk(folder);
      take(desk, order);
      assertThat(counts(desk, id -> !isOfDemonstration(id))).isEqualTo(country.expected());
      assertThat(counts(desk, EnglandTest::isOfDemonstration)).isEqualTo(demonstration.expected());
      assertNothingElseToDo(desk, order);
      outcomes.add(today(desk));
    }
    assertThat(outcomes).as("what the orders lead to").hasSize(1);
  }

  @Test
  void a_sub_icb_location_holds_the_practices_that_a_check_by_hand_found() throws Exception {
    var country = RealEngland.country();
    assumeTrue(country.isHere(), country.whyNot());
    var desk = new Desk(folder);
    take(desk, both(Demonstration.country().files(), country.files()));
    var check =
        Objects.requireNonNull(country.folder()).resolve("check/example_place_herefordshire.csv");
    var practices =
        Files.readAllLines(check).stream().skip(1).map(line -> line.split(",", -1)[0]).toList();
    assertThat(practices).hasSize(19);
    assertThat(desk.parent("18C", AffiliationKind.COMMISSIONED_BY, TODAY)).isEqualTo("QGH");
    assertThat(practices)
        .allSatisfy(practice -> {
          assertThat(desk.organisation(practice).listedOn(TODAY)).isTrue();
          assertThat(desk.parent(practice, AffiliationKind.COMMISSIONED_BY, TODAY))
              .isEqualTo("18C");
        });
  }

  private static <T> List<T> both(List<T> first, List<T> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  private static void take(Desk desk, List<Country.File> files) throws Exception {
    for (var file : files) {
      try (var in = file.open()) {
        assertThat(desk.accept(in, file.release()).counts()).containsEntry("refused", 0);
      }
    }
  }

  private static boolean isAny(OrganisationId id) {
    return true;
  }

  private static boolean isOfDemonstration(OrganisationId id) {
    return id.value().startsWith("WYV");
  }

  /** What is known of every listed practice today. */
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
                        + desk.parent(one.id().value(), AffiliationKind.PCN_CORE, TODAY)
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

  private static Country.Counts counts(Desk desk, Predicate<OrganisationId> which) {
    var listed =
        desk.registry.organisations().stream()
            .map(Held::state)
            .filter(Registered.class::isInstance)
            .map(Registered.class::cast)
            .filter(one -> which.test(one.id()) && one.listedOn(TODAY))
            .toList();
    var pcns = parents(desk, listed, AffiliationKind.PCN_CORE);
    var subIcbs = parents(desk, listed, AffiliationKind.COMMISSIONED_BY);
    var icbs =
        subIcbs.stream()
            .map(subIcb -> desk.parent(subIcb, AffiliationKind.COMMISSIONED_BY, TODAY))
            .collect(Collectors.toSet());
    long without =
        listed.stream()
            .filter(one ->
                desk.parent(one.id().value(), AffiliationKind.PCN_CORE, TODAY).equals("none"))
            .count();
    long trusts =
        desk.registry.organisations().stream()
            .map(Held::state)
            .filter(Registered.class::isInstance)
            .map(Registered.class::cast)
            .filter(
                one -> which.test(one.id()) && one.is(OrganisationKind.TRUST) && one.openOn(TODAY))
            .filter(one ->
                !desk.parent(one.id().value(), AffiliationKind.GEOGRAPHY, TODAY).equals("none"))
            .count();
    return new Country.Counts(
        icbs.size(), subIcbs.size(), pcns.size(), listed.size(), (int) without, (int) trusts);
  }

  private static Set<String> parents(Desk desk, List<Registered> all, AffiliationKind kind) {
    return all.stream()
        .map(one -> desk.parent(one.id().value(), kind, TODAY))
        .filter(parent -> !parent.equals("none"))
        .collect(Collectors.toSet());
  }
}
