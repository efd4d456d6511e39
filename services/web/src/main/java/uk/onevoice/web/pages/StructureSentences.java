package uk.onevoice.web.pages;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Areas.IcsStructure;
import uk.onevoice.web.ui.Words;

/** The sentences of an ICS's structure, made from the numbers beside them. */
final class StructureSentences {
  private static final List<String> SECTORS =
      List.of("ACUTE", "COMMUNITY", "MENTAL_HEALTH", "AMBULANCE", "UNKNOWN");

  private StructureSentences() {}

  /** Many voices against one. */
  static String headline(IcsStructure ics) {
    if (ics.practices() == null) {
      return "No list of practices speaks of this ICS on this day, so nothing can be counted.";
    }
    if (ics.practices() == 0) {
      return "No practice is listed for this ICS on this day.";
    }
    String partners = partnersWithOneVoice(ics);
    String practices =
        "General practice has " + Words.count(ics.practices(), "practice", "practices");
    if (ics.practices() == 1) {
      return (partners + " " + practices + ".").strip();
    }
    return partners.isEmpty()
        ? practices + ", and each decides for itself, so it needs a shared voice."
        : partners + " " + practices + ", so it needs a shared one.";
  }

  private static String partnersWithOneVoice(IcsStructure ics) {
    int acute = sectors(ics).getOrDefault("ACUTE", 0);
    List<String> one = new ArrayList<>();
    if (acute > 0) {
      one.add(each(acute, "hospital trust"));
    } else if (known(ics.trusts()) > 0) {
      one.add(each(known(ics.trusts()), "NHS trust"));
    }
    if (known(ics.councils()) > 0) {
      one.add(each(known(ics.councils()), "council"));
    }
    if (one.isEmpty()) {
      return "";
    }
    boolean two = one.size() == 2 && one.stream().noneMatch(words -> words.startsWith("each"));
    return Words.sentence(Words.list(one)) + (two ? " each speak" : " speaks") + " with one voice.";
  }

  private static String each(int count, String name) {
    return count == 1 ? "the " + name : "each of the " + Words.number(count) + " " + name + "s";
  }

  /** So many organisations of one kind. */
  record Partners(int count, String words) {}

  /** The ICB and those it meets as partners, one line for each kind. */
  static List<Partners> partners(IcsStructure ics) {
    List<Partners> lines = new ArrayList<>();
    lines.add(new Partners(1, "1 ICB"));
    Map<String, Integer> sectors = sectors(ics);
    for (String sector : SECTORS) {
      int count = sectors.getOrDefault(sector, 0);
      if (count > 0) {
        lines.add(line(count, trust(sector)));
      }
    }
    if (sectors.isEmpty() && known(ics.trusts()) > 0) {
      lines.add(line(known(ics.trusts()), "NHS trust"));
    }
    if (known(ics.councils()) > 0) {
      lines.add(line(known(ics.councils()), "council"));
    }
    return lines;
  }

  private static Partners line(int count, String name) {
    return new Partners(count, Words.count(count, name, name + "s"));
  }

  /** 5 partners, 5 voices. */
  static String partnersHeading(IcsStructure ics) {
    int count = 1 + known(ics.trusts()) + known(ics.councils());
    String unknown = ics.trusts() == null || ics.councils() == null ? " known" : "";
    return Words.number(count)
        + (count == 1 ? " partner" : " partners")
        + unknown
        + ", "
        + Words.count(count, "voice", "voices");
  }

  private static String trust(String sector) {
    return switch (sector) {
      case "ACUTE" -> "hospital trust";
      case "COMMUNITY" -> "community trust";
      case "MENTAL_HEALTH" -> "mental health trust";
      case "AMBULANCE" -> "ambulance trust";
      default -> "NHS trust";
    };
  }

  static String picture(@Nullable String topic) {
    return topic == null
        ? "Each square is one organisation that decides for itself. No practice here has been asked yet to let one body speak for it."
        : "Each square is one organisation that decides for itself. Filled GP squares have joined up: they let one body speak for them on "
            + topic
            + ".";
  }

  /** As-of date, month of list sizes and what is not known: the small print of every figure. */
  static String fresh(
      LocalDate asOf,
      @Nullable YearMonth month,
      @Nullable Integer practices,
      @Nullable Integer without) {
    String day = "As on " + Words.day(asOf) + ". ";
    if (month == null || practices == null) {
      return day + "List sizes are not known.";
    }
    int known = practices - (without == null ? 0 : without);
    return day
        + "List sizes: "
        + Words.month(month)
        + ", known for "
        + Words.number(known)
        + " of "
        + Words.count(practices, "practice", "practices")
        + ".";
  }

  private static int known(@Nullable Integer number) {
    return number == null ? 0 : number;
  }

  private static Map<String, Integer> sectors(IcsStructure ics) {
    return ics.trustSectors() == null ? Map.of() : ics.trustSectors();
  }
}
