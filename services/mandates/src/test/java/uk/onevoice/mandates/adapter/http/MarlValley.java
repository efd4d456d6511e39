package uk.onevoice.mandates.adapter.http;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.OrganisationId;
import uk.onevoice.directory.PersonId;
import uk.onevoice.directory.PlaceId;
import uk.onevoice.testkit.stack.ToldRegistry;

/**
 * Three invented places and everybody who calls in these tests. Nadia leads the federation of the
 * valley, Owen a network there, Femi is a partner in its first practice and in all of Brackmoor,
 * the demonstration's practices' user in its second; Grace is an officer of the committee of the
 * coast and Tamsin a partner there; Rowan is at the ICB; Colm is registered and holds nothing;
 * keeper is nobody we know. Tamsin leads a second federation, which has no members. The valley has
 * a fourth practice, which the national map does not list.
 */
final class MarlValley {
  static final UUID VALLEY = UUID.randomUUID();
  static final UUID COAST = UUID.randomUUID();
  static final UUID BRACKMOOR = UUID.randomUUID();
  static final String FEDERATION = UUID.randomUUID().toString();
  static final String COMMITTEE = UUID.randomUUID().toString();
  static final String NETWORK = "WYVN0001";
  static final String TRUST = "WYVT0001";
  static final List<String> VALLEY_PRACTICES = List.of("WYVP0001", "WYVP0002", "WYVP0003");
  static final String COAST_PRACTICE = "WYVP0100";
  static final List<String> BRACKMOOR_PRACTICES =
      IntStream.rangeClosed(1, 200).mapToObj("WYVQ%04d"::formatted).toList();

  /** A place whose practices have 10,000 patients, and where things end. */
  static final UUID SALLOW = UUID.randomUUID();

  static final List<String> SALLOW_PRACTICES =
      List.of("WYVS0001", "WYVS0002", "WYVS0003", "WYVS0004");
  static final String SUCCESSOR = "WYVS0009";
  static final String SECOND_FEDERATION = UUID.randomUUID().toString();
  static final UUID BOARD = UUID.randomUUID();

  static final UUID CARE = UUID.randomUUID();
  static final UUID NURSING = UUID.randomUUID();
  static final UUID ELSEWHERE = UUID.randomUUID();

  private static UUID femi = new UUID(0, 0);
  private static UUID owenDirects = new UUID(0, 0);
  private static UUID rowanOfTheIcb = new UUID(0, 0);
  private static UUID femiOfTheCoast = new UUID(0, 0);
  private static UUID tamsin = new UUID(0, 0);
  private static UUID tamsinLeads = new UUID(0, 0);
  private static boolean told;

  private MarlValley() {}

  /** Femi's holding as a partner on the coast. */
  static UUID femiOfTheCoast() {
    return femiOfTheCoast;
  }

  static UUID femi() {
    return femi;
  }

  /** Owen's holding as clinical director of his network. */
  static UUID owenDirects() {
    return owenDirects;
  }

  static UUID rowanOfTheIcb() {
    return rowanOfTheIcb;
  }

  /** Ends Tamsin's role as lead of the second federation. */
  static void tamsinLeadsNoMore() {
    try (var registry = ToldRegistry.on(topic())) {
      registry.end(tamsin, tamsinLeads, LocalDate.now());
    }
  }

  /** The first practice of Sallow Hill is closed and followed by another. */
  static void firstPracticeIsFollowed() {
    try (var registry = ToldRegistry.on(topic())) {
      String first = SALLOW_PRACTICES.getFirst();
      registry.tell(
          "organisation-" + first,
          "OrganisationSucceeded",
          Map.of(
              "organisationId",
              first,
              "successors",
              List.of(SUCCESSOR),
              "kind",
              "MERGER",
              "date",
              LocalDate.now().toString()));
      registry.tell(
          "organisation-" + first,
          "OrganisationClosed",
          Map.of("organisationId", first, "end", LocalDate.now().toString()));
    }
  }

  /** Sallow Hill comes to another ICS. */
  static void sallowMoves() {
    try (var registry = ToldRegistry.on(topic())) {
      registry.tell(
          "place-" + SALLOW,
          "PlaceMoved",
          Map.of(
              "placeId",
              SALLOW.toString(),
              "icsId",
              "WYVICB02",
              "from",
              LocalDate.now().toString()));
    }
  }

  static String topic() {
    return ConfigProvider.getConfig().getValue("onevoice.directory.topic", String.class);
  }

