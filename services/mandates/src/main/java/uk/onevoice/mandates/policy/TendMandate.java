package uk.onevoice.mandates.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.onevoice.mandates.domain.ConsentCommand.EndConsent;
import uk.onevoice.mandates.domain.ConsentEvent.ConsentEnded.Reason;
import uk.onevoice.mandates.domain.LifeCommand.FollowIcs;
import uk.onevoice.mandates.domain.LifeCommand.LeaveHolderVacant;
import uk.onevoice.mandates.domain.LifeCommand.TakeStock;
import uk.onevoice.mandates.domain.Mandate.Opened;
import uk.onevoice.mandates.domain.MandateCommand;
import uk.onevoice.mandates.domain.Stage;
import uk.onevoice.mandates.domain.Terms;

/**
 * What a mandate is told when something has changed around it. Each command changes nothing when it
 * comes again, so that hearing the registry twice has no second effect.
 */
public final class TendMandate {
  private TendMandate() {}

  /** In this order: what ends an answer comes before answers are counted. */
  public static List<MandateCommand> commands(Opened mandate, Surroundings facts) {
    if (mandate.stage() instanceof Stage.Ended) {
      return List.of();
    }
    List<MandateCommand> commands = new ArrayList<>(endConsentOfGonePractices(mandate, facts));
    Stream.of(
            takeStock(mandate, facts),
            suspendWhenHolderIsVacant(mandate, facts),
            askWhetherItStillHolds(mandate, facts))
        .flatMap(Optional::stream)
        .forEach(commands::add);
    return List.copyOf(commands);
  }

  private static List<MandateCommand> endConsentOfGonePractices(
      Opened mandate, Surroundings facts) {
    return facts.gone().stream()
        .<MandateCommand>map(gone ->
            new EndConsent(
                mandate.id(),
                gone.practiceId(),
                gone.successors().isEmpty() ? Reason.CLOSED : Reason.SUCCEEDED,
                gone.successors(),
                gone.on(),
                facts.today(),
                facts.electorate()))
        .toList();
  }

  private static Optional<MandateCommand> takeStock(Opened mandate, Surroundings facts) {
    return Optional.of(
        new TakeStock(mandate.id(), facts.inPost(), facts.today(), facts.electorate()));
  }

  /** A mandate of one step names no role of the registry, so nobody can tell. */
  private static Optional<MandateCommand> suspendWhenHolderIsVacant(
      Opened mandate, Surroundings facts) {
    Terms terms = mandate.version().terms();
    return terms == null || terms.holder().isAmong(facts.inPost())
        ? Optional.empty()
        : Optional.of(new LeaveHolderVacant(mandate.id(), facts.today()));
  }

  private static Optional<MandateCommand> askWhetherItStillHolds(
      Opened mandate, Surroundings facts) {
    return facts.icsBefore() == null
            || facts.icsNow() == null
            || facts.icsBefore().equals(facts.icsNow())
        ? Optional.empty()
        : Optional.of(
            new FollowIcs(mandate.id(), facts.icsBefore(), facts.icsNow(), facts.today()));
  }
}
