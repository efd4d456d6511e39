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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.onevoice.messaging.EventHandler;
import uk.onevoice.messaging.HeardEvent;
import uk.onevoice.messaging.Unappliable;
import uk.onevoice.projection.freshness.Freshness;

/**
 * Keeps the fact tables from the events of the four topics. A batch is read once, folded in memory
 * per key and written once; however the events are cut into batches, and in whatever order the
 * topics come, the rows are the same.
 */
public final class FactEvents implements EventHandler {
  private static final Set<String> APPLIES =
      Stream.of(
              OrganisationRevisions.TYPES,
              TopicRevisions.TYPES,
              MandateRevisions.TYPES,
              AmbitionRevisions.TYPES,
              PositionRevisions.TYPES,
              MeetingRevisions.TYPES,
              SlotRevisions.TYPES)
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  /**
   * People and their rights, clients, forums, stances, that a topic is used no more, what is inside
   * leadership groups, the diary with its seats, papers and guests, and the bookkeeping of imports
   * are no facts that a view asks for.
   */
  private static final Set<String> IGNORES =
      union(
          MandateRevisions.IGNORES,
          "PurposeAdopted",
          "ListSizesPublished",
          "PersonRegistered",
          "PersonNamed",
          "WorkContactSet",
          "PersonMerged",
          "PersonMergeUndone",
          "IdentityLinked",
          "RoleAppointed",
          "RoleCorrected",
          "RoleEnded",
          "SessionsSet",
          "RoleChecked",
          "ClientRegistered",
          "ClientApproved",
          "ClientSuspended",
          "ClientTransferred",
          "ClientEnded",
          "InvitationMade",
          "InvitationRedeemed",
          "InvitationRevoked",
          "ImportAccepted",
          "ImportUndone",
          "TopicSplit",
          "TopicRetired",
          "ForumRegistered",
          "ForumRevised",
          "ForumRenamed",
          "ForumMerged",
          "ForumSplit",
          "ForumClosed",
          "ForumReopened",
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
          "PositionPut",
          "MeetingMoved",
          "MeetingCancelled",
          "SeriesStarted",
          "SeriesTermsRevised",
          "OccurrencesPlanned",
          "SeriesRescheduled",
          "OccurrenceLeftOut",
          "OccurrenceAdded",
          "SeriesEnded",
          "SeatAllocated",
          "SeatWithdrawn",
          "RepresentativeNominated",
          "NominationEnded",
          "NominationCorrected",
          "PaperFiled",
          "PaperWithdrawn",
          "OrganisationInvited",
          "OrganisationUninvited",
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

  /**
   * An event with what it changes.
   *
   * @param newStream whether there can be no facts of its keys yet
   */
  private record Heard(HeardEvent event, boolean newStream, List<Revision<?>> revisions) {}

  @Override
  public Set<String> applies() {
    return APPLIES;
  }

  @Override
  public Set<String> ignores() {
    return IGNORES;
  }

  /** Belonging to a neighbourhood came with version 2 of its events. */
  @Override
  public int newestVersion(String type) {
    return type.startsWith("Affiliation") ? 2 : 1;
  }

  @Override
  public void apply(Connection transaction, List<HeardEvent> events) throws SQLException {
    lookUpByKey(transaction);
    List<Heard> heard = new ArrayList<>(events.size());
    for (HeardStreams.Unheard one : HeardStreams.unheard(transaction, events)) {
      heard.add(new Heard(one.event(), one.newStream(), revisions(one.event())));
    }
    Map<FactTable<?>, Beliefs<?>> beliefs = load(transaction, heard);
    for (Heard one : heard) {
      for (Revision<?> revision : one.revisions()) {
        revise(beliefs, revision, one.event());
      }
    }
    for (Beliefs<?> table : beliefs.values()) {
      table.write(transaction);
    }
    Freshness.note(transaction, events);
  }

  /** A batch's keys are looked up in an index; the planner would rather read the whole table. */
  private static void lookUpByKey(Connection transaction) throws SQLException {
    try (Statement statement = transaction.createStatement()) {
      statement.execute("set local enable_hashjoin = off; set local enable_mergejoin = off");
    }
  }

  private static List<Revision<?>> revisions(HeardEvent event) {
    Payload payload = new Payload(event);
    String type = event.type();
    if (OrganisationRevisions.TYPES.contains(type)) {
      return OrganisationRevisions.of(payload);
    }
    if (TopicRevisions.TYPES.contains(type)) {
      return TopicRevisions.of(payload);
    }
    if (MandateRevisions.TYPES.contains(type)) {
      return MandateRevisions.of(payload);
    }
    if (AmbitionRevisions.TYPES.contains(type)) {
      return AmbitionRevisions.of(payload);
    }
    if (PositionRevisions.TYPES.contains(type)) {
      return PositionRevisions.of(payload);
    }
    if (MeetingRevisions.TYPES.contains(type)) {
      return MeetingRevisions.of(payload);
    }
    if (SlotRevisions.TYPES.contains(type)) {
      return SlotRevisions.of(payload);
    }
    throw new Unappliable(event, "no fact follows from its type");
  }

  private static Map<FactTable<?>, Beliefs<?>> load(Connection transaction, List<Heard> heard)
      throws SQLException {
    Map<FactTable<?>, Set<List<String>>> keys = new HashMap<>();
    for (Heard one : heard) {
      for (Revision<?> revision : one.revisions()) {
        Set<List<String>> wanted = keys.computeIfAbsent(revision.table(), _ -> new HashSet<>());
        if (!one.newStream()) {
          wanted.add(revision.key());
        }
      }
    }
    Map<FactTable<?>, Beliefs<?>> beliefs = new LinkedHashMap<>();
    for (FactTable<?> table : FactTable.ALL) {
      Set<List<String>> wanted = keys.get(table);
      if (wanted != null) {
        beliefs.put(table, Beliefs.load(transaction, table, wanted));
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
    table.revise(revision, event.recordedAt().truncatedTo(ChronoUnit.MICROS));
  }
}
