package uk.onevoice.organisations.adapter.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.EventStore;
import uk.onevoice.eventstore.EventTypes;
import uk.onevoice.eventstore.NewEvent;
import uk.onevoice.eventstore.StoredEvent;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.affiliation.Affiliations;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand;
import uk.onevoice.organisations.domain.affiliation.AffiliationsEvent;
import uk.onevoice.organisations.domain.affiliation.AffiliationsEvent.AffiliationCorrected;
import uk.onevoice.organisations.domain.affiliation.AffiliationsEvent.AffiliationEnded;
import uk.onevoice.organisations.domain.affiliation.AffiliationsEvent.AffiliationStarted;
import uk.onevoice.organisations.domain.affiliation.AffiliationsRejection;
import uk.onevoice.organisations.domain.backdating.Backdating;
import uk.onevoice.organisations.domain.backdating.BackdatingCommand;
import uk.onevoice.organisations.domain.backdating.BackdatingEvent;
import uk.onevoice.organisations.domain.backdating.BackdatingRejection;
import uk.onevoice.organisations.domain.client.ClientCommand;
import uk.onevoice.organisations.domain.client.ClientEvent;
import uk.onevoice.organisations.domain.client.ClientId;
import uk.onevoice.organisations.domain.client.ClientRejection;
import uk.onevoice.organisations.domain.client.SystemClient;
import uk.onevoice.organisations.domain.controlled.ListRejection;
import uk.onevoice.organisations.domain.forum.ForumCommand;
import uk.onevoice.organisations.domain.forum.ForumEvent;
import uk.onevoice.organisations.domain.forum.ForumRejection;
import uk.onevoice.organisations.domain.forum.Forums;
import uk.onevoice.organisations.domain.group.GroupCommand;
import uk.onevoice.organisations.domain.group.GroupEvent;
import uk.onevoice.organisations.domain.group.GroupId;
import uk.onevoice.organisations.domain.group.GroupRejection;
import uk.onevoice.organisations.domain.group.LeadershipGroup;
import uk.onevoice.organisations.domain.imported.Import;
import uk.onevoice.organisations.domain.imported.ImportCommand;
import uk.onevoice.organisations.domain.imported.ImportEvent;
import uk.onevoice.organisations.domain.imported.ImportRejection;
import uk.onevoice.organisations.domain.invitation.Invitation;
import uk.onevoice.organisations.domain.invitation.InvitationCommand;
import uk.onevoice.organisations.domain.invitation.InvitationEvent;
import uk.onevoice.organisations.domain.invitation.InvitationRejection;
import uk.onevoice.organisations.domain.listsize.ListSizeEvent;
import uk.onevoice.organisations.domain.listsize.ListSizesEvent;
import uk.onevoice.organisations.domain.organisation.Organisation;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent;
import uk.onevoice.organisations.domain.organisation.OrganisationRejection;
import uk.onevoice.organisations.domain.person.Person;
import uk.onevoice.organisations.domain.person.PersonCommand;
import uk.onevoice.organisations.domain.person.PersonEvent;
import uk.onevoice.organisations.domain.person.PersonId;
import uk.onevoice.organisations.domain.person.PersonRejection;
import uk.onevoice.organisations.domain.person.Role;
import uk.onevoice.organisations.domain.place.Place;
import uk.onevoice.organisations.domain.place.PlaceCommand;
import uk.onevoice.organisations.domain.place.PlaceEvent;
import uk.onevoice.organisations.domain.place.PlaceId;
import uk.onevoice.organisations.domain.place.PlaceRejection;
import uk.onevoice.organisations.domain.purpose.Purpose;
import uk.onevoice.organisations.domain.purpose.PurposeCommand;
import uk.onevoice.organisations.domain.purpose.PurposeEvent;
import uk.onevoice.organisations.domain.purpose.PurposeRejection;
import uk.onevoice.organisations.domain.rights.Rights;
import uk.onevoice.organisations.domain.rights.RightsCommand;
import uk.onevoice.organisations.domain.rights.RightsEvent;
import uk.onevoice.organisations.domain.rights.RightsRejection;
import uk.onevoice.organisations.domain.starter.Starter;
import uk.onevoice.organisations.domain.starter.StarterCommand;
import uk.onevoice.organisations.domain.starter.StarterEvent;
import uk.onevoice.organisations.domain.starter.StarterRejection;
import uk.onevoice.organisations.domain.topic.TopicCommand;
import uk.onevoice.organisations.domain.topic.TopicEvent;
import uk.onevoice.organisations.domain.topic.Topics;
import uk.onevoice.organisations.imports.Streams;
import uk.onevoice.service.wiring.Ids;
import uk.onevoice.vault.rights.SubjectEvent;

