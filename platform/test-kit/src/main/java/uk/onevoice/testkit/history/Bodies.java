package uk.onevoice.testkit.history;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.testkit.history.Teller.Thread;

/** What is said of any organisation alike. */
final class Bodies {
  private Bodies() {}

  static void registered(
      Teller teller,
      Thread stream,
      String id,
      @Nullable String odsCode,
      String name,
      String kind,
      @Nullable String sector) {
    Fields fields = Fields.of("organisationId", id);
    if (odsCode != null) {
      fields.put("odsCode", odsCode);
    }
    fields
        .put("name", name)
        .texts("kinds", List.of(kind))
        .put("start", teller.today())
        .put("status", "ACTIVE");
    if (sector != null) {
      fields.put("sector", sector);
    }
    teller.say(stream, "OrganisationRegistered", fields);
  }

  static void affiliated(
      Teller teller, Thread stream, UUID id, String member, String parent, String kind) {
    teller.say(
        stream,
        "AffiliationStarted",
        2,
        affiliation(id, member, parent, kind).put("start", teller.today()));
  }

  static void left(
      Teller teller, Thread stream, UUID id, String member, String parent, String kind) {
    teller.say(
        stream,
        "AffiliationEnded",
        2,
        affiliation(id, member, parent, kind).put("end", teller.today()));
  }

  private static Fields affiliation(UUID id, String member, String parent, String kind) {
    return Fields.of("affiliationId", id)
        .put("memberId", member)
        .put("parentId", parent)
        .put("kind", kind);
  }

  static void succeeded(
      Teller teller, Thread stream, String id, List<String> successors, String kind) {
    teller.say(
        stream,
        "OrganisationSucceeded",
        Fields.of("organisationId", id)
            .texts("successors", successors)
            .put("kind", kind)
            .put("date", teller.today()));
  }

  static void closed(Teller teller, Thread stream, String id) {
    teller.say(
        stream, "OrganisationClosed", Fields.of("organisationId", id).put("end", teller.today()));
  }
}