  /** Tells the service's directory who is who, once, and waits until it has heard. */
  static synchronized void isKnownTo(Directory directory) {
    if (told) {
      return;
    }
    told = true;
    try (var registry = ToldRegistry.on(topic())) {
      registry.organisation("WYVICB01", "NHS Wyvern and Marlshire ICB", "ICB");
      registry.organisation(TRUST, "Wyvern and Marl Hospitals", "TRUST");
      registry.organisation(FEDERATION, "Marl Valley GP Federation", "FEDERATION");
      registry.organisation(COMMITTEE, "Tarrow Coast LMC", "LMC");
      registry.organisation(NETWORK, "Upper Marl PCN", "PCN");
      registry.place(VALLEY, "WYVICB01", "Marl Valley");
      registry.place(COAST, "WYVICB01", "Tarrow Coast");
      registry.place(BRACKMOOR, "WYVICB01", "Brackmoor");
      registry.organisation(SECOND_FEDERATION, "Sallow Hill Federation", "FEDERATION");
      registry.place(SALLOW, "WYVICB01", "Sallow Hill");
      registry.forum(
          BOARD, "WYVICB01", "Place board", "Marl Valley place board", LocalDate.of(2021, 4, 1));
      registry.topic(CARE, "WYVICB01", "Community & nursing care");
      registry.topic(NURSING, "WYVICB01", "District nursing");
      registry.merged(NURSING, "WYVICB01", CARE, LocalDate.now());
      registry.topic(ELSEWHERE, "WYVICB02", "Community services");
      registry.practice("WYVP0004", VALLEY);
      for (String practice : VALLEY_PRACTICES) {
        registry.practice(practice, VALLEY);
        registry.listed(practice);
        registry.member(practice, FEDERATION, "FEDERATION");
        registry.member(practice, NETWORK, "PCN_CORE");
      }
      registry.practice(COAST_PRACTICE, COAST);
      registry.member(COAST_PRACTICE, COMMITTEE, "LMC");
      UUID nadia = registry.person("nadia.velloso");
      registry.appoint(nadia, "FEDERATION_LEAD", FEDERATION);
      UUID grace = registry.person("grace.ndukwe-hale");
      registry.appoint(grace, "LMC_OFFICER", COMMITTEE);
      UUID owen = registry.person("owen.tallant");
      owenDirects = registry.appoint(owen, "PCN_CLINICAL_DIRECTOR", NETWORK);
      femi = registry.person("femi.larkspur");
      registry.appoint(femi, "PRACTICE_PARTNER", VALLEY_PRACTICES.getFirst());
      femiOfTheCoast = registry.appoint(femi, "PRACTICE_PARTNER", COAST_PRACTICE);
      for (String practice : BRACKMOOR_PRACTICES) {
        registry.practice(practice, BRACKMOOR);
        registry.listed(practice);
        registry.member(practice, FEDERATION, "FEDERATION");
        registry.appoint(femi, "PRACTICE_PARTNER", practice);
      }
      for (int i = 0; i < SALLOW_PRACTICES.size(); i++) {
        String practice = SALLOW_PRACTICES.get(i);
        registry.practice(practice, SALLOW);
        registry.listed(practice);
        registry.member(practice, FEDERATION, "FEDERATION");
        registry.member(practice, COMMITTEE, "LMC");
        registry.appoint(femi, "PRACTICE_PARTNER", practice);
        registry.tell(
            "organisation-" + practice,
            "ListSizePublished",
            Map.of(
                "organisationId",
                practice,
                "month",
                "2026-01",
                "patients",
                4_000 - 1_000 * i,
                "revision",
                1));
      }
      registry.practice(SUCCESSOR, SALLOW);
      registry.appoint(femi, "PRACTICE_PARTNER", SUCCESSOR);
      UUID neighbour = registry.person("demo.practices");
      registry.appoint(neighbour, "PRACTICE_PARTNER", VALLEY_PRACTICES.get(1));
      tamsin = registry.person("tamsin.orrell");
      registry.appoint(tamsin, "PRACTICE_PARTNER", COAST_PRACTICE);
      tamsinLeads = registry.appoint(tamsin, "FEDERATION_LEAD", SECOND_FEDERATION);
      UUID admin = registry.person("admin");
      registry.appoint(admin, "PLATFORM_ADMINISTRATOR", null);
      UUID rowan = registry.person("rowan.pike");
      rowanOfTheIcb = registry.appoint(rowan, "ICB_GP_LEAD", "WYVICB01");
      registry.person("colm.ashgrove");
      registry.client("icb-client", "WYVICB01", "ICB");
      registry.client("partner-client", TRUST, "PARTNER");
      LocalDate today = LocalDate.now();
      await("the directory has heard")
          .atMost(Duration.ofSeconds(60))
          .until(() ->
              directory.listedPracticesIn(new PlaceId(BRACKMOOR), today).size() == 200
                  && directory.listedPracticesIn(new PlaceId(VALLEY), today).size() == 3
                  && directory.practicesIn(new PlaceId(VALLEY), today).size() == 4
                  && directory.holdings(new PersonId(neighbour), today).size() == 1
                  && directory.holdings(new PersonId(tamsin), today).size() == 2
                  && directory.holdings(new PersonId(admin), today).size() == 1
                  && directory.holdings(new PersonId(femi), today).size() == 207
                  && directory.listSizesIn(new PlaceId(SALLOW), today).stream()
                      .allMatch(practice -> practice.patients() != null)
                  && directory.listedPracticesIn(new PlaceId(SALLOW), today).size() == 4
                  && directory.forum(BOARD).isPresent()
                  && directory.holdings(new PersonId(rowan), today).size() == 1
                  && directory.holdings(new PersonId(nadia), today).size() == 1
                  && directory.holdings(new PersonId(grace), today).size() == 1
                  && directory.holdings(new PersonId(owen), today).size() == 1
                  && directory
                      .bodiesWithMembersIn(new PlaceId(BRACKMOOR), today)
                      .contains(new OrganisationId(FEDERATION))
                  && directory
                      .bodiesWithMembersIn(new PlaceId(VALLEY), today)
                      .contains(new OrganisationId(NETWORK))
                  && directory
                      .bodiesWithMembersIn(new PlaceId(COAST), today)
                      .contains(new OrganisationId(COMMITTEE))
                  && directory.organisation(new OrganisationId(TRUST)).isPresent()
                  && directory.organisation(new OrganisationId(FEDERATION)).isPresent()
                  && directory.client("partner-client").isPresent()
                  && directory.topic(ELSEWHERE).isPresent()
                  && directory.topicOn(NURSING, today).filter(it -> it.openOn(today)).isPresent()
                  && directory.client("icb-client").isPresent());
    }
  }
}
