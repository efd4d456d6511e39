package uk.onevoice.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.onevoice.directory.ToldDirectory.id;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.onevoice.directory.Seat.Per;

/**
 * Who sits in a group, from its rules and the registry. Two places: in the first the networks N1
 * and N2 and the federation FED, in the second N3; one LMC for both.
 */
class LeadershipGroupsTest {
  private static final LocalDate APRIL = LocalDate.parse("2026-04-01");
  private static final LocalDate MAY = LocalDate.parse("2026-05-01");
  private static final LocalDate JUNE = LocalDate.parse("2026-06-01");
  private static final PlaceId FIRST = new PlaceId(id("first"));
  private static final PlaceId SECOND = new PlaceId(id("second"));
  private static final OrganisationId GROUP = new OrganisationId(id("group").toString());
  private static final OrganisationId FED = new OrganisationId(id("fed").toString());
  private static final OrganisationId LMC = new OrganisationId(id("lmc").toString());

  /** As the collaborative of Coventry and Warwickshire has published it. */
  private static final String COVENTRY_AND_WARWICKSHIRE =
      rule("EVERY_PLACE", "PCN_CLINICAL_DIRECTOR", "NOMINATION", 1)
          + ","
          + rule("EVERY_PLACE", "PRACTICE_NOMINATED_GP", "NOMINATION", 1)
          + ","
          + rule("EVERY_LMC", "LMC_CHAIR", "OFFICE", 1)
          + ","
          + rule("EVERY_FEDERATION", "FEDERATION_LEAD", "OFFICE", 1)
          + ","
          + rule("EVERY_ICB", "ICB_OFFICER", "NOMINATION", 2);

  /** Every clinical director, each federation, the LMC, and the ICB's director of primary care. */
  private static final String HEREFORDSHIRE =
      rule("EVERY_PCN", "PCN_CLINICAL_DIRECTOR", "OFFICE", 1)
          + ","
          + rule("EVERY_FEDERATION", "FEDERATION_LEAD", "OFFICE", 1)
          + ","
          + rule("EVERY_LMC", "LMC_OFFICER", "OFFICE", 1)
          + ","
          + rule("EVERY_ICB", "ICB_PRIMARY_CARE_DIRECTOR", "OFFICE", 1);

  @RegisterExtension static final ToldDirectory told = new ToldDirectory();

  private final LeadershipGroups groups = new LeadershipGroups(told.source());

  @BeforeEach
  void two_places() {
    place(FIRST, "First");
    place(SECOND, "Second");
    organisation("ICB1", "The ICB", "ICB");
    for (String network : List.of("N1", "N2", "N3")) {
      organisation(network, network, "PCN");
    }
    organisation(FED.value(), "The federation", "FEDERATION");
    organisation(LMC.value(), "The LMC", "LMC");
    practice("P1", FIRST, "N1");
    practice("P2", FIRST, "N2");
    practice("P3", SECOND, "N3");
    affiliate("P1", FED.value(), "FEDERATION", APRIL);
    affiliate("P1", LMC.value(), "LMC", APRIL);
    affiliate("P3", LMC.value(), "LMC", APRIL);
  }

  @Test
  void the_rule_of_coventry_and_warwickshire() {
    formed(COVENTRY_AND_WARWICKSHIRE, FIRST, SECOND);

    assertThat(bodies(MAY, Per.EVERY_PLACE))
        .containsExactly(FIRST.toString(), SECOND.toString(), FIRST.toString(), SECOND.toString());
    assertThat(bodies(MAY, Per.EVERY_LMC)).containsExactly(LMC.value());
    assertThat(bodies(MAY, Per.EVERY_FEDERATION)).containsExactly(FED.value());
    assertThat(bodies(MAY, Per.EVERY_ICB)).containsExactly("ICB1", "ICB1");
    assertThat(groups.seats(GROUP, MAY)).hasSize(8).allMatch(seat -> seat.holder() == null);

    var director = appoint("PCN_CLINICAL_DIRECTOR", "N2", APRIL, null);
    appoint("PCN_CLINICAL_DIRECTOR", "N3", APRIL, null);
    appoint("PRACTICE_NOMINATED_GP", "P1", APRIL, null);
    appoint("LMC_CHAIR", LMC.value(), APRIL, null);
    var directors = seat(Per.EVERY_PLACE, Role.PCN_CLINICAL_DIRECTOR, FIRST.toString());

    assertThat(seat(Per.EVERY_LMC, Role.LMC_CHAIR, LMC.value()).holder()).isNotNull();
    assertThat(directors.holder()).as("a director of the place, until one is chosen").isNull();
    assertThat(groups.candidates(GROUP, directors, MAY))
        .singleElement()
        .satisfies(candidate -> assertThat(candidate.id().value()).isEqualTo(director));

    take(directors, director, APRIL);
    assertThat(seat(Per.EVERY_PLACE, Role.PCN_CLINICAL_DIRECTOR, FIRST.toString()).holder())
        .isNotNull();
    assertThat(vacant(MAY)).isEqualTo(6);
  }

