package uk.onevoice.relationships.domain.opportunity;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decision;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.PersonId;
import uk.onevoice.relationships.domain.opportunity.Opportunity.Opened;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.DropCompetitor;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.Join;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.Leave;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.NamePerson;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.NoteCompetitor;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.Open;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.RemovePerson;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.SetHost;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.TakeOver;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent.OpportunityCompetitorDropped;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent.OpportunityCompetitorNoted;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent.OpportunityHosted;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent.OpportunityOpened;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent.OpportunityPartnerJoined;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent.OpportunityPartnerLeft;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent.OpportunityPersonNamed;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent.OpportunityPersonRemoved;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.As;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.CannotDeliver;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.Competes;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.DayInTheFuture;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.HostsOrLeads;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.InTheBid;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.LastOfGeneralPractice;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.NamedForAnother;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.NoRoleThere;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.NotInTheBid;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.NotNamed;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.OrganisationNotKnown;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection.SomebodyKnows;

/** Who bids, against whom, and which people know of it. */
final class Bidding {
  private Bidding() {}

  static Decision<OpportunityEvent, OpportunityRejection> open(Open wish) {
    if (wish.on().isAfter(wish.today())) {
      return reject(new DayInTheFuture(wish.on()));
    }
    List<OpportunityEvent> events = new ArrayList<>();
    events.add(
        new OpportunityOpened(
            wish.opportunityId(),
            wish.placeId(),
            wish.kind(),
            wish.topicId(),
            wish.titleRef(),
            wish.on()));
    Set<OrganisationId> joined = new LinkedHashSet<>();
    for (Bidder bidder : Stream.concat(Stream.of(wish.own()), wish.with().stream()).toList()) {
      if (bidder.side() == null) {
        return reject(new OrganisationNotKnown(bidder.organisationId(), As.WITH));
      }
      if (joined.add(bidder.organisationId())) {
        events.add(
            new OpportunityPartnerJoined(
                wish.opportunityId(), bidder.organisationId(), bidder.side(), wish.today()));
      }
    }
    events.add(
        new OpportunityPersonNamed(wish.opportunityId(), wish.by(), wish.own().organisationId()));
    return accept(events);
  }

  static Decision<OpportunityEvent, OpportunityRejection> join(Join wish, Opened opened) {
    OrganisationId organisation = wish.bidder().organisationId();
    if (opened.bidders().containsKey(organisation)) {
      return accept();
    }
    if (wish.bidder().side() == null) {
      return reject(new OrganisationNotKnown(organisation, As.ORGANISATION));
    }
    return opened.competitors().contains(organisation)
        ? reject(new Competes(organisation))
        : accept(
            new OpportunityPartnerJoined(
                wish.opportunityId(), organisation, wish.bidder().side(), wish.today()));
  }

  static Decision<OpportunityEvent, OpportunityRejection> leave(Leave wish, Opened opened) {
    OrganisationId organisation = wish.organisationId();
    if (!opened.bidders().containsKey(organisation)) {
      return reject(new NotInTheBid(organisation, As.ORGANISATION));
    }
    if (organisation.equals(opened.host()) || organisation.equals(opened.lead())) {
      return reject(new HostsOrLeads(organisation));
    }
    List<PersonId> theirs =
        opened.people().entrySet().stream()
            .filter(each -> each.getValue().equals(organisation))
            .map(Map.Entry::getKey)
            .toList();
    if (!someoneIsLeft(theirs, wish.acting(), opened)) {
      return reject(new LastOfGeneralPractice());
    }
    List<OpportunityEvent> events = new ArrayList<>();
    theirs.forEach(
        person -> events.add(new OpportunityPersonRemoved(wish.opportunityId(), person)));
    events.add(new OpportunityPartnerLeft(wish.opportunityId(), organisation, wish.today()));
    return accept(events);
  }

