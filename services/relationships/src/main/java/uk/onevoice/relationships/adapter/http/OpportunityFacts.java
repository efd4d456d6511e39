package uk.onevoice.relationships.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.ListEntry;
import uk.onevoice.directory.Place;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.relationships.adapter.http.OpportunityBodies.WarningOf;
import uk.onevoice.relationships.adapter.store.KnownMandates;
import uk.onevoice.relationships.adapter.store.SlotLog;
import uk.onevoice.relationships.adapter.store.TalksWith;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.PersonId;
import uk.onevoice.relationships.domain.PlaceId;
import uk.onevoice.relationships.domain.Slot;
import uk.onevoice.relationships.domain.SlotCommand;
import uk.onevoice.relationships.domain.SlotEvent;
import uk.onevoice.relationships.domain.SlotRejection;
import uk.onevoice.relationships.domain.mandate.KnownMandate;
import uk.onevoice.relationships.domain.opportunity.Bidder;
import uk.onevoice.relationships.domain.opportunity.Citation;
import uk.onevoice.relationships.domain.opportunity.Conversations;
import uk.onevoice.relationships.domain.opportunity.Credit;
import uk.onevoice.relationships.domain.opportunity.Opportunity.Opened;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent.OpportunityOpened;
import uk.onevoice.relationships.domain.opportunity.Side;
import uk.onevoice.relationships.domain.opportunity.Warning;
import uk.onevoice.service.command.Circumstances;
import uk.onevoice.service.command.Today;

/** What the rules of opportunities have to know of the registry, of mandates and of slots. */
@ApplicationScoped
class OpportunityFacts {
  private final Directory directory;
  private final KnownMandates mandates;
  private final TalksWith talks;
  private final CommandHandler<SlotCommand, Slot, SlotEvent, SlotRejection> slots;
  private final Today today;

  OpportunityFacts(
      Directory directory,
      KnownMandates mandates,
      TalksWith talks,
      CommandHandler<SlotCommand, Slot, SlotEvent, SlotRejection> slots,
      Today today) {
    this.directory = directory;
    this.mandates = mandates;
    this.talks = talks;
    this.slots = slots;
    this.today = today;
  }

  Bidder bidder(OrganisationId id) {
    return directory
        .organisation(inDirectory(id))
        .filter(found -> found.openOn(today.get()))
        .map(found ->
            new Bidder(
                id,
                found.isGeneralPractice() ? Side.GP : Side.PARTNER,
                !found.is(uk.onevoice.directory.OrganisationKind.LEADERSHIP_GROUP)))
        .orElse(new Bidder(id, null, false));
  }

  boolean holdsRoleAt(PersonId person, OrganisationId organisation) {
    return bodiesOf(person).contains(organisation);
  }

  /** Who is named for general practice and holds a role today where they are named for. */
  Set<PersonId> acting(Opened opened) {
    Set<PersonId> ours = opened.ofGeneralPractice();
    return opened.people().entrySet().stream()
        .filter(each -> ours.contains(each.getKey()))
        .filter(each -> holdsRoleAt(each.getKey(), each.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The competitors at which this person holds a role today. */
  List<OrganisationId> conflicts(PersonId person, Collection<OrganisationId> competitors) {
    if (competitors.isEmpty()) {
      return List.of();
    }
    Set<OrganisationId> bodies = bodiesOf(person);
    return competitors.stream().filter(bodies::contains).toList();
  }

  private Set<OrganisationId> bodiesOf(PersonId person) {
    return directory
        .holdings(new uk.onevoice.directory.PersonId(person.value()), today.get())
        .stream()
        .flatMap(holding -> Optional.ofNullable(holding.organisation()).stream())
        .map(body -> new OrganisationId(body.value()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The record that stands for a person. */
  PersonId standing(PersonId person) {
    return new PersonId(
        directory.standing(new uk.onevoice.directory.PersonId(person.value())).value());
  }

  /** A mandate with what it lacks for this bid on a day. */
  Citation citation(UUID mandateId, OpportunityOpened opening, LocalDate on) {
    @Nullable KnownMandate mandate =
        mandates
            .mandate(mandateId)
            .filter(known -> known.placeId().equals(opening.placeId()))
            .orElse(null);
    if (mandate == null) {
      return new Citation(mandateId, Set.of(Citation.Lack.NOT_KNOWN));
    }
    KnownMandate.@Nullable Version version = mandate.on(on).orElse(null);
    if (version == null) {
      return new Citation(mandateId, Set.of(Citation.Lack.NOT_IN_FORCE));
    }
    UUID topic = topicNow(opening.topicId());
    Set<Citation.Lack> lacks = EnumSet.noneOf(Citation.Lack.class);
    if (version.topics().stream().map(this::topicNow).noneMatch(topic::equals)) {
      lacks.add(Citation.Lack.TOPIC);
    }
    return new Citation(mandateId, lacks);
  }

  /** With which of the partners in the bid there is no strong relationship. */
  List<WarningOf> warnings(Opened opened) {
    return warnings(opened.opening().placeId(), partners(opened));
  }

  List<WarningOf> warnings(PlaceId place, Collection<OrganisationId> partners) {
    if (partners.isEmpty()) {
      return List.of();
    }
    Map<OrganisationId, List<String>> classes =
        talks.classes(place, partners, today.get()).stream()
            .collect(
                Collectors.groupingBy(
                    TalksWith.Classed::organisationId,
                    Collectors.mapping(
                        each -> each.strength() == null ? "UNKNOWN" : each.strength(),
                        Collectors.toList())));
    return partners.stream()
        .flatMap(partner ->
            Warning.of(classes.getOrDefault(partner, List.of())).stream()
                .map(warning -> new WarningOf(partner, warning)))
        .toList();
  }

  /** Which conversations with its partners came before it was opened. */
  Conversations conversations(Opened opened) {
    UUID topic = topicNow(opened.opening().topicId());
    return Conversations.before(
        opened.opening().on(),
        talks.talks(opened.opening().placeId(), partners(opened)).stream()
            .map(talk ->
                new Conversations.Talk(
                    talk.slotId(),
                    talk.organisationId(),
                    talk.on(),
                    talk.topicId() != null && topicNow(talk.topicId()).equals(topic),
                    talk.recordedOn()))
            .toList());
  }

  private static List<OrganisationId> partners(Opened opened) {
    return opened.bidders().entrySet().stream()
        .filter(each -> each.getValue() == Side.PARTNER)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** With whom this relationship is; null where the place has no such. */
  @Nullable OrganisationId with(Credit credit, PlaceId place) {
    return slots.current(SlotLog.stream(credit.slotId())).state() instanceof Slot.Defined slot
            && slot.terms().placeId().equals(place)
            && slot.relationships().containsKey(credit.relationshipId())
        ? slot.terms().organisationId()
        : null;
  }

  private UUID topicNow(UUID topic) {
    return directory.topicOn(topic, today.get()).map(ListEntry::id).orElse(topic);
  }

  Circumstances circumstances(PlaceId place, OrganisationId actingFor) {
    return new Circumstances(
        null,
        inDirectory(actingFor),
        directory
            .place(new uk.onevoice.directory.PlaceId(place.value()), today.get())
            .map(Place::ics)
            .orElse(null));
  }

  private static uk.onevoice.directory.OrganisationId inDirectory(OrganisationId organisation) {
    return new uk.onevoice.directory.OrganisationId(organisation.value());
  }
}
