package uk.onevoice.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.onevoice.directory.ClientKind;
import uk.onevoice.directory.OrganisationId;
import uk.onevoice.directory.PersonId;
import uk.onevoice.directory.Role;
import uk.onevoice.directory.RoleHolding;
import uk.onevoice.directory.RoleHoldingId;
import uk.onevoice.kernel.Period;

class EveryMethodIsGuardedTest {
  @Path("/half")
  public static class HalfGuarded {
    @GET
    @Permission("readHalf")
    public String read() {
      return "read";
    }

    @GET
    @Permission("readNobodyDecidedAbout")
    public String undecided() {
      return "undecided";
    }

    @POST
    public String unnamed() {
      return "unnamed";
    }

    public String noResourceMethod() {
      return "not answered over HTTP";
    }
  }

  @Path("/whole")
  public static class GuardedAsAWhole {
    @POST
    @Permission("writeWhole")
    public String write() {
      return "write";
    }

    @GET
    @Permission("readWhole")
    public String read() {
      return "read";
    }
  }

  private static final Permissions PERMISSIONS = Permissions.load();

  @Test
  void what_nobody_decided_about_and_what_nobody_answers_are_named() {
    assertThat(EveryMethodIsGuarded.faults(Set.of(HalfGuarded.class), PERMISSIONS))
        .containsExactly(
            "HalfGuarded.undecided: no row for readNobodyDecidedAbout",
            "HalfGuarded.unnamed: add @Permission",
            "forgottenByTheCode: no method answers it");
    assertThat(EveryMethodIsGuarded.faults(Set.of(GuardedAsAWhole.class), PERMISSIONS)).isEmpty();
  }

  @Test
  void a_row_says_who_may_ask() {
    assertThat(mayAsk("writeWhole", person(Role.REGISTRY_KEEPER))).isTrue();
    assertThat(mayAsk("writeWhole", person(Role.LMC_OFFICER))).isFalse();
    assertThat(mayAsk("writeWhole", client(ClientKind.ICB))).isFalse();
    assertThat(mayAsk("readWhole", person(Role.REGISTRY_KEEPER))).isFalse();
    assertThat(mayAsk("readWhole", client(ClientKind.ICB))).isTrue();
    assertThat(mayAsk("readWhole", client(ClientKind.PARTNER))).isFalse();
    assertThat(mayAsk("readHalf", person(Role.LMC_OFFICER))).isTrue();
  }

  @Test
  void a_part_of_an_answer_has_a_row_too() {
    var everybody = PERMISSIONS.part("half.everybody").orElseThrow();
    assertThat(everybody.mayAsk(person(Role.LMC_OFFICER))).isTrue();
    assertThat(everybody.mayAsk(client(ClientKind.ICB))).isTrue();
    assertThat(everybody.mayAsk(client(ClientKind.PARTNER))).isFalse();
    assertThat(PERMISSIONS.part("half.place").orElseThrow().in())
        .isEqualTo(Permissions.Scope.PLACE);
    assertThat(PERMISSIONS.part("readHalf")).as("an operation is no part").isEmpty();
    assertThat(PERMISSIONS.row("half.place")).as("a part is no operation").isEmpty();
  }

  @Test
  void a_person_holds_a_role_for_the_organisation_it_belongs_to() {
    Actor actor = person(Role.FEDERATION_LEAD);

    assertThat(actor.holdsAt(new OrganisationId("FED"), Role.FEDERATION_LEAD)).isTrue();
    assertThat(actor.holdsAt(new OrganisationId("LMC"), Role.FEDERATION_LEAD)).isFalse();
    assertThat(actor.holdsAt(new OrganisationId("FED"), Role.LMC_OFFICER)).isFalse();
    assertThat(actor.actingFor()).contains(new OrganisationId("FED"));
  }

  private static boolean mayAsk(String operation, Actor actor) {
    return PERMISSIONS.row(operation).orElseThrow().mayAsk(actor);
  }

  private static Actor person(Role role) {
    var person = new PersonId(new UUID(0, 1));
    return new Actor.PersonActor(
        person,
        List.of(
            new RoleHolding(
                new RoleHoldingId(new UUID(0, 2)),
                person,
                role,
                new OrganisationId("FED"),
                Period.from(LocalDate.parse("2026-01-01")))),
        null);
  }

  private static Actor client(ClientKind kind) {
    return new Actor.ClientActor("system", new OrganisationId("WYVICB01"), kind);
  }
}
