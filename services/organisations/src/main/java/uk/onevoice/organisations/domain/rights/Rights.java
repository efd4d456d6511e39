package uk.onevoice.organisations.domain.rights;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;
import uk.onevoice.organisations.domain.person.PersonId;
import uk.onevoice.organisations.domain.rights.RightsCommand.AskFor;
import uk.onevoice.organisations.domain.rights.RightsCommand.LiftRestriction;
import uk.onevoice.organisations.domain.rights.RightsCommand.RequestExport;
import uk.onevoice.organisations.domain.rights.RightsCommand.RestrictProcessing;
import uk.onevoice.organisations.domain.rights.RightsCommand.Settle;
import uk.onevoice.organisations.domain.rights.RightsEvent.ExportRequested;
import uk.onevoice.organisations.domain.rights.RightsEvent.ProcessingRestricted;
import uk.onevoice.organisations.domain.rights.RightsEvent.RequestSettled;
import uk.onevoice.organisations.domain.rights.RightsEvent.RestrictionLifted;
import uk.onevoice.organisations.domain.rights.RightsEvent.RightRequested;
import uk.onevoice.organisations.domain.rights.RightsRejection.SettledAlready;
import uk.onevoice.organisations.domain.rights.RightsRejection.UnknownRequest;

/**
 * What one person has asked for, and whether words about them are restricted. The erasure itself is
 * the person's own event: after it the person accepts nothing more.
 */
public record Rights(boolean restricted, Map<RequestId, Request> requests) {
  public static final Decider<RightsCommand, Rights, RightsEvent, RightsRejection> DECIDER =
      new Decider<>(new Rights(false, Map.of()), Rights::decide, Rights::evolve);

  public Rights {
    requests = Map.copyOf(requests);
  }

  /** What became of something a person has asked for. */
  public sealed interface Request {
    PersonId person();

    record Open(PersonId person) implements Request {}

    record Settled(PersonId person, Settlement outcome) implements Request {}
  }

  /** The law gives one month. */
  private static LocalDate due(LocalDate today) {
    return today.plusMonths(1);
  }

  static Decision<RightsEvent, RightsRejection> decide(RightsCommand command, Rights rights) {
    return switch (command) {
      case AskFor(var person, var request, var right, var words, var today) ->
          accept(new RightRequested(person, request, right, words, due(today)));
      case Settle(var id, var outcome) ->
          switch (rights.requests().get(id)) {
            case null -> reject(new UnknownRequest(id));
            case Request.Open(var person) -> accept(new RequestSettled(person, id, outcome));
            case Request.Settled(_, var before) ->
                before == outcome ? accept() : reject(new SettledAlready(before));
          };
      case RestrictProcessing(var person) ->
          rights.restricted() ? accept() : accept(new ProcessingRestricted(person));
      case LiftRestriction(var person) ->
          rights.restricted() ? accept(new RestrictionLifted(person)) : accept();
      case RequestExport(var person, var export, var today) ->
          accept(new ExportRequested(person, export, due(today)));
    };
  }

  static Rights evolve(Rights rights, RightsEvent event) {
    return switch (event) {
      case RightRequested(var person, var id, _, _, _) -> rights.with(id, new Request.Open(person));
      case RequestSettled(var person, var id, var outcome) ->
          rights.with(id, new Request.Settled(person, outcome));
      case ProcessingRestricted _ -> new Rights(true, rights.requests());
      case RestrictionLifted _ -> new Rights(false, rights.requests());
      case ExportRequested _ -> rights;
    };
  }

  private Rights with(RequestId id, Request request) {
    var all = new LinkedHashMap<>(requests);
    all.put(id, request);
    return new Rights(restricted, all);
  }
}
