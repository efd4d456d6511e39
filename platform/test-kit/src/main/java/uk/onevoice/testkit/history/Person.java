package uk.onevoice.testkit.history;

import java.util.UUID;
import uk.onevoice.testkit.history.Teller.Thread;

/** Somebody who speaks for general practice, in the role they hold now. */
final class Person {
  private final Teller teller;
  private final Thread stream;
  final UUID id;
  private UUID holding;
  private String role;
  private String organisation;

  private Person(Teller teller, String role, String organisation) {
    this.teller = teller;
    this.id = teller.id();
    this.stream = teller.organisations("person-" + id);
    this.holding = id;
    this.role = role;
    this.organisation = organisation;
  }

  static Person joining(Teller teller, String role, String organisation) {
    Person person = new Person(teller, role, organisation);
    teller.say(person.stream, "PersonRegistered", Fields.of("personId", person.id));
    person.appointed(role, organisation);
    return person;
  }

  String role() {
    return role;
  }

  String organisation() {
    return organisation;
  }

  void appointed(String newRole, String body) {
    role = newRole;
    organisation = body;
    holding = teller.id();
    teller.say(
        stream,
        "RoleAppointed",
        2,
        Fields.of("roleHoldingId", holding)
            .put("personId", id)
            .put("role", role)
            .put("organisationId", organisation)
            .put("start", teller.today())
            .put("clinical", !role.endsWith("MANAGER")));
    teller.say(
        stream,
        "SessionsSet",
        Fields.of("roleHoldingId", holding)
            .put("personId", id)
            .put("from", teller.today())
            .put("sessionsPerWeek", 1 + teller.random.nextInt(4))
            .put("protectedHours", teller.random.nextInt(3)));
  }

  void leaves() {
    teller.say(
        stream,
        "RoleEnded",
        Fields.of("roleHoldingId", holding)
            .put("personId", id)
            .put("end", teller.today())
            .put("role", role)
            .put("organisationId", organisation));
  }
}