  static Decision<OpportunityEvent, OpportunityRejection> name(NamePerson wish, Opened opened) {
    if (!opened.bidders().containsKey(wish.organisationId())) {
      return reject(new NotInTheBid(wish.organisationId(), As.ORGANISATION));
    }
    @Nullable OrganisationId already = opened.people().get(wish.personId());
    if (already != null) {
      return already.equals(wish.organisationId())
          ? accept()
          : reject(new NamedForAnother(wish.personId(), already));
    }
    return wish.holdsRoleThere()
        ? accept(
            new OpportunityPersonNamed(
                wish.opportunityId(), wish.personId(), wish.organisationId()))
        : reject(new NoRoleThere(wish.personId(), wish.organisationId()));
  }

  static Decision<OpportunityEvent, OpportunityRejection> remove(RemovePerson wish, Opened opened) {
    if (!opened.people().containsKey(wish.personId())) {
      return reject(new NotNamed(wish.personId()));
    }
    return someoneIsLeft(List.of(wish.personId()), wish.acting(), opened)
        ? accept(new OpportunityPersonRemoved(wish.opportunityId(), wish.personId()))
        : reject(new LastOfGeneralPractice());
  }

  /**
   * Whether the bid can still be handed on when these go: somebody is named for general practice,
   * and somebody who acts for it where anybody does now.
   */
  private static boolean someoneIsLeft(List<PersonId> going, Set<PersonId> acting, Opened opened) {
    List<PersonId> staying =
        opened.ofGeneralPractice().stream().filter(person -> !going.contains(person)).toList();
    return !staying.isEmpty() && (acting.isEmpty() || staying.stream().anyMatch(acting::contains));
  }

  static Decision<OpportunityEvent, OpportunityRejection> takeOver(TakeOver wish, Opened opened) {
    if (opened.bidders().get(wish.organisationId()) != Side.GP) {
      return reject(new NotInTheBid(wish.organisationId(), As.ORGANISATION));
    }
    if (!wish.acting().isEmpty()) {
      return reject(new SomebodyKnows());
    }
    @Nullable OrganisationId already = opened.people().get(wish.by());
    return already == null
        ? accept(new OpportunityPersonNamed(wish.opportunityId(), wish.by(), wish.organisationId()))
        : reject(new NamedForAnother(wish.by(), already));
  }

  static Decision<OpportunityEvent, OpportunityRejection> note(NoteCompetitor wish, Opened opened) {
    OrganisationId organisation = wish.competitor().organisationId();
    if (wish.competitor().side() == null) {
      return reject(new OrganisationNotKnown(organisation, As.ORGANISATION));
    }
    if (opened.bidders().containsKey(organisation)) {
      return reject(new InTheBid(organisation));
    }
    return opened.competitors().contains(organisation)
        ? accept()
        : accept(new OpportunityCompetitorNoted(wish.opportunityId(), organisation));
  }

  static Decision<OpportunityEvent, OpportunityRejection> drop(DropCompetitor wish, Opened opened) {
    return opened.competitors().contains(wish.organisationId())
        ? accept(new OpportunityCompetitorDropped(wish.opportunityId(), wish.organisationId()))
        : accept();
  }

  static Decision<OpportunityEvent, OpportunityRejection> host(SetHost wish, Opened opened) {
    Optional<OpportunityRejection> refused =
        unfit(wish.host(), As.HOST, opened).or(() -> unfit(wish.lead(), As.LEAD, opened));
    if (refused.isPresent()) {
      return reject(refused.get());
    }
    OrganisationId host = wish.host().organisationId();
    @Nullable OrganisationId lead = wish.lead() == null ? null : wish.lead().organisationId();
    return host.equals(opened.host()) && Objects.equals(lead, opened.lead())
        ? accept()
        : accept(new OpportunityHosted(wish.opportunityId(), host, lead));
  }

  private static Optional<OpportunityRejection> unfit(
      @Nullable Bidder bidder, As as, Opened opened) {
    if (bidder == null) {
      return Optional.empty();
    }
    if (!opened.bidders().containsKey(bidder.organisationId())) {
      return Optional.of(new NotInTheBid(bidder.organisationId(), as));
    }
    return bidder.delivers()
        ? Optional.empty()
        : Optional.of(new CannotDeliver(bidder.organisationId(), as));
  }
}