/** Holds every aggregate's rules to the log, and reads any event of it. */
@ApplicationScoped
public class RegistryLog {
  private static final EventTypes<OrganisationEvent> ORGANISATION =
      EventTypes.of(OrganisationEvent.class);
  static final EventTypes<AffiliationsEvent> AFFILIATIONS =
      withNeighbourhoods(EventTypes.of(AffiliationsEvent.class));
  static final EventTypes<PlaceEvent> PLACE = EventTypes.of(PlaceEvent.class);
  private static final EventTypes<PersonEvent> PERSON =
      EventTypes.of(PersonEvent.class)
          .upcast(PersonEvent.RoleAppointed.class, 1, RegistryLog::roleAppointedV1toV2);
  static final EventTypes<ClientEvent> CLIENT = EventTypes.of(ClientEvent.class);
  private static final EventTypes<GroupEvent> GROUP = EventTypes.of(GroupEvent.class);
  private static final EventTypes<StarterEvent> STARTER = EventTypes.of(StarterEvent.class);
  private static final EventTypes<ImportEvent> IMPORT = EventTypes.of(ImportEvent.class);
  private static final EventTypes<BackdatingEvent> BACKDATING =
      EventTypes.of(BackdatingEvent.class);

  /** The one of an installation. */
  public static final String BACKDATING_STREAM = "backdating";

  private static final EventTypes<ListSizeEvent> LIST_SIZE = EventTypes.of(ListSizeEvent.class);
  private static final EventTypes<ListSizesEvent> LIST_SIZES = EventTypes.of(ListSizesEvent.class);
  private static final EventTypes<TopicEvent> TOPIC = EventTypes.of(TopicEvent.class);
  private static final EventTypes<ForumEvent> FORUM = EventTypes.of(ForumEvent.class);
  private static final EventTypes<PurposeEvent> PURPOSE = EventTypes.of(PurposeEvent.class);
  private static final EventTypes<InvitationEvent> INVITATION =
      EventTypes.of(InvitationEvent.class);
  private static final EventTypes<RightsEvent> RIGHTS = EventTypes.of(RightsEvent.class);
  private static final EventTypes<SubjectEvent> SUBJECT = EventTypes.of(SubjectEvent.class);
  private static final List<EventTypes<?>> ALL =
      List.of(
          ORGANISATION,
          AFFILIATIONS,
          PLACE,
          PERSON,
          CLIENT,
          GROUP,
          STARTER,
          IMPORT,
          BACKDATING,
          LIST_SIZE,
          LIST_SIZES,
          TOPIC,
          FORUM,
          PURPOSE,
          INVITATION,
          RIGHTS,
          SUBJECT);

  private final Map<String, EventTypes<?>> byName = new HashMap<>();

  RegistryLog() {
    ALL.forEach(types -> types.names().forEach(name -> byName.put(name, types)));
  }

  /**
   * Version 1 did not say whether a role is held as a clinician; it was as is usual in the role.
   */
  private static ObjectNode roleAppointedV1toV2(ObjectNode event) {
    boolean usual = Role.valueOf(event.path("role").asText()).isClinical();
    return event.deepCopy().put("clinical", usual);
  }

  /** Version 1 knew no neighbourhoods; else they are the same. */
  private static EventTypes<AffiliationsEvent> withNeighbourhoods(
      EventTypes<AffiliationsEvent> types) {
    return types
        .upcast(AffiliationStarted.class, 1, event -> event)
        .upcast(AffiliationEnded.class, 1, event -> event)
        .upcast(AffiliationCorrected.class, 1, event -> event);
  }

  /** All event types of the service. */
  public static List<EventTypes<?>> types() {
    return ALL;
  }

  public static String stream(OrganisationId id) {
    return Streams.organisation(id);
  }

  public static String affiliations(OrganisationId member) {
    return Streams.affiliations(member);
  }

  public static String stream(PlaceId id) {
    return "place-" + id;
  }

  public static String purpose(OrganisationId federation) {
    return "purpose-" + federation;
  }

  public static String stream(PersonId id) {
    return "person-" + id;
  }

  /** What the person asks for about themself. */
  public static String rights(PersonId id) {
    return "rights-" + id;
  }

  public static String stream(ClientId id) {
    return "client-" + id.value();
  }

  public static String stream(GroupId id) {
    return "group-" + id;
  }

  /** The checklist of a place that has no group. */
  public static String starter(PlaceId id) {
    return "starter-" + id;
  }

  /** The invitation of this person. */
  public static String invitation(PersonId id) {
    return "invitation-" + id;
  }

  /** All topics of an ICS are one stream: no two of them are called the same. */
  public static String topics(OrganisationId ics) {
    return Streams.topics(ics);
  }

