package uk.onevoice.web.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Groups.Holder;
import uk.onevoice.web.api.Groups.SeatRule;
import uk.onevoice.web.ui.Choice;

/** The words of leadership groups for the names that services use. */
final class GroupWords {
  static final List<Choice> FOOTINGS =
      List.of(
          new Choice("INSIDE_FEDERATION", "Inside a federation"),
          new Choice("SEPARATE", "Beside the federation"),
          new Choice("NO_FEDERATION", "There is no federation"));

  static final List<Choice> DECISIONS =
      List.of(
          new Choice("CONSENSUS", "All agree after talking"),
          new Choice("SIMPLE_MAJORITY", "More than half"),
          new Choice("TWO_THIRDS", "Two thirds"),
          new Choice("UNANIMITY", "Everybody votes for it"));

  static final List<Choice> CHAIRS =
      List.of(
          new Choice("ANYONE", "Anybody"),
          new Choice("FROM_SEATS", "Somebody who sits in the group"),
          new Choice("INDEPENDENT", "Somebody who does not sit in the group"));

  static final List<Choice> INTERESTS =
      List.of(
          new Choice("FINANCIAL", "Money", "Shares, a salary, a contract"),
          new Choice("PROFESSIONAL", "Work", "A post or an office without pay"),
          new Choice("PERSONAL", "Personal"),
          new Choice("INDIRECT", "Of somebody close to you"));

  static final List<Choice> TRUST =
      List.of(
          new Choice("1", "Not at all"),
          new Choice("2", "A little"),
          new Choice("3", "Somewhat"),
          new Choice("4", "Mostly"),
          new Choice("5", "Fully"));

  static final List<Choice> MILESTONES =
      List.of(
          new Choice("TERMS_ADOPTED", "Terms of reference adopted"),
          new Choice("CHAIR_NAMED", "Chair named"),
          new Choice("SEATS_FILLED", "All seats filled"),
          new Choice("FIRST_MANDATE", "First mandate from practices"),
          new Choice("FIRST_POSITION", "First agreed position"),
          new Choice("FIRST_INFLUENCED_DECISION", "First decision that changed because of us"),
          new Choice("FIRST_REVIEW", "Terms reviewed"));

  /** A rule for seats that a page offers, with the name of its field. */
  record Offer(String field, String label, String hint, SeatRule rule) {}

  /** What groups have had; others can be sent by the API. */
  static final List<Offer> OFFERS =
      List.of(
          offer(
              "everyDirector",
              "For each PCN: its clinical director",
              "Whoever is clinical director sits",
              "EVERY_PCN",
              "PCN_CLINICAL_DIRECTOR",
              "OFFICE"),
          offer(
              "oneDirector",
              "For each place: a clinical director",
              "Chosen among those of the place",
              "EVERY_PLACE",
              "PCN_CLINICAL_DIRECTOR",
              "NOMINATION"),
          offer(
              "nominatedGp",
              "For each place: a GP put forward by practices",
              "Chosen among those whom practices have named",
              "EVERY_PLACE",
              "PRACTICE_NOMINATED_GP",
              "NOMINATION"),
          offer(
              "federation",
              "For each federation: its lead",
              "Whoever leads the federation sits",
              "EVERY_FEDERATION",
              "FEDERATION_LEAD",
              "OFFICE"),
          offer(
              "lmc",
              "For each LMC: its officer",
              "Whoever is LMC officer sits",
              "EVERY_LMC",
              "LMC_OFFICER",
              "OFFICE"),
          offer(
              "icbDirector",
              "For the ICB: its director of primary care",
              "Whoever is director sits",
              "EVERY_ICB",
              "ICB_PRIMARY_CARE_DIRECTOR",
              "OFFICE"),
          offer(
              "icbOfficer",
              "For the ICB: its officers",
              "Chosen among them",
              "EVERY_ICB",
              "ICB_OFFICER",
              "NOMINATION"),
          offer(
              "anyone",
              "For the group: others",
              "Chosen among all who hold a role here",
              "GROUP",
              null,
              "NOMINATION"));

  private GroupWords() {}

  private static Offer offer(
      String field, String label, String hint, String per, @Nullable String role, String filledBy) {
    return new Offer(field, label, hint, new SeatRule(per, role, filledBy, 1));
  }

  /** By name where the reader may read it, and by role and body. */
  static String holder(Holder holder) {
    String role = RoleWords.of(holder.role());
    String at =
        holder.organisationName() == null ? holder.organisationId() : holder.organisationName();
    if (holder.name() == null) {
      return role + (at == null ? "" : ", " + at);
    }
    String of = role.contains(" of ") ? " at " : " of ";
    return holder.name() + ", " + inSentence(role) + (at == null ? "" : of + at);
  }

  /** The same within a sentence. */
  static String holderInSentence(Holder holder) {
    return holder.name() == null ? inSentence(holder(holder)) : holder(holder);
  }

  /** Within a sentence: abbreviations keep their letters. */
  static String inSentence(String words) {
    return words.length() > 1 && Character.isUpperCase(words.charAt(1))
        ? words
        : RoleWords.lowerFirst(words);
  }

  /** Which seat it is: the role and whose. */
  static String seat(@Nullable String role, @Nullable String bodyName) {
    String whose = bodyName == null ? "" : ", " + bodyName;
    return (role == null ? "Open to every role" : RoleWords.of(role)) + whose;
  }

  static String event(String type) {
    return switch (type) {
      case "GroupFormed" -> "The group was formed";
      case "GroupRevised" -> "What it stands on was changed";
      case "GroupTermsAdopted" -> "Terms of reference were adopted";
      case "GroupTermsWithdrawn" -> "Terms of reference were taken back";
      case "SeatTaken" -> "A seat was taken";
      case "SeatLeft" -> "A seat was left";
      case "ChairNamed" -> "A chair was named";
      case "ChairStoodDown" -> "The chair stood down";
      case "InterestDeclared" -> "An interest was declared";
      case "InterestEnded" -> "An interest ended";
      case "InterestCorrected" -> "An interest was corrected";
      case "PulseOpened" -> "Members were asked about trust";
      case "PulseClosed" -> "The question about trust was closed";
      case "MilestoneReached" -> "A milestone was reached";
      case "MilestoneWithdrawn" -> "A milestone was taken back";
      case "GroupDissolved" -> "The group was dissolved";
      case "GroupRestored" -> "The end of the group was taken back";
      default -> type;
    };
  }

  static String step(String step, @Nullable String organisation) {
    String whom = organisation == null ? "" : organisation;
    return switch (step) {
      case "TALK_TO_CLINICAL_DIRECTOR" -> "Talk to the clinical director of " + whom;
      case "TALK_TO_LMC" -> "Talk to " + whom;
      case "TALK_TO_FEDERATION" -> "Talk to " + whom;
      case "AGREE_PURPOSE" -> "Agree what the group is for";
      case "AGREE_SEATS" -> "Agree who should sit in it";
      case "FIND_TIME" -> "Find protected time and somebody to support it";
      case "NAME_CONVENER" -> "Agree who calls the first meeting";
      default -> step;
    };
  }
}
