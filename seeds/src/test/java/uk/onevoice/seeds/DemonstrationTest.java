package uk.onevoice.seeds;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.onevoice.seeds.Demonstration.Item;
import uk.onevoice.seeds.Demonstration.Practice;
import uk.onevoice.seeds.Demonstration.Slot;

/** The demonstration's figures, as its pages show them. */
class DemonstrationTest {
  private static final Demonstration DEMONSTRATION = Demonstration.read();
  private static final List<Practice> PRACTICES = Demonstration.practices();

  @Test
  void three_places_have_204_practices() {
    assertThat(PRACTICES.stream().collect(groupingBy(Practice::place, counting())))
        .isEqualTo(Map.of("Marl Valley", 45L, "Tarrow Coast", 71L, "Wyvern City", 88L));
    assertThat(DEMONSTRATION.places().stream().map(Demonstration.Place::name))
        .containsExactly("Marl Valley", "Tarrow Coast", "Wyvern City");
    assertThat(PRACTICES).extracting(Practice::code).doesNotHaveDuplicates();
  }

  @Test
  void patients_are_those_of_the_places() {
    assertThat(patients(practice -> practice.place().equals("Marl Valley"))).isEqualTo(421_300);
    assertThat(patients(practice -> practice.place().equals("Tarrow Coast"))).isEqualTo(640_200);
    assertThat(patients(practice -> practice.place().equals("Wyvern City"))).isEqualTo(868_900);
    assertThat(patients(_ -> true)).isEqualTo(1_930_400);
  }

  @Test
  void networks_are_those_of_the_places() {
    Map<String, Set<String>> networks =
        PRACTICES.stream()
            .collect(
                groupingBy(
                    Practice::place, mapping(practice -> map().get(practice.code()), toSet())));
    assertThat(networks.get("Marl Valley")).hasSize(9);
    assertThat(networks.get("Tarrow Coast")).hasSize(13);
    assertThat(networks.get("Wyvern City")).hasSize(17);
    assertThat(networks.values().stream().flatMap(Set::stream)).doesNotHaveDuplicates();
  }

  @Test
  void practices_joined_the_federation_of_their_place() {
    assertThat(
            PRACTICES.stream()
                .filter(Practice::inFederation)
                .collect(groupingBy(Practice::place, counting())))
        .isEqualTo(Map.of("Marl Valley", 43L, "Wyvern City", 61L));
  }

  @Test
  void practices_answered_about_community_services() {
    assertThat(answers("Marl Valley"))
        .isEqualTo(Map.of("GRANT", 38L, "CONDITIONAL", 3L, "DECLINE", 2L));
    assertThat(answers("Wyvern City"))
        .isEqualTo(Map.of("GRANT", 52L, "CONDITIONAL", 9L, "DECLINE", 6L));
    assertThat(answers("Tarrow Coast")).isEmpty();
    assertThat(patientsOf("Marl Valley", "GRANT")).isEqualTo(341_200);
    assertThat(patientsOf("Marl Valley", "CONDITIONAL")).isEqualTo(33_900);
    assertThat(patientsOf("Marl Valley", "DECLINE")).isEqualTo(28_100);
    assertThat(patientsOf("Wyvern City", "GRANT")).isEqualTo(535_200);
    assertThat(patientsOf("Wyvern City", "CONDITIONAL")).isEqualTo(84_600);
    assertThat(patientsOf("Wyvern City", "DECLINE")).isEqualTo(63_700);
  }

  @Test
  void outcomes_changed_of_those_assessed() {
    assertThat(items("Marl Valley")).hasSize(31);
    assertThat(influences("Marl Valley"))
        .isEqualTo(Map.of("CHANGED", 5L, "NONE", 17L, "ADVERSE", 2L));
    assertThat(items("Wyvern City")).hasSize(20);
    assertThat(influences("Wyvern City"))
        .isEqualTo(Map.of("CHANGED", 4L, "NONE", 12L, "ADVERSE", 1L));
    assertThat(Stream.concat(items("Marl Valley").stream(), items("Wyvern City").stream()))
        .filteredOn(Item::isClaim)
        .allSatisfy(item -> assertThat(item.stance()).as(item.title()).isNotNull());
  }

  @Test
  void each_place_with_a_federation_has_set_eight_slots() {
    assertThat(DEMONSTRATION.slots()).hasSize(2);
    assertThat(DEMONSTRATION.slots())
        .allSatisfy(place ->
            assertThat(place.slots()).extracting(Slot::kind).hasSize(8).doesNotHaveDuplicates());
  }

  @Test
  void six_of_the_eight_slots_of_marl_valley_are_in_contact() {
    assertThat(slotsInContact("Marl Valley", LocalDate.of(2026, 11, 22))).isEqualTo(6);
  }

