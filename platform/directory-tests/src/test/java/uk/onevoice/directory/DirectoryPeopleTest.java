package uk.onevoice.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.onevoice.directory.ToldDirectory.PERSON;
import static uk.onevoice.directory.ToldDirectory.id;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who somebody is, and which roles they hold. */
class DirectoryPeopleTest {
  private static final LocalDate APRIL = LocalDate.parse("2026-04-01");
  private static final LocalDate LAST_OF_MARCH = LocalDate.parse("2026-03-31");
  private static final OrganisationId PCN = new OrganisationId("WYVN0001");

  @RegisterExtension static final ToldDirectory told = new ToldDirectory();

  private final Directory directory = told.directory();

  @Test
  void a_sign_in_is_the_person_it_was_linked_to() {
    IdentityHash signIn = IdentityHash.of("http://localhost/realm", "subject-1");
    told.hear("IdentityLinked", "{'personId':'%s','identityHash':'%s'}", PERSON, signIn);

    assertThat(directory.personOf(signIn)).contains(new PersonId(PERSON));
    assertThat(directory.personOf(IdentityHash.of("http://localhost/realm", "subject-2")))
        .isEmpty();
    assertThat(directory.personOf(IdentityHash.of("http://localhost/realm\nsubject", "-1")))
        .isEmpty();
  }

  @Test
  void a_role_counts_from_its_first_day_until_the_day_it_ended() {
    UUID holding = id("holding");
    told.appoint(holding, "PCN_CLINICAL_DIRECTOR", "'WYVN0001'", "2026-04-01", "null");
    assertThat(holdings(LAST_OF_MARCH)).isEmpty();
    assertThat(holdings(APRIL))
        .singleElement()
        .satisfies(held -> {
          assertThat(held.role()).isEqualTo(Role.PCN_CLINICAL_DIRECTOR);
          assertThat(held.organisation()).isEqualTo(PCN);
          assertThat(held.id()).isEqualTo(new RoleHoldingId(holding));
        });

    told.hear(
        "RoleEnded", "{'personId':'%s','roleHoldingId':'%s','end':'2026-09-30'}", PERSON, holding);

    assertThat(holdings(LocalDate.parse("2026-09-29"))).hasSize(1);
    assertThat(holdings(LocalDate.parse("2026-09-30"))).isEmpty();
    var id = new RoleHoldingId(holding);
    assertThat(directory.holding(id, LAST_OF_MARCH)).isEmpty();
    assertThat(directory.holding(id, LocalDate.parse("2026-09-29")))
        .map(RoleHolding::person)
        .contains(new PersonId(PERSON));
    assertThat(directory.holding(id, LocalDate.parse("2026-09-30"))).isEmpty();
    assertThat(directory.holding(new RoleHoldingId(PERSON), APRIL)).isEmpty();
  }

  @Test
  void a_role_counts_as_it_was_corrected_and_one_that_never_was_on_no_day() {
    UUID holding = id("holding");
    told.appoint(holding, "PRACTICE_PARTNER", "'WYVP0001'", "2026-04-01", "null");
    String correction =
        "{'personId':'%s','roleHoldingId':'%s','role':'PRACTICE_PARTNER',"
            + "'organisationId':'WYVP0001','start':'2026-03-31','clinical':true%s}";
    told.hear("RoleCorrected", correction, PERSON, holding, "");
    assertThat(holdings(LAST_OF_MARCH)).hasSize(1);
    told.hear("RoleCorrected", correction, PERSON, holding, ",'void':true");
    assertThat(holdings(LAST_OF_MARCH)).isEmpty();
    assertThat(holdings(APRIL)).isEmpty();
    assertThat(directory.holding(new RoleHoldingId(holding), APRIL)).isEmpty();
  }

  @Test
  void who_was_merged_away_counts_for_who_stands_and_for_themselves_again_when_it_is_undone() {
    PersonId one = new PersonId(PERSON);
    PersonId two = new PersonId(id("two"));
    PersonId three = new PersonId(id("three"));
    IdentityHash signIn = IdentityHash.of("http://localhost/realm", "subject-1");
    told.hear("IdentityLinked", "{'personId':'%s','identityHash':'%s'}", PERSON, signIn);
    told.appoint(id("holding"), "FEDERATION_LEAD", "'FED'", "2026-04-01", "null");

    told.hear("PersonMerged", "{'personId':'%s','into':'%s'}", one, two);
    told.hear("PersonMerged", "{'personId':'%s','into':'%s'}", two, three);

    assertThat(directory.standing(one)).isEqualTo(three);
    assertThat(directory.personOf(signIn)).contains(three);
    for (PersonId each : List.of(one, two, three)) {
      assertThat(directory.records(each)).containsExactlyInAnyOrder(one, two, three);
      assertThat(directory.holdings(each, APRIL)).hasSize(1);
    }

    told.hear("PersonMergeUndone", "{'personId':'%s','from':'%s'}", two, three);
    assertThat(directory.personOf(signIn)).contains(two);
    assertThat(directory.holdings(three, APRIL)).isEmpty();
    assertThat(directory.records(three)).containsExactly(three);
    assertThat(directory.records(one)).containsExactlyInAnyOrder(one, two);
    told.hear("PersonMergeUndone", "{'personId':'%s','from':'%s'}", one, two);
    assertThat(directory.personOf(signIn)).contains(one);
    assertThat(directory.holdings(two, APRIL)).isEmpty();
    assertThat(directory.holdings(one, APRIL)).hasSize(1);
  }

  @Test
  void records_that_stand_for_each_other_do_not_keep_a_query_for_ever() {
    PersonId two = new PersonId(id("two"));
    told.hear("PersonMerged", "{'personId':'%s','into':'%s'}", PERSON, two);
    told.hear("PersonMerged", "{'personId':'%s','into':'%s'}", two, PERSON);
    assertThat(directory.holdings(two, APRIL)).isEmpty();
  }

  @Test
  void an_installation_has_had_an_administrator_even_when_the_role_has_ended() {
    told.appoint(id("keeper"), "REGISTRY_KEEPER", "null", "2026-01-01", "null");
    assertThat(directory.hasHadAdministrator()).isFalse();

    told.appoint(id("admin"), "PLATFORM_ADMINISTRATOR", "null", "2026-01-01", "'2026-02-01'");
    assertThat(directory.hasHadAdministrator()).isTrue();
  }

  @Test
  void which_roles_are_held_at_a_body_is_known_for_any_day() {
    told.appoint(id("lead"), "FEDERATION_LEAD", "'FED'", "2026-01-01", "'2026-04-01'");
    told.appoint(id("support"), "LEADERSHIP_GROUP_SUPPORT", "'FED'", "2026-01-01", "null");
    var federation = new OrganisationId("FED");
    assertThat(directory.rolesHeldAt(federation, LAST_OF_MARCH))
        .containsExactly(Role.FEDERATION_LEAD, Role.LEADERSHIP_GROUP_SUPPORT);
    assertThat(directory.rolesHeldAt(federation, APRIL))
        .containsExactly(Role.LEADERSHIP_GROUP_SUPPORT);
  }

  private List<RoleHolding> holdings(LocalDate on) {
    return directory.holdings(new PersonId(PERSON), on);
  }
}
