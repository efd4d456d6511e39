package uk.onevoice.web.pages;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Words;

/**
 * How general practice works here, for somebody who has never worked in it. No abbreviation, no
 * word that only those inside know, short sentences: a test reads the whole page.
 */
public record GuideView(
    String heading,
    String intro,
    List<String> practices,
    List<String> groups,
    List<String> networks,
    List<String> voices,
    List<Link> places,
    List<String> tables,
    List<String> topics,
    String fresh) {

  /**
   * What the registry knows of an area.
   *
   * @param patients null where that is not known
   */
  record Numbers(
      String name,
      long practices,
      long networks,
      long alone,
      long federations,
      long inFederation,
      long committees,
      @Nullable Long patients,
      String fresh) {}

  /**
   * Who speaks for the practices of a place on a topic, and how long.
   *
   * @param agreed how many practices have said yes; null where that is not known
   */
  record Voice(
      String place,
      String topic,
      String role,
      String body,
      String lastDay,
      @Nullable Agreed agreed) {}

  record Agreed(int practices, int of) {}

  /** A table at which something is decided. */
  record Table(String name, String where) {}

  static GuideView of(
      Numbers area,
      List<String> networks,
      List<Voice> voices,
      List<Link> places,
      List<Table> tables,
      List<String> topics) {
    String name = plain(area.name());
    return new GuideView(
        "How general practice works in " + name,
        "This page is for people who work with us and not in a practice. It says who we are, how "
            + "we work and whom to ask.",
        practices(area),
        groups(area),
        networks.stream().map(GuideView::plain).toList(),
        voices.isEmpty()
            ? List.of(
                "No one has been asked to speak for all practices here yet. Ask more than one of us.")
            : voices.stream().map(GuideView::voice).toList(),
        places,
        tables.stream().map(table -> plain(table.name()) + ": " + table.where()).toList(),
        topics.stream().map(GuideView::plain).toList(),
        area.fresh());
  }

  private static List<String> practices(Numbers area) {
    List<String> said = new ArrayList<>();
    said.add(
        "When people feel ill, most of them first call their own practice. They see a nurse there, "
            + "or a doctor, whom we call a GP.");
    said.add(
        Words.sentence(Words.count(area.practices(), "practice works", "practices work"))
            + " here."
            + (area.patients() == null
                ? ""
                : " They look after " + Words.number(area.patients()) + " people."));
    said.add(
        "Each one is a small firm with a contract of its own. It pays its own staff and owns its "
            + "own choices. No one can tell them all what to do.");
    return said;
  }

  private static List<String> groups(Numbers area) {
    List<String> said = new ArrayList<>();
    if (area.networks() > 0) {
      said.add(
          "Practices that are close to each other share some staff. We call that a network. There "
              + are(area.networks(), "network", "networks")
              + " here."
              + (area.alone() == 0
                  ? ""
                  : " "
                      + Words.sentence(Words.count(area.alone(), "practice is", "practices are"))
                      + " in none."));
      said.add("A network has one lead, who is a doctor or a nurse and sees patients too.");
    }
    if (area.federations() > 0) {
      said.add(
          "A federation is a firm that practices own as a group. It can run care for many of "
              + "them. "
              + Words.sentence(Words.count(area.inFederation(), "practice is", "practices are"))
              + " in one. To be in it is not the same as to let it speak for you.");
    }
    if (area.committees() > 0) {
      said.add(
          "A local medical committee stands up for GPs by law. Ask it when a plan would change "
              + "what is in their contract. It does not run care.");
    }
    return said;
  }

  private static String are(long count, String one, String many) {
    return (count == 1 ? "is " : "are ") + Words.count(count, one, many);
  }

  private static String voice(Voice voice) {
    return (voice.place().isEmpty() ? "" : plain(voice.place()) + ". ")
        + "On "
        + plain(voice.topic())
        + ", ask the "
        + plain(
            voice.role().substring(0, 1).toLowerCase(java.util.Locale.UK)
                + voice.role().substring(1))
        + " of "
        + plain(voice.body())
        + "."
        + (voice.agreed() == null
            ? ""
            : " "
                + Words.number(voice.agreed().practices())
                + " of "
                + Words.count(voice.agreed().of(), "practice has", "practices have")
                + " said yes.")
        + " This holds until "
        + voice.lastDay()
        + ".";
  }

  /** A name without the abbreviations that stand in many names. */
  static String plain(String name) {
    return name.replaceAll("\\bPCN\\b", "network")
        .replaceAll("\\bLMC\\b", "local medical committee")
        .replaceAll("\\bICB( board)?\\b", "NHS board")
        .replaceAll("\\bICS\\b", "area");
  }
}