  @Test
  void the_rule_of_herefordshire_with_a_manager_in_the_chair() {
    formed(HEREFORDSHIRE, FIRST);
    appoint("PCN_CLINICAL_DIRECTOR", "N1", APRIL, null);
    appoint("ICB_PRIMARY_CARE_DIRECTOR", "ICB1", APRIL, null);
    var manager = appoint("LEADERSHIP_GROUP_CHAIR", GROUP.value(), APRIL, JUNE);
    hear(
        "ChairNamed", "{'groupId':'%s','roleHoldingId':'%s','start':'2026-04-01'}", GROUP, manager);

    assertThat(bodies(MAY, Per.EVERY_PCN)).containsExactly("N1", "N2");
    assertThat(groups.seats(GROUP, MAY)).hasSize(5);
    assertThat(vacant(MAY)).as("N2, the federation and the LMC").isEqualTo(3);
    assertThat(groups.chair(GROUP, MAY))
        .hasValueSatisfying(
            chair -> assertThat(chair.role()).isEqualTo(Role.LEADERSHIP_GROUP_CHAIR));
    assertThat(groups.chair(GROUP, JUNE)).as("the role has ended").isEmpty();
  }

  @Test
  void a_new_network_makes_a_vacant_seat_and_one_that_leaves_takes_its_own_along() {
    formed(HEREFORDSHIRE, FIRST);
    assertThat(bodies(APRIL, Per.EVERY_PCN)).containsExactly("N1", "N2");
    var before = seat(Per.EVERY_PCN, Role.PCN_CLINICAL_DIRECTOR, "N1").id();

    organisation("N4", "N4", "PCN");
    affiliate("P4", FIRST.toString(), "PLACE", MAY);
    affiliate("P4", "N4", "PCN_CORE", MAY);
    assertThat(bodies(APRIL, Per.EVERY_PCN)).containsExactly("N1", "N2");
    assertThat(bodies(MAY, Per.EVERY_PCN)).containsExactly("N1", "N2", "N4");
    assertThat(seat(Per.EVERY_PCN, Role.PCN_CLINICAL_DIRECTOR, "N4").holder()).isNull();

    hear(
        "AffiliationEnded",
        "{'affiliationId':'%s','memberId':'P2','parentId':'N2','kind':'PCN_CORE','end':'2026-06-01'}",
        id("P2N2"));
    assertThat(bodies(JUNE, Per.EVERY_PCN)).containsExactly("N1", "N4");
    hear("OrganisationClosed", "{'organisationId':'N4','end':'2026-06-01'}");
    assertThat(bodies(JUNE, Per.EVERY_PCN)).containsExactly("N1");
    assertThat(seat(Per.EVERY_PCN, Role.PCN_CLINICAL_DIRECTOR, "N1").id()).isEqualTo(before);
  }

  @Test
  void the_longest_in_office_sits_and_the_next_follows_without_a_word() {
    formed(HEREFORDSHIRE, FIRST);
    var first = appoint("PCN_CLINICAL_DIRECTOR", "N1", APRIL, JUNE);
    var second = appoint("PCN_CLINICAL_DIRECTOR", "N1", MAY, null);

    assertThat(holder("N1", MAY)).isEqualTo(first);
    assertThat(holder("N1", JUNE)).isEqualTo(second);
  }