  /** Slots with a two-way contact in the 90 days up to this one. */
  static int slotsInContact(String place, LocalDate day) {
    return (int)
        DEMONSTRATION.slots().stream()
            .filter(of -> of.place().equals(place))
            .flatMap(of -> of.slots().stream())
            .filter(slot ->
                slot.contacts().stream()
                    .filter(Demonstration.Contact::twoWay)
                    .anyMatch(contact ->
                        !contact.on().isAfter(day) && !contact.on().isBefore(day.minusDays(90))))
            .count();
  }

  /** Items of meetings in the 365 days up to this one. */
  static int itemsOfTheYear(String place, LocalDate day) {
    return DEMONSTRATION.meetings().stream()
        .filter(meeting -> meeting.place().equals(place))
        .filter(meeting -> !meeting.on().isAfter(day) && meeting.on().isAfter(day.minusDays(365)))
        .mapToInt(meeting -> meeting.items().size())
        .sum();
  }

  @Test
  void no_code_can_be_taken_for_a_real_one() {
    for (Demonstration.OfficialFile file : DEMONSTRATION.files()) {
      assertThat(new String(file.content(), StandardCharsets.UTF_8).lines())
          .as(file.file())
          .filteredOn(line ->
              !line.contains("_DATE,")
                  && !line.startsWith("ods_code")
                  && !line.startsWith("predecessor_ods"))
          .isNotEmpty()
          .allMatch(line -> line.contains("WYV"));
    }
    assertThat(PRACTICES).allMatch(practice -> practice.code().matches("WYVP[0-9]{4}"));
  }

  @Test
  void no_address_can_be_taken_for_a_real_one() {
    assertThat(DEMONSTRATION.people())
        .extracting(Demonstration.Person::email)
        .filteredOn(Objects::nonNull)
        .isNotEmpty()
        .allMatch(email -> email.endsWith(".example"));
  }

  @Test
  void whatever_is_named_is_there() {
    Set<String> people =
        DEMONSTRATION.people().stream().map(Demonstration.Person::user).collect(toSet());
    assertThat(DEMONSTRATION.meetings())
        .allMatch(
            meeting -> people.contains(meeting.by()) && people.contains(meeting.confirmedBy()))
        .allMatch(meeting -> !meeting.by().equals(meeting.confirmedBy()))
        .allMatch(meeting ->
            meeting.present().stream().allMatch(present -> people.contains(present.person())));
    assertThat(DEMONSTRATION.meetings())
        .filteredOn(meeting -> meeting.items().stream().anyMatch(item -> item.influence() != null))
        .as("whoever assesses was there")
        .allMatch(meeting ->
            meeting.present().stream().anyMatch(present -> present.person().equals(meeting.by())));
    assertThat(DEMONSTRATION.mandates()).allMatch(mandate -> people.contains(mandate.by()));
  }

  @Test
  void whatever_is_agreed_or_done_round_meetings_is_said_once_by_somebody_who_is_there() {
    List<Agreements.Entry> entries =
        Stream.of(
                Agreements.read(),
                Agreements.roundMeetings(),
                Agreements.relationships(),
                Agreements.judgements(),
                Agreements.keyLists(),
                Agreements.opportunities(),
                Agreements.jointGroups())
            .flatMap(file -> file.entries().stream())
            .toList();
    assertThat(entries).extracting(Agreements.Entry::what).doesNotHaveDuplicates();
    assertThat(entries).allMatch(entry -> (entry.post() == null) != (entry.get() == null));
    assertThat(DEMONSTRATION.people())
        .extracting(Demonstration.Person::user)
        .containsAll(
            entries.stream()
                .map(Agreements.Entry::by)
                // Who begins an installation is known before anybody is told of.
                .filter(by -> !by.equals("admin"))
                .toList());
  }

  @Test
  void two_years_of_history_end_a_year_before_the_load() {
    LocalDate day = LocalDate.of(2026, 11, 26);
    HistoryEntries history = new HistoryEntries(History.read(), day);
    List<Agreements.Entry> entries =
        Stream.of(List.of(History.read().first()), history.mandates(), history.all())
            .flatMap(List::stream)
            .flatMap(List::stream)
            .toList();
    assertThat(entries).extracting(Agreements.Entry::what).doesNotHaveDuplicates();
    assertThat(DEMONSTRATION.people())
        .extracting(Demonstration.Person::user)
        .containsAll(entries.stream().map(Agreements.Entry::by).toList());
    List<Agreements.Entry> meetings =
        entries.stream().filter(entry -> "/v1/meetings".equals(entry.post())).toList();
    assertThat(meetings).hasSizeGreaterThan(50);
    assertThat(history.all())
        .as("in each list one thing comes after the other")
        .allSatisfy(list ->
            assertThat(
                    list.stream()
                        .map(Agreements.Entry::ago)
                        .filter(Objects::nonNull)
                        .map(ago -> -ago)
                        .toList())
                .isSorted());
    assertThat(entries)
        .filteredOn(entry -> Objects.requireNonNullElse(entry.post(), "").startsWith("/v1/meet"))
        .as("what is measured over the year before the load is told elsewhere")
        .allSatisfy(entry -> assertThat(entry.ago()).isBetween(366, 800));
    assertThat(new HistoryEntries(History.read(), day).all())
        .as("the same again, so that a load may go on")
        .isEqualTo(history.all());
  }

