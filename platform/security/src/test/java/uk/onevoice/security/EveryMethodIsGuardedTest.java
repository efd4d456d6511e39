package uk.onevoice.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
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
    @Allow(anyPerson = true)
    public String read() {
      return "read";
    }

    @POST
    public String forgotten() {
      return "forgotten";
    }

    public String noResourceMethod() {
      return "not answered over HTTP";
    }
  }

  @Path("/whole")
  @Allow(Role.REGISTRY_KEEPER)
  public static class GuardedAsAWhole {
    @POST
    public String write() {
      return "write";
    }

    @GET
    @Allow(clients = ClientKind.ICB)
    public String read() {
      return "read";
    }
  }

  @Test
  void a_method_nobody_decided_about_is_named() {
    assertThat(EveryMethodIsGuarded.unguarded(HalfGuarded.class))
        .containsExactly("HalfGuarded.forgotten");
  }

  @Test
  void a_rule_for_the_class_counts_for_methods_without_one() throws NoSuchMethodException {
    assertThat(EveryMethodIsGuarded.unguarded(GuardedAsAWhole.class)).isEmpty();

    assertThat(permits("write", person(Role.REGISTRY_KEEPER))).isTrue();
    assertThat(permits("write", client(ClientKind.ICB))).isFalse();
    assertThat(permits("read", person(Role.REGISTRY_KEEPER))).isFalse();
    assertThat(permits("read", client(ClientKind.ICB))).isTrue();
    assertThat(permits("read", client(ClientKind.PARTNER))).isFalse();
  }

  @Test
  void a_person_holds_a_role_for_the_organisation_it_belongs_to() {
    Actor actor = person(Role.FEDERATION_LEAD);

    assertThat(actor.holdsAt(new OrganisationId("FED"), Role.FEDERATION_LEAD)).isTrue();
    assertThat(actor.holdsAt(new OrganisationId("LMC"), Role.FEDERATION_LEAD)).isFalse();
    assertThat(actor.holdsAt(new OrganisationId("FED"), Role.LMC_OFFICER)).isFalse();
    assertThat(actor.actingFor()).contains(new OrganisationId("FED"));
  }

  private static boolean permits(String method, Actor actor) throws NoSuchMethodException {
    return AllowedCallers.permits(
        AllowedCallers.of(GuardedAsAWhole.class, GuardedAsAWhole.class.getMethod(method))
            .orElseThrow(),
        actor);
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