  @Test
  void who_loses_the_role_leaves_the_seat_vacant() {
    formed(COVENTRY_AND_WARWICKSHIRE, FIRST, SECOND);
    var gp = appoint("PRACTICE_NOMINATED_GP", "P3", APRIL, JUNE);
    var seat = seat(Per.EVERY_PLACE, Role.PRACTICE_NOMINATED_GP, SECOND.toString());
    take(seat, gp, MAY);

    assertThat(sits(SECOND, gp, APRIL)).isFalse();
    assertThat(sits(SECOND, gp, MAY)).isTrue();
    assertThat(sits(FIRST, gp, MAY)).as("the group speaks for both places").isTrue();
    assertThat(sits(SECOND, gp, JUNE)).isFalse();

    hear(
        "SeatLeft",
        "{'groupId':'%s','seatId':'%s','roleHoldingId':'%s','start':'%s','end':'%s'}",
        GROUP,
        seat.id(),
        gp,
        MAY,
        MAY.plusDays(7));
    assertThat(sits(SECOND, gp, MAY.plusDays(6))).isTrue();
    assertThat(sits(SECOND, gp, MAY.plusDays(7))).isFalse();
  }

  @Test
  void a_group_for_the_whole_ics_speaks_for_each_of_its_places() {
    formed(HEREFORDSHIRE);
    assertThat(bodies(MAY, Per.EVERY_PCN)).containsExactly("N1", "N2", "N3");
    assertThat(groups.ofPlace(SECOND, MAY)).hasSize(1);
    assertThat(groups.ofPlace(new PlaceId(id("elsewhere")), MAY)).isEmpty();
    assertThat(groups.ofIcs(new OrganisationId("ICB1"), MAY)).hasSize(1);
    assertThat(groups.ofIcs(new OrganisationId("ICB2"), MAY)).isEmpty();
  }

  @Test
  void terms_and_scope_hold_from_their_day_and_can_be_taken_back() {
    formed(HEREFORDSHIRE, FIRST);
    hear(
        "GroupRevised",
        "{'groupId':'%s','icsId':'ICB1','placeIds':['%s'],'from':'2026-06-01'}",
        GROUP,
        SECOND);
    assertThat(bodies(MAY, Per.EVERY_PCN)).containsExactly("N1", "N2");
    assertThat(bodies(JUNE, Per.EVERY_PCN)).containsExactly("N3");
    assertThat(groups.ofPlace(FIRST, JUNE)).isEmpty();

    terms(2, JUNE, rule("GROUP", null, "NOMINATION", 3));
    assertThat(groups.seats(GROUP, MAY)).hasSize(5);
    assertThat(groups.seats(GROUP, JUNE)).hasSize(3);
    hear("GroupTermsWithdrawn", "{'groupId':'%s','version':2}", GROUP);
    assertThat(bodies(JUNE, Per.EVERY_PCN)).containsExactly("N3");
  }

  @Test
  void a_seat_for_anybody_goes_to_who_holds_a_role_in_the_area() {
    formed(rule("GROUP", null, "NOMINATION", 1), SECOND);
    var partner = appoint("PRACTICE_PARTNER", "P3", APRIL, null);
    appoint("PRACTICE_PARTNER", "P1", APRIL, null);
    var officer = appoint("ICB_OFFICER", "ICB1", APRIL, null);

    assertThat(groups.candidates(GROUP, groups.seats(GROUP, MAY).getFirst(), MAY))
        .extracting(candidate -> candidate.id().value())
        .containsExactlyInAnyOrder(partner, officer);
  }

  @Test
  void a_dissolved_group_has_no_seats_and_speaks_for_nobody() {
    formed(HEREFORDSHIRE, FIRST);
    hear("GroupDissolved", "{'groupId':'%s','end':'2026-06-01'}", GROUP);
    assertThat(groups.seats(GROUP, MAY)).hasSize(5);
    assertThat(groups.seats(GROUP, JUNE)).isEmpty();
    assertThat(groups.ofPlace(FIRST, JUNE)).isEmpty();
    assertThat(groups.group(GROUP, JUNE)).isPresent();
    hear("GroupRestored", "{'groupId':'%s'}", GROUP);
    assertThat(groups.seats(GROUP, JUNE)).hasSize(5);
  }

