package uk.onevoice.relationships.adapter.http;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.OrganisationId;
import uk.onevoice.directory.PersonId;
import uk.onevoice.directory.PlaceId;
import uk.onevoice.testkit.stack.ToldRegistry;

/**
 * Two invented places and everybody who calls in these tests. Nadia leads the federation of the
 * valley, Owen a network there, Femi is a partner in its practice; Grace is an officer of the
 * committee of the coast; Rowan is at the ICB; admin administers the platform; Colm is registered
 * and holds nothing; keeper is nobody we know.
 */
final class MarlValley {
  static final UUID VALLEY = UUID.randomUUID();
  static final UUID COAST = UUID.randomUUID();
  static final String FEDERATION = UUID.randomUUID().toString();
  static final String COMMITTEE = UUID.randomUUID().toString();
  static final String NETWORK = "WYVN0001";
  static final String TRUST = "WYVT0001";

  /** Trusts beside TRUST: a place has one slot with each, and tests want many. */
  private static final List<String> TRUSTS =
      IntStream.rangeClosed(1000, 1099).mapToObj("WYVT%d"::formatted).toList();

  static final UUID CARE = UUID.randomUUID();
  static final UUID NURSING = UUID.randomUUID();
  static final UUID ELSEWHERE = UUID.randomUUID();

  private static final AtomicInteger TAKEN = new AtomicInteger();

  private static UUID nadia = new UUID(0, 0);
  private static UUID owen = new UUID(0, 0);
  private static UUID femi = new UUID(0, 0);
  private static boolean told;

  private MarlValley() {}

  /** A trust with which no slot is defined yet. */
  static String trust() {
    return TRUSTS.get(TAKEN.getAndIncrement());
  }

  static UUID nadia() {
    return nadia;
  }

  /** A partner of a practice there. */
  static UUID femi() {
    return femi;
  }

  static UUID owen() {
    return owen;
  }

  /** Tells the service's directory who is who, once, and waits until it has heard. */
  static synchronized void isKnownTo(Directory directory) {
    if (told) {
      return;
    }
    told = true;
    String topic = ConfigProvider.getConfig().getValue("onevoice.directory.topic", String.class);
    try (var registry = ToldRegistry.on(topic)) {
      registry.organisation("WYVICB01", "NHS Wyvern and Marlshire ICB", "ICB");
      registry.organisation(TRUST, "Wyvern and Marl Hospitals", "TRUST");
      TRUSTS.forEach(trust -> registry.organisation(trust, "Trust " + trust, "TRUST"));
      registry.organisation(FEDERATION, "Marl Valley GP Federation", "FEDERATION");
      registry.organisation(COMMITTEE, "Tarrow Coast LMC", "LMC");
      registry.organisation(NETWORK, "Upper Marl PCN", "PCN");
      registry.place(VALLEY, "WYVICB01", "Marl Valley");
      registry.place(COAST, "WYVICB01", "Tarrow Coast");
      registry.topic(CARE, "WYVICB01", "Community & nursing care");
      registry.topic(NURSING, "WYVICB01", "District nursing");
      registry.topic(ELSEWHERE, "WYVICB02", "Community services");
      registry.practice("WYVP0001", VALLEY);
      registry.member("WYVP0001", FEDERATION, "FEDERATION");
      registry.member("WYVP0001", NETWORK, "PCN_CORE");
      registry.practice("WYVP0100", COAST);
      registry.member("WYVP0100", COMMITTEE, "LMC");
      nadia = registry.person("nadia.velloso");
      registry.appoint(nadia, "FEDERATION_LEAD", FEDERATION);
      owen = registry.person("owen.tallant");
      registry.appoint(owen, "PCN_CLINICAL_DIRECTOR", NETWORK);
      UUID grace = registry.person("grace.ndukwe-hale");
      registry.appoint(grace, "LMC_OFFICER", COMMITTEE);
      femi = registry.person("femi.larkspur");
      registry.appoint(femi, "PRACTICE_PARTNER", "WYVP0001");
      UUID rowan = registry.person("rowan.pike");
      registry.appoint(rowan, "ICB_GP_LEAD", "WYVICB01");
      registry.person("colm.ashgrove");
      UUID admin = registry.person("admin");
      registry.appoint(admin, "PLATFORM_ADMINISTRATOR", null);
      registry.client("icb-client", "WYVICB01", "ICB");
      registry.client("partner-client", TRUST, "PARTNER");
      waitFor(directory, nadia, owen, grace, femi, rowan, admin);
    }
  }

  /** From today on, whoever means district nursing means community and nursing care. */
  static void mergesNursingIntoCare(Directory directory) {
    String topic = ConfigProvider.getConfig().getValue("onevoice.directory.topic", String.class);
    try (var registry = ToldRegistry.on(topic)) {
      registry.merged(NURSING, "WYVICB01", CARE, LocalDate.now(ZoneId.of("Europe/London")));
      await()
          .until(() ->
              directory.topic(NURSING).filter(it -> CARE.equals(it.mergedInto())).isPresent());
    }
  }

  private static void waitFor(Directory directory, UUID... people) {
    LocalDate today = LocalDate.now();
    await("the directory has heard")
        .atMost(Duration.ofSeconds(60))
        .until(() -> {
          for (UUID person : people) {
            if (directory.holdings(new PersonId(person), today).isEmpty()) {
              return false;
            }
          }
          return directory.bodiesWithMembersIn(new PlaceId(VALLEY), today).size() == 2
              && directory.bodiesWithMembersIn(new PlaceId(COAST), today).size() == 1
              && directory.organisation(new OrganisationId(TRUST)).isPresent()
              && directory.organisation(new OrganisationId(TRUSTS.getLast())).isPresent()
              && directory.organisation(new OrganisationId(FEDERATION)).isPresent()
              && directory.organisation(new OrganisationId("WYVICB01")).isPresent()
              && directory.organisation(new OrganisationId(NETWORK)).isPresent()
              && directory.topic(ELSEWHERE).isPresent()
              && directory.client("icb-client").isPresent()
              && directory.client("partner-client").isPresent();
        });
  }
}
