package uk.onevoice.mandates.domain;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.util.ArrayList;
import java.util.List;
import uk.onevoice.kernel.Decision;
import uk.onevoice.mandates.domain.LifeCommand.NameAlternate;
import uk.onevoice.mandates.domain.LifeEvent.AlternateNamed;
import uk.onevoice.mandates.domain.Mandate.Opened;
import uk.onevoice.mandates.domain.MandateRejection.HolderDoesNotSpeakForPractices;
import uk.onevoice.mandates.domain.MandateRejection.MandateOver;
import uk.onevoice.mandates.domain.MandateRejection.NoTerms;

/** Who stands in for the holder: named and stood down without asking practices again. */
final class Alternates {
  private Alternates() {}

  static Decision<MandateEvent, MandateRejection> name(NameAlternate wish, Opened mandate) {
    if (mandate.version().terms() == null) {
      return reject(new NoTerms(mandate.id()));
    }
    if (Life.isOver(mandate)) {
      return reject(new MandateOver(mandate.id()));
    }
    if (!wish.speaksForPractices()) {
      return reject(new HolderDoesNotSpeakForPractices(wish.alternate().organisationId()));
    }
    return of(mandate).contains(wish.alternate())
        ? accept()
        : accept(new AlternateNamed(mandate.id(), wish.alternate(), wish.today()));
  }

  static List<Holder> of(Opened mandate) {
    Terms terms = mandate.version().terms();
    return terms == null ? List.of() : terms.alternates();
  }

  static Mandate named(Opened mandate, Holder alternate) {
    List<Holder> now = new ArrayList<>(of(mandate));
    now.add(alternate);
    return withAlternates(mandate, now);
  }

  static Mandate stoodDown(Opened mandate, Holder alternate) {
    return withAlternates(
        mandate, of(mandate).stream().filter(other -> !other.equals(alternate)).toList());
  }

  private static Mandate withAlternates(Opened mandate, List<Holder> now) {
    Opened changed =
        mandate.changing(mandate.version().number(), version -> version.withAlternates(now));
    return changed.next() == null
        ? changed
        : changed.changing(changed.next().number(), version -> version.withAlternates(now));
  }
}
