package uk.onevoice.projection.facts;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import uk.onevoice.messaging.HeardEvent;

/**
 * A registry of England's size with some history: practices listed from the first day, a list size
 * each month, and one practice in twenty that changes its network in a year. Each place asks its
 * practices for a mandate, and every second one says yes.
 */
public final class England {
  public static final int ICBS = 36;
  public static final int SUBS = 106;
  public static final int PCNS = 1_298;
  public static final int PRACTICES = 6_129;
  public static final LocalDate START = LocalDate.of(2021, 9, 1);

  private England() {}

  public static List<HeardEvent> withMonths(int months) {
    Random random = new Random(36);
    Story story = new Story(Instant.parse("2021-09-01T08:00:00Z"));
    for (int i = 0; i < ICBS; i++) {
      story.registered(icb(i), "ICB", "NHS Area " + i + " Integrated Care Board", START);
      for (String kind : List.of("TRUST", "COUNCIL")) {
        for (int k = 0; k < 5; k++) {
          String id = kind.charAt(0) + "%02d%d".formatted(i, k);
          story.registered(id, kind, kind + " " + id, START);
          story.affiliated(id, icb(i), "GEOGRAPHY", START);
        }
      }
      story.place(place(i), icb(i), "Place " + i, START);
      story.say(
          "mandates",
          "mandate-" + i,
          "MandateOpened",
          "mandateId",
          "mandate-" + i,
          "placeId",
          place(i),
          "topic",
          "community-services",
          "holderId",
          "fed-" + i,
          "holderRole",
          "FEDERATION_LEAD",
          "start",
          START,
          "end",
          START.plusYears(10));
    }
    for (int i = 0; i < SUBS; i++) {
      story.registered(sub(i), "SUB_ICB", "NHS Area sub " + i, START);
      story.affiliated(sub(i), icb(i % ICBS), "COMMISSIONED_BY", START);
    }
    for (int i = 0; i < PCNS; i++) {
      story.registered(pcn(i), "PCN", "NETWORK " + i + " PCN", START);
    }
    int[] network = new int[PRACTICES];
    LocalDate[] since = new LocalDate[PRACTICES];
    for (int i = 0; i < PRACTICES; i++) {
      story.registered(practice(i), "PRACTICE", "THE SURGERY OF VILLAGE " + i, START);
      story.listed(practice(i), START);
      story.affiliated(practice(i), sub(i % SUBS), "COMMISSIONED_BY", START);
      network[i] = i % PCNS;
      since[i] = START;
      story.affiliated(practice(i), pcn(network[i]), "PCN_CORE", START);
      if (i % 4 == 0) {
        story.affiliated(practice(i), place(i % SUBS % ICBS), "PLACE", START);
      }
      if (i % 8 == 0) {
        String mandate = "mandate-" + (i % SUBS % ICBS);
        story.say(
            "mandates",
            mandate,
            "ConsentGranted",
            "mandateId",
            mandate,
            "practiceId",
            practice(i),
            "on",
            START);
      }
    }
    for (int month = 0; month < months; month++) {
      YearMonth now = YearMonth.from(START).plusMonths(month);
      story.later(Duration.ofDays(30));
      for (int i = 0; i < PRACTICES; i++) {
        story.listSize(practice(i), now.toString(), 2_000 + random.nextInt(18_000), 1);
        if (random.nextInt(240) == 0) {
          LocalDate day = now.atDay(1);
          String was = Story.affiliation(practice(i), pcn(network[i]), "PCN_CORE", since[i]);
          story.say(
              "organisations",
              "affiliations-" + practice(i),
              "AffiliationEnded",
              "affiliationId",
              was,
              "memberId",
              practice(i),
              "parentId",
              pcn(network[i]),
              "kind",
              "PCN_CORE",
              "end",
              day);
          network[i] = random.nextInt(PCNS);
          since[i] = day;
          story.affiliated(practice(i), pcn(network[i]), "PCN_CORE", day);
        }
      }
    }
    return story.events();
  }

  public static String icb(int number) {
    return "Q%02d".formatted(number);
  }

  private static String place(int number) {
    return "place-" + number;
  }

  public static String sub(int number) {
    return "S%03d".formatted(number);
  }

  public static String pcn(int number) {
    return "U%05d".formatted(number);
  }

  public static String practice(int number) {
    return "P%05d".formatted(number);
  }
}
