package uk.onevoice.meetings.adapter.http;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.OrganisationId;
import uk.onevoice.directory.PersonId;
import uk.onevoice.directory.PlaceId;
import uk.onevoice.testkit.stack.ToldRegistry;

/**
 * Two invented places and everybody who calls in these tests. Nadia leads the federation of the
 * valley, Owen a network there, Femi is a partner in its practice; Grace is an officer of the
 * committee of the coast; Tamsin led the federation of the valley until yesterday; Rowan is at the
 * ICB; Colm is registered and holds nothing; keeper is nobody we know.
 */
final class MarlValley {
  static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));
  static final UUID VALLEY = UUID.randomUUID();
  static final UUID COAST = UUID.randomUUID();
  static final String FEDERATION = UUID.randomUUID().toString();
  static final String COMMITTEE = UUID.randomUUID().toString();
  static final String NETWORK = "WYVN0001";
  static final String TRUST = "WYVT0001";

  static final UUID BOARD = UUID.randomUUID();
  static final UUID CARE = UUID.randomUUID();
  static final UUID NURSING = UUID.randomUUID();
  static final UUID ELSEWHERE = UUID.randomUUID();

  private static UUID nadia = new UUID(0, 0);
  private static UUID owen = new UUID(0, 0);
  private static UUID femi = new UUID(0, 0);
  private static UUID colm = new UUID(0, 0);
  private static UUID tamsin = new UUID(0, 0);
  private static boolean told;

  private MarlValley() {}

  static UUID nadia() {
    return nadia;
  }

  /** Holds no role of general practice of a place, unless a test gives them one. */
  static UUID colm() {
    return colm;
  }

  static UUID femi() {
    return femi;
  }

  static UUID owen() {
    return owen;
  }

  static UUID tamsin() {
    return tamsin;
  }

  /** A trust of its own, that nobody else meets. */
  static String anotherTrust(Directory directory) {
    String trust = "WYVT" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.UK);
    String topic = ConfigProvider.getConfig().getValue("onevoice.directory.topic", String.class);
    try (var registry = ToldRegistry.on(topic)) {
      registry.organisation(trust, "Another trust", "TRUST");
      await().until(() -> directory.organisation(new OrganisationId(trust)).isPresent());
    }
    return trust;
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
      registry.organisation(FEDERATION, "Marl Valley GP Federation", "FEDERATION");
      registry.organisation(COMMITTEE, "Tarrow Coast LMC", "LMC");
      registry.organisation(NETWORK, "Upper Marl PCN", "PCN");
      registry.place(VALLEY, "WYVICB01", "Marl Valley");
      registry.place(COAST, "WYVICB01", "Tarrow Coast");
      registry.topic(CARE, "WYVICB01", "Community & nursing care");
      registry.topic(NURSING, "WYVICB01", "District nursing");
      registry.topic(ELSEWHERE, "WYVICB02", "Community services");
      registry.forum(BOARD, "WYVICB01", "Place board", "Place partnership", TODAY);
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
      tamsin = registry.person("tamsin.orrell");
      UUID lead = registry.appoint(tamsin, "FEDERATION_LEAD", FEDERATION);
      registry.end(tamsin, lead, TODAY);
      UUID rowan = registry.person("rowan.pike");
      registry.appoint(rowan, "ICB_GP_LEAD", "WYVICB01");
      colm = registry.person("colm.ashgrove");
      registry.client("icb-client", "WYVICB01", "ICB");
      registry.client("partner-client", TRUST, "PARTNER");
      waitFor(directory, nadia, owen, grace, femi, rowan);
    }
  }

  private static void waitFor(Directory directory, UUID... people) {
    await("the directory has heard")
        .atMost(Duration.ofSeconds(60))
        .until(() -> {
          for (UUID person : people) {
            if (directory.holdings(new PersonId(person), TODAY).isEmpty()) {
              return false;
            }
          }
          return directory.bodiesWithMembersIn(new PlaceId(VALLEY), TODAY).size() == 2
              && directory.bodiesWithMembersIn(new PlaceId(COAST), TODAY).size() == 1
              && directory.holdings(new PersonId(tamsin), TODAY.minusDays(1)).size() == 1
              && directory.holdings(new PersonId(tamsin), TODAY).isEmpty()
              && directory.organisation(new OrganisationId(TRUST)).isPresent()
              && directory.organisation(new OrganisationId(FEDERATION)).isPresent()
              && directory.organisation(new OrganisationId("WYVICB01")).isPresent()
              && directory.organisation(new OrganisationId(NETWORK)).isPresent()
              && directory.topic(ELSEWHERE).isPresent()
              && directory.forum(BOARD).filter(it -> it.names().size() == 2).isPresent()
              && directory.client("icb-client").isPresent()
              && directory.client("partner-client").isPresent();
        });
  }
}
