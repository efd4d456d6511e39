package uk.onevoice.organisations.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decision;
import uk.onevoice.kernel.Period;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.affiliation.Affiliations;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand.Reassign;
import uk.onevoice.organisations.domain.affiliation.AffiliationsEvent;
import uk.onevoice.organisations.domain.affiliation.AffiliationsRejection;
import uk.onevoice.organisations.domain.succession.Child;
import uk.onevoice.organisations.domain.succession.Successions;
import uk.onevoice.organisations.domain.succession.Unresolved;

/** Somebody who goes through what is unresolved at a desk. */
record Steward(Desk desk) {
  List<Unresolved> unresolved(LocalDate asOf) {
    var successions = new Successions(desk.registry::body, asOf);
    return desk.registry
        .children()
        .filter(child -> child.kind() == Child.Kind.MEMBER)
        .flatMap(child -> successions.unresolved(child).stream())
        .sorted(Comparator.comparing(open -> open.child().id()))
        .toList();
  }

  void assign(Unresolved open, OrganisationId to) {
    var member = new OrganisationId(open.child().subject());
    var wish =
        new Reassign(
            UUID.fromString(open.child().id()), to.value(), open.since(), open(member), open(to));
    say(member, wish);
  }

  private void say(OrganisationId member, AffiliationsCommand wish) {
    var decision = Affiliations.DECIDER.decide().apply(wish, desk.registry.affiliationsOf(member));
    assertThat(decision).isInstanceOf(Decision.Accepted.class);
    if (decision instanceof Decision.Accepted<AffiliationsEvent, AffiliationsRejection>(var all)) {
      desk.say(Streams.affiliations(member), all);
    }
  }

  private @Nullable Period open(OrganisationId id) {
    return desk.registry
        .find(id)
        .map(one ->
            new Period(
                one.record().start() == null ? LocalDate.MIN : one.record().start(),
                one.record().end()))
        .orElse(null);
  }
}
