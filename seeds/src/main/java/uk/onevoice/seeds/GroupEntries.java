package uk.onevoice.seeds;

import static java.util.Comparator.comparing;
import static uk.onevoice.seeds.RegistryEntries.fields;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import uk.onevoice.seeds.Demonstration.Group;
import uk.onevoice.seeds.Demonstration.ReachedMilestone;

/** Leadership groups: formed by a leader, and the keeper enters what they have agreed. */
final class GroupEntries {
  private static final String KEEPER = "keeper";

  private final PublicApi api;
  private final Demonstration demonstration;
  private final Known known;

  GroupEntries(PublicApi api, Demonstration demonstration, Known known) {
    this.api = api;
    this.demonstration = demonstration;
    this.known = known;
  }

  void groups() {
    demonstration.groups().forEach(this::group);
  }

  private void group(Group group) {
    JsonNode formed =
        api.post(
            group.by(),
            "/v1/groups",
            fields(
                "organisationId",
                known.organisation(group.body()),
                "icsId",
                demonstration.ics(),
                "placeIds",
                List.of(known.place(group.place())),
                "footing",
                "INSIDE_FEDERATION",
                "federationId",
                known.organisation(group.federation()),
                "legalEntityId",
                known.organisation(group.federation()),
                "start",
                group.start()),
            "group " + group.body(),
            known.told(group.start()));
    String path = "/v1/groups/" + formed.required("groupId").asText();
    api.post(
        KEEPER,
        path + "/terms",
        group.terms(),
        "terms of " + group.body(),
        known.told(group.start()));
    String chair = group.chair();
    if (chair != null) {
      chair(group, path, chair);
    }
    List<ReachedMilestone> inTurn =
        group.milestones().stream().sorted(comparing(ReachedMilestone::on)).toList();
    for (ReachedMilestone milestone : inTurn) {
      api.post(
          KEEPER,
          path + "/milestones",
          fields("milestone", milestone.milestone(), "on", milestone.on()),
          milestone.milestone() + " of " + group.body(),
          known.told(milestone.on()));
    }
  }

  /** Whoever sits in this role, once the seats are known. */
  private void chair(Group group, String path, String role) {
    JsonNode seats =
        api.until(KEEPER, path + "/seats?limit=200", state -> holder(state, role).isPresent());
    api.post(
        KEEPER,
        path + "/chair",
        fields("roleHoldingId", holder(seats, role).orElseThrow(), "start", group.start()),
        "chair of " + group.body(),
        known.told(group.start()));
  }

  private static Optional<String> holder(JsonNode seats, String role) {
    return StreamSupport.stream(seats.path("items").spliterator(), false)
        .map(seat -> seat.path("holder"))
        .filter(holder -> holder.path("role").asText().equals(role))
        .map(holder -> holder.path("roleHoldingId").asText())
        .findFirst();
  }
}
