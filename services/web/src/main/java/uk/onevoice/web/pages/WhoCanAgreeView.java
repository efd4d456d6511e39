package uk.onevoice.web.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Agreeing.Listing;
import uk.onevoice.web.api.Agreeing.MayAgree;
import uk.onevoice.web.api.Mandates.Holder;
import uk.onevoice.web.ui.Topic;
import uk.onevoice.web.ui.Words;

/** Who can agree what, in the words of somebody who waits for a yes. */
public record WhoCanAgreeView(String sentence, String fresh, List<Card> cards) {
  /**
   * One topic and whoever can agree it.
   *
   * @param warnings what a reader has to know before relying on it
   * @param limits null for a reader from outside
   */
  public record Card(
      String mandateId,
      String topic,
      String place,
      String who,
      String holderId,
      String holder,
      String where,
      String bound,
      String until,
      String standIns,
      List<String> warnings,
      @Nullable Limits limits) {}

  /**
   * @param later whether this is not the first page
   * @param names of organisations by their codes
   * @param places names of places by their ids
   */
  static WhoCanAgreeView of(
      Listing list, boolean later, UnaryOperator<String> names, UnaryOperator<String> places) {
    return new WhoCanAgreeView(
        sentence(list.items(), later, list.next() != null),
        "Correct on " + Words.day(list.asOf()) + ".",
        list.items().stream().map(item -> card(item, list.asOf(), names, places)).toList());
  }

  static String sentence(List<MayAgree> items, boolean later, boolean more) {
    if (items.isEmpty()) {
      return later
          ? "There are no more."
          : "Nobody can say yes for general practice to what you ask about. Each practice decides for itself.";
    }
    long topics = items.stream().map(MayAgree::topic).distinct().count();
    if (later || more) {
      return "These can say yes for practices. There are more on other pages.";
    }
    return topics == 1
        ? "For 1 topic somebody can say yes for practices."
        : "For " + Words.number(topics) + " topics somebody can say yes for practices.";
  }

  private static Card card(
      MayAgree item, LocalDate asOf, UnaryOperator<String> names, UnaryOperator<String> places) {
    List<String> warnings = new ArrayList<>();
    if (item.contested()) {
      warnings.add(
          "More than one body can agree this topic here. Ask each of them before you rely on a yes.");
    }
    if (item.confirmationNeeded()) {
      warnings.add(
          "The NHS area has changed since practices agreed. GP leaders have not yet said that it still holds, so ask first.");
    }
    return new Card(
        item.mandateId(),
        Words.sentence(Topic.words(item.topic())) + Topic.nowCalled(item.topic(), item.topicNow()),
        places.apply(item.placeId()),
        item.holderRole(),
        item.holderId(),
        names.apply(item.holderId()),
        item.tables().isEmpty()
            ? "In every meeting on this topic"
            : "Only at: " + Words.list(item.tables()),
        bound(item, asOf),
        "Until " + Words.day(item.validUntil()),
        standIns(item.alternates(), names),
        warnings,
        Limits.of(item.limits()));
  }

  /** Practices and patients differ, so both are said. */
  private static String bound(MayAgree item, LocalDate asOf) {
    Integer practices = item.practices();
    Integer all = item.ofPractices();
    if (practices == null || all == null) {
      return "For how many practices is told from next Monday.";
    }
    Long patients = item.patients();
    Integer percent = item.patientsPercent();
    String share =
        patients == null || percent == null
            ? ""
            : ", which look after " + Words.number(patients) + " patients (" + percent + "%)";
    LocalDate on = item.countedOn();
    return "For "
        + Words.number(practices)
        + " of "
        + Words.count(all, "practice", "practices")
        + share
        + (on == null || on.equals(asOf) ? "." : ". Counted on " + Words.day(on) + ".");
  }

  private static String standIns(List<Holder> alternates, UnaryOperator<String> names) {
    return alternates.isEmpty()
        ? ""
        : "If they are away: "
            + Words.list(
                alternates.stream()
                    .map(one -> one.label() + ", " + names.apply(one.organisationId()))
                    .toList())
            + ".";
  }
}
