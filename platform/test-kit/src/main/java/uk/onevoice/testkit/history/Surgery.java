package uk.onevoice.testkit.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.testkit.history.Teller.Thread;

/** A practice: where it belongs, and how many are on its list. */
final class Surgery {
  private record Belonging(UUID id, String parent, String kind) {}

  final String code;
  private final Teller teller;
  private final Thread organisation;
  private final Thread affiliations;
  private final Thread listSizes;
  private final List<Belonging> belongings = new ArrayList<>();
  private int patients;

  Surgery(Teller teller, String code, int patients) {
    this.teller = teller;
    this.code = code;
    this.patients = patients;
    this.organisation = teller.organisations("organisation-" + code);
    this.affiliations = teller.organisations("affiliations-" + code);
    this.listSizes = teller.organisations("list-size-" + code);
  }

  int patients() {
    return patients;
  }

  void registered(String name) {
    Bodies.registered(teller, organisation, code, code, name, "PRACTICE", null);
    teller.say(
        organisation,
        "PracticeListed",
        Fields.of("organisationId", code).put("from", teller.today()));
  }

  void belongs(String parent, String kind) {
    Belonging one = new Belonging(teller.id(), parent, kind);
    belongings.add(one);
    Bodies.affiliated(teller, affiliations, one.id(), code, parent, kind);
  }

  /** Its network; null where it is in none. */
  @Nullable String network() {
    return belongings.stream()
        .filter(one -> one.kind().equals("PCN_CORE"))
        .map(Belonging::parent)
        .findFirst()
        .orElse(null);
  }

  void moves(String network) {
    belongings.stream().filter(one -> one.kind().equals("PCN_CORE")).toList().forEach(this::leaves);
    belongs(network, "PCN_CORE");
  }

  private void leaves(Belonging one) {
    belongings.remove(one);
    Bodies.left(teller, affiliations, one.id(), code, one.parent(), one.kind());
  }

  /** Its list of the month: a little more or fewer than before. */
  void counted(String month) {
    patients = Math.max(200, patients + teller.random.nextInt(-patients / 200, patients / 180 + 2));
    teller.say(
        listSizes,
        "ListSizePublished",
        Fields.of("organisationId", code)
            .put("month", month)
            .put("patients", patients)
            .put("revision", 1));
  }

  /** Closes; its patients and its place in the world go to another. */
  void mergesInto(Surgery other) {
    LocalDate today = teller.today();
    Bodies.succeeded(teller, organisation, code, List.of(other.code), "MERGER");
    List.copyOf(belongings).forEach(this::leaves);
    teller.say(
        organisation, "PracticeDelisted", Fields.of("organisationId", code).put("from", today));
    Bodies.closed(teller, organisation, code);
    other.patients += patients;
  }
}
