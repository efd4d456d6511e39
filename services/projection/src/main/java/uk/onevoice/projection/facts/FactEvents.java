package uk.onevoice.projection.facts;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.onevoice.messaging.EventHandler;
import uk.onevoice.messaging.HeardEvent;
import uk.onevoice.messaging.Unappliable;
import uk.onevoice.projection.freshness.Freshness;
import uk.onevoice.projection.freshness.Mark;
import uk.onevoice.projection.freshness.Partition;

/**
 * Keeps the fact tables from the events of the four topics. A batch is folded in memory, with what
 * is remembered of its streams or read once, and written once; however the events are cut into
 * batches, and in whatever order the topics come, the rows are the same.
 */
public final class FactEvents implements EventHandler {
  /** Which facts follow from some types of events. */
  private record Source(Set<String> types, Function<Payload, List<Revision<?>>> revisions) {}

  private static final List<Source> SOURCES =
      List.of(
          new Source(OrganisationRevisions.TYPES, OrganisationRevisions::of),
          new Source(TopicRevisions.TYPES, TopicRevisions::of),
          new Source(ForumRevisions.TYPES, ForumRevisions::of),
          new Source(RoleRevisions.TYPES, RoleRevisions::of),
          new Source(PersonRevisions.TYPES, PersonRevisions::of),
          new Source(MandateRevisions.TYPES, MandateRevisions::of),
          new Source(AmbitionRevisions.TYPES, AmbitionRevisions::of),
          new Source(PositionRevisions.TYPES, PositionRevisions::of),
          new Source(SeriesRevisions.TYPES, SeriesRevisions::of),
          new Source(MeetingRevisions.TYPES, MeetingRevisions::of),
          new Source(PreparationRevisions.TYPES, PreparationRevisions::of),
          new Source(ActionRevisions.TYPES, ActionRevisions::of),
          new Source(SlotRevisions.TYPES, SlotRevisions::of),
          new Source(JudgementRevisions.TYPES, JudgementRevisions::of),
          new Source(CommitmentRevisions.TYPES, CommitmentRevisions::of),
          new Source(JointGroupRevisions.TYPES, JointGroupRevisions::of));

  private static final Map<String, Function<Payload, List<Revision<?>>>> BY_TYPE =
      SOURCES.stream()
          .flatMap(
              source -> source.types().stream().map(type -> Map.entry(type, source.revisions())))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  /**
   * People and their rights, clients, stances, that a topic is used no more, what is inside
   * leadership groups, the diary with its seats, papers and guests, and the bookkeeping of imports
   * are no facts that a view asks for.
   */
  private static final Set<String> IGNORES =
      union(
          Stream.of(
                  MandateRevisions.IGNORES,
                  MeetingRevisions.IGNORES,
                  PreparationRevisions.IGNORES,
                  SeriesRevisions.IGNORES,
                  ActionRevisions.IGNORES,
                  SlotRevisions.IGNORES,
                  JudgementRevisions.IGNORES,
                  KeptRevisions.IGNORES,
                  OpportunityRevisions.IGNORES,
                  JointGroupRevisions.IGNORES)
              .flatMap(Set::stream)
              .collect(Collectors.toSet()),
          "PurposeAdopted",
          "ListSizesPublished",
          "PersonRegistered",
          "PersonNamed",
          "WorkContactSet",
          "IdentityLinked",
          "RoleChecked",
          "ClientRegistered",
          "ClientApproved",
          "ClientSuspended",
          "ClientTransferred",
          "ClientEnded",
          "ClientFeedApproved",
          "ClientFeedApprovalWithdrawn",
          "InvitationMade",
          "InvitationRedeemed",
          "InvitationRevoked",
          "ImportAccepted",
          "ImportUndone",
          "BackdatingClosed",
          "TopicSplit",
          "TopicRetired",
          "GroupDissolved",
          "GroupRestored",
          "GroupTermsAdopted",
          "GroupTermsWithdrawn",
          "SeatTaken",
          "SeatLeft",
          "ChairNamed",
          "ChairStoodDown",
          "InterestDeclared",
          "InterestEnded",
          "InterestCorrected",
          "PulseOpened",
          "PulseClosed",
          "MilestoneReached",
          "MilestoneWithdrawn",
          "StarterStepTicked",
          "StarterStepUnticked",
          "AmbitionOffered",
          "ChangeCommitted",
          "ChangeSettled",
          "BenefitPromised",
          "DeliveryRecorded",
          "AmbitionReviewed",
          "ExternalChangeRecorded",
          "MandateReviewSettled",
          "FeedbackGiven",
          "FeedbackAnswered",
          "SchemeAdopted",
          "IssueClassified",
          "IssueRaised",
          "OptionAdded",
          "PositionProposed",
          "PositionRevised",
          "PositionAgreed",
          "PositionCommented",
          "DissentRecorded",
          "PersonErased",
          "ProcessingRestricted",
          "RestrictionLifted",
          "RightRequested",
          "RequestSettled",
          "ExportRequested",
          "ExportReady",
          "SubjectErased",
          "WordsRectified",
          "CounterStatementAdded");

