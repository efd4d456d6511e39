package uk.onevoice.organisations.domain.purpose;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.util.ArrayList;
import java.util.List;
import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;
import uk.onevoice.organisations.domain.purpose.PurposeCommand.AdoptPurpose;
import uk.onevoice.organisations.domain.purpose.PurposeEvent.PurposeAdopted;
import uk.onevoice.organisations.domain.purpose.PurposeRejection.NotAFederation;
import uk.onevoice.organisations.domain.purpose.PurposeRejection.NotOpen;
import uk.onevoice.organisations.domain.purpose.PurposeRejection.OlderThanTheLast;

/**
 * What one federation is for. A version holds from its day until the next one's; the version before
 * stays as it was.
 *
 * @param versions in the order in which they were adopted
 */
public record Purpose(List<PurposeAdopted> versions) {
  public static final Decider<PurposeCommand, Purpose, PurposeEvent, PurposeRejection> DECIDER =
      new Decider<>(new Purpose(List.of()), Purpose::decide, Purpose::evolve);

  public Purpose {
    versions = List.copyOf(versions);
  }

  static Decision<PurposeEvent, PurposeRejection> decide(PurposeCommand command, Purpose now) {
    return switch (command) {
      case AdoptPurpose adopt -> now.adopt(adopt);
    };
  }

  private Decision<PurposeEvent, PurposeRejection> adopt(AdoptPurpose wish) {
    if (wish.federationOpen() == null) {
      return reject(new NotAFederation());
    }
    if (!wish.federationOpen().includes(wish.from())) {
      return reject(new NotOpen(wish.from()));
    }
    if (!versions.isEmpty() && wish.from().isBefore(versions.getLast().from())) {
      return reject(new OlderThanTheLast(versions.getLast().from()));
    }
    return accept(
        new PurposeAdopted(wish.federation(), versions.size() + 1, wish.from(), wish.purposeRef()));
  }

  static Purpose evolve(Purpose now, PurposeEvent event) {
    return switch (event) {
      case PurposeAdopted adopted -> {
        var versions = new ArrayList<>(now.versions);
        versions.add(adopted);
        yield new Purpose(versions);
      }
    };
  }
}
