package uk.onevoice.testkit.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.onevoice.testkit.stack.ToldRegistry;

/**
 * Bodies in three places of two ICSs, and a person who holds each role at one in each: in a request
 * they act in the one capacity that it names.
 */
final class Cast {
  static final String ICB = "WYVICB01";
  static final String OTHER_ICB = "WYVICB02";
  static final String TRUST = "WYVT0001";

  /** Where a body is, as seen from the place and the body that each request is about. */
  enum Where {
    /** That body; for a place, a body in it. */
    OWN,
    /** Another body in the same place. */
    BESIDE,
    /** A body in another place of the same ICS. */
    ELSEWHERE,
    /** A body in another ICS. */
    OTHER_ICS,
    /** The role belongs to no body. */
    NOWHERE
  }

  /**
   * A role at a body.
   *
   * @param holding its name in {@code X-Acting-As}
   */
  record Capacity(String role, Where where, UUID holding) {}

  private static final List<Where> WHERES =
      List.of(Where.OWN, Where.BESIDE, Where.ELSEWHERE, Where.OTHER_ICS);
  private static final List<Where> ICBS = List.of(Where.OWN, Where.OTHER_ICS);

  /** Held at an ICB. */
  static final Set<String> OF_ICBS =
      Set.of("ICB_GP_LEAD", "ICB_PRIMARY_CARE_DIRECTOR", "ICB_OFFICER");

  /** Held at a trust or a council, which is in no place. */
  private static final Set<String> OF_PARTNERS =
      Set.of("TRUST_EXECUTIVE", "TRUST_CLINICAL_DIRECTOR", "COUNCIL_OFFICER");

  private Cast() {}

  static String practice(Where where) {
    return "WYVP000" + where.ordinal();
  }

  static String network(Where where) {
    return "WYVN000" + where.ordinal();
  }

  static UUID federation(Where where) {
    return new UUID(0x01932c0700007000L, 0x8000_0000_0000_fed0L + where.ordinal());
  }

  static UUID committee(Where where) {
    return new UUID(0x01932c0700007000L, 0x8000_0000_0000_1bc0L + where.ordinal());
  }

  /** A topic of the ICS's list. */
  static final UUID TOPIC = new UUID(0x01932c0700007000L, 0x8000_0000_0000_7000L);

  /** Of the place that requests are about. */
  static final UUID GROUP = group(Where.OWN);

  private static UUID group(Where where) {
    return new UUID(0x01932c0700007000L, 0x8000_0000_0000_9000L + where.ordinal());
  }

  static UUID place(Where where) {
    int number = where == Where.BESIDE ? Where.OWN.ordinal() : where.ordinal();
    return new UUID(0x01932c0700007000L, 0x8000_0000_0000_ace0L + number);
  }

  private static String icb(Where where) {
    return where == Where.OTHER_ICS ? OTHER_ICB : ICB;
  }

  /** Tells which bodies there are, and where. */
  static void told(ToldRegistry registry) {
    registry.organisation(ICB, "NHS Wyvern and Marlshire ICB", "ICB");
    registry.organisation(OTHER_ICB, "NHS Brackmoor ICB", "ICB");
    registry.organisation(TRUST, "Wyvern and Marl Hospitals", "TRUST");
    for (Where where : WHERES) {
      if (where != Where.BESIDE) {
        registry.place(place(where), icb(where), "Place " + where.ordinal());
      }
      String practice = practice(where);
      registry.practice(practice, place(where));
      registry.listed(practice);
      Map.of(
              network(where), "PCN",
              federation(where).toString(), "FEDERATION",
              committee(where).toString(), "LMC")
          .forEach((body, kind) -> {
            registry.organisation(body, kind + " " + where.ordinal(), kind);
            registry.member(practice, body, kind.equals("PCN") ? "PCN_CORE" : kind);
          });
    }
    WHERES.forEach(where -> registry.group(group(where), icb(where), place(where)));
    registry.topic(TOPIC, ICB, "Community services");
  }

  /** Appoints the person to every role at every body. */
  static List<Capacity> appointed(ToldRegistry registry, UUID person, Iterable<String> roles) {
    var capacities = new ArrayList<Capacity>();
    for (String role : roles) {
      if (role.equals("PLATFORM_ADMINISTRATOR") || role.equals("REGISTRY_KEEPER")) {
        UUID holding = registry.appoint(person, role, null);
        capacities.add(new Capacity(role, Where.NOWHERE, holding));
      } else {
        for (Where where : wheres(role)) {
          UUID holding = registry.appoint(person, role, body(role, where));
          capacities.add(new Capacity(role, where, holding));
        }
      }
    }
    return capacities;
  }

  private static List<Where> wheres(String role) {
    if (OF_PARTNERS.contains(role)) {
      return List.of(Where.OTHER_ICS);
    }
    return OF_ICBS.contains(role) ? ICBS : WHERES;
  }

  /** What the registry answers somebody who asks who they are. */
  static String me(UUID person, List<Capacity> held) {
    return held.stream()
        .map(capacity ->
            """
            {"roleHoldingId": "%s", "role": "%s", "organisationId": %s, "organisationName": null,
             "start": "2020-04-01", "end": null}\
            """
                .formatted(
                    capacity.holding(),
                    capacity.role(),
                    capacity.where() == Where.NOWHERE
                        ? "null"
                        : '"' + body(capacity.role(), capacity.where()) + '"'))
        .collect(
            Collectors.joining(
                ",", "{\"personId\": \"" + person + "\", \"roleHoldings\": [", "]}"));
  }

  /** At which body a role is held; a new role has to be given one here. */
  private static String body(String role, Where where) {
    return switch (role) {
      case "PRACTICE_PARTNER" -> practice(where);
      case "PCN_CLINICAL_DIRECTOR", "PCN_MANAGER" -> network(where);
      case "FEDERATION_LEAD", "LEADERSHIP_GROUP_SUPPORT" -> federation(where).toString();
      case "LMC_CHAIR", "LMC_OFFICER" -> committee(where).toString();
      case "LEADERSHIP_GROUP_CHAIR" -> group(where).toString();
      case "ICB_GP_LEAD", "ICB_PRIMARY_CARE_DIRECTOR", "ICB_OFFICER" -> icb(where);
      case "TRUST_EXECUTIVE", "TRUST_CLINICAL_DIRECTOR" -> TRUST;
      case "COUNCIL_OFFICER" -> "WYVC0001";
      default -> throw new IllegalStateException("Say in Cast at which body one is " + role);
    };
  }
}
