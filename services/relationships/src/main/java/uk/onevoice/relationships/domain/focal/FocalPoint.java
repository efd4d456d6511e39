package uk.onevoice.relationships.domain.focal;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;
import uk.onevoice.relationships.domain.focal.FocalPointCommand.Name;
import uk.onevoice.relationships.domain.focal.FocalPointCommand.Withdraw;
import uk.onevoice.relationships.domain.focal.FocalPointEvent.FocalPointNamed;
import uk.onevoice.relationships.domain.focal.FocalPointEvent.FocalPointWithdrawn;
import uk.onevoice.relationships.domain.focal.FocalPointRejection.NotLive;

/**
 * Who is the one to turn to for an organisation in a place: never two. It counts as long as the
 * relationship goes on; whether it does is asked of the slot, and not written here.
 */
public sealed interface FocalPoint {
  Decider<FocalPointCommand, FocalPoint, FocalPointEvent, FocalPointRejection> DECIDER =
      new Decider<>(new Nobody(), FocalPoint::decide, FocalPoint::evolve);

  record Nobody() implements FocalPoint {}

  record Somebody(FocalPointNamed naming) implements FocalPoint {}

  static Decision<FocalPointEvent, FocalPointRejection> decide(
      FocalPointCommand command, FocalPoint now) {
    return switch (command) {
      case Name wish -> {
        if (!wish.live()) {
          yield reject(new NotLive(wish.relationshipId()));
        }
        yield now instanceof Somebody(var naming)
                && naming.relationshipId().equals(wish.relationshipId())
            ? accept()
            : accept(
                new FocalPointNamed(
                    wish.focalPointId(),
                    wish.placeId(),
                    wish.organisationId(),
                    wish.slotId(),
                    wish.relationshipId(),
                    wish.personId(),
                    wish.today()));
      }
      case Withdraw(var id, var today) ->
          now instanceof Nobody ? accept() : accept(new FocalPointWithdrawn(id, today));
    };
  }

  static FocalPoint evolve(FocalPoint now, FocalPointEvent event) {
    return switch (event) {
      case FocalPointNamed naming -> new Somebody(naming);
      case FocalPointWithdrawn _ -> new Nobody();
    };
  }
}