  /** As the page of the ICS draws it: a year ago, at the beginning of each quarter, and today. */
  @ParameterizedTest
  @ValueSource(strings = {"2026-11-10", "2026-11-26", "2026-12-24"})
  void practices_of_marl_valley_agreed_quarter_by_quarter(LocalDate load) {
    assertThat(
            Stream.of("2025-11-26", "2026-01-01", "2026-04-01", "2026-07-01", "2026-10-01")
                .map(LocalDate::parse)
                .map(day -> agreed("Marl Valley", day, load)))
        .containsExactly(21, 21, 26, 33, 36);
    assertThat(agreed("Marl Valley", load, load)).isEqualTo(38);
  }

  /** How many practices stand by a mandate that is in force on a day, each counted once. */
  private static int agreed(String place, LocalDate on, LocalDate load) {
    Set<String> agreed = new HashSet<>();
    History.read().mandates().stream()
        .filter(asked -> asked.place().equals(place))
        .filter(asked -> !on.isBefore(load.minusDays(asked.start())))
        .filter(asked -> on.isBefore(load.minusDays(asked.end())))
        .flatMap(asked -> asked.answers().stream())
        .filter(answers -> !on.isBefore(load.minusDays(answers.ago())))
        .forEach(answers -> agreed.addAll(answers.practices()));
    boolean inForce =
        DEMONSTRATION.mandates().stream()
            .filter(mandate -> mandate.place().equals(place))
            .anyMatch(mandate -> !on.isBefore(mandate.start()) && on.isBefore(mandate.end()));
    PRACTICES.stream()
        .filter(practice -> inForce && practice.place().equals(place))
        .filter(practice -> "GRANT".equals(practice.answer()))
        .filter(practice -> !on.isBefore(Objects.requireNonNull(practice.answeredOn())))
        .forEach(practice -> agreed.add(practice.code()));
    return agreed.size();
  }

  /** M12 looks back four weeks, so of last year's day as well. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
  void people_of_marl_valley_met_in_the_four_weeks_before_the_same_day_last_year(int later) {
    LocalDate day = LocalDate.of(2026, 11, 26).plusDays(later);
    assertThat(
            new HistoryEntries(History.read(), day)
                .all().stream()
                    .flatMap(List::stream)
                    .filter(
                        entry -> Objects.requireNonNullElse(entry.post(), "").endsWith("/record"))
                    .map(entry -> Objects.requireNonNull(entry.ago()))
                    .filter(ago -> ago >= 366 && ago < 365 + 28))
        .hasSizeGreaterThan(2);
  }

  private static Map<String, Long> answers(String place) {
    return PRACTICES.stream()
        .filter(practice -> practice.place().equals(place))
        .map(Practice::answer)
        .filter(Objects::nonNull)
        .collect(groupingBy(answer -> answer, counting()));
  }

  private static int patientsOf(String place, String answer) {
    return patients(practice -> practice.place().equals(place) && answer.equals(practice.answer()));
  }

  private static int patients(Predicate<Practice> which) {
    Map<String, Integer> sizes =
        lines("gp-reg-pat-prac-all.csv")
            .collect(toMap(cells -> cells[5], cells -> Integer.valueOf(cells[9])));
    return PRACTICES.stream()
        .filter(which)
        .mapToInt(practice -> Objects.requireNonNull(sizes.get(practice.code())))
        .sum();
  }

  /** Network by practice. */
  private static Map<String, String> map() {
    return lines("gp-reg-pat-prac-map.csv").collect(toMap(cells -> cells[2], cells -> cells[5]));
  }

  private static Stream<String[]> lines(String file) {
    byte[] content =
        DEMONSTRATION.files().stream()
            .filter(official -> official.file().equals(file))
            .findFirst()
            .orElseThrow()
            .content();
    return new String(content, StandardCharsets.UTF_8)
        .lines()
        .skip(1)
        .map(line -> line.split(",", -1));
  }

  private static List<Item> items(String place) {
    return DEMONSTRATION.meetings().stream()
        .filter(meeting -> meeting.place().equals(place))
        .flatMap(meeting -> meeting.items().stream())
        .toList();
  }

  private static Map<String, Long> influences(String place) {
    return items(place).stream()
        .map(Item::influence)
        .filter(Objects::nonNull)
        .collect(groupingBy(influence -> influence, counting()));
  }
}
