package uk.onevoice.testkit.history;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who belongs to whom at the end of a history: England, real or made up, or some of its ICSs.
 *
 * @param practices in the order of their sub-ICB locations and networks, so that neighbours stand
 *     beside each other
 * @param networks PCNs; some practices have none
 * @param partners trusts and councils of the ICSs; a council of two ICSs is there twice
 */
public record Registry(
    List<Body> icbs,
    List<Body> subIcbs,
    List<Body> networks,
    List<Practice> practices,
    List<Partner> partners) {

  private static final int ICBS = 36;
  private static final int SUB_ICBS = 106;
  private static final int NETWORKS = 1_298;
  private static final int PRACTICES = 6_129;

  /**
   * A body with the one above it: the ICB of a sub-ICB location, the sub-ICB location of a network;
   * an ICB's is its own.
   */
  public record Body(String code, String name, String above) {}

  /**
   * @param network its PCN, if it is in one
   * @param patients on its list at the end of the history
   */
  public record Practice(
      String code, String name, String subIcb, @Nullable String network, int patients) {}

  /**
   * @param kind TRUST or COUNCIL
   * @param sector of a trust: ACUTE, COMMUNITY, MENTAL_HEALTH or AMBULANCE; null where it is not
   *     known
   */
  public record Partner(
      String code, String name, String kind, @Nullable String sector, String icb) {}

  public Registry {
    icbs = List.copyOf(icbs);
    subIcbs = List.copyOf(subIcbs);
    networks = List.copyOf(networks);
    practices = List.copyOf(practices);
    partners = List.copyOf(partners);
  }

  /** England by the official files beside the repository, or a made-up one of the same size. */
  public static Registry england() {
    for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve("mvnw"))) {
        var folder = at.resolveSibling("shared").resolve("ods");
        return Files.isDirectory(folder) ? OfficialRegistry.of(folder) : madeUp();
      }
    }
    return madeUp();
  }

  /** England by the official files in this folder. */
  public static Registry of(Path folder) {
    return OfficialRegistry.of(folder);
  }

  /** Nobody's names, England's numbers: 36 ICBs, 106 locations, 1,298 networks, 6,129 practices. */
  public static Registry madeUp() {
    List<Body> icbs = new ArrayList<>();
    List<Partner> partners = new ArrayList<>();
    for (int i = 0; i < ICBS; i++) {
      var icb = "ZQ%02d".formatted(i);
      icbs.add(new Body(icb, "NHS Area %d Integrated Care Board".formatted(i), icb));
      for (var sector : List.of("ACUTE", "ACUTE", "COMMUNITY", "MENTAL_HEALTH", "AMBULANCE")) {
        var code = "ZR%03d".formatted(partners.size());
        partners.add(new Partner(code, "AREA TRUST " + code, "TRUST", sector, icb));
      }
      for (int council = 0; council < 4; council++) {
        var code = "ZC%03d".formatted(partners.size());
        partners.add(new Partner(code, "Area Council " + code, "COUNCIL", null, icb));
      }
    }
    List<Body> subIcbs = new ArrayList<>();
    for (int i = 0; i < SUB_ICBS; i++) {
      var above = icbs.get(i * ICBS / SUB_ICBS).code();
      subIcbs.add(new Body("ZS%03d".formatted(i), "NHS Location " + i, above));
    }
    List<Body> networks = new ArrayList<>();
    for (int i = 0; i < NETWORKS; i++) {
      var above = subIcbs.get(i * SUB_ICBS / NETWORKS).code();
      networks.add(new Body("ZU%05d".formatted(i), "NETWORK %d PCN".formatted(i), above));
    }
    List<Practice> practices = new ArrayList<>();
    for (int i = 0; i < PRACTICES; i++) {
      var network = networks.get((int) ((long) i * NETWORKS / PRACTICES));
      // One in 118 is in no network, as in England.
      practices.add(
          new Practice(
              "ZP%05d".formatted(i),
              "SURGERY %d".formatted(i),
              network.above(),
              i % 118 == 0 ? null : network.code(),
              1_500 + (int) (i * 7_919L % 17_600)));
    }
    return new Registry(icbs, subIcbs, networks, practices, partners);
  }

  /** Only so many of its ICSs, with what belongs to them. */
  public Registry first(int count) {
    List<Body> some = icbs.subList(0, Math.min(count, icbs.size()));
    Set<String> chosen = new HashSet<>();
    some.forEach(icb -> chosen.add(icb.code()));
    List<Body> subs = subIcbs.stream().filter(sub -> chosen.contains(sub.above())).toList();
    Set<String> locations = new HashSet<>();
    subs.forEach(sub -> locations.add(sub.code()));
    List<Practice> members =
        practices.stream().filter(practice -> locations.contains(practice.subIcb())).toList();
    Set<String> used = new HashSet<>();
    members.forEach(practice -> used.add(String.valueOf(practice.network())));
    return new Registry(
        some,
        subs,
        networks.stream().filter(network -> used.contains(network.code())).toList(),
        members,
        partners.stream().filter(partner -> chosen.contains(partner.icb())).toList());
  }

  /** Only so many practices of each ICS at most: a small world with all its parts. */
  public Registry thinned(int practicesOfEach) {
    List<Practice> members = new ArrayList<>();
    for (Body icb : icbs) {
      Set<String> locations = new HashSet<>();
      subIcbs.stream()
          .filter(sub -> sub.above().equals(icb.code()))
          .forEach(sub -> locations.add(sub.code()));
      practices.stream()
          .filter(practice -> locations.contains(practice.subIcb()))
          .limit(practicesOfEach)
          .forEach(members::add);
    }
    return new Registry(icbs, subIcbs, networks, members, partners).first(icbs.size());
  }
}