  private static Set<String> union(Set<String> some, String... others) {
    return Stream.concat(some.stream(), Stream.of(others)).collect(Collectors.toUnmodifiableSet());
  }

  /** An event with what it changes. */
  private record Heard(HeardStreams.Unheard unheard, List<Revision<?>> revisions) {}

  private final Memory memory;

  public FactEvents() {
    this(new Memory());
  }

  FactEvents(Memory memory) {
    this.memory = memory;
  }

  @Override
  public Set<String> applies() {
    return BY_TYPE.keySet();
  }

  @Override
  public Set<String> ignores() {
    return IGNORES;
  }

  /** Belonging to a neighbourhood came with version 2 of its events; so did roles of today. */
  @Override
  public int newestVersion(String type) {
    return type.startsWith("Affiliation") || type.equals("RoleAppointed") ? 2 : 1;
  }

  @Override
  public void apply(Connection transaction, List<HeardEvent> events) throws SQLException {
    prepare(transaction);
    Set<Partition> partitions = events.stream().map(Partition::of).collect(Collectors.toSet());
    Map<Partition, Mark> marks = Freshness.hold(transaction, partitions);
    memory.trust(partitions, marks);
    HeardStreams streams = HeardStreams.of(transaction, events, marks, memory);
    List<Heard> heard = new ArrayList<>(events.size());
    for (HeardStreams.Unheard one : streams.unheard()) {
      heard.add(new Heard(one, revisions(one.event())));
    }
    Map<FactTable<?>, Beliefs<?>> beliefs = load(transaction, heard);
    for (Heard one : heard) {
      for (Revision<?> revision : one.revisions()) {
        revise(beliefs, revision, one.unheard().event());
      }
    }
    for (Beliefs<?> table : beliefs.values()) {
      table.write(transaction);
    }
    boolean filling = HeardStreams.isBeingFilled(transaction);
    streams.write(transaction, filling);
    TouchedPlaces.note(transaction, events, firstOfKeys(heard), filling);
    Map<Partition, Mark> set = Freshness.note(transaction, events);
    remember(streams, beliefs, set);
  }

  /** From here on nothing may fail: the marks stand for what is remembered. */
  private void remember(
      HeardStreams streams, Map<FactTable<?>, Beliefs<?>> beliefs, Map<Partition, Mark> set) {
    for (HeardStreams.Advanced one : streams.advanced()) {
      memory.applied(one.stream(), one.partition(), one.isNew(), one.version());
    }
    for (Beliefs<?> table : beliefs.values()) {
      table.remember(memory);
    }
    memory.marked(set);
  }

  private static Map<FactTable<?>, Set<String>> firstOfKeys(List<Heard> heard) {
    Map<FactTable<?>, Set<String>> keys = new HashMap<>();
    for (Heard one : heard) {
      for (Revision<?> revision : one.revisions()) {
        keys.computeIfAbsent(revision.table(), _ -> new HashSet<>()).add(revision.key().getFirst());
      }
    }
    return keys;
  }

  /**
   * A batch's keys are looked up in an index; the planner would rather read the whole table. And
   * whether the version is being filled stays as it is until the transaction ends.
   */
  private static void prepare(Connection transaction) throws SQLException {
    try (Statement statement = transaction.createStatement()) {
      statement.execute(
          "set local enable_hashjoin = off; set local enable_mergejoin = off;"
              + " lock table heard_stream in row exclusive mode");
    }
  }

  private static List<Revision<?>> revisions(HeardEvent event) {
    Function<Payload, List<Revision<?>>> revisions = BY_TYPE.get(event.type());
    if (revisions != null) {
      return revisions.apply(new Payload(event));
    }
    throw new Unappliable(event, "no fact follows from its type");
  }

  private Map<FactTable<?>, Beliefs<?>> load(Connection transaction, List<Heard> heard)
      throws SQLException {
    Map<FactTable<?>, Beliefs<?>> wanted = new HashMap<>();
    for (Heard one : heard) {
      for (Revision<?> revision : one.revisions()) {
        wanted
            .computeIfAbsent(revision.table(), Beliefs::new)
            .want(revision.key(), one.unheard().stream(), one.unheard().newStream(), memory);
      }
    }
    Map<FactTable<?>, Beliefs<?>> beliefs = new LinkedHashMap<>();
    for (FactTable<?> table : FactTable.ALL) {
      Beliefs<?> ofTable = wanted.get(table);
      if (ofTable != null) {
        ofTable.load(transaction);
        beliefs.put(table, ofTable);
      }
    }
    return beliefs;
  }

  private static <V extends FactValue> void revise(
      Map<FactTable<?>, Beliefs<?>> beliefs, Revision<V> revision, HeardEvent event) {
    // Beliefs were loaded for the revision's own table, so they hold the same kind of value.
    @SuppressWarnings("unchecked")
    Beliefs<V> table = (Beliefs<V>) beliefs.get(revision.table());
    if (table == null) {
      throw new IllegalStateException("Nothing was loaded for " + revision.table().name());
    }
    table.revise(revision, event.recordedAt().truncatedTo(ChronoUnit.MICROS), event.actingFor());
  }
}