  private List<String> bodies(LocalDate on, Per per) {
    return groups.seats(GROUP, on).stream()
        .filter(seat -> seat.per() == per)
        .map(seat -> seat.body().value())
        .toList();
  }

  private Seat seat(Per per, Role role, String body) {
    return groups.seats(GROUP, MAY).stream()
        .filter(
            seat -> seat.per() == per && seat.role() == role && seat.body().value().equals(body))
        .findFirst()
        .orElseThrow();
  }

  private long vacant(LocalDate on) {
    return groups.seats(GROUP, on).stream().filter(seat -> seat.holder() == null).count();
  }

  private @Nullable UUID holder(String body, LocalDate on) {
    return groups.seats(GROUP, on).stream()
        .filter(seat -> seat.body().value().equals(body))
        .map(Seat::holder)
        .map(holder -> holder == null ? null : holder.id().value())
        .findFirst()
        .orElse(null);
  }

  private boolean sits(PlaceId place, UUID holding, LocalDate on) {
    return groups
        .holding(new RoleHoldingId(holding), APRIL)
        .map(held -> groups.sitsForPlace(place, List.of(held), on))
        .orElseThrow();
  }

  private void formed(String rules, PlaceId... places) {
    var ids = List.of(places).stream().map(place -> "'" + place + "'").toList();
    organisation(GROUP.value(), "The group", "LEADERSHIP_GROUP");
    hear(
        "GroupFormed",
        "{'groupId':'%s','icsId':'ICB1','placeIds':%s,'start':'2026-04-01'}",
        GROUP,
        ids);
    terms(1, APRIL, rules);
  }

  private void terms(int version, LocalDate from, String rules) {
    hear(
        "GroupTermsAdopted",
        "{'groupId':'%s','version':%s,'from':'%s','seatRules':[%s]}",
        GROUP,
        version,
        from,
        rules);
  }

  private static String rule(String per, @Nullable String role, String filledBy, int seats) {
    return "{'per':'%s',%s'filledBy':'%s','seats':%s}"
        .formatted(per, role == null ? "" : "'role':'" + role + "',", filledBy, seats);
  }

  private void take(Seat seat, UUID holding, LocalDate from) {
    hear(
        "SeatTaken",
        "{'groupId':'%s','seatId':'%s','roleHoldingId':'%s','start':'%s'}",
        GROUP,
        seat.id(),
        holding,
        from);
  }

  private UUID appoint(String role, String where, LocalDate from, @Nullable LocalDate end) {
    var holding = id(role + where + from);
    hear(
        "RoleAppointed",
        "{'personId':'%s','roleHoldingId':'%s','role':'%s','organisationId':'%s','start':'%s','end':%s}",
        id("person" + holding),
        holding,
        role,
        where,
        from,
        end == null ? "null" : "'" + end + "'");
    return holding;
  }

  private void place(PlaceId id, String name) {
    hear("PlaceDefined", "{'placeId':'%s','icsId':'ICB1','name':'%s'}", id, name);
  }

  private void organisation(String id, String name, String kind) {
    hear(
        "OrganisationRegistered",
        "{'organisationId':'%s','name':'%s','kinds':['%s'],'status':'ACTIVE'}",
        id,
        name,
        kind);
  }

  private void practice(String id, PlaceId place, String network) {
    affiliate(id, place.toString(), "PLACE", APRIL);
    affiliate(id, network, "PCN_CORE", APRIL);
  }

  private void affiliate(String member, String parent, String kind, LocalDate from) {
    hear(
        "AffiliationStarted",
        "{'affiliationId':'%s','memberId':'%s','parentId':'%s','kind':'%s','start':'%s'}",
        id(member + parent),
        member,
        parent,
        kind,
        from);
  }

  /** Twice, which changes nothing. */
  private void hear(String type, String payload, Object... values) {
    told.hear(type, payload, values);
    told.hear(List.of(told.heard().getLast()));
  }
}