  public static String forums(OrganisationId ics) {
    return Streams.forums(ics);
  }

  /** The event as its record. */
  public Object read(StoredEvent stored) {
    return types(stored.type()).read(stored);
  }

  /** The same for an event that was read in another way than from the store. */
  public Object read(String type, int schemaVersion, String payload) {
    return types(type).read(type, schemaVersion, payload);
  }

  NewEvent write(UUID id, Object event, Instant at) {
    return written(types(event.getClass().getSimpleName()), id, event, at);
  }

  private static <E> NewEvent written(EventTypes<E> types, UUID id, Object event, Instant at) {
    Class<? extends E> record = types.record(event.getClass().getSimpleName());
    return types.write(id, record.cast(event), at);
  }

  private EventTypes<?> types(String name) {
    var types = byName.get(name);
    if (types == null) {
      throw new IllegalStateException("Events of type " + name + " are not the registry's.");
    }
    return types;
  }

  @Produces
  @Singleton
  CommandHandler<OrganisationCommand, Organisation, OrganisationEvent, OrganisationRejection>
      organisations(EventStore store, Ids ids) {
    return new CommandHandler<>(store, Organisation.DECIDER, ORGANISATION, ids);
  }

  @Produces
  @Singleton
  CommandHandler<AffiliationsCommand, Affiliations, AffiliationsEvent, AffiliationsRejection>
      affiliations(EventStore store, Ids ids) {
    return new CommandHandler<>(store, Affiliations.DECIDER, AFFILIATIONS, ids);
  }

  @Produces
  @Singleton
  CommandHandler<PlaceCommand, Place, PlaceEvent, PlaceRejection> places(
      EventStore store, Ids ids) {
    return new CommandHandler<>(store, Place.DECIDER, PLACE, ids);
  }

  @Produces
  @Singleton
  CommandHandler<PurposeCommand, Purpose, PurposeEvent, PurposeRejection> purposes(
      EventStore store, Ids ids) {
    return new CommandHandler<>(store, Purpose.DECIDER, PURPOSE, ids);
  }

  @Produces
  @Singleton
  CommandHandler<PersonCommand, Person, PersonEvent, PersonRejection> people(
      EventStore store, Ids ids) {
    return new CommandHandler<>(store, Person.DECIDER, PERSON, ids);
  }

  @Produces
  @Singleton
  CommandHandler<RightsCommand, Rights, RightsEvent, RightsRejection> rights(
      EventStore store, Ids ids) {
    return new CommandHandler<>(store, Rights.DECIDER, RIGHTS, ids);
  }

  @Produces
  @Singleton
  CommandHandler<ClientCommand, SystemClient, ClientEvent, ClientRejection> clients(
      EventStore store, Ids ids) {
    return new CommandHandler<>(store, SystemClient.DECIDER, CLIENT, ids);
  }

  @Produces
  @Singleton
  CommandHandler<InvitationCommand, Invitation, InvitationEvent, InvitationRejection> invitations(
      EventStore store, Ids ids) {
    return new CommandHandler<>(store, Invitation.DECIDER, INVITATION, ids);
  }

  @Produces
  @Singleton
  CommandHandler<ImportCommand, Import, ImportEvent, ImportRejection> imports(
      EventStore store, Ids ids) {
    return new CommandHandler<>(store, Import.DECIDER, IMPORT, ids);
  }

  @Produces
  @Singleton
  CommandHandler<BackdatingCommand, Backdating, BackdatingEvent, BackdatingRejection> backdating(
      EventStore store, Ids ids) {
    return new CommandHandler<>(store, Backdating.DECIDER, BACKDATING, ids);
  }

  @Produces
  @Singleton
  CommandHandler<TopicCommand, Topics, TopicEvent, ListRejection> topics(
      EventStore store, Ids ids) {
    return new CommandHandler<>(store, Topics.DECIDER, TOPIC, ids);
  }

  @Produces
  @Singleton
  CommandHandler<GroupCommand, LeadershipGroup, GroupEvent, GroupRejection> groups(
      EventStore store, Ids ids) {
    return new CommandHandler<>(store, LeadershipGroup.DECIDER, GROUP, ids);
  }

  @Produces
  @Singleton
  CommandHandler<ForumCommand, Forums, ForumEvent, ForumRejection> forums(
      EventStore store, Ids ids) {
    return new CommandHandler<>(store, Forums.DECIDER, FORUM, ids);
  }

  @Produces
  @Singleton
  CommandHandler<StarterCommand, Starter, StarterEvent, StarterRejection> starters(
      EventStore store, Ids ids) {
    return new CommandHandler<>(store, Starter.DECIDER, STARTER, ids);
  }
}
