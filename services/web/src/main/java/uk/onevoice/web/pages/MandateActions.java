package uk.onevoice.web.pages;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Mandates.Endorsement;
import uk.onevoice.web.api.Mandates.Holder;
import uk.onevoice.web.api.Mandates.Mandate;
import uk.onevoice.web.api.Mandates.WholeTerms;
import uk.onevoice.web.api.Me.RoleHolding;
import uk.onevoice.web.ui.Choice;

/**
 * What the reader is offered to do with a mandate as it stands. Whether they may is decided by the
 * API.
 *
 * @param silent practices that have not answered
 * @param alternates who stands in now, each as a choice
 * @param bodies whose role can stand in; none where that is not offered
 */
public record MandateActions(
    boolean accept,
    boolean endorse,
    boolean remind,
    boolean record,
    boolean activate,
    boolean suspend,
    boolean lift,
    boolean end,
    boolean amend,
    boolean renew,
    boolean giveUpNew,
    boolean confirm,
    boolean standIns,
    List<Choice> silent,
    List<Choice> alternates,
    List<Choice> roles,
    List<Choice> bodies) {
  static final List<Choice> THROUGH =
      List.of(new Choice("MEETING", "At a meeting"), new Choice("LETTER", "By letter"));

  /** What a practice can have answered elsewhere. */
  static final List<Choice> ANSWERS =
      List.of(
          new Choice("GRANT", "Yes"),
          new Choice("CONDITIONAL", "Yes, with a condition"),
          new Choice("DECLINE", "No"),
          new Choice("WITHDRAW", "They took their answer back"));

  static final List<Choice> FROM =
      List.of(
          new Choice("MEETING", "At a meeting"),
          new Choice("LETTER", "By letter"),
          new Choice("IMPORT", "In a list that somebody else kept"));

  /** Whether nothing is offered. */
  public boolean none() {
    return !(accept || endorse || remind || record || end || renew || confirm);
  }

  /** With the bodies to choose from. */
  MandateActions withBodies(List<Choice> bodies) {
    return new MandateActions(
        accept,
        endorse,
        remind,
        record,
        activate,
        suspend,
        lift,
        end,
        amend,
        renew,
        giveUpNew,
        confirm,
        standIns,
        silent,
        alternates,
        roles,
        bodies);
  }

  static MandateActions of(
      Mandate mandate, @Nullable RoleHolding role, UnaryOperator<String> names) {
    String held = role == null ? "" : role.role();
    String at = role == null || role.organisationId() == null ? "" : role.organisationId();
    String state = mandate.state() == null ? "" : mandate.state();
    WholeTerms terms = mandate.termsNow();
    boolean whole = terms != null;
    boolean asking = mandate.next() != null || state.equals("ASKED");
    boolean over = List.of("EXPIRED", "ENDED").contains(state);
    boolean told = mandate.silentNow() != null && !state.isEmpty();
    boolean runs = told && List.of(Roles.RUN_MANDATES).contains(held);
    boolean holds = List.of("IN_FORCE", "AT_RISK").contains(state);
    List<String> silent = mandate.silentNow() == null ? List.of() : mandate.silentNow();
    return new MandateActions(
        terms != null
            && asking
            && acceptedNow(mandate) == null
            && terms.holder().role().equals(held)
            && terms.holder().organisationId().equals(at),
        told
            && whole
            && !over
            && List.of(Roles.LMC).contains(held)
            && endorsedNow(mandate).stream().noneMatch(one -> one.lmcId().equals(at)),
        runs && !(over && !asking) && !silent.isEmpty(),
        runs && !(over && !asking),
        runs && whole && asking,
        runs && holds,
        runs && state.equals("SUSPENDED"),
        runs && !over,
        runs && whole && !over && mandate.next() == null,
        runs && whole && mandate.next() == null && (holds || state.equals("EXPIRED")),
        runs && mandate.next() != null,
        runs && mandate.confirmationNeeded(),
        runs && whole && !over,
        runs
            ? silent.stream().map(code -> new Choice(code, names.apply(code))).toList()
            : List.of(),
        runs && mandate.terms() != null
            ? mandate.terms().alternates().stream().map(one -> alternate(one, names)).toList()
            : List.of(),
        Roles.HOLD_MANDATES.stream().map(one -> new Choice(one, RoleWords.of(one))).toList(),
        List.of());
  }

  private static java.time.@Nullable LocalDate acceptedNow(Mandate mandate) {
    return mandate.next() == null ? mandate.acceptedOn() : mandate.next().acceptedOn();
  }

  private static List<Endorsement> endorsedNow(Mandate mandate) {
    List<Endorsement> all =
        mandate.next() == null ? mandate.endorsements() : mandate.next().endorsements();
    return all == null ? List.of() : all;
  }

  private static Choice alternate(Holder one, UnaryOperator<String> names) {
    return new Choice(
        one.organisationId() + "/" + one.role() + "/" + one.label(),
        one.label() + ", " + names.apply(one.organisationId()));
  }
}
