package uk.onevoice.web.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Mandates.Asked;
import uk.onevoice.web.api.Mandates.AtRiskNotice;
import uk.onevoice.web.api.Mandates.Endorsement;
import uk.onevoice.web.api.Mandates.Grantors;
import uk.onevoice.web.api.Mandates.Mandate;
import uk.onevoice.web.api.Mandates.ReminderSent;
import uk.onevoice.web.api.Mandates.Tally;
import uk.onevoice.web.api.Mandates.Threshold;
import uk.onevoice.web.api.Mandates.WholeTerms;
import uk.onevoice.web.ui.Words;

/**
 * Where a mandate stands in its life, in words.
 *
 * @param attention whether somebody should do something about it
 * @param limits of the version that holds; null for a reader from outside
 * @param notices when too few agreed, and who was reminded
 * @param needs what it needs against what it has; empty where the reader is not told
 */
public record MandateLife(
    String stage,
    boolean attention,
    @Nullable Limits limits,
    List<Need> needs,
    List<String> facts,
    List<String> notices,
    @Nullable NewTerms asked) {
  /** One half of the threshold. */
  public record Need(String what, String needs, String has, String reached) {}

  /** A new version that practices are asked for while another holds. */
  public record NewTerms(
      String sentence, @Nullable Limits limits, List<Need> needs, List<String> facts) {}

  static MandateLife of(Mandate mandate, UnaryOperator<String> names) {
    WholeTerms terms = mandate.terms();
    Asked next = mandate.next();
    return new MandateLife(
        stage(mandate),
        List.of("AT_RISK", "SUSPENDED").contains(String.valueOf(mandate.state()))
            || mandate.confirmationNeeded(),
        terms == null ? null : Limits.of(terms.limits()),
        terms == null ? List.of() : needs(terms.threshold(), mandate.tally()),
        terms == null
            ? List.of()
            : facts(terms, mandate.acceptedOn(), mandate.endorsements(), names),
        notices(mandate, names),
        next == null
            ? null
            : new NewTerms(
                newTerms(next),
                Limits.of(next.terms().limits()),
                needs(next.terms().threshold(), next.tally()),
                facts(next.terms(), next.acceptedOn(), next.endorsements(), names)));
  }

  static String stage(Mandate mandate) {
    String confirm =
        mandate.confirmationNeeded()
            ? " The NHS area has changed since; GP leaders have to say whether it still holds."
            : "";
    return stageAlone(mandate) + confirm;
  }

  private static String stageAlone(Mandate mandate) {
    String state = mandate.state();
    if (state == null) {
      return "";
    }
    return switch (state) {
      case "ASKED" ->
          "Practices are being asked"
              + since(mandate.openedOn())
              + ". It is not in force yet: nobody can agree anything under it.";
      case "IN_FORCE" -> "In force" + since(mandate.activeSince()) + ".";
      case "AT_RISK" ->
          "At risk"
              + since(mandate.atRiskSince())
              + ": fewer practices agree than it needs. It is still in force.";
      case "SUSPENDED" ->
          "Suspended"
              + since(mandate.suspendedSince())
              + ("HOLDER_VACANT".equals(mandate.suspendedBecause())
                  ? ", because nobody holds the role that speaks."
                  : " by GP leaders"
                      + (mandate.suspensionReason() == null
                          ? "."
                          : ": “" + mandate.suspensionReason() + "”."))
              + " Nobody can agree anything under it for now.";
      case "EXPIRED" -> "Run out: its last day was " + Words.day(mandate.end().minusDays(1)) + ".";
      case "ENDED" ->
          "Ended by GP leaders"
              + (mandate.endedOn() == null ? "" : " on " + Words.day(mandate.endedOn()))
              + " before it ran out"
              + (mandate.endingReason() == null ? "." : ": “" + mandate.endingReason() + "”.");
      default -> "";
    };
  }

  private static String since(@Nullable LocalDate day) {
    return day == null ? "" : " since " + Words.day(day);
  }

  /** Oldest first; a reader from outside is told of none. */
  private static List<String> notices(Mandate mandate, UnaryOperator<String> names) {
    List<String> notices = new ArrayList<>();
    List<AtRiskNotice> few = mandate.atRiskNotices() == null ? List.of() : mandate.atRiskNotices();
    few.forEach(one ->
        notices.add(
            "On "
                + Words.day(one.on())
                + " too few practices agreed: "
                + Words.number(one.granted())
                + " of "
                + Words.number(one.practices())
                + ". "
                + (one.restoredOn() == null
                    ? "There are still too few."
                    : "There were enough again on " + Words.day(one.restoredOn()) + ".")));
    List<ReminderSent> sent = mandate.reminders() == null ? List.of() : mandate.reminders();
    sent.forEach(one ->
        notices.add(
            Words.count(
                    one.practices(),
                    "practice that had not answered was",
                    "practices that had not answered were")
                + " reminded on "
                + Words.day(one.on())
                + reminded(one, names)));
    return notices;
  }

  /** Leaders are told which; a practice only of itself. */
  private static String reminded(ReminderSent sent, UnaryOperator<String> names) {
    if (sent.practiceIds().isEmpty()) {
      return ".";
    }
    String which = Words.list(sent.practiceIds().stream().map(names).toList());
    return sent.practiceIds().size() == sent.practices()
        ? ": " + which + "."
        : ", " + which + " among them.";
  }

  private static String newTerms(Asked next) {
    return (next.reason().equals("RENEWED")
            ? "Practices are being asked for another period, from "
                + Words.day(next.terms().start())
                + " to "
                + Words.day(next.terms().end().minusDays(1))
            : "Practices are being asked for other terms")
        + ", since "
        + Words.day(next.askedOn())
        + ". Each answers anew. What is in force goes on until the new terms take its place.";
  }

  /** Share and number are said together; what has no list size is in neither half. */
  static List<Need> needs(@Nullable Threshold threshold, @Nullable Tally tally) {
    List<Need> needs = new ArrayList<>();
    if (threshold == null || tally == null) {
      return needs;
    }
    String practices = Words.number(tally.granted()) + " of " + Words.number(tally.practices());
    Integer least = threshold.practices();
    if (least != null) {
      needs.add(need("Practices", Words.number(least), practices, tally.granted() >= least));
    }
    Integer share = threshold.practicesPercent();
    if (share != null) {
      needs.add(
          need(
              "Share of practices",
              share + "%",
              practices + percent(tally.practicesPercent()),
              100L * tally.granted() >= (long) share * tally.practices() && tally.practices() > 0));
    }
    Integer patients = threshold.patientsPercent();
    if (patients != null) {
      needs.add(
          need(
              "Share of patients",
              patients + "%",
              Words.number(tally.patientsGranted())
                  + " of "
                  + Words.number(tally.patients())
                  + percent(tally.patientsPercent())
                  + (tally.withoutListSize() == 0
                      ? ""
                      : "; without "
                          + Words.count(tally.withoutListSize(), "practice", "practices")
                          + " whose number of patients is not known"),
              100L * tally.patientsGranted() >= patients * tally.patients()
                  && tally.patients() > 0));
    }
    return needs;
  }

  private static Need need(String what, String needs, String has, boolean reached) {
    return new Need(what, needs, has, reached ? "Reached" : "Not yet");
  }

  private static String percent(@Nullable Integer percent) {
    return percent == null ? "" : " (" + percent + "%)";
  }

  /** Who was asked, where that is not every practice of the place. */
  static String asked(Grantors grantors, UnaryOperator<String> names) {
    List<String> named = grantors.practiceIds() == null ? List.of() : grantors.practiceIds();
    return grantors.bodyId() != null
        ? "Only the practices of the place that are members of "
            + names.apply(grantors.bodyId())
            + " are asked."
        : "Only "
            + Words.count(named.size(), "practice is", "practices are")
            + " asked: "
            + Words.list(named.stream().map(names).toList())
            + ".";
  }

  private static List<String> facts(
      WholeTerms terms,
      @Nullable LocalDate acceptedOn,
      @Nullable List<Endorsement> endorsements,
      UnaryOperator<String> names) {
    List<String> facts = new ArrayList<>();
    if (terms.grantors() != null) {
      facts.add(asked(terms.grantors(), names));
    }
    facts.add(
        acceptedOn == null
            ? terms.holder().label() + " has not taken it on yet."
            : "Taken on by the holder of the role on " + Words.day(acceptedOn) + ".");
    List<Endorsement> backed = endorsements == null ? List.of() : endorsements;
    if (backed.isEmpty()) {
      facts.add("No LMC has said yet that it backs it.");
    }
    backed.forEach(one ->
        facts.add(names.apply(one.lmcId()) + " has backed it since " + Words.day(one.on()) + "."));
    facts.add(
        terms.alternates().isEmpty()
            ? "Nobody stands in."
            : "Who stands in: "
                + Words.list(
                    terms.alternates().stream()
                        .map(one -> one.label() + ", " + names.apply(one.organisationId()))
                        .toList())
                + ".");
    facts.add(
        "Practices are told "
            + Words.count(terms.briefingDays(), "day", "days")
            + " before a meeting what it is about, and hear within "
            + Words.count(terms.reportBackDays(), "day", "days")
            + " what came of it.");
    return facts;
  }
}
