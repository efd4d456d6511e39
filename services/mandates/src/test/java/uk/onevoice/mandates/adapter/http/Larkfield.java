package uk.onevoice.mandates.adapter.http;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.LeadershipGroups;
import uk.onevoice.directory.OrganisationId;
import uk.onevoice.directory.PersonId;
import uk.onevoice.directory.PlaceId;
import uk.onevoice.testkit.stack.ToldRegistry;

/**
 * A place of three practices in an ICS of its own, beside Marl Valley: Nadia's federation has them
 * all, a network two, Grace's committee one, and Femi is a partner in each. Owen, whose own network
 * has no practice here, chairs its leadership group; Rowan, of an ICB, chairs another.
 */
final class Larkfield {
  static final UUID PLACE = UUID.randomUUID();
  static final UUID TOPIC = UUID.randomUUID();
  static final String ICB = "WYVICB03";
  static final String NEXT_ICB = "WYVICB04";
  static final String NETWORK = "WYVN0003";
  static final UUID GROUP = UUID.randomUUID();
  static final UUID GROUP_OF_THE_ICB = UUID.randomUUID();
  static final List<String> PRACTICES = List.of("WYVL0001", "WYVL0002", "WYVL0003");

  private static final String EVER_SINCE = "2020-01-01";
  private static UUID femiOfTheFirst = new UUID(0, 0);
  private static boolean told;

  private Larkfield() {}

  /** Femi's holding as a partner in the first practice. */
  static UUID femiOfTheFirst() {
    return femiOfTheFirst;
  }

  /** The ICB is followed by another, and the place is not moved. */
  static void icbIsFollowed() {
    try (var registry = ToldRegistry.on(MarlValley.topic())) {
      registry.tell(
          "organisation-" + ICB,
          "OrganisationSucceeded",
          Map.of(
              "organisationId",
              ICB,
              "successors",
              List.of(NEXT_ICB),
              "kind",
              "MERGER",
              "date",
              LocalDate.now().toString()));
    }
  }

  static synchronized void isKnownTo(Directory directory, LeadershipGroups groups) {
    MarlValley.isKnownTo(directory);
    if (told) {
      return;
    }
    told = true;
    try (var registry = ToldRegistry.on(MarlValley.topic())) {
      registry.organisation(ICB, "NHS Larkshire ICB", "ICB");
      registry.organisation(NEXT_ICB, "NHS Larkshire and Downs ICB", "ICB");
      registry.organisation(NETWORK, "Larkfield PCN", "PCN");
      registry.place(PLACE, ICB, "Larkfield");
      registry.topic(TOPIC, ICB, "Community services");
      for (String practice : PRACTICES) {
        registry.practice(practice, PLACE);
        registry.listed(practice);
        registry.member(practice, MarlValley.FEDERATION, "FEDERATION");
        UUID partner = registry.appoint(MarlValley.femi(), "PRACTICE_PARTNER", practice);
        femiOfTheFirst = practice.equals(PRACTICES.getFirst()) ? partner : femiOfTheFirst;
      }
      registry.member(PRACTICES.getFirst(), NETWORK, "PCN_CORE");
      registry.member(PRACTICES.get(1), NETWORK, "PCN_CORE");
      registry.member(PRACTICES.getFirst(), MarlValley.COMMITTEE, "LMC");
      chaired(registry, GROUP, MarlValley.owenDirects());
      chaired(registry, GROUP_OF_THE_ICB, MarlValley.rowanOfTheIcb());
      LocalDate today = LocalDate.now();
      await("the directory has heard of Larkfield")
          .atMost(Duration.ofSeconds(60))
          .until(() ->
              directory.listedPracticesIn(new PlaceId(PLACE), today).size() == 3
                  && directory.topic(TOPIC).isPresent()
                  && directory.holdings(new PersonId(MarlValley.femi()), today).size() == 210
                  && directory
                      .bodiesWithMembersIn(new PlaceId(PLACE), today)
                      .contains(new OrganisationId(MarlValley.COMMITTEE))
                  && groups.chair(new OrganisationId(GROUP.toString()), today).isPresent()
                  && groups
                      .chair(new OrganisationId(GROUP_OF_THE_ICB.toString()), today)
                      .isPresent());
    }
  }

  private static void chaired(ToldRegistry registry, UUID group, UUID by) {
    registry.group(group, ICB, PLACE);
    registry.tell(
        "group-" + group,
        "ChairNamed",
        Map.of("groupId", group.toString(), "roleHoldingId", by.toString(), "start", EVER_SINCE));
  }
}
